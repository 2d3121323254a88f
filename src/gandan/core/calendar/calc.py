"""Counting working days, without Django."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import holidays

SATURDAY = 5
DAY = timedelta(days=1)


@lru_cache(maxsize=64)
def shipped_year(year: int) -> tuple[Mapping[date, str], frozenset[date]]:
    """Days off of a year with their names in Vietnamese, and weekend days worked in exchange, as the package knows them."""
    known = holidays.country_holidays("VN", years=year, language="vi")
    return {d: known[d] for d in known}, frozenset(d for d in known.weekend_workdays if d.year == year)


@dataclass(frozen=True)
class Override:
    """A decree's word on one day: worked or not, and why. It stands above the package."""

    working: bool
    reason: str


@dataclass(frozen=True)
class WorkCalendar:
    """Monday to Friday are worked; holidays are not; make-up Saturdays are; what a decree says stands above both."""

    overrides: Mapping[date, Override]

    def is_working(self, day: date) -> bool:
        """Whether offices work on the day."""
        if day in self.overrides:
            return self.overrides[day].working
        off, made_up = shipped_year(day.year)
        if day in off:
            return False
        return day.weekday() < SATURDAY or day in made_up

    def why_off(self, day: date) -> str:
        """The name of the holiday; empty for an ordinary weekend or a working day."""
        if day in self.overrides:
            return "" if self.overrides[day].working else self.overrides[day].reason
        return shipped_year(day.year)[0].get(day, "")

    def add_working_days(self, start: date, number: int) -> date:
        """The `number`-th working day after `start`, the first being the day after at the earliest. 0 gives `start`."""
        if number < 0:
            raise ValueError("working days are counted forward")
        day = start
        while number:
            day += DAY
            number -= self.is_working(day)
        return day

    def working_days_between(self, start: date, end: date) -> int:
        """Working days after `start` up to and including `end`; negative when `end` lies before."""
        if end < start:
            return -self.working_days_between(end, start)
        return sum(self.is_working(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))

    def next_working_day(self, day: date) -> date:
        """The day itself when it is worked, else the first after it that is."""
        while not self.is_working(day):
            day += DAY
        return day
