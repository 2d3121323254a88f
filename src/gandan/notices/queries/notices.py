"""One's own notices, with the words they have today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from gandan.core.access import Actor
from gandan.core.text import sort_key
from gandan.notices import texts
from gandan.notices.models import Notice


@dataclass(frozen=True)
class Told:
    """A notice as its reader sees it. Of what can no longer be said anything the kind of deed stays, without a page."""

    id: UUID
    label: str
    subject: str
    line: str
    url: str
    at: datetime
    is_read: bool


def visible_to(actor: Actor) -> QuerySet[Notice]:
    """Notices are their reader's alone."""
    kind, _colon, pk = actor.key.partition(":")
    return Notice.objects.filter(user=UUID(pk)) if kind == "user" else Notice.objects.none()


def newest(actor: Actor) -> QuerySet[Notice]:
    """Strictly by the time it happened, read or not: one's eye follows the days."""
    return visible_to(actor).select_related("event").order_by("-event__at", "-pk")


def unread_count(actor: Actor) -> int:
    """How many the actor has not read; one indexed count."""
    return visible_to(actor).filter(read_at=None).count()


def told(notices: Iterable[Notice]) -> list[Told]:
    """The words of notices, in the language of the page; a constant number of queries where the rooms have bulk words."""
    notices = list(notices)
    words = texts.words_of([n.event for n in notices])
    return [_told(n, words.get(n.event_id)) for n in notices]


def _told(notice: Notice, words: texts.Words | None) -> Told:
    text = texts.of(notice.event.verb)
    label = str(text.label) if text else ""
    said = words or texts.Words(label, "", "")
    return Told(notice.pk, label, said.subject, said.line, said.url, notice.event.at, notice.read_at is not None)


def told_of() -> list[str]:
    """Everything of which this installation tells somebody, in words, each once."""
    return sorted({str(text.label) for text in texts.registered().values()}, key=sort_key)
