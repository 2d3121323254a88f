"""Bars of a measure end where the numbers say, on one scale."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from gandan.movement.calc.bullet import WIDTH, bullet, reached

number = st.decimals(min_value=0, max_value=10**15, places=2)
maybe = st.none() | number


@given(st.lists(number, max_size=12), number, maybe)
def test_all_marks_lie_on_the_drawing_and_longer_is_more(values, target, before):
    drawn = bullet(values, target=target, before=before)
    assert len(drawn.bars) == len(values)
    for bar in drawn.bars:
        assert 0 <= bar.x <= bar.x + bar.width <= WIDTH
    assert 0 <= drawn.target <= WIDTH
    assert (drawn.before is None) == (before is None)
    ordered = sorted(zip(values, drawn.bars, strict=True), key=lambda pair: pair[0])
    assert [bar.width for _value, bar in ordered] == sorted(bar.width for bar in drawn.bars)


@given(number, number)
def test_a_bar_reaches_the_target_when_the_number_does(value, target):
    drawn = bullet([value], target=target, before=None)
    assert (drawn.bars[0].x + drawn.bars[0].width >= drawn.target) or value < target
    assert (drawn.bars[0].x + drawn.bars[0].width <= drawn.target) or value > target


def test_below_nought_a_bar_goes_to_the_left():
    drawn = bullet([Decimal(-5), Decimal(5)], target=Decimal(10), before=Decimal(0))
    assert drawn.nought > 0
    assert [bar.x < drawn.nought for bar in drawn.bars] == [True, False]
    assert drawn.before == drawn.nought


def test_where_everything_is_nought_nothing_is_drawn():
    drawn = bullet([Decimal(0)], target=Decimal(0), before=Decimal(0))
    assert (drawn.bars[0].width, drawn.target, drawn.before) == (0, 0, 0)


def test_which_way_is_good_is_told_by_where_it_began():
    assert reached(Decimal(9), target=Decimal(10), before=Decimal(30))
    assert not reached(Decimal(11), target=Decimal(10), before=Decimal(30))
    assert reached(Decimal(10), target=Decimal(10), before=None)
    assert not reached(Decimal(9), target=Decimal(10), before=Decimal(2))
