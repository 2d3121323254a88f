"""REST: decide on one record. The same deeds and the same desks as on the pages."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router

from gandan.activities.models import Activity
from gandan.core.access import Actor, actor_of
from gandan.core.rest.auth import Needs
from gandan.core.rest.etags import conditional, held
from gandan.core.rest.idempotency import idempotent
from gandan.core.rest.problems import Problem
from gandan.ingest import actions, queries
from gandan.ingest.actions import anew
from gandan.ingest.models import ProposedRecord, Source
from gandan.ingest.web.sources_schemas import AcceptIn, RecordOut
from gandan.ingest.web.sources_shown import record_out

router = Router()
DEED: dict[int, Any] = {401: Problem, 403: Problem, 404: Problem, 409: Problem, 410: Problem, 422: Problem}


@router.post(
    "/records/{key}/accept",
    auth=Needs("ingest.accept"),
    response={200: RecordOut, **DEED},
    summary="Accept a record",
    operation_id="accept_record",
)
@idempotent
@conditional
def accept_record(request: HttpRequest, key: UUID, body: AcceptIn) -> RecordOut:
    """It goes through the deeds of its room. What stands there already is merged into, and the state says so."""
    actor = actor_of(request)
    activity = Activity(pk=body.activity) if body.activity else None
    with held(request, _records(actor), key, show=record_out, first=source_first) as row:
        done = actions.accept(row, corrections=body.corrections, activity=activity, by=actor, now=timezone.now())
    return record_out(done)


@router.post(
    "/records/{key}/reject",
    auth=Needs("ingest.reject"),
    response={200: RecordOut, **DEED},
    summary="Reject a record",
    operation_id="reject_record",
)
@idempotent
@conditional
def reject_record(request: HttpRequest, key: UUID) -> RecordOut:
    """Its words are kept for a while, so that it can be undone."""
    actor = actor_of(request)
    with held(request, _records(actor), key, show=record_out, first=source_first) as row:
        done = actions.reject(row, by=actor, now=timezone.now())
    return record_out(done)


@router.post(
    "/records/{key}/undo",
    auth=Needs("ingest.undo"),
    response={200: RecordOut, **DEED},
    summary="Undo a decision",
    operation_id="undo_record",
)
@idempotent
@conditional
def undo_record(request: HttpRequest, key: UUID) -> RecordOut:
    """Takes back what the decision wrote; 409 when something else hangs on it by now."""
    actor = actor_of(request)
    with held(request, _records(actor), key, show=record_out, first=anew.lock) as row:
        done = actions.undo(row, by=actor, now=timezone.now())
    return record_out(done)


def source_first(row: ProposedRecord) -> None:
    """Every deed on a record locks its text before it."""
    Source.objects.select_for_update(of=("self",)).get(pk=row.source_id)


def _records(actor: Actor) -> Any:
    return ProposedRecord.objects.filter(source__in=queries.visible_to(actor).order_by().values("pk"))
