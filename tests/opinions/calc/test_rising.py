"""Much is not made of little; the middle of many numbers is the middle."""

from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.opinions.calc.rising import Topic, topics
from gandan.opinions.calc.spread import Spread


@pytest.mark.parametrize(
    ("now", "before", "rises"),
    [
        (4, 0, False),
        (5, 0, True),
        (5, 1, False),
        (9, 2, True),
        (9, 3, False),
        (40, 30, False),
        (60, 30, True),
        (0, 50, False),
        (5, 5, False),
    ],
)
def test_a_rise_is_more_than_chance(now, before, rises):
    assert Topic("x", now, before).rises is rises


def test_rising_ones_stand_first_then_the_most_spoken_of():
    found = topics({"a": 30, "b": 12, "c": 1}, {"a": 30, "b": 1, "d": 2})
    assert [t.code for t in found] == ["b", "a", "c", "d"]


@given(st.dictionaries(st.integers(0, 300), st.integers(1, 20), max_size=20))
def test_the_middle_of_counted_numbers_is_that_of_the_numbers(counted):
    spread = Spread()
    for days, times in counted.items():
        spread.add(days, times=times)
    flat = [days for days, times in counted.items() for _ in range(times)]
    assert spread.median == (median(flat) if flat else None)
