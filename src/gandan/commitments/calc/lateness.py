"""How late, in working days: what people and laws count an office's slowness in."""

from datetime import date, timedelta

from gandan.core.calendar.calc import WorkCalendar

DAY = timedelta(days=1)


def working_days_late(due: date, today: date, calendar: WorkCalendar) -> int:
    """Working days after the date up to today; 0 on the date and before it."""
    return max(0, calendar.working_days_between(due, today)) if today > due else 0


def latest_due_late_by(days: int, today: date, calendar: WorkCalendar) -> date:
    """The latest date that is at least so many working days past today: everything due by then is that late."""
    due = today - DAY
    while working_days_late(due, today, calendar) < days:
        due -= DAY
    return due


def working_days_before(due: date, days: int, calendar: WorkCalendar) -> date:
    """The working day that lies so many working days before a date (or the nearest one before that)."""
    day = due
    while days > 0:
        day -= DAY
        days -= calendar.is_working(day)
    return day
