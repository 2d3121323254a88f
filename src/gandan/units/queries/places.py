"""The tree on a date, names, and what became of units."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from gandan.units.gazetteer import Became, Hit, Level, Place
from gandan.units.models import Unit
from gandan.units.queries.answers import Dot
from gandan.units.queries.picture import Picture, picture

Named = Unit | Place | UUID


def key_of(unit: Named) -> str:
    """The key under which the picture knows a unit; an unknown id is the caller's mistake (KeyError)."""
    return unit.key if isinstance(unit, Place) else picture().keys[unit.pk if isinstance(unit, Unit) else unit]


def one(unit: Named, *, on: date | None = None) -> Place | None:
    """A unit as it was on a day; without a day as it is, or was last. None when there is none, or not then."""
    try:
        return picture().at(key_of(unit), on)
    except KeyError:
        return None


def several(units: Iterable[UUID]) -> list[Place | None]:
    """Units as they are, or were last, in the order asked: one question to the database, however many."""
    tree = picture()
    return [tree.at(key, None) if (key := tree.keys.get(unit)) else None for unit in units]


def by_code(code: str, *, on: date | None = None, level: Level | str | None = None) -> Place | None:
    """The bearer of a code on a day; without a day today's, or the last one."""
    return picture().by_code(code, on, level)


def find(text: str, *, on: date | None = None, level: Level | str | None = None, province: str | None = None, limit: int = 20) -> list[Hit]:
    """Units by old or new name, ranked; units added to this database are found as the shipped ones are."""
    return picture().find(text, on=on, level=level, province=province, limit=limit)


def tree(on: date, level: Level | str | None = None) -> list[Place]:
    """Every unit on a day, of one level or all."""
    return picture().tree(on, level)


def children(unit: Named, *, on: date | None = None) -> list[Place]:
    """Units directly below."""
    place = one(unit, on=on)
    return picture().children(place, on) if place else []


def descendants(unit: Named, *, on: date | None = None) -> list[Place]:
    """Everything below a unit on a day, itself not included; one question to the database, however deep."""
    place = one(unit, on=on)
    return _below(picture(), place, on) if place else []


def _below(known: Picture, place: Place, on: date | None) -> list[Place]:
    return [p for child in known.children(place, on) for p in (child, *_below(known, child, on))]


def descendant_ids(unit: Named, *, on: date | None = None) -> frozenset[UUID]:
    """Ids of a unit and everything below it, for filters."""
    place = one(unit, on=on)
    return frozenset(p.id for p in (place, *descendants(place, on=on))) if place else frozenset()


def ancestors(unit: Named, *, on: date | None = None) -> list[Place]:
    """Parent, grandparent … on a day."""
    place = one(unit, on=on)
    return picture().ancestors(place, on) if place else []


def ancestor_ids(unit: UUID, on: date) -> frozenset[UUID]:
    """A unit and those above it on a day: what `core.access` asks for rights "above"."""
    return frozenset({unit, *(p.id for p in ancestors(unit, on=on))})


def became(unit: Named, *, on: date | None = None) -> list[Became]:
    """The units that hold a unit on the day `on` (today without one), with shares."""
    place = one(unit)
    return picture().became(place, until=on) if place else []


def predecessors(unit: Named) -> list[Became]:
    """The units that went into it, with the share of each."""
    place = one(unit)
    return picture().came_from(place) if place else []


def dots(on: date, level: Level | str = Level.COMMUNE) -> list[Dot]:
    """Where the units of a level lie on a day, with the code of their province; those without a known place are left out."""
    tree_now = picture()
    out = []
    for place in tree_now.tree(on, level):
        if place.lat is not None and place.lon is not None:
            province = tree_now.province(place, on)
            out.append(Dot(place.id, place.code or "", place.full_name, place.lat, place.lon, (province.code if province else None) or ""))
    return out
