from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.units.calc.shares import divide

SHARES = st.lists(st.integers(0, 1000), min_size=1, max_size=6).filter(sum).map(lambda ws: [Fraction(w, sum(ws)) for w in ws])
FIGURES = st.integers(-(10**15), 10**15) | st.decimals(-(10**9), 10**9, places=2, allow_nan=False)


@given(FIGURES, SHARES)
def test_nothing_is_lost_or_made(value, shares):
    parts = divide(value, shares)
    assert sum(parts) == value
    assert {type(p) for p in parts} == {type(value)}


@given(FIGURES, SHARES)
def test_each_part_is_within_one_step_of_its_share(value, shares):
    step = 1 if isinstance(value, int) else Fraction(1, 100)
    for part, share in zip(divide(value, shares), shares, strict=True):
        assert abs(Fraction(part) - Fraction(value) * share) < step


def test_the_remainder_goes_to_the_largest_fraction_then_to_the_first():
    assert divide(10, [Fraction(1, 3)] * 3) == [4, 3, 3]
    assert divide(Decimal("0.05"), [Fraction(1, 2)] * 2) == [Decimal("0.03"), Decimal("0.02")]


def test_shares_that_do_not_make_one():
    with pytest.raises(ValueError, match="make one"):
        divide(10, [Fraction(1, 2)])


def test_no_figure():
    with pytest.raises(ValueError, match="finite"):
        divide(Decimal("NaN"), [Fraction(1)])
