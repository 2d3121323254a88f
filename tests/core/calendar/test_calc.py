"""Working days of Vietnam: Tết, make-up Saturdays, decrees on top."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.core.calendar.calc import Override, WorkCalendar, shipped_year

PLAIN = WorkCalendar({})
DAYS = st.dates(date(2019, 1, 1), date(2027, 6, 30))


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2025, 1, 27), False),  # Tết
        (date(2025, 2, 3), True),  # the Monday after Tết
        (date(2025, 4, 26), True),  # Saturday made up for 2 May
        (date(2025, 5, 2), False),
        (date(2026, 8, 22), True),  # Saturday made up for 31 August
        (date(2026, 8, 31), False),
        (date(2026, 11, 21), False),  # an ordinary Saturday
        (date(2026, 11, 23), True),
    ],
)
def test_known_days(day, working):
    assert PLAIN.is_working(day) is working


def test_a_decree_stands_above_the_package():
    day, saturday = date(2026, 1, 2), date(2026, 1, 10)
    assert PLAIN.is_working(day)
    decreed = WorkCalendar({day: Override(False, "Nghỉ hoán đổi"), saturday: Override(True, "Làm bù")})
    assert not decreed.is_working(day)
    assert decreed.why_off(day) == "Nghỉ hoán đổi"
    assert decreed.is_working(saturday)
    assert decreed.why_off(saturday) == ""


def test_counting_starts_on_the_next_day_and_passes_over_tet():
    assert PLAIN.add_working_days(date(2026, 2, 13), 1) == date(2026, 2, 23)
    assert PLAIN.add_working_days(date(2026, 2, 13), 0) == date(2026, 2, 13)


@given(DAYS, st.integers(0, 60))
def test_adding_and_counting_agree(start, number):
    end = PLAIN.add_working_days(start, number)
    assert PLAIN.working_days_between(start, end) == number


@given(DAYS, st.integers(0, 40), st.integers(0, 40))
def test_steps_add_up(start, first, second):
    assert PLAIN.add_working_days(PLAIN.add_working_days(start, first), second) == PLAIN.add_working_days(start, first + second)


@given(DAYS, st.integers(1, 40))
def test_the_last_day_is_worked_and_never_early(start, number):
    end = PLAIN.add_working_days(start, number)
    assert PLAIN.is_working(end)
    assert end - start >= timedelta(days=number)


@pytest.mark.parametrize("year", [2014, 2025, 2026, 2028])
def test_a_year_holds_its_own_days_only(year):
    off, made_up = shipped_year(year)
    assert {d.year for d in [*off, *made_up]} == {year}


def test_counting_backwards_is_refused():
    with pytest.raises(ValueError, match="forward"):
        PLAIN.add_working_days(date(2026, 1, 1), -1)
