"""The arithmetic of dates that are owed. Pure: no Django, no today.

A period of n days begins on the day after its `start`. What counts as a day is the rule's own measure:

- **working days**: the date is the n-th working day. A pause adds the working days inside it, so a holiday within a pause adds nothing (it
  would not have counted anyway): a pause over the whole of Tết costs the sender only the working days around it;
- **calendar days**: the date is the n-th day. A pause adds every day of it, Tết too. Only at the very end, once, is a last day off moved to
  the next working day (where the rule on ends of periods says so), however many pauses there were.

A pause takes the days after the one on which it began, up to and including the one on which it ended: as every period, it begins on the
day after. Begun and ended on one day it takes none. A day under two pauses counts once; days up to `start` are nobody's.

**Never earlier.** As long as stage, rule, version, start and round are the same (`Terms`), a later date is never before an earlier one:
if the calendar is changed so that offices work on a day that was off, the date that was given still stands (`held`). Pauses then move the
standing date by their length, not the one that bare counting would give. Only other terms (another content, another version of the rule,
another round) are counted afresh, and may give an earlier date: then the law is another, and the old date stays on record.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from gandan.core.calendar.calc import WorkCalendar

DAY = timedelta(days=1)
WORKING = "working_days"


@dataclass(frozen=True)
class Span:
    """A pause that is over: the day it began still counts, the days after it up to the one it ended do not."""

    began: date
    ended: date


@dataclass(frozen=True)
class Terms:
    """What a date follows from. Two dates with equal terms are the same promise, told again."""

    stage: str
    start: date
    rule: str
    rule_from: date | None
    days: int
    measure: str
    pledge: bool
    round: int


@dataclass(frozen=True)
class Counted:
    """A date, and how many days of the rule's measure pauses added to it."""

    due: date
    paused: int


def paused_days(spans: Iterable[Span], *, after: date) -> frozenset[date]:
    """Every day under a pause, once, that lies after the start."""
    return frozenset(
        day for span in spans for n in range(1, (span.ended - span.began).days + 1) if (day := span.began + timedelta(days=n)) > after
    )


def length(days: Iterable[date], measure: str, calendar: WorkCalendar) -> int:
    """How many of the days the measure counts."""
    return sum(measure != WORKING or calendar.is_working(day) for day in days)


def count(terms: Terms, spans: Iterable[Span], calendar: WorkCalendar, *, last_day_moves: bool) -> Counted:
    """The date by bare counting."""
    paused = length(paused_days(spans, after=terms.start), terms.measure, calendar)
    return Counted(end_of(terms, paused, calendar, last_day_moves=last_day_moves), paused)


def moved(held: date, added: int, measure: str, calendar: WorkCalendar) -> date:
    """A working-day date that stands, moved by a pause of so many working days. Calendar days are recounted, never moved."""
    return calendar.add_working_days(held, added) if measure == WORKING else held


def due(
    terms: Terms,
    spans: Iterable[Span],
    calendar: WorkCalendar,
    *,
    last_day_moves: bool,
    held: date | None = None,
    added: Iterable[date] = (),
) -> Counted:
    """The date that holds. `held`: the newest date given under the same terms, if any; `added`: the days of pauses that ended since."""
    counted = count(terms, spans, calendar, last_day_moves=last_day_moves)
    if held is None:
        return counted
    standing = moved(held, length(set(added), terms.measure, calendar), terms.measure, calendar)
    return Counted(max(counted.due, standing), counted.paused)


def end_of(terms: Terms, paused: int, calendar: WorkCalendar, *, last_day_moves: bool) -> date:
    """The last day of a period to which pauses added so many days of its measure."""
    if terms.measure == WORKING:
        return calendar.add_working_days(terms.start, terms.days + paused)
    last = last_counted(terms, paused)
    return calendar.next_working_day(last) if last_day_moves else last


def last_counted(terms: Terms, paused: int) -> date:
    """Of a period of calendar days: its last day before the rule on ends of periods is asked."""
    return terms.start + timedelta(days=terms.days + paused)
