"""REST: documents by number, what they do to each other, advice. The representation of a document is the one its ETag stands for."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Query, Router, Status

from gandan.core.access import Actor, Anyone, actor_of
from gandan.core.rest.auth import Needs, open_to_all
from gandan.core.rest.etags import conditional, held, tagged
from gandan.core.rest.idempotency import idempotent
from gandan.core.rest.paging import cursor_after, key_of
from gandan.core.rest.problems import BadCursor, Problem
from gandan.directives import actions, queries
from gandan.directives.enums import Adopted, RelationKind
from gandan.directives.models import Advice, Document, Relation
from gandan.directives.web.schemas import (
    AdviceIn,
    AdviceOut,
    CorrectIn,
    DocumentOut,
    DocumentPage,
    DocumentRef,
    DocumentsAsked,
    DocumentWhole,
    RegisterIn,
    RelateIn,
    RelationOut,
    WithdrawIn,
)
from gandan.units.models import Office

router = Router(tags=["documents"])
READ: dict[int, Any] = {401: Problem, 404: Problem, 422: Problem}
DEED: dict[int, Any] = {401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem}


@router.get(
    "", auth=open_to_all, response={200: DocumentPage, 401: Problem, 422: Problem}, summary="Documents", operation_id="list_documents"
)
@tagged
def list_documents(request: HttpRequest, asked: Query[DocumentsAsked]) -> DocumentPage:
    """Public documents in the order in which they came into the register, by number however typed or by words."""
    return _page(Anyone(), asked)


@router.get(
    "/at-work",
    auth=Needs("directives.open_desk"),
    response={200: DocumentPage, 401: Problem, 403: Problem, 422: Problem},
    summary="Documents, the internal ones of one's unit included",
    operation_id="list_documents_at_work",
)
@tagged
def list_documents_at_work(request: HttpRequest, asked: Query[DocumentsAsked]) -> DocumentPage:
    """What the owner of the token may see."""
    return _page(actor_of(request), asked)


@router.get("/{key}", auth=open_to_all, response={200: DocumentWhole, **READ}, summary="One document", operation_id="get_document")
@tagged
def get_document(request: HttpRequest, key: UUID) -> DocumentWhole:
    """A public document, whether it still holds, and what it does to others."""
    return _whole(_seen(key, Anyone()), Anyone())


@router.get(
    "/at-work/{key}",
    auth=Needs("directives.open_desk"),
    response={200: DocumentWhole, 403: Problem, **READ},
    summary="One document, also an internal one",
    operation_id="get_document_at_work",
)
@tagged
def get_document_at_work(request: HttpRequest, key: UUID) -> DocumentWhole:
    """As the owner of the token may see it; its ETag is the one that deeds compare."""
    return _whole(_seen(key, actor_of(request)), actor_of(request))


@router.post(
    "",
    auth=Needs("directives.register_document"),
    response={201: DocumentWhole, 401: Problem, 403: Problem, 409: Problem, 422: Problem},
    summary="Register a document",
    operation_id="register_document",
)
@idempotent
def register_document(request: HttpRequest, body: RegisterIn) -> Status[DocumentWhole]:
    """409 when the same document (number, issuer, year) is there."""
    actor = actor_of(request)
    return Status(201, _whole(actions.register_document(**body.dict(), by=actor, now=timezone.now()), actor))


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
    with held(request, queries.visible_to(actor), key, show=lambda row: _whole(row, actor)) as row:
        done = actions.correct_document(row, **body.dict(exclude_unset=True), by=actor, now=timezone.now())
    return _whole(done, actor)


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
    with held(request, queries.visible_to(actor), key, show=lambda row: _whole(row, actor)) as row:
        other = _seen(body.other, actor)
        made = actions.relate(row, other=other, kind=body.kind, from_day=body.from_day, checked=body.checked, by=actor, now=timezone.now())
    return Status(201, _relation(made))


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
    with held(request, queries.visible_to(actor), key, show=lambda row: _whole(row, actor)) as row:
        office = Office.objects.filter(pk=body.office).first()
        if office is None:
            raise Http404
        made = actions.note_advice(row, **{**body.dict(), "office": office}, by=actor, now=timezone.now())
    return Status(201, _advice(made))


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
    with held(request, queries.visible_to(actor), key, show=lambda row: _whole(row, actor)) as row:
        done = actions.withdraw_document(row, reason=body.reason, by=actor, now=timezone.now())
    return _whole(done, actor)


def _seen(key: UUID, actor: Actor) -> Document:
    row = queries.whole(key, actor=actor)
    if row is None:
        raise Http404
    return row


def _page(actor: Actor, asked: DocumentsAsked) -> DocumentPage:
    rows: QuerySet[Document] = queries.listed(actor, typed=asked.q, kind=asked.kind).order_by("pk")
    if asked.cursor:
        try:
            rows = rows.filter(pk__gt=UUID(key_of(asked.cursor)))
        except ValueError as bad:
            raise BadCursor(asked.cursor) from bad
    found = list(rows[: asked.limit + 1])
    shown = queries.named(found[: asked.limit], on=timezone.localdate(), actor=actor)
    return DocumentPage(
        items=[DocumentOut(**_said(row.document, row.standing)) for row in shown],
        next=cursor_after(str(shown[-1].document.pk)) if len(found) > asked.limit else None,
    )


def _said(row: Document, standing: queries.Standing) -> dict[str, Any]:
    return {
        **_ref(row).dict(),
        "form": row.form,
        "issuer": row.issuer,
        "issued_on": row.issued_on,
        "abstract": row.abstract,
        "is_public": row.is_public,
        "state": row.state,
        "checked": row.checked,
        "source": row.source,
        "holds": standing.holds,
        "held_until": standing.until,
        "in_place": [] if standing.holds else [_ref(d) for d in standing.in_place],
    }


def _whole(row: Document, actor: Actor) -> DocumentWhole:
    does, undergoes = queries.related(row, actor=actor)
    standing = queries.standings([row], on=timezone.localdate(), actor=actor)[row.pk]
    return DocumentWhole(**_said(row, standing), relations=[_relation(r) for r in (*undergoes, *does)])


def _advice(row: Advice) -> AdviceOut:
    days = {"asked_on": row.asked_on, "given_on": row.given_on, "decided_on": row.decided_on}
    return AdviceOut(id=row.pk, office=row.office_id, adopted=Adopted(row.adopted), note=row.note, **days)


def _ref(row: Document) -> DocumentRef:
    return DocumentRef(id=row.pk, number=row.number, kind=row.kind)


def _relation(row: Relation) -> RelationOut:
    return RelationOut(
        id=row.pk,
        kind=RelationKind(row.kind),
        document=_ref(row.document),
        other=_ref(row.other),
        from_day=row.from_day,
        checked=row.checked,
    )
