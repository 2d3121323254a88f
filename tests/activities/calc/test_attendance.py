"""How many took part in all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.activities.calc.attendance import ABOUT, EXACT, OVER, TOTAL, UNDER, Line, Total, total

BOUNDS = st.sampled_from([EXACT, OVER, UNDER, ABOUT])
LINES = st.lists(st.builds(Line, st.sampled_from(["venue", "province", "commune"]), st.none() | st.integers(1, 10**6), BOUNDS), max_size=6)


@pytest.mark.parametrize(
    ("lines", "answer"),
    [
        ([], None),
        ([Line("province", None)], None),
        ([Line("province", 3006), Line("commune", 74828)], Total(77834, EXACT, told=False)),
        ([Line("province", 3006), Line("commune", None)], Total(3006, OVER, told=False)),
        ([Line("venue", 100, OVER), Line("commune", 50, UNDER)], Total(150, ABOUT, told=False)),
        ([Line("venue", 100, UNDER), Line("commune", 50)], Total(150, UNDER, told=False)),
        ([Line("venue", 100), Line(TOTAL, 500, ABOUT)], Total(500, ABOUT, told=True)),
        ([Line("venue", 100), Line(TOTAL, None)], Total(100, EXACT, told=False)),
    ],
)
def test_examples(lines, answer):
    assert total(lines) == answer


@given(LINES)
def test_a_sum_is_that_of_its_lines_and_claims_no_more_than_they_do(lines):
    found = total(lines)
    known = [line.people for line in lines if line.people is not None]
    if not known:
        assert found is None
        return
    assert found is not None
    assert found.people == sum(known)
    assert not found.told
    assert (found.bound == EXACT) == (len(known) == len(lines) and all(line.bound == EXACT for line in lines))


@given(LINES, st.integers(1, 10**6), BOUNDS)
def test_what_the_text_gives_for_all_stands_before_our_sum(lines, people, bound):
    assert total([*lines, Line(TOTAL, people, bound)]) == Total(people, bound, told=True)
