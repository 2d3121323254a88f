"""A unit or an office ends: what lives follows, what was said stays said where it was said, every code goes on working."""

from datetime import timedelta
from fractions import Fraction

import pytest

from gandan.accounts.queries import actor_for
from gandan.core import events
from gandan.core.access import Refusal, Role, SystemActor
from gandan.opinions import actions, queries
from gandan.opinions.enums import LIVING, Deed, Moved, State
from gandan.opinions.models import PendingCase
from gandan.units import actions as units
from gandan.units.actions import NewUnit, Share
from gandan.units.enums import OfficeKind
from gandan.units.models import Succession
from tests.opinions.conftest import NOW, TODAY, at, fresh, on_day
from tests.people import hold, make_office, make_user

DECREE = "12/NQ-UBTVQH16"
HANDOVER = SystemActor("handover")
NO = "Đèn thứ ba vẫn chưa sáng, xin xem lại."


def new(world, code="39999", name="Tây Đô"):
    return NewUnit(level="commune", kind="Phường", name=name, code=code, parent=world.province)


@pytest.fixture
def merge(ground, administrator):
    """The two wards become one, which has no office yet."""
    return lambda: units.merge([ground.commune, ground.other], into=new(ground), first_day=TODAY, decree=DECREE, by=administrator, now=NOW)


@pytest.fixture
def split(ground, administrator):
    """The ward is divided in two."""

    def deed():
        parts = [Share(new(ground), Fraction(1, 2)), Share(new(ground, "39998", "An Hội"), Fraction(1, 2))]
        return units.split(
            ground.commune, parts=parts, hamlets={ground.hamlet: 0}, first_day=TODAY, decree=DECREE, by=administrator, now=NOW
        )

    return deed


@pytest.mark.parametrize("state", sorted(LIVING))
def test_after_a_merger_what_lives_follows_to_the_office_of_the_same_kind(case, said_of, ground, merge, state):
    c = case(state)
    due, merged = c.due, merge()
    assert queries.pending(c).cause == Moved.MERGER
    office = make_office(merged, OfficeKind.PEOPLE_COMMITTEE, "Ủy ban nhân dân phường Tây Đô")
    assert actions.settle(queries.pending(c), by=HANDOVER, now=at(1))
    c = fresh(c)
    assert (c.state, c.office, c.unit, c.made_in, c.due) == (state, office, merged, ground.commune, due)
    assert queries.pending(c) is None
    step = c.steps.filter(deed=Deed.FORWARD).get()
    assert (step.was_office, step.to_office, step.reason) == (ground.committee, office, "")
    assert queries.of_code(said_of(c).code).case_id == c.pk
    assert events.of(c).last().verb == "opinions.handed_over"
    assert not actions.settle(PendingCase.objects.get(), by=HANDOVER, now=at(1))


def test_a_living_unit_that_takes_the_other_in_takes_its_cases(case, ground, administrator):
    c = case(State.ACCEPTED)
    step = Succession(old=ground.commune, new=ground.other, first_day=TODAY, change="merge")
    actions.leave_to_successors([step], TODAY, by=administrator, now=NOW)
    assert (fresh(c).office, fresh(c).unit, fresh(c).state) == (ground.other_front, ground.other, State.ACCEPTED)


def test_while_it_waits_people_speak_and_offices_do_not(case, said_of, sender, merge, committee_officer):
    c = case(State.ACCEPTED)
    merge()
    with pytest.raises(Refusal, match="chờ chọn cơ quan nhận"):
        actions.answer(c, text="Đã giao đội chiếu sáng.", by=committee_officer, now=NOW)
    said = said_of(c)
    actions.write(queries.of_code(said.code), text="Vẫn tắt.", by=sender(said), now=NOW)


def test_what_was_taken_back_meanwhile_goes_nowhere(case, said_of, sender, merge):
    c = case()
    make_office(merge(), OfficeKind.PEOPLE_COMMITTEE, "Ủy ban nhân dân phường Tây Đô")
    actions.withdraw(queries.of_code(said_of(c).code), by=sender(said_of(c)), now=NOW)
    assert not actions.settle(queries.pending(c), by=HANDOVER, now=at(1))
    assert fresh(c).state == State.WITHDRAWN


def test_after_a_split_a_person_chooses_among_the_parts(case, ground, split, provincial_leader, outsider):
    c = case(State.ACCEPTED)
    parts = split()
    offices = [make_office(u, OfficeKind.PEOPLE_COMMITTEE, f"Ủy ban nhân dân {n}") for n, u in enumerate(parts)]
    pending = queries.pending(c)
    assert not actions.settle(pending, by=HANDOVER, now=at(1))
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.choose_successor(pending, to=offices[1], by=outsider, now=NOW)
    with pytest.raises(Refusal, match="các đơn vị nhận"):
        actions.choose_successor(pending, to=ground.other_front, by=provincial_leader, now=NOW)
    actions.choose_successor(pending, to=offices[1], by=provincial_leader, now=NOW)
    assert (fresh(c).office, fresh(c).state) == (offices[1], State.ACCEPTED)
    with pytest.raises(Refusal, match="đã có cơ quan"):
        actions.choose_successor(pending, to=offices[0], by=provincial_leader, now=NOW)


def test_the_leader_of_a_part_reads_what_waits_for_it(case, split):
    c = case(State.ACCEPTED)
    part, _other = split()
    chief = make_user("Lý Thị Hoa", "ly.hoa")
    hold(chief, Role.LEADER, office=make_office(part, OfficeKind.PARTY_COMMITTEE, "Đảng ủy"), since=TODAY)
    assert list(queries.visible_to(actor_for(chief, today=TODAY))) == [c]


def test_what_had_ended_is_read_by_the_office_that_followed_and_opened_again_there(case, said_of, sender, ground, merge):
    c = case(State.CLOSED)
    merged = merge()
    assert queries.pending(c) is None
    office = make_office(merged, OfficeKind.PEOPLE_COMMITTEE, "Ủy ban nhân dân phường Tây Đô")
    clerk = make_user("Lý Thị Hoa", "ly.hoa")
    hold(clerk, Role.OFFICER, office=office, since=TODAY)
    actor = actor_for(clerk, today=TODAY + timedelta(days=50))
    assert list(queries.visible_to(actor)) == [c]
    said = said_of(c)
    actions.give_verdict(queries.of_code(said.code), is_done=False, text=NO, by=sender(said), now=at(50))
    c = fresh(c)
    assert (c.state, c.office, c.unit, c.round) == (State.ACCEPTED, office, merged, 2)
    actions.answer(c, text="Đã thay bóng thứ ba.", by=actor, now=at(50))


def test_an_office_that_ends_leaves_its_cases_to_who_answers_there(case, ground, committee_officer, administrator):
    c = case(State.ACCEPTED)
    actions.leave_with_office(ground.committee, TODAY, by=administrator, now=NOW)
    assert fresh(c).unit == ground.commune
    assert fresh(c).office != ground.committee or queries.pending(c).cause == Moved.OFFICE_END


def test_only_the_system_moves_cases(case, merge, leader):
    case()
    merge()
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.settle(PendingCase.objects.get(), by=on_day(leader, 0), now=NOW)


def test_on_the_last_day_of_an_office_what_is_said_goes_to_whoever_answers_tomorrow(ground, opinion, administrator):
    units.end_office(ground.committee, after=TODAY, by=administrator, now=NOW)
    case = opinion().opinion.case
    assert case.office != ground.committee
    assert case.office.exists(TODAY + timedelta(days=1))
    assert case.office.unit == ground.commune
