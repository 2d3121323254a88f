"""Sums, means and grades are exact and can be redone on paper."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.appraisals.calc import points
from gandan.appraisals.calc.points import Line

cents = st.integers(-1000, 100_000).map(lambda n: Decimal(n) / 100)


@given(st.lists(cents, min_size=1, max_size=40))
def test_the_mean_is_the_true_one_rounded_once_half_up_and_the_spread_exact(totals):
    true = sum((Fraction(t) for t in totals), Fraction(0)) / len(totals)
    found = points.result(totals)
    off = Fraction(found.points) - true
    assert Fraction(-1, 200) < off <= Fraction(1, 200) if true >= 0 else Fraction(-1, 200) <= off <= Fraction(1, 200)
    assert found.points.as_tuple().exponent == -2
    assert found.spread == max(totals) - min(totals) >= 0
    assert found.members == len(totals)
    assert min(totals) <= found.points <= max(totals)


@given(st.lists(cents, max_size=60))
def test_a_sum_loses_nothing(given_marks):
    assert Fraction(points.total(given_marks)) == sum((Fraction(m) for m in given_marks), Fraction(0))


def test_a_third_is_rounded_half_up_and_no_cards_have_no_result():
    assert points.result([Decimal(80), Decimal(80), Decimal("79.99")]).points == Decimal("80.00")
    assert points.result([Decimal("70.00"), Decimal("70.01")]).points == Decimal("70.01")
    with pytest.raises(ValueError, match="cards"):
        points.result([])


def test_a_mark_lies_in_its_line_with_two_places():
    line = Line(Decimal(-10), Decimal(40))
    for good in ("-10", "0", "40", "12.5", "12.25"):
        assert points.fits(Decimal(good), line)
    for bad in ("-10.01", "40.01", "12.255", "NaN", "Infinity", "-Infinity"):
        assert not points.fits(Decimal(bad), line)


@given(cents, st.dictionaries(st.text(max_size=5), cents, max_size=6))
def test_the_grade_is_the_highest_that_is_reached(mark, grades):
    found = points.grade(mark, grades)
    reached = [begins for begins in grades.values() if begins <= mark]
    assert found is None if not reached else grades[found] == max(reached)


def test_full_marks_leave_out_the_bonus_and_what_only_takes_away():
    lines = [
        Line(Decimal(0), Decimal(60)),
        Line(Decimal(0), Decimal(40)),
        Line(Decimal(0), Decimal(5), True),
        Line(Decimal(-10), Decimal(0)),
    ]
    assert (points.full_marks(lines), points.most_marks(lines)) == (Decimal(100), Decimal(105))
