"""Where a figure is used: rooms above register what they know, the figure's page shows it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from gandan.core.access import Actor
from gandan.indicators.models import Statement


@dataclass(frozen=True)
class Mention:
    """One thing that cites the figure: what it is called, where it stands, and its day."""

    title: str
    url: str
    day: date | None = None


Source = Callable[[Statement, Actor], Sequence[Mention]]
_sources: dict[str, Source] = {}


def register(name: str, source: Source) -> None:
    """`source(statement, actor)` answers what the actor may see; called from `apps.ready`."""
    if _sources.setdefault(name, source) is not source:
        raise ValueError(f"mentions of {name} are registered twice")


def of(statement: Statement, *, actor: Actor) -> list[Mention]:
    """Everything that cites a figure, newest first, what has no day last."""
    found = [mention for source in _sources.values() for mention in source(statement, actor)]
    return sorted(found, key=lambda m: (m.day is not None, m.day or date.min, m.title), reverse=True)
