"""What a record may be merged into, as choices on the screen."""

from dataclasses import dataclass

from gandan.core.access import Actor
from gandan.ingest import queries
from gandan.ingest.models import ProposedRecord
from gandan.ingest.web.things import link


@dataclass(frozen=True)
class Match:
    """One thing that stands in a room already: its choice, what it is called, why it may be meant, its page."""

    value: str
    title: str
    why: str
    url: str


def matches(row: ProposedRecord, actor: Actor) -> list[Match]:
    """The likeliest first."""
    out = []
    for found in queries.candidates(row, actor=actor):
        page = link(found.thing._meta.label_lower, str(found.thing.pk), getattr(found.thing, "activity_id", None))
        out.append(Match(str(found.thing.pk), found.title, "; ".join(found.why), page.url if page else ""))
    return out
