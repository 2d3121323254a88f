"""REST: the notices of the token's owner."""

import datetime as dt
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Query, Router, Schema
from pydantic import Field

from gandan.core.access import actor_of
from gandan.core.rest.asked import Asked
from gandan.core.rest.auth import Needs
from gandan.core.rest.idempotency import idempotent
from gandan.core.rest.paging import LONGEST_CURSOR, MOST, cursor_after, key_of
from gandan.core.rest.problems import BadCursor, Problem
from gandan.notices import actions, queries
from gandan.notices.models import Notice

router = Router(tags=["notices"])
own = Needs("notices.own")


class NoticeOut(Schema):
    """That the owner is to know of one event; `subject` and `line` in the language of the call, empty when nothing can be said now."""

    id: UUID
    label: str = Field(description="What kind of thing happened.")
    subject: str
    line: str
    url: str = Field(description="Path of the page it is about.")
    at: dt.datetime
    is_read: bool


class NoticePage(Schema):
    """A page of notices, newest first."""

    items: list[NoticeOut]
    next: str | None


class Which(Asked):
    """Which notices."""

    unread: bool = Field(False, description="Only those not read yet.")
    cursor: str | None = Field(None, max_length=LONGEST_CURSOR, description="`next` of the page before.")
    limit: int = Field(50, ge=1, le=MOST)


@router.get(
    "", auth=own, response={200: NoticePage, 401: Problem, 403: Problem, 422: Problem}, summary="Own notices", operation_id="list_notices"
)
def list_notices(request: HttpRequest, asked: Query[Which]) -> NoticePage:
    """Newest first."""
    rows = queries.visible_to(actor_of(request)).select_related("event").order_by("-pk")
    rows = rows.filter(read_at=None) if asked.unread else rows
    if asked.cursor:
        rows = rows.filter(pk__lt=_key(asked.cursor))
    found = list(rows[: asked.limit + 1])
    shown = found[: asked.limit]
    after = cursor_after(str(shown[-1].pk)) if len(found) > asked.limit else None
    return NoticePage(items=[_out(t) for t in queries.told(shown)], next=after)


@router.post(
    "/{key}/read",
    auth=own,
    response={200: NoticeOut, 401: Problem, 403: Problem, 404: Problem, 422: Problem},
    summary="Mark as read",
    operation_id="read_notice",
)
@idempotent
def read_notice(request: HttpRequest, key: UUID) -> NoticeOut:
    """Doing it again changes nothing."""
    actor = actor_of(request)
    notice = queries.visible_to(actor).select_related("event").filter(pk=key).first()
    if notice is None:
        raise Http404
    read: Notice = actions.read(notice, by=actor, now=timezone.now())
    notice.read_at = read.read_at
    return _out(queries.told([notice])[0])


def _key(cursor: str) -> UUID:
    try:
        return UUID(key_of(cursor))
    except ValueError as damaged:
        raise BadCursor(cursor) from damaged


def _out(told: queries.Told) -> NoticeOut:
    return NoticeOut(id=told.id, label=told.label, subject=told.subject, line=told.line, url=told.url, at=told.at, is_read=told.is_read)
