"""What is owed when a unit is merged, split or abolished, or an office ends."""

from datetime import timedelta
from fractions import Fraction

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from gandan.accounts.queries import actor_for
from gandan.commitments import actions, policies, queries
from gandan.commitments.enums import Cause, Kind, State
from gandan.commitments.models import Commitment, PendingHandover
from gandan.core import events
from gandan.core.access import Refusal, Role, SystemActor
from gandan.core.events.verify import verify
from gandan.units import actions as units
from gandan.units.actions import NewUnit, Share
from gandan.units.enums import OfficeKind
from gandan.units.models import DanVanOwner, Hamlet, Succession
from tests.commitments.conftest import DUE, WORDS, at
from tests.people import CAST, NOW, TODAY, hold, make_office, make_user

pytestmark = pytest.mark.django_db
DECREE = "12/NQ-UBTVQH16"
HANDOVER = SystemActor("handover")


def new(world, code="39999", name="Tây Đô"):
    return NewUnit(level="commune", kind="Phường", name=name, code=code, parent=world.province)


def merge(world, administrator):
    return units.merge([world.commune, world.other], into=new(world), first_day=TODAY, decree=DECREE, by=administrator, now=NOW)


def split(world, administrator):
    parts = [Share(new(world), Fraction(1, 2)), Share(new(world, "39998", "An Hội"), Fraction(1, 2))]
    return units.split(world.commune, parts=parts, hamlets={world.hamlet: 0}, first_day=TODAY, decree=DECREE, by=administrator, now=NOW)


def fresh(c):
    return Commitment.objects.get(pk=c.pk)


@pytest.mark.parametrize("state", [State.OPEN, State.REPORTED, State.UNOPPOSED])
def test_after_a_merger_it_waits_for_the_new_unit_s_office(in_state, ground, administrator, state):
    c = in_state(state)
    made = merge(ground, administrator)
    pending = queries.pending(c)
    assert (pending.cause, [u.pk for u in pending.candidates.all()], pending.since) == (Cause.MERGER, [made.pk], TODAY)
    assert events.of(c).last().verb == "commitments.handover_pending"
    assert (fresh(c).state, fresh(c).lead) == (state, ground.front)


def test_the_office_of_the_same_kind_takes_it_when_it_is_set_up(promise, ground, administrator):
    c = promise()
    made = merge(ground, administrator)
    assert actions.settle_handovers(by=HANDOVER, now=NOW) == 0
    front = make_office(made, OfficeKind.FRONT, "Ủy ban MTTQ Việt Nam phường Tây Đô")
    assert actions.settle_handovers(by=HANDOVER, now=at(1)) == 1
    assert (fresh(c).lead, fresh(c).unit, fresh(c).due) == (front, made, DUE)
    assert [(h.was, h.to, h.cause) for h in c.handovers.all()] == [(ground.front, front, Cause.MERGER)]
    assert actions.settle_handovers(by=HANDOVER, now=at(1)) == 0
    assert queries.pending(c) is None


def test_in_a_merger_into_a_living_unit_the_office_there_takes_it(promise, ground, administrator):
    """What `units` calls when the taker stands already."""
    c = promise()
    step = Succession(old=ground.commune, new=ground.other, first_day=TODAY, change="merge")
    actions.leave_to_successors([step], TODAY, by=administrator, now=NOW)
    assert (fresh(c).lead, fresh(c).unit) == (ground.other_front, ground.other)
    assert events.of(c).last().facts["cause"] == "merger"


def test_else_the_office_for_dan_van_work(promise, ground, administrator, front_officer):
    DanVanOwner.objects.create(unit=ground.other, office=ground.other_front, during=DateRange(TODAY, None, "[)"))
    c = promise(lead=ground.committee)
    step = Succession(old=ground.commune, new=ground.other, first_day=TODAY, change="merge")
    actions.leave_to_successors([step], TODAY, by=administrator, now=NOW)
    assert fresh(c).lead == ground.other_front


@pytest.mark.parametrize(("state", "kind"), [(State.CONFIRMED, Kind.PROMISE), (State.WITHDRAWN, Kind.PROMISE), (State.ACCEPTED, Kind.TASK)])
def test_what_has_ended_keeps_its_office_and_is_found_through_the_past(in_state, ground, administrator, state, kind):
    c = in_state(state, kind)
    made = merge(ground, administrator)
    assert (fresh(c).lead, fresh(c).unit, queries.pending(c)) == (ground.front, ground.commune, None)
    past = queries.past_of([made.pk])
    assert past == {ground.commune.pk: made.pk, ground.other.pk: made.pk}
    told = queries.board([made.pk], today=TODAY, past=past)[made.pk]
    of_kind = told.tasks.accepted if kind == Kind.TASK else getattr(told.promises, state.value)
    assert of_kind == 1


@pytest.fixture
def divided(promise, ground, administrator):
    """A promise whose unit was split, the parts, and an office in the first."""
    c = promise()
    parts = split(ground, administrator)
    return c, parts, make_office(parts[0], OfficeKind.FRONT, "Ủy ban MTTQ Việt Nam phường Tây Đô")


def test_after_a_split_a_person_chooses(divided, provincial_leader, ground):
    c, parts, office = divided
    pending = queries.pending(c)
    assert (pending.cause, {u.pk for u in pending.candidates.all()}) == (Cause.SPLIT, {p.pk for p in parts})
    assert actions.settle_handovers(by=HANDOVER, now=at(1)) == 0
    assert [p.pk for p in queries.to_choose(provincial_leader)] == [pending.pk]
    row = actions.choose_successor(pending, to=office, by=provincial_leader, now=NOW)
    assert (row.cause, fresh(c).lead, fresh(c).unit, fresh(c).state) == (Cause.SPLIT, office, parts[0], State.OPEN)
    assert events.of(c).verbs()[-2:] == ["commitments.handover_pending", "commitments.handed_over"]
    with pytest.raises(Refusal, match="đã có cơ quan nhận"):
        actions.choose_successor(pending, to=office, by=provincial_leader, now=NOW)
    assert verify().problems == []


def test_the_leader_of_a_part_may_take_it(divided):
    c, _parts, office = divided
    person = make_user("Lý Thị Chín", "chin.tay.do")
    hold(person, Role.LEADER, office=office, since=TODAY)
    actor = actor_for(person, today=TODAY)
    assert [p.commitment_id for p in queries.to_choose(actor)] == [c.pk]
    assert actions.choose_successor(queries.pending(c), to=office, by=actor, now=NOW)


@pytest.mark.parametrize("who", [w for w in CAST if w not in {"provincial_leader", "provincial_specialist"}])
def test_nobody_else_chooses(divided, cast, who):
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.choose_successor(queries.pending(divided[0]), to=divided[2], by=cast[who], now=NOW)


def test_it_goes_to_a_part_of_the_old_unit(divided, ground, provincial_leader):
    with pytest.raises(Refusal, match="các đơn vị nhận"):
        actions.choose_successor(queries.pending(divided[0]), to=ground.other_front, by=provincial_leader, now=NOW)


def test_while_it_waits_nobody_ends_it_but_people_may_speak(promise, reported, ground, administrator, citizen):
    waiting, posted = promise(), reported(promise())
    split(ground, administrator)
    for refusal in (
        policies.extend(waiting, to=DUE + timedelta(days=3), reason="Mưa kéo dài nhiều ngày", today=TODAY),
        policies.withdraw(waiting, reason="Hết vốn, không làm được"),
        policies.hand_over(waiting, to=ground.other_front, reason="Đúng việc của cơ quan này", today=TODAY),
        policies.report_done(waiting, summary="Đã làm xong cả rồi"),
        policies.issue_code(waiting, kind="holder", today=TODAY),
    ):
        assert "chờ chọn cơ quan nhận" in refusal.sentence
    assert policies.note_progress(waiting, note="Đang bàn giao") is None
    actions.object_to(posted, text=WORDS, by=citizen, now=NOW)
    assert fresh(posted).state == State.OPEN


def test_an_abolished_unit_leaves_it_to_the_one_above(promise, ground, administrator):
    c = promise()
    Hamlet.objects.filter(unit=ground.commune).update(existed=DateRange(TODAY - timedelta(days=400), TODAY, "[)"))
    units.abolish(ground.commune, first_day=TODAY, decree=DECREE, by=administrator, now=NOW)
    assert [(p.cause, [u.pk for u in p.candidates.all()]) for p in PendingHandover.objects.all()] == [
        (Cause.ABOLITION, [ground.province.pk])
    ]
    assert queries.pending(c) is not None


def test_an_office_that_ends_leaves_it_to_the_one_for_dan_van_work(promise, ground, leader):
    c, other = promise(), promise(lead=ground.committee)
    DanVanOwner.objects.create(unit=ground.commune, office=ground.party, during=DateRange(TODAY - timedelta(days=10), None, "[)"))
    units.end_office(ground.front, after=TODAY - timedelta(days=1), by=leader, now=NOW)
    assert (fresh(c).lead, fresh(c).unit, fresh(other).lead) == (ground.party, ground.commune, ground.committee)


def test_or_it_waits(promise, ground, leader):
    c = promise()
    units.end_office(ground.front, after=TODAY - timedelta(days=1), by=leader, now=NOW)
    assert (queries.pending(c).cause, [u.pk for u in queries.pending(c).candidates.all()]) == (Cause.OFFICE_END, [ground.commune.pk])
    actions.choose_successor(queries.pending(c), to=ground.committee, by=leader, now=NOW)
    assert fresh(c).lead == ground.committee


def test_reorganised_again_before_anybody_chose(promise, ground, leader, administrator):
    c = promise()
    units.end_office(ground.front, after=TODAY - timedelta(days=1), by=leader, now=NOW)
    made = merge(ground, administrator)
    assert [p.settled_on for p in c.pending_handovers.all()].count(None) == 1
    assert [u.pk for u in queries.pending(c).candidates.all()] == [made.pk]


def test_hamlets_owe_nothing(promise, ground, leader):
    c = promise(hamlet=ground.hamlet)
    units.end_hamlet(ground.hamlet, after=TODAY - timedelta(days=1), by=leader, now=NOW)
    assert (fresh(c).hamlet, queries.pending(c)) == (ground.hamlet, None)
