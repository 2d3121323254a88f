"""Every deed in every state, and nothing at all once the words are gone."""

import pytest

from gandan.denunciations import policies
from gandan.denunciations.enums import ENDED, NEXT, OUTCOMES, Deed, State
from gandan.denunciations.models import Denunciation
from tests.people import TODAY

ABLE = {
    State.WAITING: {Deed.OPEN, Deed.NOTE, Deed.RAISE, Deed.HANDLE, Deed.GIVE_BACK, Deed.AGREE, Deed.DECLINE, Deed.WITHDRAW},
    State.TAKEN: {Deed.OPEN, Deed.NOTE, Deed.ERASE},
    State.SENT_ON: {Deed.OPEN, Deed.NOTE, Deed.ERASE},
    State.NOT_TAKEN: {Deed.OPEN, Deed.NOTE, Deed.ERASE},
    State.GIVEN_BACK: set(),
    State.WITHDRAWN: set(),
}


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("deed", Deed)
def test_what_may_be_done(state, deed):
    letter = Denunciation(state=state, set_aside_on=TODAY)
    assert (policies.deed(letter, deed) is None) == (deed in ABLE[state])


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("deed", Deed)
def test_nothing_without_words(state, deed):
    letter = Denunciation(state=state, set_aside_on=TODAY, content_mac=b"1", content_salt=None)
    assert policies.deed(letter, deed) is not None


def test_the_table_is_whole():
    assert set(NEXT) == set(State)
    assert {s for deeds in NEXT.values() for into in deeds.values() for s in into} == set(State)
    assert {State.WAITING} | ENDED == set(State)
    assert set(OUTCOMES) == NEXT[State.WAITING][Deed.HANDLE]
