""" "Việc của tôi": rooms register what they owe somebody; the page that shows it knows none of them.

Late first, then today, then what waits without a day, then by day, in groups a person plans a week by.
A room with much work hands over only the most urgent items of each group
(`MOST`) and says honestly how many there are, so that the page costs the same for five items and for five thousand.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from gandan.core.access import Actor

MOST = 25
SUNDAY = 6


class When(TextChoices):
    """The groups of the page, in its order."""

    LATE = "late", _("Quá hạn")
    TODAY = "today", _("Hôm nay")
    UNDATED = "undated", _("Không hẹn ngày")  # waits for one's yes or answer: before what has time till the end of the week
    WEEK = "week", _("Tuần này")
    LATER = "later", _("Sau đó")


@dataclass(frozen=True)
class WorkItem:
    """One thing owed: what, where it is done, the word on the button, by when, for which office, and what kind of work it is.

    `url` is where the deed is done, `about` the page that tells the whole of it, when that is another one; `note` what presses besides
    the day: that people said it is not done, how long somebody has been waiting.
    """

    title: str
    url: str
    deed: str
    due: date | None = None
    office: str = ""
    kind: str = ""
    about: str = ""
    note: str = ""


@dataclass(frozen=True)
class Pile:
    """Much work: the most urgent items of each group, how many there really are, and the room's own list, where all can be found."""

    items: Sequence[WorkItem]
    counts: Mapping[When, int] = field(default_factory=dict)
    rest: Mapping[When, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Group:
    """What is owed in one stretch of time: the items shown, how many there are in all, and where the others stand."""

    when: When
    items: tuple[WorkItem, ...]
    count: int
    rest: tuple[str, ...]

    @property
    def hidden(self) -> int:
        """How many are not shown here."""
        return self.count - len(self.items)


Source = Callable[[Actor, date], "Iterable[WorkItem] | Pile"]
_sources: dict[str, Source] = {}


def register(name: str, source: Source) -> None:
    """A room says what an actor owes on a day; called from `apps.ready`. A name that is taken by another source stops the start."""
    if _sources.setdefault(name, source) is not source:
        raise ValueError(f"work of {name} is registered twice")


def when(due: date | None, today: date) -> When:
    """The group of a day. The week ends on Sunday."""
    if due is None:
        return When.UNDATED
    if due <= today:
        return When.LATE if due < today else When.TODAY
    return When.WEEK if due <= week_end(today) else When.LATER


def week_end(today: date) -> date:
    """Sunday of this week."""
    return today + timedelta(days=SUNDAY - today.weekday())


def owed(actor: Actor, today: date) -> list[WorkItem]:
    """What the page shows of everything an actor owes, late first."""
    return [item for group in groups(actor, today) for item in group.items]


def groups(actor: Actor, today: date) -> list[Group]:
    """The work of all rooms in the groups that hold any, each shortened to `MOST` with the true count beside it."""
    piles = [_pile(source(actor, today), today) for source in _sources.values()]
    found = []
    for name in When:
        items = sorted((i for p in piles for i in p.items if when(i.due, today) == name), key=lambda i: (i.due or today, i.title))
        count = sum(p.counts.get(name, 0) for p in piles)
        if count:
            rest = tuple(p.rest[name] for p in piles if name in p.rest)
            found.append(Group(name, tuple(items), count, rest))
    return found


def _pile(given: Iterable[WorkItem] | Pile, today: date) -> Pile:
    """A room that hands over all its items is counted here."""
    if isinstance(given, Pile):
        return given
    items = list(given)
    return Pile(items, Counter(when(i.due, today) for i in items))
