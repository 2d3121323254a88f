"""Every deed in every state: the table of states, asked through the deeds themselves."""

from datetime import timedelta

import pytest

from gandan.appraisals import actions
from gandan.appraisals.enums import ENDED, LIVING, NEXT, Deed, State, Tie
from gandan.core.access import Refusal
from tests.appraisals.conftest import FAR, NOW, TODAY, WHY, marks

pytestmark = pytest.mark.django_db


def test_every_deed_in_every_state(in_state, leader, seated, front_officer, sheet):
    own = {key: (points, "") for key, points in marks(sheet, 50, 30).items()}
    later = TODAY + timedelta(days=3)
    deeds = {
        Deed.SCORE_SELF: lambda a: actions.score_self(a, marks=own, by=front_officer, now=NOW),
        Deed.BEGIN: lambda a: actions.begin(a, by=leader, now=NOW),
        Deed.DECLARE_CONFLICT: lambda a: actions.declare_conflict(a, tie=Tie.KIN, by=seated["three"], now=NOW),
        Deed.HAND_IN: lambda a: actions.hand_in(a, marks=marks(sheet, 50, 30), reason=WHY, by=seated["one"], now=NOW),
        Deed.SHOW: lambda a: actions.show(a, by=leader, now=NOW),
        Deed.SCORE_AGAIN: lambda a: actions.score_again(a, closes_on=later, by=leader, now=NOW),
        Deed.CLOSE: lambda a: actions.close(a, by=leader, now=NOW),
        Deed.SET_ASIDE: lambda a: actions.set_aside(a, reason=WHY, by=leader, now=NOW),
    }
    assert set(deeds) == set(Deed)
    for state in State:
        row = in_state(state)
        for deed, do in deeds.items():
            if deed in NEXT[state]:
                continue
            with pytest.raises(Refusal, match="chưa làm việc này được") as refused:
                do(row)
            assert refused.value.status == 409, (state, deed)
        row.refresh_from_db()
        assert row.state == state
    for state, possible in NEXT.items():
        for deed, after in possible.items():
            if (state, deed) in {(State.SCORING, Deed.SHOW), (State.SHOWN, Deed.CLOSE), (State.SHOWN, Deed.SCORE_AGAIN)}:
                continue  # these ask for cards: tests/appraisals/actions/test_scoring.py
            row = in_state(state)
            deeds[deed](row)
            row.refresh_from_db()
            assert row.state == after, (state, deed)
    again = actions.score_again(in_state(State.SHOWN, FAR), closes_on=later, by=leader, now=NOW)
    assert again.state == State.SCORING


def test_every_state_ends_or_lives_and_can_be_reached():
    assert set(State) == ENDED | LIVING
    assert not ENDED & LIVING
    assert {after for possible in NEXT.values() for after in possible.values()} == set(State)
    assert {state for state, possible in NEXT.items() if not possible} == ENDED
