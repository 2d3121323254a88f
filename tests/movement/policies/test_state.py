"""Every deed in every state, and what stands in its way beside the state."""

import pytest

from gandan.movement import policies
from gandan.movement.enums import LIVING, NEXT, OTHERS, PUBLIC, Deed, State
from gandan.movement.models import PendingPractice
from tests.people import TODAY

pytestmark = pytest.mark.django_db


def test_every_deed_in_every_state(in_state, ground):
    models = {state: in_state(state, n) for n, state in enumerate(State, 1)}
    for state, model in models.items():
        for deed in Deed:
            refusal = policies.possible(model, deed)
            if deed in NEXT[state]:
                assert refusal is None, (state, deed)
            else:
                assert f"“{state.label}”" in refusal.sentence
                assert refusal.sentence.startswith("Mô hình đang ở bước")
    for state in LIVING:
        PendingPractice.objects.create(practice=models[state], cause="split", since=TODAY)
        for deed in NEXT[state]:
            refusal = policies.possible(models[state], deed)
            assert (refusal is None) == (deed in OTHERS), (state, deed)
    told = models[State.REGISTERED]
    told.is_told = True
    assert "chỉ được biết qua bài viết" in policies.possible(told, Deed.READ_MEASURE).sentence
    assert policies.possible(told, Deed.ADOPT) is None


def test_the_table_leads_out_of_every_state_but_the_ends():
    reached = {State.DRAFT}
    for _turn in State:
        reached |= {after for state in reached for after in NEXT[state].values()}
    assert reached == set(State)
    ends = {state for state in State if all(after == state for after in NEXT[state].values())}
    assert ends == {State.STOPPED, State.WITHDRAWN}
    assert State.WITHDRAWN not in PUBLIC
    assert State.DRAFT not in PUBLIC
