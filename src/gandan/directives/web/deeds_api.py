"""REST: what is done to a document: corrections, what it does to others, advice, withdrawal."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Router, Status

from gandan.core.access import actor_of
from gandan.core.rest.auth import Needs
from gandan.core.rest.etags import conditional, held
from gandan.core.rest.idempotency import idempotent
from gandan.core.rest.problems import Problem
from gandan.directives import actions, queries
from gandan.directives.web.schemas import AdviceIn, AdviceOut, CorrectIn, DocumentWhole, RelateIn, RelationOut, WithdrawIn
from gandan.directives.web.shown import advice_out, relation_out, seen, whole
from gandan.units.models import Office

router = Router()
DEED: dict[int, Any] = {401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem}


@router.post(
    "/{key}/correct",
    auth=Needs("directives.correct_document"),
    response={200: DocumentWhole, **DEED},
    summary="Correct a document",
    operation_id="correct_document",
)
@idempotent
@conditional
def correct_document(request: HttpRequest, key: UUID, body: CorrectIn) -> DocumentWhole:
    """Only what is sent changes."""
    actor = actor_of(request)
    with held(request, queries.visible_to(actor), key, show=lambda row: whole(row, actor)) as row:
        done = actions.correct_document(row, **body.dict(exclude_unset=True), by=actor, now=timezone.now())
    return whole(done, actor)


@router.post(
    "/{key}/relations",
    auth=Needs("directives.relate"),
    response={201: RelationOut, **DEED},
    summary="Say what a document does to another",
    operation_id="relate_documents",
)
@idempotent
@conditional
def relate_documents(request: HttpRequest, key: UUID, body: RelateIn) -> Status[RelationOut]:
    """For anything but `guides` the owner of the token keeps the records of both."""
    actor = actor_of(request)
    with held(request, queries.visible_to(actor), key, show=lambda row: whole(row, actor)) as row:
        other = seen(body.other, actor)
        made = actions.relate(row, other=other, kind=body.kind, from_day=body.from_day, checked=body.checked, by=actor, now=timezone.now())
    return Status(201, relation_out(made))


@router.post(
    "/{key}/advice",
    auth=Needs("directives.note_advice"),
    response={201: AdviceOut, **DEED},
    summary="Note who advised a document",
    operation_id="note_advice",
)
@idempotent
@conditional
def note_advice(request: HttpRequest, key: UUID, body: AdviceIn) -> Status[AdviceOut]:
    """Whether it was adopted may come later."""
    actor = actor_of(request)
    with held(request, queries.visible_to(actor), key, show=lambda row: whole(row, actor)) as row:
        office = Office.objects.filter(pk=body.office).first()
        if office is None:
            raise Http404
        made = actions.note_advice(row, **{**body.dict(), "office": office}, by=actor, now=timezone.now())
    return Status(201, advice_out(made))


@router.post(
    "/{key}/withdraw",
    auth=Needs("directives.withdraw_document"),
    response={200: DocumentWhole, **DEED},
    summary="Take a record out of the register",
    operation_id="withdraw_document",
)
@idempotent
@conditional
def withdraw_document(request: HttpRequest, key: UUID, body: WithdrawIn) -> DocumentWhole:
    """It stays visible to those who keep it."""
    actor = actor_of(request)
    with held(request, queries.visible_to(actor), key, show=lambda row: whole(row, actor)) as row:
        done = actions.withdraw_document(row, reason=body.reason, by=actor, now=timezone.now())
    return whole(done, actor)
