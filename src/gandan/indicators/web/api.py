"""REST: what is counted, its values, and figures with their sentences. Reading shows what is public; deeds need a token."""

from uuid import UUID

from django.http import Http404, HttpRequest
from ninja import Query

from gandan.core.access import Anyone
from gandan.core.rest.auth import open_to_all
from gandan.core.rest.etags import tagged
from gandan.core.rest.paging import cursor_after, key_of, page
from gandan.core.rest.problems import BadCursor, Problem
from gandan.indicators import queries
from gandan.indicators.models import Definition, Indicator
from gandan.indicators.web import shown
from gandan.indicators.web.deeds_api import router
from gandan.indicators.web.shapes import (
    Code,
    FigureList,
    FigureOut,
    FiguresAsked,
    IndicatorOut,
    IndicatorPage,
    Paged,
    ValuePage,
    ValuesAsked,
)
from gandan.units import queries as units

READ = {401: Problem, 422: Problem}
__all__ = ["router"]  # the deeds are declared on it first: calls of one address share one router
ONE = {**READ, 404: Problem}


@router.get("", auth=open_to_all, response={200: IndicatorPage, **READ}, summary="What is counted", operation_id="list_indicators")
@tagged
def list_indicators(request: HttpRequest, asked: Query[Paged]) -> IndicatorPage:
    """Public indicators by code, with measure, nature and source."""
    rows = sorted(queries.indicators_for(Anyone()).select_related("numerator", "denominator"), key=lambda i: i.code)
    found = page(rows, key=lambda i: i.code, cursor=asked.cursor, limit=asked.limit)
    told = {d.indicator_id: d for d in Definition.objects.filter(indicator__in=found.items).order_by("valid")}
    return IndicatorPage(items=[shown.indicator(i, told.get(i.pk)) for i in found.items], next=found.next)


@router.get(
    "/figures", auth=open_to_all, response={200: FigureList, **READ}, summary="Figures by their number", operation_id="find_figures"
)
@tagged
def find_figures(request: HttpRequest, asked: Query[FiguresAsked]) -> FigureList:
    """Public figures that stand, each with its sentence and source. Nothing near the number is guessed."""
    return FigureList(items=shown.figures(queries.find_figures(asked.q, limit=asked.limit)))


@router.get("/figures/{key}", auth=open_to_all, response={200: FigureOut, **ONE}, summary="One figure", operation_id="get_figure")
@tagged
def get_figure(request: HttpRequest, key: UUID) -> FigureOut:
    """A public figure, also when it was corrected or taken back since."""
    row = queries.visible_to(Anyone()).select_related("retraction", "corrected_by").filter(pk=key).first()
    if row is None:
        raise Http404
    return shown.figure(row)


@router.get("/{code}", auth=open_to_all, response={200: IndicatorOut, **ONE}, summary="One indicator", operation_id="get_indicator")
@tagged
def get_indicator(request: HttpRequest, code: Code) -> IndicatorOut:
    """How it is defined now."""
    row = _indicator(code)
    return shown.indicator(row, row.definitions.order_by("-valid").first())


@router.get(
    "/{code}/values", auth=open_to_all, response={200: ValuePage, **ONE}, summary="Values of an indicator", operation_id="list_values"
)
@tagged
def list_values(request: HttpRequest, code: Code, asked: Query[ValuesAsked]) -> ValuePage:
    """Values that hold today, in the order in which they were entered. Days, periods and running totals are told apart by `span`."""
    place = units.by_code(asked.unit) if asked.unit else None
    if asked.unit and place is None:
        raise Http404
    rows = queries.living(_indicator(code), unit=place.id if place else None).order_by("id")
    if asked.cursor:
        rows = rows.filter(pk__gt=_key(asked.cursor))
    found = list(rows[: asked.limit + 1])
    items = found[: asked.limit]
    return ValuePage(items=shown.values(items), next=cursor_after(str(items[-1].pk)) if len(found) > asked.limit else None)


def _indicator(code: str) -> Indicator:
    row = queries.indicators_for(Anyone()).select_related("numerator", "denominator").filter(code=code).first()
    if row is None:
        raise Http404
    return row


def _key(cursor: str) -> UUID:
    try:
        return UUID(key_of(cursor))
    except ValueError as damaged:
        raise BadCursor(cursor) from damaged
