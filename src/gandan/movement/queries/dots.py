"""READ where models are: the country as dots, one for each commune, larger where there are more; and the same as a table of provinces."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from uuid import UUID

from gandan.movement.queries.counts import Apart, together
from gandan.units.calc import dots
from gandan.units.gazetteer import Level, Place
from gandan.units.queries.country import Country, country, spots
from gandan.units.queries.order import in_order
from gandan.units.queries.picture import picture

STEPS = (1, 2, 5)  # from how many models on a dot is one size larger


@dataclass(frozen=True)
class Province:
    """How many models a province has and in how many of its communes, apart from its exemplary collectives and persons; its dots by size,
    the smallest first."""

    place: Place
    models: int
    communes: int
    exemplars: tuple[int, int]
    paths: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Where:
    """The country of today behind, and on it what has registered models. `exemplars`: whether any stand in the table. `unplaced`: what
    is of units that are no more or that nobody has placed, each thing apart."""

    country: Country
    provinces: tuple[Province, ...]
    models: int
    communes: int
    exemplars: bool
    unplaced: Apart


def where(counted: Mapping[UUID, Apart], *, today: date) -> Where:
    """The drawing and the table from counts by unit; no question besides. A dot is a commune that has a way of working others can copy; a
    model of a province itself counts there and has no dot."""
    tree, drawn = picture(), country(today)
    here: dict[str, dict[int, list[Place]]] = defaultdict(lambda: defaultdict(list))  # by province and size
    found, collectives, persons = Counter[str](), Counter[str](), Counter[str]()
    models = {unit: one.models.registered for unit, one in counted.items()}
    lost: list[Apart] = []
    for unit, one in counted.items():
        place = tree.at(key, today) if (key := tree.keys.get(unit)) else None
        province = (place if place.level == Level.PROVINCE else tree.province(place, today)) if place else None
        if place is None or province is None:
            lost.append(one)
            continue
        found[province.key] += models[unit]
        collectives[province.key] += one.collectives.registered
        persons[province.key] += one.persons.registered
        if place.level != Level.PROVINCE and models[unit]:
            here[province.key][step(models[unit])].append(place)
    any_of = found + collectives + persons
    named = in_order(p for p in tree.tree(today, Level.PROVINCE) if any_of[p.key])
    provinces = tuple(
        Province(
            p,
            found[p.key],
            sum(map(len, here[p.key].values())),
            (collectives[p.key], persons[p.key]),
            tuple((size, path) for size, communes in sorted(here[p.key].items()) if (path := dots.path(spots(tree, communes)))),
        )
        for p in named
    )
    exemplars = any(any(p.exemplars) for p in provinces)
    unplaced = Apart(*(together(getattr(one, thing.name) for one in lost) for thing in fields(Apart)))
    return Where(drawn, provinces, sum(found.values()), sum(p.communes for p in provinces), exemplars, unplaced)


def step(n: int) -> int:
    """The size of a dot for so many models, from 0 up."""
    return max(i for i, least in enumerate(STEPS) if n >= least)
