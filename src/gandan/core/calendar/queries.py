"""READ: the calendar of working days with this installation's decrees on top."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from gandan.core.calendar.calc import Override, WorkCalendar, shipped_year
from gandan.core.calendar.models import CalendarDay

DAYS_FILE = Path(__file__).parent / "data" / "days.toml"


@lru_cache(maxsize=1)
def shipped_decrees() -> dict[date, dict[str, Any]]:
    """Days of decrees that come with the program, and what they say: working, reason, source, checked."""
    rows = tomllib.loads(DAYS_FILE.read_text(encoding="utf-8"))["day"]
    return {row.pop("day"): row for row in rows}


def is_shipped(row: CalendarDay) -> bool:
    """Whether a row says just what came with the program."""
    said = shipped_decrees().get(row.day)
    return said is not None and all(getattr(row, name) == value for name, value in said.items())


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
    entered: UUID | None = None
    """The row that somebody of this installation entered; None for what was shipped."""


def special_days(year: int, *, shipped_as: str, made_up_as: str) -> list[SpecialDay]:
    """Days off and make-up days of a year, with where each is known from. The two words name the shipped sources for the reader."""
    off, made_up = shipped_year(year)
    days = {d: SpecialDay(d, working=False, reason=gettext(name), source=shipped_as, checked=False) for d, name in off.items()}
    days |= {d: SpecialDay(d, working=True, reason=made_up_as, source=shipped_as, checked=False) for d in made_up}
    for row in CalendarDay.objects.filter(day__year=year):
        days[row.day] = SpecialDay(row.day, row.working, gettext(row.reason), row.source, row.checked, None if is_shipped(row) else row.pk)
    return [days[d] for d in sorted(days)]
