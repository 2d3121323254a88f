"""What one message says at the moment it leaves."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gandan.notices import texts
from gandan.notices.models import Message, Notice


@dataclass(frozen=True)
class Item:
    """One thing told: its subject, its line, and the full address of its page."""

    subject: str
    line: str
    address: str


@dataclass(frozen=True)
class Letter:
    """A message in the language of its reader."""

    subject: str
    greeting: str
    items: tuple[Item, ...]
    all_address: str
    stop_address: str
    language: str
    has_account: bool = True  # else there is no list of all notices to lead to, and whoever opens the other link ends the telling

    @property
    def short(self) -> str:
        """The same in one line for a telephone: the only thing told, or how many wait, and where."""
        one = self.items[0]
        return f"{one.subject}: {one.line} {one.address}" if len(self.items) == 1 else f"{self.subject} {self.all_address}"


def letter(message: Message, *, language: str, today: date) -> Letter | None:
    """What there is to say today; None when all of it was read meanwhile, or nothing of it is for this person any more."""
    with translation.override(language):
        items = tuple(Item(w.subject, w.line, settings.SITE + w.url) for w in _sayable(message, today))
        if not items:
            return None
        many = ngettext("Gần Dân: %(n)s việc cần Ông/Bà biết", "Gần Dân: %(n)s việc cần Ông/Bà biết", len(items)) % {"n": len(items)}
        return Letter(
            subject=f"Gần Dân: {items[0].subject}" if len(items) == 1 else many,
            greeting=_("Kính gửi Ông/Bà %(name)s,") % {"name": message.user.full_name},
            items=items,
            all_address=settings.SITE + reverse("notices:list"),
            stop_address=settings.SITE + reverse("notices:preference"),
            language=language,
        )


def to_say(message: Message, *, today: date) -> list[texts.Words]:
    """What a colleague tells on the telephone, in the language of the page."""
    return _sayable(message, today)


def _sayable(message: Message, today: date) -> list[texts.Words]:
    waiting = message.notices.filter(read_at=None).select_related("event").order_by("event__seq")
    events = [notice.event for notice in waiting if _is_for(notice, today)]
    words = texts.words_of(events)
    return [words[e.pk] for e in events if e.pk in words]


def _is_for(notice: Notice, today: date) -> bool:
    """Whether the person is still to be told: a role may have ended since."""
    text = texts.of(notice.event.verb)
    return text is not None and notice.user_id in set(text.to(notice.event, today))
