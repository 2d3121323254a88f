"""Values of an indicator, each with how it came to be."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from gandan.core.access import Actor, Anyone
from gandan.indicators.enums import Span
from gandan.indicators.models import Indicator, Statement, Value
from gandan.indicators.queries.called import of_values
from gandan.indicators.queries.visible import values_for
from gandan.units import queries as units
from gandan.units.gazetteer import Place

NEWEST = (Coalesce("on", "period_to").desc(), F("unit_id"), F("span"), F("id").desc())


@dataclass(frozen=True)
class Point:
    """One value that holds, the unit as it was then, and the rows before it, newest first."""

    value: Value
    place: Place | None
    earlier: tuple[Value, ...] = ()


def living(indicator: Indicator, *, actor: Actor | None = None, unit: UUID | None = None) -> QuerySet[Value]:
    """What holds today of one indicator, newest time first."""
    rows = values_for(actor or Anyone()).living().filter(indicator=indicator)
    if unit is not None:
        rows = rows.filter(unit_id__in=_through_time(unit))
    return rows.select_related("indicator", "statement").order_by(*NEWEST)


def series(indicator: Indicator, unit: UUID, *, actor: Actor | None = None) -> list[Point]:
    """All values of a unit and of those that went into it, each under the unit of its time: figures of old units are not added up here."""
    return told(list(living(indicator, actor=actor, unit=unit)))


def told(values: Sequence[Value]) -> list[Point]:
    """Values with their units' names then and their chains; two questions, however many values."""
    before = _earlier(values)
    return [Point(value, place, before[value.pk]) for value, place in zip(values, of_values(values), strict=True)]


def latest_before(indicator: Indicator, unit: UUID, *, actor: Actor) -> Value | None:
    """The last value that was entered for a unit, to stand beside the new one."""
    return living(indicator, actor=actor).filter(unit_id=unit).exclude(span=Span.CUMULATIVE).first() or (
        living(indicator, actor=actor).filter(unit_id=unit).first()
    )


def read_from(statement: Statement, *, actor: Actor) -> list[Point]:
    """Values that were read from a statement and hold."""
    rows = values_for(actor).living().filter(statement=statement).select_related("indicator", "statement")
    return told(list(rows))


def _through_time(unit: UUID) -> frozenset[UUID]:
    return frozenset({unit, *(part.place.id for part in units.predecessors(unit) if part.share)})


def _earlier(values: Sequence[Value]) -> dict[UUID, tuple[Value, ...]]:
    """The rows of each chain before the last: found by what all rows of a chain share, in one question."""
    found: dict[UUID, list[Value]] = defaultdict(list)
    corrected = [v for v in values if v.corrects_id is not None]
    if corrected:
        same = Q(indicator__in={v.indicator_id for v in corrected}, unit__in={v.unit_id for v in corrected})
        rows = Value.objects.filter(same, corrected_by__isnull=False).select_related("indicator", "reason", "corrected_by__reason")
        by_id = {row.pk: row for row in rows}
        for value in corrected:
            step = value.corrects_id
            while step is not None and step in by_id:
                found[value.pk].append(by_id[step])
                step = by_id[step].corrects_id
    return {value.pk: tuple(found[value.pk]) for value in values}
