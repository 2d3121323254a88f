"""How late, and which reminders a date asks for."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.commitments.calc.lateness import latest_due_late_by, working_days_before, working_days_late
from gandan.commitments.calc.stages import Pace, Step, steps
from gandan.core.calendar.calc import WorkCalendar

CALENDAR = WorkCalendar({})
PACE = Pace(before=3, after=5, leader=1, above=5)
MONDAY = date(2026, 11, 23)
DAYS = st.integers(-500, 500).map(lambda n: MONDAY + timedelta(days=n))


@pytest.mark.parametrize(
    ("due", "today", "late"),
    [
        (MONDAY, MONDAY, 0),
        (MONDAY, date(2026, 11, 24), 0),  # Culture Day
        (MONDAY, date(2026, 11, 25), 1),
        (date(2026, 11, 20), date(2026, 11, 22), 0),  # Friday; on Sunday no working day has passed
        (date(2026, 11, 20), MONDAY, 1),
        (date(2026, 12, 31), date(2027, 1, 4), 1),  # New Year's day and the weekend do not count
        (MONDAY, date(2026, 11, 20), 0),
    ],
)
def test_late_counts_working_days(due, today, late):
    assert working_days_late(due, today, CALENDAR) == late


@given(today=DAYS, days=st.integers(1, 30))
def test_the_latest_date_that_is_so_late(today, days):
    due = latest_due_late_by(days, today, CALENDAR)
    assert working_days_late(due, today, CALENDAR) >= days
    assert working_days_late(due + timedelta(days=1), today, CALENDAR) < days


@given(due=DAYS, days=st.integers(0, 20))
def test_so_many_working_days_before(due, days):
    day = working_days_before(due, days, CALENDAR)
    assert day <= due
    assert sum(CALENDAR.is_working(day + timedelta(days=n)) for n in range((due - day).days)) == days


SIXTEENTH = date(2026, 11, 16)  # a Monday; the 24th, Culture Day, is off


@pytest.mark.parametrize(
    ("today", "asked"),
    [
        (date(2026, 11, 10), []),
        (date(2026, 11, 11), [Step("before", date(2026, 11, 11))]),
        (date(2026, 11, 15), [Step("before", date(2026, 11, 11))]),
        (SIXTEENTH, [Step("on_day", SIXTEENTH)]),
        (date(2026, 11, 17), [Step("leader", date(2026, 11, 17))]),
        (date(2026, 11, 22), [Step("leader", date(2026, 11, 17))]),
        (date(2026, 11, 23), [Step("after", date(2026, 11, 23)), Step("leader", date(2026, 11, 17)), Step("above", date(2026, 11, 23))]),
        (date(2026, 12, 2), [Step("after", date(2026, 12, 1)), Step("leader", date(2026, 11, 17)), Step("above", date(2026, 11, 23))]),
    ],
)
def test_which_reminders_a_date_asks_for(today, asked):
    assert steps(SIXTEENTH, today, PACE, CALENDAR) == asked


@given(due=DAYS, days=st.integers(0, 60))
def test_day_by_day_each_reminder_has_one_day_of_its_own(due, days):
    """However many days in a row the clock is asked, each stage comes at most once, but `after` once for each five working days."""
    sent = {step for n in range(-10, days) for step in steps(due, due + timedelta(days=n), PACE, CALENDAR)}
    by_stage = [s.stage for s in sent if s.stage != "after"]
    assert len(by_stage) == len(set(by_stage))
    late = working_days_late(due, due + timedelta(days=max(0, days - 1)), CALENDAR)
    assert len([s for s in sent if s.stage == "after"]) == late // 5


@given(due=DAYS, today=DAYS)
def test_no_reminder_is_sent_before_its_day(due, today):
    assert all(step.for_day <= today for step in steps(due, today, PACE, CALENDAR))


def test_a_pace_of_nothing_is_quiet():
    assert steps(MONDAY, date(2026, 11, 20), Pace(0, 0, 1, 5), CALENDAR) == []
    assert [s.stage for s in steps(MONDAY, date(2026, 12, 8), Pace(0, 0, 1, 5), CALENDAR)] == ["leader", "above"]
