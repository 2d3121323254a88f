"""A ward merges while its council scores: papers go over, cards stay; where no office takes them, who leads there acts."""

from datetime import timedelta
from fractions import Fraction

import pytest

from gandan.accounts.queries import actor_for
from gandan.appraisals import actions, queries
from gandan.appraisals.enums import State
from gandan.appraisals.models import Council, Posting
from gandan.core import events
from gandan.core.access import Anyone, Role, SystemActor
from gandan.core.events.verify import verify
from gandan.units import actions as units
from gandan.units.actions import NewUnit, Share
from gandan.units.enums import OfficeKind
from tests.appraisals.conftest import NEAR, NOW, TODAY, at, on_day
from tests.people import hold, make_office, make_user

pytestmark = pytest.mark.django_db
DECREE, HANDOVER = "12/NQ-UBTVQH16", SystemActor("handover")
WORDS = "Số liệu ghi trong bản niêm yết không đúng với thực tế."


def new(world, code="39999", name="Tây Đô"):
    return NewUnit(level="commune", kind="Phường", name=name, code=code, parent=world.province)


def merge(world, administrator):
    return units.merge([world.commune, world.other], into=new(world), first_day=TODAY, decree=DECREE, by=administrator, now=NOW)


def test_papers_wait_for_the_new_unit_s_offices_and_then_go_over(in_state, posted, hand_in, ground, administrator, seated, council):
    a, row = in_state(State.SCORING), posted()
    hand_in(a, {"chair": NEAR["chair"], "one": NEAR["one"]})
    objection = actions.object_to(row, text=WORDS, by=Anyone(), now=NOW).objection
    made = merge(ground, administrator)
    head = make_user("Bí thư mới", "new.head")
    hold(head, Role.LEADER, office=make_office(made, OfficeKind.PEOPLE_COMMITTEE, "Ủy ban nhân dân phường Tây Đô"))
    head = actor_for(head, today=TODAY)
    assert a in queries.visible_to(head)  # nobody else is left to answer for the old office
    assert objection in queries.to_answer(head)
    assert actions.settle_handovers(by=HANDOVER, now=NOW) == 0
    party = make_office(made, OfficeKind.PARTY_COMMITTEE, "Đảng ủy phường Tây Đô")
    front = make_office(made, OfficeKind.FRONT, "Ủy ban MTTQ Việt Nam phường Tây Đô")
    assert actions.settle_handovers(by=HANDOVER, now=at(1)) == 2
    assert actions.settle_handovers(by=HANDOVER, now=at(1)) == 0
    a.refresh_from_db()
    row = Posting.objects.get(pk=row.pk)
    assert (Council.objects.get(pk=council.pk).office, row.office, a.owner_office, a.unit) == (party, party, front, made)
    assert {e.verb for e in events.of(row)} >= {"appraisals.posting_handed_over"}
    officer = make_user("Cán bộ mới", "new.officer")
    hold(officer, Role.OFFICER, office=party)
    officer = actor_for(officer, today=TODAY)
    actions.answer_objection(objection, is_upheld=False, reply="Đã đối chiếu với biên bản của phường cũ.", by=officer, now=at(1))
    hand_in(a, {"two": NEAR["two"], "three": NEAR["three"]}, now=at(1))
    a = actions.close(actions.show(a, by=seated["secretary"], now=at(1)), by=officer, now=at(1))
    assert a.cards.count() == 4
    assert verify().problems == []


def test_after_a_split_nothing_moves_by_itself_and_who_leads_a_part_acts(in_state, posted, ground, administrator):
    a, row = in_state(State.SHOWN), posted()
    objection = actions.object_to(row, text=WORDS, by=Anyone(), now=NOW).objection
    parts = [Share(new(ground), Fraction(1, 2)), Share(new(ground, "39998", "An Hội"), Fraction(1, 2))]
    made = units.split(ground.commune, parts=parts, hamlets={ground.hamlet: 0}, first_day=TODAY, decree=DECREE, by=administrator, now=NOW)
    offices = [make_office(unit, OfficeKind.PARTY_COMMITTEE, "Đảng ủy") for unit in made]
    assert actions.settle_handovers(by=HANDOVER, now=NOW) == 0
    head = make_user("Bí thư An Hội", "part.head")
    hold(head, Role.LEADER, office=offices[1])
    head = actor_for(head, today=TODAY)
    assert actions.close(a, by=head, now=NOW).state == State.CLOSED
    assert objection in queries.to_answer(head)
    actions.answer_objection(objection, is_upheld=False, reply="Đã đối chiếu với biên bản của phường cũ.", by=head, now=NOW)


def test_an_office_that_ends_leaves_its_council_to_the_one_for_dan_van_work(council, ground, leader, administrator, posted):
    row = posted()
    units.set_dan_van_owner(ground.commune, office=ground.committee, since=TODAY, by=administrator, now=NOW)
    units.end_office(ground.party, after=TODAY, by=administrator, now=NOW)
    council.refresh_from_db()
    assert council.office == ground.committee
    assert Posting.objects.get(pk=row.pk).office == ground.committee
    done = actions.post(
        subject_type=row.subject_type, subject_id="late", unit=ground.commune, office=ground.committee, title="Sau",
        by=on_day(_head(ground), 2), now=at(2),
    )  # fmt: skip
    assert done.until > TODAY + timedelta(days=2)


def _head(ground):
    user = make_user("Chủ tịch phường", "committee.head")
    hold(user, Role.LEADER, office=ground.committee)
    return actor_for(user, today=TODAY)


def test_papers_never_come_into_the_hands_of_the_office_they_judge(in_state, posted, ground, administrator, council):
    row, a = posted(), in_state(State.SHOWN)
    units.set_dan_van_owner(ground.commune, office=ground.front, since=TODAY, by=administrator, now=NOW)
    units.end_office(ground.party, after=TODAY, by=administrator, now=NOW)
    council.refresh_from_db(), row.refresh_from_db()
    assert (council.office, row.office) == (ground.party, ground.party)
    head = on_day(_head(ground), 1)
    assert actions.close(a, by=head, now=at(1)).state == State.CLOSED


def test_what_is_judged_follows_the_thing_when_its_room_moves_it(in_state, ground):
    a = in_state(State.PREPARED)
    actions.follow(a.subject_type, a.subject_id, unit=ground.other, owner_office=ground.other_front, by=HANDOVER, now=NOW)
    a.refresh_from_db()
    assert (a.unit, a.owner_office, events.of(a).last().verb) == (ground.other, ground.other_front, "appraisals.owner_changed")


def test_words_of_objections_are_forgotten_when_their_time_is_over(posted, leader):
    row = posted()
    one, two = (actions.object_to(row, text=WORDS, by=Anyone(), now=NOW).objection for _ in range(2))
    actions.answer_objection(one, is_upheld=False, reply="Đã đối chiếu với biên bản.", by=leader, now=NOW)
    retention = SystemActor("retention")
    assert actions.forget_objections(by=retention, now=at(730)) == 0
    assert actions.forget_objections(by=retention, now=at(731)) == 1
    assert actions.forget_objections(by=retention, now=at(731)) == 0
    one.refresh_from_db(), two.refresh_from_db()
    assert (one.text, one.reply, one.is_erased, two.text) == ("", "", True, WORDS)
    assert verify().problems == []
