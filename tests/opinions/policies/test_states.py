"""One table over every state and every deed, proven complete: what it knows is possible, all else is refused in words."""

import pytest

from gandan.opinions import policies
from gandan.opinions.enums import ENDED, LIVING, NEXT, OWED, TICKING, Deed, State
from gandan.opinions.models import Case
from gandan.opinions.permissions import RIGHT, TABLE

PAIRS = [(state, deed) for state in State for deed in Deed]


def test_the_table_knows_every_state():
    assert set(NEXT) == set(State)


def test_ended_and_living_are_all():
    assert set(State) == ENDED | LIVING
    assert not ENDED & LIVING
    assert TICKING < OWED < LIVING


def test_every_deed_can_be_done_somewhere_and_has_a_right():
    assert {deed for deeds in NEXT.values() for deed in deeds} == set(Deed)
    assert set(RIGHT) == set(Deed)
    assert set(RIGHT.values()) <= set(TABLE)


@pytest.mark.parametrize(("state", "deed"), PAIRS, ids=lambda x: x.value)
def test_every_pair_is_possible_or_refused_with_a_sentence(state, deed):
    refusal = policies.possible(Case(state=state), deed)
    if deed in NEXT[state]:
        assert refusal is None
    else:
        assert refusal is not None
        assert refusal.status == 409
        assert refusal.sentence.endswith(".")
        assert "%(" not in refusal.sentence


@pytest.mark.parametrize("state", State, ids=lambda s: s.value)
def test_a_case_offers_what_its_state_allows(state):
    assert set(policies.deeds(Case(state=state))) == set(NEXT[state])


def test_real_deeds_bring_a_case_into_every_state(case):
    assert {case(state).state for state in State} == set(State)
