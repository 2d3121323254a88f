"""READ: the calendar of working days with this installation's decrees on top."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from gandan.core.calendar.calc import Override, WorkCalendar, shipped_year
from gandan.core.calendar.models import CalendarDay


def work_calendar(first: date, last: date) -> WorkCalendar:
    """A calendar that knows every decree between the two days (one query)."""
    rows = CalendarDay.objects.filter(day__range=(first, last))
    return WorkCalendar({r.day: Override(r.working, r.reason) for r in rows})


@dataclass(frozen=True)
class SpecialDay:
    """A day of a year's list that is not an ordinary working day or weekend."""

    day: date
    working: bool
    reason: str
    source: str
    checked: bool


def special_days(year: int, *, shipped_as: str, made_up_as: str) -> list[SpecialDay]:
    """Days off and make-up days of a year, with where each is known from. The two words name the shipped sources for the reader."""
    off, made_up = shipped_year(year)
    days = {d: SpecialDay(d, working=False, reason=gettext(name), source=shipped_as, checked=False) for d, name in off.items()}
    days |= {d: SpecialDay(d, working=True, reason=made_up_as, source=shipped_as, checked=False) for d in made_up}
    for row in CalendarDay.objects.filter(day__year=year):
        days[row.day] = SpecialDay(row.day, row.working, gettext(row.reason), row.source, row.checked)
    return [days[d] for d in sorted(days)]
