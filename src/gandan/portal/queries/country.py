"""The country on a day: its provinces with counts, and all communes as dots."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from gandan.portal.drawing import dots
from gandan.portal.drawing.dots import Mark, Spot
from gandan.portal.queries.places import places
from gandan.units.gazetteer import Gazetteer, Level, Place

ISLANDS = "Đặc khu"


@dataclass(frozen=True)
class Province:
    """A province on the day: how many units of each kind, and its dots as a path."""

    place: Place
    districts: int
    communes: int
    kinds: tuple[tuple[str, int], ...]
    path: str


@dataclass(frozen=True)
class Country:
    """All provinces on the day; `path` is every dot in one, `marks` the names of the islands."""

    on: date
    provinces: tuple[Province, ...]
    communes: int
    districts: int
    kinds: tuple[tuple[str, int], ...]
    path: str
    marks: tuple[Mark, ...]
    width: int = dots.WIDTH
    height: int = dots.HEIGHT


def country(on: date) -> Country:
    """The country on a day; drawn once for each state of the data."""
    return _country(places(), on)


@lru_cache(maxsize=16)
def _country(known: Gazetteer, on: date) -> Country:
    communes, districts = known.tree(on, Level.COMMUNE), known.tree(on, Level.DISTRICT)
    below: dict[str, list[Place]] = {}
    for commune in communes:
        if province := known.province(commune, on):
            below.setdefault(province.key, []).append(commune)
    counted = Counter(d.parent for d in districts)
    provinces = tuple(
        Province(p, counted[p.key], len(mine := below.get(p.key, [])), kinds(mine), dots.path(spots(mine)))
        for p in known.tree(on, Level.PROVINCE)
    )
    islands = [Spot(c.lat, c.lon, c.name) for c in communes if c.kind == ISLANDS and c.lat is not None and c.lon is not None]
    return Country(on, provinces, len(communes), len(districts), kinds(communes), dots.path(spots(communes)), tuple(dots.marks(islands)))


def spots(communes: list[Place]) -> list[Spot]:
    """Where the communes lie; one without known coordinates has no dot."""
    return [Spot(c.lat, c.lon) for c in communes if c.lat is not None and c.lon is not None]


def kinds(communes: list[Place]) -> tuple[tuple[str, int], ...]:
    """How many of each kind, the most frequent first."""
    return tuple(Counter(c.kind for c in communes).most_common())
