"""READ the numbers over the gallery. Of what was asked for they are counted as it is asked; of everything once after each change."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from gandan.movement import stamp
from gandan.movement.models import Practice
from gandan.movement.queries import dots
from gandan.movement.queries.counts import Apart, Counts, apart, grouped
from gandan.movement.queries.dots import Where
from gandan.movement.queries.gallery import Wanted, narrowed
from gandan.units.queries.picture import Picture, picture


@dataclass(frozen=True)
class Whole:
    """Everything, counted for one state of the data and one day: the numbers, and those of each unit."""

    state: tuple[str, str, date]
    numbers: Apart
    units: Mapping[UUID, Apart]


class Kept:
    """What this process counted and drew last."""

    whole: Whole | None = None
    drawn: tuple[Whole, Picture, Where] | None = None


def of(wanted: Wanted, *, today: date) -> Apart:
    """Of the models that were asked for, words aside; of everything where nothing was.

    Everything registered counts, also an exemplary person who has no page because nobody recognised them yet: a number names nobody.
    """
    if not wanted.narrows:
        return whole(today=today).numbers
    return apart(grouped(narrowed(Practice.objects.all(), wanted, today=today), "kind", "subject", on=today))


def whole(*, today: date) -> Whole:
    """Counted anew only when something changed (one indexed look tells) or the day is another."""
    state = (str(connection.settings_dict["NAME"]), stamp.current(), today)
    kept = Kept.whole
    if kept is None or kept.state != state:
        found = grouped(None, "unit", "kind", "subject", on=today)
        units: dict[UUID, dict[tuple[str, str], Counts]] = {}
        for (unit, kind, subject), one in found.items():
            units.setdefault(unit, {})[kind, subject] = one
        numbers = apart(found, kind=1, subject=2)
        kept = Kept.whole = Whole(state, numbers, {unit: apart(groups) for unit, groups in units.items()})
    return kept


def where(*, today: date) -> Where:
    """The country with its models, drawn anew only when something was counted anew or the tree of units is another."""
    counted, tree, kept = whole(today=today), picture(), Kept.drawn
    if kept is None or kept[0] is not counted or kept[1] is not tree:
        kept = Kept.drawn = (counted, tree, dots.where(counted.units, today=today))
    return kept[2]
