"""What becomes of models and drives when a unit is merged, split or abolished, or an office ends."""

from datetime import timedelta
from fractions import Fraction

import pytest

from gandan.accounts.queries import actor_for
from gandan.core import events
from gandan.core.access import Refusal, Role, SystemActor
from gandan.core.events.verify import verify
from gandan.movement import actions, queries
from gandan.movement.enums import LIVING, Moved, State
from gandan.movement.models import Drive, PendingPractice, Practice
from gandan.movement.queries import owed
from gandan.units import actions as units
from gandan.units.actions import NewUnit, Share
from gandan.units.enums import OfficeKind
from gandan.units.models import Succession
from tests.movement.ground import CLOCK, a_drive, a_sheet, at, form, hold_dan_van
from tests.people import NOW, TODAY, hold, make_office, make_user

pytestmark = pytest.mark.django_db
DECREE = "12/NQ-UBTVQH16"
HANDOVER = SystemActor("handover")


def new(world, code="39999", name="Tây Đô"):
    return NewUnit(level="commune", kind="Phường", name=name, code=code, parent=world.province)


def merge(world, administrator, day=TODAY):
    return units.merge([world.commune, world.other], into=new(world), first_day=day, decree=DECREE, by=administrator, now=NOW)


def split(world, administrator):
    parts = [Share(new(world), Fraction(1, 2)), Share(new(world, "39998", "An Hội"), Fraction(1, 2))]
    units.split(world.commune, parts=parts, hamlets={world.hamlet: 0}, first_day=TODAY, decree=DECREE, by=administrator, now=NOW)


def fresh(practice: Practice) -> Practice:
    return Practice.objects.get(pk=practice.pk)


def waiting(practice: Practice) -> PendingPractice | None:
    return practice.pending.filter(settled_on=None).first()


def last(practice: Practice) -> events.Event:
    return events.of(practice).order_by("seq").last()


def test_a_merger_hands_over_what_lives_and_leaves_what_ended(in_state, ground, administrator):
    models = {state: in_state(state, n) for n, state in enumerate(State, 1)}
    step = Succession(old=ground.commune, new=ground.other, first_day=TODAY, change="merge")
    actions.leave_to_successors([step], TODAY, by=administrator, now=NOW)
    for state, model in models.items():
        after = fresh(model)
        assert after.made_in == ground.commune
        assert after.state == state
        if state in LIVING:
            assert (after.unit, after.office) == (ground.other, ground.other_front), "no committee there: the office for dân vận work"
            assert (last(model).verb, last(model).facts["cause"]) == ("movement.handed_over", "merger")
        else:
            assert (after.unit, after.office) == (ground.commune, ground.committee)
    assert verify().ok


def test_with_no_office_yet_it_waits_and_follows_when_one_is_set_up(in_state, ground, administrator, committee_officer):
    model = in_state(State.REGISTERED)
    made = merge(ground, administrator)
    pending = waiting(model)
    assert (pending.cause, [u.pk for u in pending.candidates.all()]) == (Moved.MERGER, [made.pk])
    assert last(model).verb == "movement.handover_pending"
    with pytest.raises(Refusal, match="chờ chọn cơ quan nhận"):
        actions.stop(model, reason="Không còn ai làm nữa", by=committee_officer, now=NOW)
    assert actions.lapse_due(by=CLOCK, now=at(400)) == 0, "nobody could have spoken for it"
    assert actions.settle_handovers(by=HANDOVER, now=at(400)) == 0
    committee = make_office(made, OfficeKind.PEOPLE_COMMITTEE, "Ủy ban nhân dân phường Tây Đô")
    assert actions.settle_handovers(by=HANDOVER, now=at(400)) == 1
    after = fresh(model)
    assert (after.unit, after.office, waiting(model)) == (made, committee, None)
    assert (after.alive_until - at(400).date()).days == 45
    seen = queries.by_unit([made.pk], on=at(400).date())[made.pk]
    assert seen.registered == 1


def test_after_a_split_a_person_always_chooses(in_state, ground, administrator, provincial_leader, outsider, citizen):
    model, draft = in_state(State.REGISTERED, 1), in_state(State.DRAFT, 2)
    split(ground, administrator)
    parts = list(waiting(model).candidates.all())
    front = make_office(parts[0], OfficeKind.PEOPLE_COMMITTEE, "Ủy ban nhân dân phường Tây Đô")
    assert actions.settle_handovers(by=HANDOVER, now=at(1)) == 0
    assert {p.practice for p in owed.to_choose(provincial_leader)} == {model, draft}
    assert list(owed.to_choose(outsider)) == []
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.choose_successor(waiting(model), to=front, by=outsider, now=NOW)
    with pytest.raises(Refusal, match="đơn vị nhận sau sắp xếp"):
        actions.choose_successor(waiting(model), to=ground.other_front, by=provincial_leader, now=NOW)
    after = actions.choose_successor(waiting(model), to=front, by=provincial_leader, now=NOW)
    assert (after.office, after.unit, last(model).facts["cause"]) == (front, parts[0], "split")
    with pytest.raises(Refusal, match="đã có cơ quan nhận"):
        actions.choose_successor(model.pending.get(), to=front, by=provincial_leader, now=NOW)


def test_who_may_choose_sees_the_draft_that_waits(in_state, ground, administrator, provincial_leader):
    draft = in_state(State.DRAFT)
    assert not queries.visible_to(provincial_leader).filter(pk=draft.pk).exists()
    split(ground, administrator)
    assert queries.visible_to(provincial_leader).filter(pk=draft.pk).exists()


def test_reorganised_again_before_anybody_chose(in_state, ground, administrator):
    model = in_state(State.REGISTERED)
    made = merge(ground, administrator)
    step = Succession(old=ground.commune, new=made, first_day=TODAY, change="merge")
    actions.leave_to_successors([step], TODAY, by=administrator, now=NOW)
    assert PendingPractice.objects.filter(practice=model, settled_on=None).count() == 1
    assert PendingPractice.objects.filter(practice=model).count() == 2


def test_an_office_that_ends_leaves_it_to_the_one_for_dan_van_work(in_state, ground, administrator):
    model = in_state(State.REGISTERED)
    units.end_office(ground.committee, after=TODAY - timedelta(days=1), by=administrator, now=NOW)
    assert fresh(model).office == ground.front
    assert last(model).facts["cause"] == "office_end"


def test_what_a_text_told_stands_with_the_unit_that_took_over(drive, field, ground, administrator, leader):
    written = form(field, 9)
    told = actions.tell(drive=drive, unit=ground.commune, written=written, told_on=TODAY, by=leader, now=NOW)
    assert actions.tell(drive=drive, unit=ground.commune, written=written, told_on=TODAY, by=leader, now=NOW) == told
    made = merge(ground, administrator)
    assert (fresh(told).unit, fresh(told).made_in, waiting(told)) == (made, ground.commune, None)
    assert queries.counts(Practice.objects.filter(pk=told.pk), on=TODAY) == queries.Counts(told=1)
    assert queries.public().filter(pk=told.pk).exists()


class TestDrives:
    @pytest.fixture
    def own(self, ground, front_officer, leader) -> Drive:
        """A drive of the commune's Front."""
        a_sheet(ground.commune, leader, code="phuong")
        return a_drive(ground.front, front_officer, title="Phường không rác", sheet_code="phuong")

    def test_it_goes_on_with_the_office_of_the_same_kind(self, own, ground, administrator):
        step = Succession(old=ground.commune, new=ground.other, first_day=TODAY, change="merge")
        actions.leave_to_successors([step], TODAY, by=administrator, now=NOW)
        own.refresh_from_db()
        assert (own.office, own.unit) == (ground.other_front, ground.other)
        assert events.of(own).order_by("seq").last().verb == "movement.drive_taken"

    def test_after_a_split_an_office_takes_it(self, own, ground, administrator, provincial_leader, outsider):
        split(ground, administrator)
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            actions.take_drive(own, office=ground.province_board, by=outsider, now=at(1))
        assert actions.take_drive(own, office=ground.province_board, by=provincial_leader, now=at(1)).office == ground.province_board
        with pytest.raises(Refusal, match="đang có cơ quan chủ trì"):
            actions.take_drive(own, office=ground.province_board, by=provincial_leader, now=at(1))

    def test_only_an_office_of_what_took_over(self, own, ground, administrator):
        split(ground, administrator)
        chief = make_user("Lê Văn Chín", "chin")
        hold(chief, Role.LEADER, office=ground.other_front)
        with pytest.raises(Refusal, match="đơn vị nhận sau sắp xếp"):
            actions.take_drive(own, office=ground.other_front, by=actor_for(chief, today=TODAY), now=at(1))


def test_the_new_unit_registers_what_came_with_it(in_state, ground, administrator):
    """Registered where it came from, reviewed and counted where it is: through a merger nothing is lost and nothing counted twice."""
    models = [in_state(State.SUBMITTED, 1), in_state(State.REGISTERED, 2)]
    made = merge(ground, administrator)
    committee = make_office(made, OfficeKind.PEOPLE_COMMITTEE, "Ủy ban nhân dân phường Tây Đô")
    front = make_office(made, OfficeKind.FRONT, "Ủy ban MTTQ Việt Nam phường Tây Đô")
    hold_dan_van(made, front)
    mai = make_user("Nguyễn Thị Mai Lan", "mai.lan")
    hold(mai, Role.OFFICER, office=front)
    by = actor_for(mai, today=TODAY)
    assert actions.settle_handovers(by=HANDOVER, now=NOW) == 2
    assert {fresh(m).office for m in models} == {committee}
    assert list(owed.to_register(by)) == [models[0]]
    actions.register(models[0], by=by, now=NOW)
    counted = queries.by_unit([made.pk, ground.province.pk], on=TODAY)
    assert (counted[made.pk].registered, counted[ground.province.pk].registered) == (2, 0)
    assert set(Practice.objects.filter(queries.of_units([made.pk]))) == set(models)
