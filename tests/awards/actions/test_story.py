"""A whole round: what each deed leaves behind, and the event it records."""

import pytest

from gandan.appraisals import actions as appraisals
from gandan.awards import actions, queries
from gandan.awards.enums import CallState, NominationState, NomineeState, Outcome
from gandan.awards.models import Conferral, Holder
from gandan.core import events
from gandan.core.access import Anyone, Refusal
from gandan.core.events.verify import verify
from gandan.indicators.models import Value
from tests.awards.conftest import WHY, at, collective, fresh, on, on_day, person
from tests.people import NOW

pytestmark = pytest.mark.django_db


def verbs(thing) -> list[str]:
    return list(events.of(thing).order_by("seq").values_list("verb", flat=True))


def test_from_a_plan_to_the_roll(house, provincial_leader, front_officer):
    grounds = ("Xây dựng nông thôn mới", "Giữ gìn an ninh")
    call = house.open(grounds=grounds)
    dossier = house.dossier(call, person(), collective(), ground=grounds[0])
    other = house.add(dossier, person("Trần Văn Bền", born=1959), ground=grounds[1])
    dossier = actions.submit_nomination(dossier, number="12-TTr/MTTQ", by=front_officer, now=NOW)
    assert (dossier.state, dossier.is_late, dossier.number) == (NominationState.SUBMITTED, False, "12-TTr/MTTQ")
    call = house.close(call)
    assert call.state == CallState.COUNCIL
    mai, chi_hoi, ben = house.nominees(call)
    for nominee in (mai, chi_hoi):
        house.score(nominee)
        house.choose(nominee)
    house.score(ben, 40)
    with pytest.raises(Refusal, match="chưa đạt ngưỡng"):
        house.choose(ben)
    house.pass_over(ben)
    call = house.post(call)
    with pytest.raises(Refusal, match="niêm yết đến hết"):
        house.decide(call, day=14)
    call = house.decide(call)
    assert (call.state, call.ended_on) == (CallState.DECIDED, on(40))
    conferral = Conferral.objects.get()
    assert (conferral.persons, conferral.collectives, conferral.ground, conferral.by) == (
        1,
        1,
        grounds[0],
        "Ban Tuyên giáo và Dân vận Thành ủy Cần Thơ",
    )
    assert [h.name for h in queries.of_call(call)] == ["Chi hội Phụ nữ khu phố 3", "Nguyễn Thị Hoà"]
    assert sorted(Value.objects.values_list("indicator__code", "value")) == [("awards.collectives", 1), ("awards.persons", 1)]
    assert verbs(call) == ["awards.call_planned", "awards.call_opened", "awards.call_closed", "awards.call_posted", "awards.call_decided"]
    assert verbs(dossier) == ["awards.nomination_begun", "awards.nomination_submitted"]
    assert verbs(other) == ["awards.nominee_added", "awards.nominee_passed_over"]
    assert fresh(ben).state == NomineeState.NOT_CHOSEN
    said = actions.give_certificate_numbers(
        call, numbers=queries.numbered(call, first=7, tail="/GK"), by=on_day(provincial_leader, 41), now=at(41)
    )
    assert sorted(h.certificate for h in said) == ["07/GK", "08/GK"]
    assert not list(verify().problems)


def test_the_centre_s_medal_is_entered_as_the_centre_s_paper(house):
    call = house.through(CallState.DECIDED, person(born_on=None), kind="medal.dan_van")
    conferral = Conferral.objects.get()
    assert conferral.by == "Ban Tuyên giáo và Dân vận Trung ương"
    assert call.decision.level == "centre"
    assert call.decision.document.issuer == "Ban Tuyên giáo và Dân vận Trung ương"
    assert call.decision.document.issuer_office is None


def test_an_objection_that_is_right_stops_the_decision_until_the_council_says_what_follows(house, provincial_leader, provincial_specialist):
    call = house.through(CallState.POSTED, person(), collective())
    nominee = house.one(call)
    said = appraisals.object_to(
        call.posting, text="Người này năm ngoái bị phê bình vì thu sai quỹ.", about=str(nominee.pk), by=Anyone(), now=at(15)
    )
    with pytest.raises(Refusal, match="chưa trả lời"):
        house.decide(call)
    appraisals.answer_objection(
        said.objection, is_upheld=True, reply="Đúng như phản ánh.", by=on_day(provincial_specialist, 16), now=at(16)
    )
    event = events.of(call).order_by("seq").last()
    assert (event.verb, event.facts["nominee_id"]) == ("awards.objection_upheld", str(nominee.pk))
    assert fresh(nominee).state == NomineeState.CHOSEN, "nobody is struck off by a program"
    with pytest.raises(Refusal, match="đưa ra khỏi danh sách"):
        house.decide(call)
    house.pass_over(nominee, day=17, reason="Ý kiến phản ánh có cơ sở.")
    call = house.decide(call)
    assert (call.state, Holder.objects.get().name) == (CallState.DECIDED, "Chi hội Phụ nữ khu phố 3")


def test_posting_anew_clears_nobody_of_an_objection_that_was_right(house, provincial_specialist):
    call = house.through(CallState.POSTED, person(), collective())
    about = str(house.one(call).pk)
    said = appraisals.object_to(call.posting, text="Thành tích này là của người khác.", about=about, by=Anyone(), now=at(15)).objection
    actions.take_down_call(call, reason="Danh sách ghi sai đơn vị.", by=on_day(house.board, 16), now=at(16))
    call = house.post(call, day=17)
    appraisals.answer_objection(said, is_upheld=True, reply="Đúng như vậy.", by=on_day(provincial_specialist, 18), now=at(18))
    with pytest.raises(Refusal, match="đưa ra khỏi danh sách"):
        house.decide(call)


def test_one_passed_over_after_an_upheld_objection_is_not_chosen_again(house, provincial_specialist):
    call = house.through(CallState.POSTED, person(), collective())
    nominee = house.one(call)
    said = appraisals.object_to(call.posting, text="Thành tích này là của người khác.", about=str(nominee.pk), by=Anyone(), now=at(15))
    appraisals.answer_objection(said.objection, is_upheld=True, reply="Đúng như vậy.", by=on_day(provincial_specialist, 16), now=at(16))
    house.pass_over(nominee, day=17)
    actions.take_down_call(call, reason="Xét lại danh sách.", by=on_day(house.board, 17), now=at(17))
    with pytest.raises(Refusal, match="không chọn được"):
        house.choose(nominee, day=17)


def test_an_upheld_objection_to_the_whole_list_asks_for_a_new_posting(house, provincial_specialist):
    call = house.through(CallState.POSTED)
    said = appraisals.object_to(call.posting, text="Không ai ở đây được hỏi ý kiến.", by=Anyone(), now=at(15))
    appraisals.answer_objection(said.objection, is_upheld=True, reply="Đúng, sẽ lấy lại.", by=on_day(provincial_specialist, 16), now=at(16))
    with pytest.raises(Refusal, match="cả danh sách"):
        house.decide(call)
    call = actions.take_down_call(call, reason="Lấy lại ý kiến.", by=on_day(house.board, 17), now=at(17))
    assert (call.state, fresh(call.posting).taken_down_on) == (CallState.COUNCIL, on(17))
    call = house.decide(house.post(call, day=18), day=45)
    assert call.state == CallState.DECIDED


def test_left_out_and_taken_in_again(house):
    call = house.open()
    house.dossier(call, person(), collective(), number="12-TTr/MTTQ")
    nominee = house.one(call)
    actions.exclude(nominee, reason=WHY, by=house.board, now=NOW)
    call = house.close(call)
    assert fresh(nominee).appraisal is None
    with pytest.raises(Refusal, match="hạn chấm"):
        actions.readmit(nominee, reason="Loại nhầm người trùng tên.", by=on_day(house.board, 12), now=at(12))
    actions.readmit(nominee, reason="Loại nhầm người trùng tên.", closes_on=on(20), by=on_day(house.board, 12), now=at(12))
    assert fresh(nominee).state == NomineeState.PROPOSED
    house.score(nominee)
    assert [s.deed for s in queries.steps(nominee)] == ["exclude", "readmit"]
    assert verbs(nominee) == ["awards.nominee_added", "awards.nominee_excluded", "awards.nominee_readmitted"]
    actions.exclude(nominee, reason=WHY, by=on_day(house.board, 13), now=at(13))
    other = house.nominees(call)[1]
    actions.exclude(other, reason=WHY, by=on_day(house.board, 13), now=at(13))
    assert fresh(other).appraisal.state == "set_aside"
    actions.readmit(other, reason="Xem lại hồ sơ gốc.", closes_on=on(20), by=on_day(house.board, 13), now=at(13))
    assert fresh(other).appraisal.state == "scoring"
    assert {c.outcome for c in other.checks.all()} <= set(Outcome)
