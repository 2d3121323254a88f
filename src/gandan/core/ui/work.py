""" "Việc của tôi": rooms register what they owe somebody; the page that shows it knows none of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from gandan.core.access import Actor


@dataclass(frozen=True)
class WorkItem:
    """One thing owed: what, where it is done, the word on the button, by when, and for which office."""

    title: str
    url: str
    deed: str
    due: date | None = None
    office: str = ""


Source = Callable[[Actor, date], Iterable[WorkItem]]
_sources: dict[str, Source] = {}


def register(name: str, source: Source) -> None:
    """A room says what an actor owes on a day; called from `apps.ready`. A name that is taken by another source stops the start."""
    if _sources.setdefault(name, source) is not source:
        raise ValueError(f"work of {name} is registered twice")


def owed(actor: Actor, today: date) -> list[WorkItem]:
    """Everything an actor owes, late first, what has no date last."""
    items = [item for source in _sources.values() for item in source(actor, today)]
    return sorted(items, key=lambda i: (i.due is None, i.due or today, i.title))
