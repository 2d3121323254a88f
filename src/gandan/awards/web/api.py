"""REST: kinds, calls and the roll without a token; the deeds of an office that proposes with one (api_nominations.py)."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Query, Router

from gandan.awards import queries
from gandan.awards.models import AwardKind
from gandan.awards.web import public, shown
from gandan.awards.web.api_nominations import router as nominations
from gandan.awards.web.schemas import (
    CallOut,
    CallPage,
    CallsAsked,
    ConferralPage,
    ConferralsAsked,
    GroundCounts,
    Kinds,
    RollAsked,
    RollCounts,
)
from gandan.core.access import Anyone
from gandan.core.rest.auth import open_to_all
from gandan.core.rest.etags import tagged
from gandan.core.rest.problems import Problem
from gandan.units import queries as units

router = Router(tags=["awards"])
READ: dict[int, Any] = {401: Problem, 404: Problem, 422: Problem}


@router.get(
    "/kinds",
    auth=open_to_all,
    response={200: Kinds, 401: Problem, 422: Problem},
    summary="What may be given",
    operation_id="list_award_kinds",
)
@tagged
def list_kinds(request: HttpRequest) -> Kinds:
    """Each with its conditions and their source."""
    today = timezone.localdate()
    return Kinds(items=[shown.kind(row, today) for row in queries.kinds(on=today)])


@router.get(
    "/calls", auth=open_to_all, response={200: CallPage, 401: Problem, 422: Problem}, summary="Rounds", operation_id="list_award_calls"
)
@tagged
def list_calls(request: HttpRequest, asked: Query[CallsAsked]) -> CallPage:
    """From the day they were opened."""
    rows = public.calls()
    if asked.state:
        rows = rows.filter(state=asked.state)
    found, more = shown.paged(rows, cursor=asked.cursor, limit=asked.limit)
    return CallPage(items=[shown.call(row, timezone.localdate()) for row in found], next=more)


@router.get("/calls/{uuid:key}", auth=open_to_all, response={200: CallOut, **READ}, summary="One round", operation_id="get_award_call")
@tagged
def get_call(request: HttpRequest, key: UUID) -> CallOut:
    """Conditions, times, and where its list may be objected to."""
    found = public.calls().filter(pk=key).first()
    if found is None:
        raise Http404
    return shown.call(found, timezone.localdate())


@router.get("/roll", auth=open_to_all, response={200: ConferralPage, **READ}, summary="What was given", operation_id="list_conferrals")
@tagged
def list_roll(request: HttpRequest, asked: Query[ConferralsAsked]) -> ConferralPage:
    """By kind, year, unit. No names: they stand on the page of each conferral only."""
    found, more = shown.paged(_rows(asked), cursor=asked.cursor, limit=asked.limit)
    return ConferralPage(items=[shown.conferral(row) for row in found], next=more)


@router.get("/roll/counts", auth=open_to_all, response={200: RollCounts, **READ}, summary="How many were given", operation_id="count_roll")
@tagged
def count_roll(request: HttpRequest, asked: Query[RollAsked]) -> RollCounts:
    """Persons and collectives apart, and by ground."""
    rows = _rows(asked)
    told = queries.totals(rows)
    by_ground = [GroundCounts(**one) for one in public.grounds(rows)]
    return RollCounts(persons=told.persons, collectives=told.collectives, conferrals=told.conferrals, grounds=by_ground)


def _rows(asked: RollAsked) -> Any:
    if any(unit and units.one(unit) is None for unit in (asked.unit, asked.decided_in)):
        raise Http404
    kind = AwardKind.objects.filter(code=asked.kind).first() if asked.kind else None
    if asked.kind and kind is None:
        raise Http404
    return queries.roll(
        actor=Anyone(),
        unit=asked.unit,
        decided_in=asked.decided_in,
        level=asked.level or "",
        kind=kind,
        year=asked.year,
        on=timezone.localdate(),
    )


router.add_router("", nominations)
