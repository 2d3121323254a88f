"""READ: everything that dates are counted by, in one question: versions of rules, days off by decree, pledges of units."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db.models import Case as Whether
from django.db.models import JSONField, Value, When
from django.db.models.functions import JSONObject

from gandan.core.calendar.calc import Override, WorkCalendar
from gandan.core.calendar.models import CalendarDay
from gandan.core.legal.models import LegalRule
from gandan.core.legal.queries import LAST_DAY_MOVES, UnknownRule
from gandan.opinions.calc import law
from gandan.opinions.models import Pledge

_LIST = ArrayField(JSONField())


@dataclass(frozen=True)
class Version:
    """A number as it held from a day up to, not including, another: of a rule, or of a unit's pledge."""

    first: date | None
    end: date | None
    days: int
    measure: str

    def holds(self, on: date) -> bool:
        """Whether it held on a day."""
        return (self.first is None or self.first <= on) and (self.end is None or on < self.end)


@dataclass(frozen=True)
class Ground:
    """What dates of some cases are counted by."""

    versions: Mapping[str, tuple[Version, ...]]
    pledges: Mapping[UUID, tuple[Version, ...]]
    calendar: WorkCalendar

    def rule(self, code: str, *, on: date) -> Version:
        """The version that held on a day. Raises UnknownRule where none did: a leader must see that, so it is never guessed."""
        for version in self.versions.get(code, ()):
            if version.holds(on):
                return version
        raise UnknownRule(f"{code} on {on.isoformat()}")

    def pledge(self, unit: UUID, *, on: date) -> Version | None:
        """What a unit had pledged by a day; None where it had said nothing."""
        return next((one for one in self.pledges.get(unit, ()) if one.holds(on)), None)

    def last_day_moves(self, *, on: date) -> bool:
        """Whether a period of calendar days that ends on a day off runs on to the next working day."""
        return bool(self.rule(LAST_DAY_MOVES, on=on).days)


def ground(*, units: Iterable[UUID], first: date, codes: Iterable[str] | None = None) -> Ground:
    """For cases of these units whose periods begin on `first` or later; `codes` narrows it to the rules that are needed. One query."""
    days = CalendarDay.objects.filter(day__gte=first).values(one=JSONObject(day="day", working="working", reason="reason"))
    pledges = Pledge.objects.filter(unit__in=set(units)).values(
        one=JSONObject(unit="unit_id", days="days", first="during__startswith", end="during__endswith")
    )
    once = When(code=LAST_DAY_MOVES, then=ArraySubquery(days))
    twice = When(code=LAST_DAY_MOVES, then=ArraySubquery(pledges))
    rows = LegalRule.objects.filter(code__in={*(law.codes() if codes is None else codes), LAST_DAY_MOVES}, valid__isempty=False).annotate(
        decreed=Whether(once, default=Value(None), output_field=_LIST), pledged=Whether(twice, default=Value(None), output_field=_LIST)
    )
    versions: dict[str, tuple[Version, ...]] = {}
    decreed: list[dict[str, Any]] = []
    pledged: list[dict[str, Any]] = []
    for row in rows.order_by("-valid"):
        version = Version(row.valid.lower, row.valid.upper, row.numerator, row.measure)
        versions[row.code] = (*versions.get(row.code, ()), version)
        decreed, pledged = row.decreed or decreed, row.pledged or pledged
    return Ground(versions, _by_unit(pledged), WorkCalendar({_day(d["day"]): Override(d["working"], d["reason"]) for d in decreed}))


def _by_unit(pledged: Iterable[dict[str, Any]]) -> dict[UUID, tuple[Version, ...]]:
    out: dict[UUID, tuple[Version, ...]] = {}
    for one in pledged:
        unit = UUID(one["unit"])
        first, end = (_day(one[key]) if one[key] else None for key in ("first", "end"))
        out[unit] = (*out.get(unit, ()), Version(first, end, one["days"], "working_days"))
    return out


def _day(said: str) -> date:
    return date.fromisoformat(said[:10])
