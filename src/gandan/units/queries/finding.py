"""A unit of today for any name that people still use: officers remember the ward that was merged away."""

from dataclasses import dataclass

from gandan.units.gazetteer import Place
from gandan.units.queries.picture import picture

MOST_PARTS = 12  # an old city has dozens: then it is quicker to type the ward


@dataclass(frozen=True)
class Found:
    """What answers to the typed name, what stands above it, and the units of today: itself, or what it went into, largest part first."""

    place: Place
    above: str
    today: tuple[Place, ...]
    more: int


def of_today(text: str, *, limit: int = 12) -> list[Found]:
    """Units by old or new name, each with the units in which work goes on today."""
    known, out = picture(), []
    for hit in known.find(text, limit=limit):
        place = hit.place
        parts = [place] if place.is_open else [b.place for b in sorted(known.became(place), key=lambda b: (not b.main, -(b.share or 0)))]
        above = ", ".join(p.full_name for p in known.ancestors(place))
        out.append(Found(place, above, tuple(parts[:MOST_PARTS]), max(0, len(parts) - MOST_PARTS)))
    return out
