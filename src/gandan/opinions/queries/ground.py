"""READ: everything that dates are counted by, in one question: versions of rules, days off by decree, pledges of units."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from gandan.core.calendar.calc import Override, WorkCalendar
from gandan.core.calendar.models import CalendarDay
from gandan.core.legal.enums import Measure
from gandan.core.legal.models import LegalRule
from gandan.core.legal.queries import LAST_DAY_MOVES, UnknownRule
from gandan.opinions.calc import law
from gandan.opinions.models import Pledge

_TABLES = {name: model._meta.db_table for name, model in (("rules", LegalRule), ("days", CalendarDay), ("pledges", Pledge))}
ASKED = """
select
 (select coalesce(json_agg(json_build_array(code, lower(valid), upper(valid), numerator, measure) order by valid desc), '[]')
  from {rules} where code = any(%s) and not isempty(valid)),
 (select coalesce(json_agg(json_build_array(day, working, reason)), '[]') from {days} where day >= %s),
 (select coalesce(json_agg(json_build_array(unit_id, lower(during), upper(during), days)), '[]') from {pledges} where unit_id = any(%s))
""".format(**_TABLES)  # noqa: S608  names of our own tables


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
    """For cases of these units whose periods begin on `first` or later; `codes` narrows it to the rules that are needed. One statement,
    written out: it is asked whenever somebody says something, and building it anew would cost more than answering it."""
    with connection.cursor() as cursor:
        cursor.execute(ASKED, [[*(law.codes() if codes is None else codes), LAST_DAY_MOVES], first, list(set(units))])
        rules, decreed, pledged = cursor.fetchone()
    versions: dict[str, tuple[Version, ...]] = {}
    for code, *number in rules:
        versions[code] = (*versions.get(code, ()), _version(*number))
    pledges: dict[UUID, tuple[Version, ...]] = {}
    for unit, *number in pledged:
        pledges[UUID(unit)] = (*pledges.get(UUID(unit), ()), _version(*number))
    return Ground(versions, pledges, WorkCalendar({date.fromisoformat(day): Override(working, why) for day, working, why in decreed}))


def _version(first: str | None, end: str | None, days: int, measure: str = Measure.WORKING_DAYS) -> Version:
    return Version(date.fromisoformat(first) if first else None, date.fromisoformat(end) if end else None, days, measure)
