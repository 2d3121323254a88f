"""The country on a day: its provinces with counts, and all communes as dots."""

import math
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from gandan.units.calc import dots
from gandan.units.calc.dots import Mark, Spot
from gandan.units.gazetteer import Level, Place
from gandan.units.queries.order import in_order, kind_rank
from gandan.units.queries.picture import Picture, picture

ISLANDS = "Đặc khu"
# Names in the narrow gulf are moved apart, in drawing units, so that all fit.
SPREAD = {"Vân Đồn": -42, "Cô Tô": -14, "Bạch Long Vĩ": 14, "Cát Hải": 18}


@dataclass(frozen=True)
class Province:
    """A province on the day: how many units of each kind, and its dots as a path."""

    place: Place
    districts: int
    communes: int
    kinds: tuple[tuple[str, int], ...]
    path: str


@dataclass(frozen=True, eq=False)
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
    return _country(picture(), on)


@lru_cache(maxsize=16)
def _country(known: Picture, on: date) -> Country:
    communes, districts = known.tree(on, Level.COMMUNE), known.tree(on, Level.DISTRICT)
    below: dict[str, list[Place]] = {}
    for commune in communes:
        if province := known.province(commune, on):
            below.setdefault(province.key, []).append(commune)
    counted = Counter(d.parent for d in districts)
    provinces = tuple(
        Province(p, counted[p.key], len(mine := below.get(p.key, [])), kinds(mine), dots.path(spots(known, mine)))
        for p in in_order(known.tree(on, Level.PROVINCE))
    )
    marks = tuple(dots.marks(_islands([p for times in known.times.values() if (p := times[-1]).is_open and p.kind == ISLANDS], communes)))
    return Country(on, provinces, len(communes), len(districts), kinds(communes), dots.path(spots(known, communes)), marks)


def spots(known: Picture, communes: list[Place]) -> list[Spot]:
    """Where the communes lie; one without known coordinates has no dot."""
    return [s for c in communes if (s := spot(known, c))]


def spot(known: Picture, commune: Place) -> Spot | None:
    """Where one lies. The source puts some communes of the islands at their offices on the mainland: one that is now (a part of) a
    special zone more than a degree away is drawn where that zone is."""
    if commune.lat is None or commune.lon is None:
        return None
    for link in () if commune.is_open else known.after[commune.key]:
        zone = known.at(link.new) if link.new else None
        if zone and zone.kind == ISLANDS and zone.lat and zone.lon and math.hypot(zone.lat - commune.lat, zone.lon - commune.lon) > 1:
            return Spot(zone.lat, zone.lon)
    return Spot(commune.lat, commune.lon)


def kinds(communes: list[Place]) -> tuple[tuple[str, int], ...]:
    """How many of each kind, always in the same order."""
    return tuple(sorted(Counter(c.kind for c in communes).items(), key=lambda k: kind_rank(k[0])))


def _islands(zones: list[Place], communes: list[Place]) -> list[Spot]:
    """Today's special zones, whatever the day: islands stay where they are. The farthest from any commune first: it needs its name most."""
    apart = [Spot(z.lat, z.lon, z.name, SPREAD.get(z.name, 0)) for z in zones if z.lat is not None and z.lon is not None]
    others = [(c.lat, c.lon) for c in communes if c.kind != ISLANDS and c.lat is not None and c.lon is not None]
    return sorted(apart, key=lambda s: -min((math.hypot(s.lat - lat, s.lon - lon) for lat, lon in others), default=0))
