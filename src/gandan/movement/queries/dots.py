"""READ where models are: the country as dots, one for each commune, larger where there are more; and the same as a table of provinces."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, QuerySet

from gandan.movement.models import Practice
from gandan.units.calc import dots
from gandan.units.gazetteer import Level, Place
from gandan.units.queries.country import Country, country, spots
from gandan.units.queries.order import in_order
from gandan.units.queries.picture import picture

STEPS = (1, 2, 5)  # from how many models on a dot is one size larger


@dataclass(frozen=True)
class Province:
    """How many models a province has, in how many of its communes; its dots by size, the smallest first."""

    place: Place
    models: int
    communes: int
    paths: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Where:
    """The country of today behind, and on it what has models. `unplaced`: of units that are no more or that nobody has placed."""

    country: Country
    provinces: tuple[Province, ...]
    models: int
    communes: int
    unplaced: int


def counted(rows: QuerySet[Practice]) -> dict[UUID, int]:
    """How many models each unit has today; one question that the index answers."""
    return dict(rows.order_by().values_list("unit_id").annotate(n=Count("pk")))


def where(models: Mapping[UUID, int], *, today: date) -> Where:
    """The drawing and the table from counts by unit; no question besides. A model of a province itself counts there and has no dot."""
    tree, drawn = picture(), country(today)
    here: dict[str, list[Place]] = defaultdict(list)
    found: Counter[str] = Counter()
    unplaced = 0
    for unit, n in models.items():
        place = tree.at(key, today) if (key := tree.keys.get(unit)) else None
        province = (place if place.level == Level.PROVINCE else tree.province(place, today)) if place else None
        if place is None or province is None:
            unplaced += n
            continue
        found[province.key] += n
        if place.level != Level.PROVINCE:
            here[province.key].append(place)
    named = in_order(p for p in tree.tree(today, Level.PROVINCE) if found[p.key])
    provinces = tuple(
        Province(
            p,
            found[p.key],
            len(here[p.key]),
            tuple(
                (size, path)
                for size in range(len(STEPS))
                if (path := dots.path(spots(tree, [c for c in here[p.key] if step(models[c.id]) == size])))
            ),
        )
        for p in named
    )
    return Where(drawn, provinces, sum(found.values()), sum(p.communes for p in provinces), unplaced)


def step(n: int) -> int:
    """The size of a dot for so many models, from 0 up."""
    return max(i for i, least in enumerate(STEPS) if n >= least)
