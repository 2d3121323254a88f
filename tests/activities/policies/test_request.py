"""Every state of a request against every deed on it."""

import pytest

from gandan.activities.enums import NEXT, RequestState
from gandan.activities.models import Activity, Request
from gandan.activities.policies import request as policies
from tests.people import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def in_state(activity):
    return lambda state: Request(activity=activity, text="…", state=state)


def test_the_table_is_complete():
    assert set(NEXT) == set(RequestState)
    assert all(to in RequestState for tos in NEXT.values() for to in tos)


@pytest.mark.parametrize("state", RequestState)
def test_each_deed_in_each_state(in_state, state, world):
    request = in_state(state)
    answers = {
        RequestState.TAKEN_UP: policies.take_up(request, lead=world.committee, asked_by=None, today=TODAY),
        RequestState.DECLINED: policies.decline(request, reason="Vì…"),
        RequestState.WITHDRAWN: policies.remove(request),
    }
    assert {to for to, refusal in answers.items() if refusal is None} == NEXT[state]
    assert all(refusal.status == 409 and refusal.sentence for refusal in answers.values() if refusal)


@pytest.mark.parametrize("state", RequestState)
def test_nothing_moves_at_a_withdrawn_activity(in_state, state, world):
    request = in_state(state)
    request.activity = Activity(state="withdrawn", unit=world.commune)
    assert policies.take_up(request, lead=world.committee, asked_by=None, today=TODAY)
    assert policies.decline(request, reason="Vì…")
    assert policies.remove(request)


def test_an_office_that_ended_does_not_lead(in_state, world):
    world.committee.existed = type(world.committee.existed)(world.committee.existed.lower, TODAY, "[)")
    refusal = policies.take_up(in_state(RequestState.NOTED), lead=world.committee, asked_by=None, today=TODAY)
    assert refusal
    assert "đã kết thúc" in refusal.sentence
