"""REST: what was done. The representation of an activity is the one its ETag stands for; who took part is told in numbers only."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Query, Router, Status

from gandan.activities import actions, queries
from gandan.activities.enums import State
from gandan.activities.models import Activity
from gandan.activities.web import details_api, requests_api
from gandan.activities.web.answers import row_out, whole
from gandan.activities.web.found import offices_of, seen, unit_of
from gandan.activities.web.schemas.activity import ActivitiesAsked, ActivityPage, ActivityWhole
from gandan.activities.web.schemas.recording import NewIn, ReasonIn, RecordIn
from gandan.core.access import Anyone, actor_of
from gandan.core.rest.auth import Needs, open_to_all
from gandan.core.rest.etags import conditional, held, tagged
from gandan.core.rest.idempotency import idempotent
from gandan.core.rest.paging import cursor_after, key_of
from gandan.core.rest.problems import BadCursor, Problem
from gandan.units import queries as units
from gandan.units.gazetteer import Place

router = Router(tags=["activities"])
READ: dict[int, Any] = {401: Problem, 404: Problem, 422: Problem}
DEED: dict[int, Any] = {401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem}


@router.get("", auth=open_to_all, response={200: ActivityPage, **READ}, summary="What was done", operation_id="list_activities")
@tagged
def list_activities(request: HttpRequest, asked: Query[ActivitiesAsked]) -> ActivityPage:
    """Public activities in the order in which they were written down."""
    return _page(queries.public(), asked)


@router.get(
    "/at-work",
    auth=Needs("activities.open_desk"),
    response={200: ActivityPage, 403: Problem, **READ},
    summary="What was done, the internal ones of one's unit included",
    operation_id="list_activities_at_work",
)
@tagged
def list_activities_at_work(request: HttpRequest, asked: Query[ActivitiesAsked]) -> ActivityPage:
    """The diary of the owner of the token; what was withdrawn is left out."""
    return _page(queries.visible_to(actor_of(request)).filter(state=State.RECORDED), asked)


@router.get("/{key}", auth=open_to_all, response={200: ActivityWhole, **READ}, summary="One activity", operation_id="get_activity")
@tagged
def get_activity(request: HttpRequest, key: UUID) -> ActivityWhole:
    """A public activity with its details and what became of each request."""
    return whole(seen(key, Anyone()), Anyone())


@router.get(
    "/at-work/{key}",
    auth=Needs("activities.open_desk"),
    response={200: ActivityWhole, 403: Problem, **READ},
    summary="One activity, also an internal one",
    operation_id="get_activity_at_work",
)
@tagged
def get_activity_at_work(request: HttpRequest, key: UUID) -> ActivityWhole:
    """As the owner of the token may see it; its ETag is the one that deeds compare."""
    return whole(seen(key, actor_of(request)), actor_of(request))


@router.post(
    "",
    auth=Needs("activities.record"),
    response={201: ActivityWhole, 401: Problem, 403: Problem, 404: Problem, 422: Problem},
    summary="Write an activity down",
    operation_id="record_activity",
)
@idempotent
def record_activity(request: HttpRequest, body: NewIn) -> Status[ActivityWhole]:
    """In a unit that existed on that day; shown to everyone only by those who work for the unit."""
    actor = actor_of(request)
    said = {**body.dict(), "unit": unit_of(body.unit), "hosts": offices_of(body.hosts)}
    return Status(201, whole(actions.record_activity(**said, by=actor, now=timezone.now()), actor))


@router.post(
    "/{key}/correct",
    auth=Needs("activities.correct"),
    response={200: ActivityWhole, **DEED},
    summary="Correct an activity",
    operation_id="correct_activity",
)
@idempotent
@conditional
def correct_activity(request: HttpRequest, key: UUID, body: RecordIn) -> ActivityWhole:
    """All of it is sent again."""
    actor = actor_of(request)
    with held(request, queries.visible_to(actor), key, show=lambda row: whole(row, actor)) as row:
        said = {**body.dict(), "unit": unit_of(body.unit)}
        done = actions.correct_activity(row, **said, by=actor, now=timezone.now())
    return whole(done, actor)


@router.post(
    "/{key}/withdraw",
    auth=Needs("activities.withdraw"),
    response={200: ActivityWhole, **DEED},
    summary="Withdraw an activity",
    operation_id="withdraw_activity",
)
@idempotent
@conditional
def withdraw_activity(request: HttpRequest, key: UUID, body: ReasonIn) -> ActivityWhole:
    """It stays visible to those who keep it, with the reason."""
    actor = actor_of(request)
    with held(request, queries.visible_to(actor), key, show=lambda row: whole(row, actor)) as row:
        done = actions.withdraw_activity(row, reason=body.reason, by=actor, now=timezone.now())
    return whole(done, actor)


def _page(rows: QuerySet[Activity], asked: ActivitiesAsked) -> ActivityPage:
    if asked.unit is not None:
        rows = queries.listed(rows, queries.Wanted(place=_place(asked.unit)))
    if asked.kind is not None:
        rows = rows.filter(kind=asked.kind)
    if asked.since is not None:
        rows = rows.filter(Q(starts_on__gte=asked.since) | Q(ends_on__gte=asked.since))
    if asked.until is not None:
        rows = rows.filter(starts_on__lte=asked.until)
    if asked.cursor:
        try:
            rows = rows.filter(pk__gt=UUID(key_of(asked.cursor)))
        except ValueError as bad:
            raise BadCursor(asked.cursor) from bad
    found = list(rows.order_by("pk")[: asked.limit + 1])
    shown = queries.lines(found[: asked.limit])
    more = cursor_after(str(shown[-1].activity.pk)) if len(found) > asked.limit else None
    return ActivityPage(items=[row_out(row) for row in shown], next=more)


def _place(unit: UUID) -> Place:
    place = units.one(unit)
    if place is None:
        raise Http404
    return place


router.add_router("", details_api.router)
router.add_router("", requests_api.router)
