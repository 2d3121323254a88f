"""What is said of an event, to whom: rooms register it at start, from their own `messages.py`.

    texts.register(texts.Text(verb="commitments.extended", label=_("Hạn của một việc được lùi"), to=to, words=words))

Nothing confidential may stand in the words, because they leave the house by mail and SMS: number, date, kind and link always; a title only
when the thing is public; never a person's words, name or contact. `tests/notices/test_confidential.py` walks every registered text.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.functional import Promise

from gandan.core.events import Event
from gandan.core.text.days import written


@dataclass(frozen=True)
class Words:
    """A subject of a few words, one line that says what it means for the reader, and the path of the page (it begins with /)."""

    subject: str
    line: str
    url: str


def day_of(event: Event, name: str) -> str:
    """A date among the facts of an event, as people write it; empty where the event tells none."""
    value = str(event.facts.get(name) or "")
    return written(date.fromisoformat(value)) if value else ""


To = Callable[[Event, date], Iterable[UUID]]


@dataclass(frozen=True)
class Text:
    """How one verb is told.

    `to(event, today)`: ids of the people who are to be told, by the roles they hold on `today`. It is asked twice, when the notices are
    made and again when a message leaves: who is not among them any more hears nothing. Whoever did the deed is left out by itself.
    `words(event)`: in the language that is active then; None when nothing can be said any more (the thing was erased or withdrawn).
    `many(events)`: the same for a list in a constant number of queries, by id of the event; a room whose words read rows gives it.
    `urgent`: passes quiet hours and the daily digest. `by_call`: a colleague may be asked to call about it; not where the colleague must
    not know of it.
    """

    verb: str
    label: str | Promise
    to: To
    words: Callable[[Event], Words | None]
    many: Callable[[Sequence[Event]], Mapping[UUID, Words]] | None = None
    urgent: bool = False
    by_call: bool = True


_texts: dict[str, Text] = {}


def register(*texts: Text) -> None:
    """Called from `apps.ready`. A verb that is told by another text already stops the start."""
    for text in texts:
        if _texts.setdefault(text.verb, text) is not text:
            raise ValueError(f"{text.verb} is told by two texts")


def of(verb: str) -> Text | None:
    """How a verb is told; None when nobody is told."""
    return _texts.get(verb)


def registered() -> Mapping[str, Text]:
    """Every text of the installation, for the page that explains them and for the test that reads them."""
    return _texts


def words_of(events: Sequence[Event]) -> dict[UUID, Words]:
    """What is said of several events, by their ids; those of which nothing can be said are absent."""
    said: dict[UUID, Words] = {}
    for verb in dict.fromkeys(e.verb for e in events):
        text, mine = _texts.get(verb), [e for e in events if e.verb == verb]
        if text is None:
            continue
        if text.many is not None:
            said |= text.many(mine)
        else:
            said |= {e.pk: words for e in mine if (words := text.words(e)) is not None}
    return said
