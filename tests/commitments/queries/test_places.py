"""Where a commitment counts and on whose pages it stands, when it moves and when units do."""

from fractions import Fraction

import pytest

from gandan.accounts.queries import actor_for
from gandan.commitments import actions, queries
from gandan.commitments.models import Commitment
from gandan.core import events
from gandan.core.access import Role, SystemActor
from gandan.core.events import Event
from gandan.units import actions as units
from gandan.units.actions import NewUnit, Share
from tests.commitments.conftest import CLOCK, at
from tests.people import NOW, TODAY, hold, make_office, make_user

pytestmark = pytest.mark.django_db
REASON = "Thuộc địa bàn của phường bên"


@pytest.fixture
def divided(ground, administrator):
    """The commune in two parts, when it is asked for."""

    def split():
        parts = [
            Share(NewUnit(level="commune", kind="Phường", name=name, code=code, parent=ground.province), Fraction(1, 2))
            for name, code in (("Tây Đô", "39999"), ("An Hội", "39998"))
        ]
        return units.split(
            ground.commune, parts=parts, hamlets={ground.hamlet: 0}, first_day=TODAY, decree="12/NQ", by=administrator, now=NOW
        )

    return split


def listed(*ids):
    return set(Commitment.objects.filter(queries.listed_in(ids)).values_list("pk", flat=True))


def test_a_handover_takes_nothing_off_the_page_of_who_promised(promise, task, ground, provincial_leader):
    c, t = promise(), task()
    for thing in (c, t):
        actions.hand_over(thing, to=ground.other_front, reason=REASON, by=provincial_leader, now=NOW)
    numbers = queries.board([ground.commune.pk, ground.other.pk], today=TODAY)
    here, there = numbers[ground.commune.pk], numbers[ground.other.pk]
    assert (here.promises.open, here.tasks.open, there.promises.open, there.tasks.open) == (1, 0, 0, 1)
    assert queries.counts([ground.commune.pk], today=TODAY).promises.open == 1
    assert (listed(ground.commune.pk), listed(ground.other.pk)) == ({c.pk}, {c.pk, t.pk})


def test_after_a_split_it_stands_with_each_that_may_take_it_and_is_told_above(promise, task, divided, ground, administrator, people):
    c, t = promise(), task()
    one, other = divided()
    assert listed(one.pk) == listed(other.pk) == {c.pk, t.pk}
    leader = make_user("Trần Văn Hai", "leader.one")
    hold(leader, Role.LEADER, office=make_office(one, "front", "Ủy ban MTTQ Việt Nam phường Tây Đô"))
    chief = actor_for(leader, today=TODAY)
    assert queries.visible_to(chief).filter(pk=t.pk).exists()
    actions.send_reminders(by=CLOCK, now=at(30))
    told = Event.objects.filter(verb="commitments.escalated").values_list("unit", flat=True)
    assert {one.pk, other.pk} <= set(told)
    above = actor_for(people["provincial_leader"], today=at(30).date())
    assert {one.pk, other.pk} <= {e.unit for e in queries.escalated(above, today=at(30).date())}
    found = next(e for e in queries.escalated(above, today=at(30).date()) if e.unit == one.pk)
    assert (found.late, found.promises, found.requests, found.tasks) == (2, 1, 0, 1)


def test_once_taken_it_counts_with_who_took_it(promise, divided, ground, provincial_leader):
    c = promise()
    one, other = divided()
    office = make_office(one, "front", "Ủy ban MTTQ Việt Nam phường Tây Đô")
    actions.choose_successor(queries.pending(c), to=office, by=provincial_leader, now=NOW)
    numbers = queries.board([one.pk, other.pk], today=TODAY)
    assert (numbers[one.pk].promises.open, numbers[other.pk].promises.open) == (1, 0)
    assert (listed(one.pk), listed(other.pk)) == ({c.pk}, set())


def test_what_an_ended_office_owes_without_waiting_is_found(promise, reported, code_of, supervisor, divided, ground):
    """Confirmed by a code, so left behind; then opened again by the board: it may not stay with nobody."""
    c = promise()
    holder = code_of(c)
    actions.confirm(reported(c), by=holder, now=NOW)
    one, _other = divided()
    board = make_user("Lâm Thị Chín", "board.one")
    hold(board, Role.SUPERVISOR, unit=one)
    actions.object_to(c, text="Đèn vẫn chưa sáng, tối đi khó.", by=actor_for(board, today=TODAY), now=NOW)
    assert queries.pending(c) is None
    actions.settle_handovers(by=SystemActor("handover"), now=NOW)
    assert {u.pk for u in queries.pending(c).candidates.all()} >= {one.pk}
    assert events.of(c).last().verb == "commitments.handover_pending"
