"""REST: requests made at an activity, and the answers to them."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Router, Status

from gandan.activities import actions
from gandan.activities.models import Request
from gandan.activities.web.answers import request_out
from gandan.activities.web.found import offices_of, seen, unit_of
from gandan.activities.web.schemas.recording import ReasonIn
from gandan.activities.web.schemas.requests import RequestIn, RequestOut, TakeUpIn
from gandan.core.access import actor_of, may
from gandan.core.rest.auth import Needs
from gandan.core.rest.idempotency import idempotent
from gandan.core.rest.problems import Problem

router = Router(tags=["activities"])
DEED: dict[int, Any] = {401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem}


@router.post(
    "/{key}/requests",
    auth=Needs("activities.add"),
    response={201: RequestOut, **DEED},
    summary="Note a request",
    operation_id="note_request",
)
@idempotent
def note_request(request: HttpRequest, key: UUID, body: RequestIn) -> Status[RequestOut]:
    """It waits for an answer of the unit addressed, or of what became of it."""
    actor = actor_of(request)
    said = {**body.dict(), "addressed": unit_of(body.addressed) if body.addressed else None}
    return Status(201, request_out(actions.note_request(seen(key, actor), **said, by=actor, now=timezone.now())))


@router.post(
    "/requests/{key}/take-up",
    auth=Needs("activities.take_up_request"),
    response={200: RequestOut, **DEED},
    summary="Take a request up",
    operation_id="take_up_activity_request",
)
@idempotent
def take_up_request(request: HttpRequest, key: UUID, body: TakeUpIn) -> RequestOut:
    """From here on it is a commitment; by whoever leads the unit that was asked."""
    actor, row = actor_of(request), _answerable(request, key)
    said = {**body.dict(), "lead": offices_of([body.lead])[0]}
    actions.take_up_request(row, **said, by=actor, now=timezone.now())
    row.refresh_from_db()
    return request_out(row)


@router.post(
    "/requests/{key}/decline",
    auth=Needs("activities.decline_request"),
    response={200: RequestOut, **DEED},
    summary="Decline a request",
    operation_id="decline_request",
)
@idempotent
def decline_request(request: HttpRequest, key: UUID, body: ReasonIn) -> RequestOut:
    """With a reason that whoever asked can read."""
    return request_out(actions.decline_request(_answerable(request, key), reason=body.reason, by=actor_of(request), now=timezone.now()))


def _answerable(request: HttpRequest, key: UUID) -> Request:
    """A request that the caller may answer; any other does not exist for them."""
    row = Request.objects.filter(removed_at=None, pk=key).select_related("activity").first()
    if row is None or not may(actor_of(request), "activities.take_up_request", row):
        raise Http404
    return row
