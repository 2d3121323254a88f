"""Who carried a document out: rooms above register what they know, the document's page shows it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from gandan.core.access import Actor
from gandan.directives.models import Document


@dataclass(frozen=True)
class Mention:
    """One thing that was done under a document: what it is called, where it stands, its day, and the sentence that names the document."""

    title: str
    url: str
    day: date | None = None
    quote: str = ""


Source = Callable[[Document, Actor, int], Sequence[Mention]]
_sources: dict[str, Source] = {}


def register(name: str, source: Source) -> None:
    """`source(document, actor, limit)` answers what the actor may see, newest first; called from `apps.ready`."""
    if _sources.setdefault(name, source) is not source:
        raise ValueError(f"mentions of {name} are registered twice")


def of(document: Document, *, actor: Actor, limit: int = 50) -> list[Mention]:
    """Everything done under a document, newest first, what has no day last."""
    found = [mention for source in _sources.values() for mention in source(document, actor, limit)]
    return sorted(found, key=lambda m: (m.day is not None, m.day or date.min, m.title), reverse=True)[:limit]
