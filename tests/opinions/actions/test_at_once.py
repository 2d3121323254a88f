"""Deeds and reorganisations at the same time: nobody waits in a circle, nothing is left with what has ended.

Each goes over a connection of its own. A reorganisation is stopped half way, its unit held and its cases not yet asked for, by a lock on a
promise that it hands over before them.
"""

import time
from contextlib import ExitStack
from datetime import timedelta

import pytest
from django.db import transaction

from gandan.commitments import actions as commitments
from gandan.core.access import Anyone
from gandan.opinions import actions, queries
from gandan.opinions.enums import LIVING, State
from gandan.opinions.models import Case
from gandan.units import actions as units
from tests.at_once import LONG, aside, stopped, until_waiting
from tests.opinions.actions.test_reorganise import new
from tests.opinions.conftest import NOW, REASON, TODAY, fresh, sent_by

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def promise(ground, committee_officer):
    """What the office owes: the first that a reorganisation hands over."""
    due = TODAY + timedelta(days=30)
    return commitments.promise(title="Thay đèn", deliverable="12 bóng", due=due, lead=ground.committee, by=committee_officer, now=NOW)


@pytest.fixture
def merge(ground, administrator):
    return lambda: units.merge([ground.commune, ground.other], into=new(ground), first_day=TODAY, decree="12/NQ", by=administrator, now=NOW)


@pytest.fixture
def end_office(ground, administrator):
    yesterday = TODAY - timedelta(days=1)
    return lambda: units.end_office(ground.committee, after=yesterday, by=administrator, now=NOW)


DEEDS = {
    "join_in": lambda c, said, officer: actions.join_in(c, by=Anyone(), now=NOW),
    "answer": lambda c, said, officer: actions.answer(c, text="Đã thay 12 bóng, đèn sáng lại.", by=officer, now=NOW),
    "tag": lambda c, said, officer: actions.tag(c, label="đèn đường", by=officer, now=NOW),
    "split": lambda c, said, officer: actions.split(list(c.opinions.order_by("said_at"))[:1], by=officer, now=NOW),
    "withdraw": lambda c, said, officer: actions.withdraw(said.opinion, by=sent_by(said), now=NOW),
    "give_verdict": lambda c, said, officer: actions.give_verdict(said.opinion, is_done=None, rating=4, by=sent_by(said), now=NOW),
}
AFTER = {"give_verdict": State.DONE}


@pytest.mark.parametrize("what", sorted(DEEDS))
@pytest.mark.parametrize("end", ["merge", "end_office"])
def test_a_deed_and_the_end_of_its_place_never_wait_for_each_other(case, said_of, committee_officer, promise, request, what, end):
    c = case(AFTER.get(what, State.ACCEPTED))
    actions.join_in(c, by=Anyone(), now=NOW)
    reorganise = request.getfixturevalue(end)
    with stopped(promise):
        ended = aside(reorganise)
        until_waiting()
        done = aside(lambda: DEEDS[what](c, said_of(c), committee_officer))
        time.sleep(0.5)  # long enough to hold the case, and to ask for what it writes beside
    assert done.exception(LONG) is None
    assert ended.exception(LONG) is None
    left = Case.objects.filter(state__in=LIVING, office=promise.lead)
    assert [one for one in left if queries.pending(one) is None] == []


def test_what_is_split_off_while_the_unit_ends_is_handed_over_too(case, committee_officer, promise, merge):
    c = case(State.ACCEPTED)
    actions.join_in(c, by=Anyone(), now=NOW)
    with ExitStack() as doing:
        doing.enter_context(transaction.atomic())
        with stopped(promise):
            ended = aside(merge)
            until_waiting()
            apart = actions.split(list(c.opinions.order_by("said_at"))[:1], by=committee_officer, now=NOW)
        until_waiting()  # the merger, for the case that is being split
    assert ended.exception(LONG) is None
    assert queries.pending(apart) is not None


def test_a_case_handed_on_while_somebody_waits_for_it_is_still_there(case, ground, committee_officer):
    c = case(State.RECEIVED)
    with transaction.atomic():
        actions.forward(c, to=ground.front, reason=REASON, by=committee_officer, now=NOW)
        joined = aside(lambda: actions.join_in(c, by=Anyone(), now=NOW))
        until_waiting()
    assert joined.result(LONG).opinion.case_id == c.pk
    assert (fresh(c).senders, fresh(c).office) == (2, ground.front)
