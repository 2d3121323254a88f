"""What an office is reminded of on a day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from gandan.opinions.calc.reminders import LATE, NEWS, PASS_ON, Reminder, late, news, pass_on

DUE = date(2026, 12, 8)
DAY = timedelta(days=1)


def test_late_is_told_from_the_day_after():
    assert late(DUE, DUE) is None
    assert late(DUE, DUE + DAY) == late(DUE, DUE + 90 * DAY) == Reminder(LATE, DUE)


def test_news_are_owed_every_so_many_days_since_the_date_or_the_last_news():
    assert news(DUE, None, DUE + 6 * DAY, every=7) is None
    assert news(DUE, None, DUE + 7 * DAY, every=7) == Reminder(NEWS, DUE + 7 * DAY)
    assert news(DUE, None, DUE + 13 * DAY, every=7) == Reminder(NEWS, DUE + 7 * DAY)
    assert news(DUE, DUE + 5 * DAY, DUE + 11 * DAY, every=7) is None
    assert news(DUE, DUE + 5 * DAY, DUE + 12 * DAY, every=7) == Reminder(NEWS, DUE + 12 * DAY)
    assert news(DUE, DUE - 30 * DAY, DUE + 7 * DAY, every=7) == Reminder(NEWS, DUE + 7 * DAY)  # what was said before the date


def test_a_remark_is_passed_on_by_its_day():
    assert pass_on(None, DUE, done=False) is None
    assert pass_on(DUE, DUE - DAY, done=False) is None
    assert pass_on(DUE, DUE, done=False) == pass_on(DUE, DUE + 9 * DAY, done=False) == Reminder(PASS_ON, DUE)
    assert pass_on(DUE, DUE, done=True) is None


@given(st.integers(0, 400), st.integers(1, 30), st.none() | st.integers(-60, 400))
def test_asked_each_day_news_goes_out_once_a_round_and_never_for_a_day_to_come(days, every, told):
    last = None if told is None else DUE + told * DAY
    today = DUE + days * DAY
    found = news(DUE, last, today, every=every)
    if found is not None:
        since = max(DUE, last or DUE)
        assert since < found.for_day <= today
        assert (found.for_day - since).days % every == 0
        assert found == news(DUE, last, found.for_day, every=every)
    else:
        assert days < every or (last is not None and (today - last).days < every)
