"""Each deed's refusals: who may not, and when not, each with its sentence; a refused deed leaves no event."""

import pytest

from gandan.accounts.models import RoleHeld, User
from gandan.accounts.queries import actor_for
from gandan.appraisals import actions as appraisals
from gandan.awards import actions, queries
from gandan.awards.enums import CallState, NominationState
from gandan.awards.given import QuotaGiven
from gandan.core import events
from gandan.core.access import Anyone, Refusal, Role, may
from gandan.core.events import Event
from gandan.core.legal import due
from tests.awards.conftest import CLOCK, LAST, WHY, at, collective, fresh, on, on_day, person
from tests.people import NOW, TODAY, hold

pytestmark = pytest.mark.django_db
NOT_GIVEN = "chưa được giao quyền"


def refused(words: str, deed, *args, **kwargs) -> None:
    before = Event.objects.count()
    with pytest.raises(Refusal, match=words):
        deed(*args, **kwargs)
    assert Event.objects.count() == before


def test_a_call_before_its_council(house, provincial_leader, outsider):
    call = house.plan(opens_on=on(2))
    run = {"by": provincial_leader, "now": NOW}
    refused(NOT_GIVEN, actions.open_call, call, by=outsider, now=NOW)
    refused("mở từ ngày", actions.open_call, call, **run)
    said = {"title": "Khen năm 2026", "year": 2026, "opens_on": TODAY, "closes_on": LAST, "sheet_code": "khac"}
    call = actions.change_call(call, **said, **run)
    refused("bảng điểm này đang hiệu lực", actions.open_call, call, **run)
    call = actions.change_call(call, **{**said, "sheet_code": "khen-thuong"}, **run, quotas=[QuotaGiven("person", 1)])
    assert events.of(call).order_by("seq").last().verb == "awards.call_changed"
    call = actions.open_call(call, **run)
    assert call.eligibility == queries.eligibility(call.kind, on=TODAY)
    refused("Đợt xét đã mở", actions.change_call, call, **said, **run)
    refused("chưa chốt trước ngày đó", actions.end_intake, call, **run)
    refused("chưa chốt trước ngày đó", actions.close_call, call, council=house.council, closes_on=on(20), **run)
    refused("Hội đồng không|bước", actions.post_call, call, **run)
    refused("Xin ghi lý do", actions.cancel_call, call, reason="x", **run)
    later = {"by": on_day(provincial_leader, 11), "now": at(11)}
    refused("Không có hồ sơ nào", actions.close_call, call, council=house.council, closes_on=on(20), **later)
    refused("sau hôm nay", actions.close_call, call, council=house.council, closes_on=on(11), **later)


def test_who_may_propose(house, front_officer, provincial_specialist, outsider, administrator):
    call = house.open()
    refused("không tự đề nghị", actions.begin_nomination, call, office=house.world.province_board, by=provincial_specialist, now=NOW)
    refused(NOT_GIVEN, actions.begin_nomination, call, office=house.world.front, by=outsider, now=NOW)
    refused(NOT_GIVEN, actions.begin_nomination, call, office=house.world.front, by=administrator, now=NOW)
    dossier = house.dossier(call, person())
    refused("đã lập hồ sơ", actions.begin_nomination, call, office=house.world.front, by=front_officer, now=NOW)
    refused(NOT_GIVEN, actions.add_nominee, dossier, whom="person", person=person("Lê Văn Tám"), by=provincial_specialist, now=NOW)
    refused("số tờ trình", actions.submit_nomination, dossier, number=" ", by=front_officer, now=NOW)
    empty = house.dossier(call, who="outsider")
    refused("chưa có ai", actions.submit_nomination, empty, number="1-TTr/MTTQ", by=outsider, now=NOW)
    refused("chưa gửi", actions.exclude, dossier.nominees.get(), reason=WHY, by=house.board, now=NOW)


def test_a_dossier_is_returned_mended_and_keeps_its_first_day(house, front_officer, provincial_specialist):
    call = house.open()
    dossier = house.dossier(call, person(), number="12-TTr/MTTQ")
    nominee = dossier.nominees.get()
    refused("không sửa được", actions.change_nominee, nominee, person=person(years=18), by=front_officer, now=NOW)
    refused(NOT_GIVEN, actions.return_nomination, dossier, reason=WHY, by=front_officer, now=NOW)
    refused("ít nhất 10", actions.return_nomination, dossier, reason="Thiếu", by=provincial_specialist, now=NOW)
    back = actions.return_nomination(dossier, reason="Thiếu báo cáo thành tích.", by=provincial_specialist, now=at(9))
    assert (back.state, back.returned_why) == (NominationState.RETURNED, "Thiếu báo cáo thành tích.")
    late = on_day(front_officer, 14)
    actions.end_intake(call, by=on_day(house.board, 11), now=at(11))
    actions.change_nominee(nominee, person=person(years=18), by=late, now=at(14))
    again = actions.submit_nomination(dossier, number="12-TTr/MTTQ", by=late, now=at(14))
    assert (again.submitted_on, again.is_late) == (TODAY, False)
    assert queries.dossier(fresh(nominee), late).years == 18


def test_late_is_marked_and_the_clock_ends_the_intake_after_the_days_of_grace(house, outsider, front_officer):
    call = house.open()
    last = due("awards.late_intake", start=LAST, on=LAST).date
    days = (last - TODAY).days
    dossier = house.dossier(call, person(), number="9-TTr/MTTQ", who="outsider", now=at(12))
    assert dossier.is_late
    assert dossier.nominees.get().checks.get(kind="deadline").found == 2
    assert actions.end_intakes(by=CLOCK, now=at(days)) == 0
    assert actions.end_intakes(by=CLOCK, now=at(days + 1)) == 1
    assert actions.end_intakes(by=CLOCK, now=at(days + 1)) == 0
    call = fresh(call)
    assert (call.state, call.intake_ended_on) == (CallState.OPEN, on(days + 1))
    refused("thôi nhận", house.dossier, call, person(), now=at(days + 1))
    refused("không còn nhận", actions.end_intake, call, by=house.board, now=at(days + 2))


def test_a_quota_is_shown_and_binds_nobody(house):
    call = house.open(quotas=[QuotaGiven("person", 1), QuotaGiven("person", 3, house.world.other.pk)])
    mine = house.dossier(call, person(), person("Trần Văn Bền", born=1960), collective(), number="12-TTr/MTTQ")
    other = house.dossier(call, person("Lê Thị Sáu", born=1970), number="9-TTr/MTTQ", who="outsider")
    said = [n.checks.filter(kind="quota").values_list("needed", "found", "outcome").first() for n in mine.nominees.all()]
    assert said == [(1, 2, "fails"), (1, 2, "fails"), None]
    assert other.nominees.get().checks.get(kind="quota").outcome == "meets"


def test_the_council_s_word_comes_first(house):
    call = house.through(CallState.COUNCIL, person(), collective())
    nominee, other = house.nominees(call)
    refused("chưa chốt điểm", house.choose, nominee)
    refused("chưa chốt điểm", house.pass_over, nominee)
    house.score(nominee)
    house.choose(nominee)
    refused("Còn 1 trường hợp", house.post, call)
    actions.exclude(other, reason=WHY, by=on_day(house.board, 12), now=at(12))
    call = house.post(call)
    refused(
        "không thêm người",
        actions.choose,
        other if fresh(other).state == "not_chosen" else _passed(house, nominee),
        by=house.board,
        now=at(14),
    )


def _passed(house, nominee):
    """Taken off the posted list."""
    house.pass_over(nominee, day=14)
    return fresh(nominee)


def test_nobody_left_on_the_list(house):
    call = house.through(CallState.POSTED)
    house.pass_over(house.one(call), day=14)
    refused("không chọn trường hợp nào", house.decide, call)


def test_no_decision_for_the_proposing_office_to_make(house, front_officer, provincial_specialist, administrator):
    call = house.through(CallState.POSTED)
    for who in (front_officer, administrator):
        refused(NOT_GIVEN, house.decide, call, by=on_day(who, 40))
    nominee = house.one(call)
    for who in (front_officer, administrator):
        refused(NOT_GIVEN, actions.pass_over, nominee, reason=WHY, by=on_day(who, 14), now=at(14))
    call = house.decide(call, by=on_day(provincial_specialist, 40))
    refused("bước", actions.cancel_call, call, reason=WHY, by=on_day(house.board, 41), now=at(41))
    numbers = {h.pk: "01" for h in queries.of_call(call)}
    refused(NOT_GIVEN, actions.give_certificate_numbers, call, numbers=numbers, by=front_officer, now=at(41))
    refused("có trong quyết định", actions.give_certificate_numbers, call, numbers={}, by=house.board, now=at(41))
    refused("từ 1 đến 40", actions.give_certificate_numbers, call, numbers=dict.fromkeys(numbers, " "), by=house.board, now=at(41))


def test_nobody_of_a_proposing_office_judges_hears_or_decides_also_not_with_a_second_hat_or_one_put_aside(house):
    call = house.through(CallState.POSTED)
    said = appraisals.object_to(call.posting, text="Người này năm ngoái thu sai quỹ.", by=Anyone(), now=at(15)).objection
    user = User.objects.get(pk=house.board.key.removeprefix("user:"))
    own = RoleHeld.objects.get(user=user)
    hold(user, Role.OFFICER, office=house.world.front)
    answer = {"is_upheld": False, "reply": "Đã xem lại, không có việc ấy.", "now": at(16)}
    for hat in (actor_for(user, today=TODAY), actor_for(user, today=TODAY, acting_as=own.pk)):
        assert not may(hat, "awards.judge", house.one(call))
        assert not may(hat, "awards.return", house.one(call).nomination)
        refused("để người khác", appraisals.answer_objection, said, **answer, by=on_day(hat, 16))
        refused("để người khác", house.decide, call, by=on_day(hat, 40))


def test_certificate_numbers_stand_once_within_a_kind(house):
    first = house.through(CallState.DECIDED)
    actions.give_certificate_numbers(first, numbers={queries.of_call(first).get().pk: "07"}, by=house.board, now=at(41))
    second = house.through(CallState.POSTED, person("Trần Văn Bền", born=1960), collective())
    second = house.decide(second, number="46-QĐ/BTGDV")
    one, two = (h.pk for h in queries.of_call(second))
    for numbers in ({one: "07"}, {one: "08", two: "08"}):
        refused("bị trùng", actions.give_certificate_numbers, second, numbers=numbers, by=house.board, now=at(41))
    actions.give_certificate_numbers(second, numbers={one: "08", two: "09"}, by=house.board, now=at(41))
    assert queries.numbered(second, first=10) == {}
