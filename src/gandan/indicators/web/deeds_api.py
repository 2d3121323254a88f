"""REST: entering and correcting values, keeping and taking back figures. Every deed may carry an Idempotency-Key."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Router, Status

from gandan.core.access import Actor, Refusal, actor_of
from gandan.core.rest.auth import Needs
from gandan.core.rest.etags import conditional, held
from gandan.core.rest.idempotency import idempotent
from gandan.core.rest.problems import Problem
from gandan.indicators import actions, queries
from gandan.indicators.models import Indicator, Statement
from gandan.indicators.web import shown
from gandan.indicators.web.shapes import Code, CorrectionIn, FigureIn, FigureOut, ReadIn, ReasonIn, ValueIn, ValueOut
from gandan.units import queries as units
from gandan.units.models import Unit

router = Router(tags=["indicators"])
REFUSED = {400: Problem, 401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem}
KEPT = {201: FigureOut, **REFUSED}
ENTERED = {201: ValueOut, **REFUSED}


@router.post("/figures", auth=Needs("indicators.state"), response=KEPT, summary="Keep a figure", operation_id="state_figure")
@idempotent
def state_figure(request: HttpRequest, body: FigureIn) -> Status[FigureOut]:
    """A figure as a text states it, with its sentence. `corrects` names one that was kept wrongly."""
    actor, said = actor_of(request), body.dict(exclude={"unit", "corrects"})
    wrong = _one(actor, body.corrects) if body.corrects else None
    unit = _unit(body.unit, on=body.on or body.period_to or body.source_day) if body.unit else None
    made = actions.state_figure(**said, unit=unit, corrects=wrong, by=actor, now=timezone.now())
    return Status(201, shown.figure(made))


@router.post(
    "/figures/{key}/retract",
    auth=Needs("indicators.retract"),
    response={200: FigureOut, **REFUSED},
    summary="Take a figure back",
    operation_id="retract_figure",
)
@idempotent
@conditional
def retract_figure(request: HttpRequest, key: UUID, body: ReasonIn) -> FigureOut:
    """With a reason; values that were read from it go with it."""
    actor = actor_of(request)
    with held(request, queries.visible_to(actor), key, show=shown.figure) as figure:
        actions.retract_statement(figure, reason=body.reason, by=actor, now=timezone.now())
    return shown.figure(_one(actor, key))


@router.post(
    "/figures/{key}/read",
    auth=Needs("indicators.read"),
    response=ENTERED,
    summary="Take a figure as the value of an indicator",
    operation_id="read_figure",
)
@idempotent
@conditional
def read_figure(request: HttpRequest, key: UUID, body: ReadIn) -> Status[ValueOut]:
    """Whoever does this says that the sentence counts what the indicator counts."""
    actor = actor_of(request)
    with held(request, queries.visible_to(actor), key, show=shown.figure) as figure:
        indicator = _indicator(actor, body.indicator)
        unit = _unit(body.unit, on=body.on or body.period_to) if body.unit else None
        time = body.dict(exclude={"unit", "indicator"})
        made = actions.read_value(figure, indicator=indicator, unit=unit, **time, by=actor, now=timezone.now())
    return Status(201, shown.value(made))


@router.post(
    "/values/{key}/correct", auth=Needs("indicators.correct"), response=ENTERED, summary="Correct a value", operation_id="correct_value"
)
@idempotent
@conditional
def correct_value(request: HttpRequest, key: UUID, body: CorrectionIn) -> Status[ValueOut]:
    """Another number for the same unit and time; the earlier one stays in the chain."""
    actor = actor_of(request)
    with held(request, queries.values_for(actor), key, show=shown.value) as value:
        said = body.dict(exclude={"value"})
        made = actions.correct_value(value, number=body.value, **said, by=actor, now=timezone.now())
    return Status(201, shown.value(made))


@router.post(
    "/values/{key}/take-away",
    auth=Needs("indicators.take_away"),
    response=ENTERED,
    summary="Take a value away",
    operation_id="take_away_value",
)
@idempotent
@conditional
def take_away_value(request: HttpRequest, key: UUID, body: ReasonIn) -> Status[ValueOut]:
    """The figure was not one of this indicator, unit or time. Its rows stay."""
    actor = actor_of(request)
    with held(request, queries.values_for(actor), key, show=shown.value) as value:
        made = actions.take_away_value(value, reason=body.reason, by=actor, now=timezone.now())
    return Status(201, shown.value(made))


@router.post("/{code}/values", auth=Needs("indicators.enter"), response=ENTERED, summary="Enter a value", operation_id="enter_value")
@idempotent
def enter_value(request: HttpRequest, code: Code, body: ValueIn) -> Status[ValueOut]:
    """For a unit as it was then. One that is there already is corrected, not entered again."""
    actor = actor_of(request)
    unit = _unit(body.unit, on=body.on or body.period_to)
    said = body.dict(exclude={"unit"})
    made = actions.enter_value(indicator=_indicator(actor, code), unit=unit, **said, by=actor, now=timezone.now())
    return Status(201, shown.value(made))


def _indicator(actor: Actor, code: str) -> Indicator:
    row = queries.indicators_for(actor).filter(code=code).first()
    if row is None:
        raise Http404
    return row


def _one(actor: Actor, key: UUID) -> Statement:
    row = queries.visible_to(actor).select_related("retraction", "corrected_by").filter(pk=key).first()
    if row is None:
        raise Http404
    return row


def _unit(code: str, *, on: date | None) -> Unit:
    place = units.by_code(code, on=on) if on else units.by_code(code)
    if place is None:
        raise Refusal(_("Không có đơn vị mã %(code)s vào ngày đó.") % {"code": code}, status=422)
    return Unit.objects.get(pk=place.id)
