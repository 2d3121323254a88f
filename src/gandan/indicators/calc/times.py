"""The time a value speaks of."""

import calendar
from dataclasses import dataclass
from datetime import date

from gandan.indicators.enums import Span


@dataclass(frozen=True)
class Time:
    """A day, or a period from its first to its last day; a running total is a period with a meaning of its own."""

    span: Span
    on: date | None = None
    period_from: date | None = None
    period_to: date | None = None

    @property
    def is_whole(self) -> bool:
        """A point has its day, anything else its two days in order."""
        if self.span == Span.POINT:
            return self.on is not None and self.period_from is None and self.period_to is None
        return self.on is None and self.period_from is not None and self.period_to is not None and self.period_from <= self.period_to

    @property
    def last_day(self) -> date | None:
        """The day it speaks of, or the last of the period."""
        return self.on or self.period_to

    def fields(self) -> dict[str, object]:
        """As columns."""
        return {"span": self.span, "on": self.on, "period_from": self.period_from, "period_to": self.period_to}


def month_end(day: date) -> date:
    """The last day of its month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def named(first: date, last: date) -> tuple[str, int, int] | None:
    """What people call a period: ("year", 2026, 0), ("half", 2026, 1), ("quarter", 2026, 3), ("month", 2026, 11); None for any other."""
    if first.day != 1 or last != month_end(last) or first.year != last.year:
        return None
    months = last.month - first.month + 1
    if months == 12:
        return "year", first.year, 0
    if months == 6 and first.month in (1, 7):
        return "half", first.year, (first.month + 5) // 6
    if months == 3 and first.month % 3 == 1:
        return "quarter", first.year, (first.month + 2) // 3
    return ("month", first.year, first.month) if months == 1 else None
