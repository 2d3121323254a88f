"""One table over every state and every deed, proven complete: what the table of states knows is done, everything else is refused in words."""

import pytest

from gandan.opinions import policies
from gandan.opinions.enums import ENDED, LIVING, NEXT, OWED, TICKING, Deed, State

PAIRS = [(state, deed) for state in State for deed in Deed]


def test_the_table_knows_every_state():
    assert set(NEXT) == set(State)


def test_ended_and_living_are_all():
    assert ENDED | LIVING == set(State)
    assert not ENDED & LIVING
    assert TICKING < OWED < LIVING


@pytest.mark.parametrize(("state", "deed"), PAIRS, ids=lambda x: x.value)
def test_every_pair_is_possible_or_refused_with_a_sentence(case, state, deed):
    c = case(state)
    refusal = policies.possible(c, deed)
    if deed in NEXT[state]:
        assert refusal is None
    else:
        assert refusal is not None
        assert refusal.status == 409
        assert refusal.sentence.endswith(".")


@pytest.mark.parametrize("state", State, ids=lambda s: s.value)
def test_a_case_offers_what_its_state_allows(case, state):
    assert set(policies.deeds(case(state))) == set(NEXT[state])
