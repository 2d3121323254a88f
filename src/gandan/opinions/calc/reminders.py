"""What an office is reminded of on a day: news for who waits too long, a remark on rules that lies with the wrong office. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

LATE, NEWS, PASS_ON = "late", "news", "pass_on"


@dataclass(frozen=True)
class Reminder:
    """One reminder: what for, and the day for which it goes out (the same however late the clock is asked, so that it goes out once)."""

    stage: str
    for_day: date


def late(due: date, today: date) -> Reminder | None:
    """Once for each date that passed without an answer."""
    return Reminder(LATE, due) if today > due else None


def news(due: date, last_told: date | None, today: date, *, every: int) -> Reminder | None:
    """Whoever waits beyond the date hears how things stand every so many days: counted from the date, or from the last news after it.

    Of several missed days only the newest is asked for.
    """
    since = max(due, last_told) if last_told is not None else due
    rounds = (today - since).days // every if today > due else 0
    return Reminder(NEWS, since + timedelta(days=rounds * every)) if rounds > 0 else None


def pass_on(due: date | None, today: date, *, done: bool) -> Reminder | None:
    """On the last day to pass a remark on, and every day that the office was not asked since: one reminder."""
    return Reminder(PASS_ON, due) if due is not None and due <= today and not done else None
