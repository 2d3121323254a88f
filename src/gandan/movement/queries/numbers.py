"""READ the numbers over the gallery. Of one unit they are counted as they are asked for; of the whole country once after each change."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from gandan.appraisals.enums import Level
from gandan.movement import stamp
from gandan.movement.models import Practice
from gandan.movement.queries import dots
from gandan.movement.queries.counts import Counts, counts
from gandan.movement.queries.dots import Where
from gandan.movement.queries.gallery import within
from gandan.movement.queries.visible import public
from gandan.units.gazetteer import Place
from gandan.units.queries.picture import Picture, picture


@dataclass(frozen=True)
class Numbers:
    """Side by side, never added. `recognised`: the levels that recognise any, the highest first."""

    registered: int
    effective: int
    lapsed: int
    stopped: int
    recognised: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Whole:
    """Everything, counted for one state of the data and one day: the numbers, and how many each unit has."""

    state: tuple[str, str, date]
    numbers: Numbers
    units: Mapping[UUID, int]


class Kept:
    """What this process counted and drew last."""

    whole: Whole | None = None
    drawn: tuple[Whole, Picture, Where] | None = None


def of(place: Place | None, *, today: date) -> Numbers:
    """Of a unit with all below it and all that went into it, or of the whole country."""
    return whole(today=today).numbers if place is None else _numbers(counts(Practice.objects.filter(within(place)), on=today))


def whole(*, today: date) -> Whole:
    """Counted anew only when something changed (one indexed look tells) or the day is another."""
    state = (str(connection.settings_dict["NAME"]), stamp.current(), today)
    kept = Kept.whole
    if kept is None or kept.state != state or not state[1]:
        kept = Kept.whole = Whole(state, _numbers(counts(on=today)), dots.counted(public()))
    return kept


def where(*, today: date) -> Where:
    """The country with its models, drawn anew only when something was counted anew or the tree of units is another."""
    counted, tree, kept = whole(today=today), picture(), Kept.drawn
    if kept is None or kept[0] is not counted or kept[1] is not tree:
        kept = Kept.drawn = (counted, tree, dots.where(counted.units, today=today))
    return kept[2]


def _numbers(found: Counts) -> Numbers:
    levels = tuple((level.value, found.recognised[level]) for level in reversed(Level) if found.recognised.get(level))
    return Numbers(found.registered, found.effective, found.lapsed, found.stopped, levels)
