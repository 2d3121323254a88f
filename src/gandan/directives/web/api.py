"""REST: documents by number, for everybody and at work, and a new one. What is done to one: deeds_api.py."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from ninja import Query, Router, Status

from gandan.core.access import Actor, Anyone, actor_of
from gandan.core.rest.auth import Needs, open_to_all
from gandan.core.rest.etags import tagged
from gandan.core.rest.idempotency import idempotent
from gandan.core.rest.paging import cursor_after, key_of
from gandan.core.rest.problems import BadCursor, Problem
from gandan.directives import actions, queries
from gandan.directives.models import Document
from gandan.directives.web.deeds_api import router as deeds
from gandan.directives.web.schemas import DocumentOut, DocumentPage, DocumentsAsked, DocumentWhole, RegisterIn
from gandan.directives.web.shown import row_of, seen, whole

router = Router(tags=["documents"])
READ: dict[int, Any] = {401: Problem, 404: Problem, 422: Problem}


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
    return whole(seen(key, Anyone()), Anyone())


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
    return whole(seen(key, actor_of(request)), actor_of(request))


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
    return Status(201, whole(actions.register_document(**body.dict(), by=actor, now=timezone.now()), actor))


router.add_router("", deeds)


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
        items=[DocumentOut(**row_of(row.document, row.standing)) for row in shown],
        next=cursor_after(str(shown[-1].document.pk)) if len(found) > asked.limit else None,
    )
