"""When a message leaves: gathered for a moment, never in quiet hours, at its hour of the day; and when it is tried again.

All moments are aware. Hours of the day are hours in `zone`; where clocks are put forward or back the nearest real moment is taken.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from gandan.core.calendar.calc import WorkCalendar

CALLED_FROM = time(7)  # nobody is called before offices open
GATHER = timedelta(minutes=1)  # what one deed sets off for one person goes into one message
RETRIES = (
    *(timedelta(minutes=m) for m in (1, 5, 15, 60, 180, 360, 720)),
    *(timedelta(days=1) for _ in range(4)),
)  # eleven more tries over five days: a mail server that is mended after a weekend loses nothing


@dataclass(frozen=True)
class Wish:
    """How somebody wants to be told: `daily_at` gathers a day, nothing is sent from `quiet_from` to `quiet_to` (maybe past midnight)."""

    daily_at: time | None = None
    quiet_from: time | None = None
    quiet_to: time | None = None


NIGHT = Wish(quiet_from=time(21), quiet_to=CALLED_FROM)  # who has no account chose no hours: their telephone is silent at night


def planned(now: datetime, wish: Wish, *, urgent: bool, zone: tzinfo) -> datetime:
    """When a message about something that happened `now` leaves. What is urgent leaves at once, at any hour."""
    if urgent:
        return now
    if wish.daily_at is not None:
        return next_at(wish.daily_at, after=now, zone=zone)
    return after_quiet(now + GATHER, wish, zone=zone)


def working_day_later(moment: datetime, calendar: WorkCalendar, *, zone: tzinfo) -> datetime:
    """One working day after a moment; what comes on a day off counts from the opening of the next working day, and calls keep its hours."""
    local = moment.astimezone(zone)
    day, hour = local.date(), max(local.time(), CALLED_FROM)
    if not calendar.is_working(day):
        day, hour = calendar.add_working_days(day, 1), CALLED_FROM
    return _at(calendar.add_working_days(day, 1), hour, zone)


def next_at(hour: time, *, after: datetime, zone: tzinfo) -> datetime:
    """The next moment after `after` at which clocks show `hour`."""
    day = after.astimezone(zone).date()
    today = _at(day, hour, zone)
    return today if today > after else _at(day + timedelta(days=1), hour, zone)


def after_quiet(moment: datetime, wish: Wish, *, zone: tzinfo) -> datetime:
    """The moment itself, or the end of the quiet hours in which it falls."""
    start, end = wish.quiet_from, wish.quiet_to
    if start is None or end is None or start == end:
        return moment
    hour = moment.astimezone(zone).time()
    quiet = start <= hour < end if start < end else hour >= start or hour < end
    return next_at(end, after=moment, zone=zone) if quiet else moment


def again_after(attempts: int) -> timedelta | None:
    """How long to wait after so many failed tries; None: enough."""
    return RETRIES[attempts - 1] if 0 < attempts <= len(RETRIES) else None


def _at(day: date, hour: time, zone: tzinfo) -> datetime:
    return datetime.combine(day, hour, zone).astimezone(UTC)
