"""What officers found untrue on a Monday: who decides after two times no, what a search finds, what an answer may not leave open."""

from urllib.parse import quote

import pytest

from gandan.core.access import Refusal
from gandan.opinions import actions, work
from gandan.opinions.enums import State
from gandan.opinions.models import Case
from gandan.opinions.policies.answer import whole
from gandan.opinions.search import refresh
from tests.opinions.conftest import NOW, REASON, TODAY, fresh, on_day, sent_by
from tests.opinions.conftest import at as later
from tests.opinions.web.staff.conftest import at, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def objected(case, said_of, committee_officer) -> Case:
    """Answered twice, and twice its sender said that it was not done."""
    c = case(State.ANSWERED)
    home = said_of(c)
    actions.give_verdict(home.opinion, is_done=False, text="Chưa có bóng nào được thay.", by=sent_by(home), now=NOW)
    actions.answer(fresh(c), text="Đã thay rồi, xin kiểm tra lại giúp.", by=committee_officer, now=NOW)
    actions.give_verdict(home.opinion, is_done=False, text="Vẫn tắt như trước.", by=sent_by(home), now=later(1))
    return fresh(c)


@pytest.mark.parametrize("who", ["provincial_leader", "provincial_specialist"])
def test_twice_not_done_stands_in_the_work_and_the_inbox_of_those_above(objected, cast, opens, who):
    actor = on_day(cast[who], 2)
    (item,) = work.owed(actor, TODAY).items
    assert (item.deed, item.url) == ("Xem và quyết định", f"/lam-viec/y-kien/{objected.pk}/")
    answer = opens(who).get(at("inbox"))
    assert [row.case.pk for row in answer.context["rows"]] == [objected.pk]
    assert next(tab.n for tab in answer.context["tabs"] if tab.label == "Cần làm") == 1
    page = opens(who).get(at("case", objected.pk))
    assert page.context["next"].label == "Yêu cầu giải quyết lại"
    assert page.context["waits"].title == "Cấp trên quyết định"
    actions.order_reopen(objected, reason=REASON, by=on_day(cast[who], 2), now=later(2))
    assert "hai lần" not in str([i.title for i in work.owed(actor, TODAY).items])


def test_ended_with_a_reason_it_leaves_the_work(objected, cast):
    actor = on_day(cast["provincial_leader"], 2)
    actions.end_objected(objected, reason=REASON, by=actor, now=later(2))
    assert list(work.owed(actor, TODAY).items) == []


def test_its_office_is_told_that_others_decide(objected, opens):
    page = opens("committee_officer").get(at("case", objected.pk))
    assert page.context["next"] is None
    assert page.context["waits"].title == "Cấp trên quyết định"
    assert "mở lại, một lần" not in text(page)


def test_accents_that_were_typed_are_meant(opens, case):
    smoke = case(text="Khói quán nướng bay đến tận nhà tôi ở cuối đường", topic="")
    lamp = case(text="Đèn đường hẻm 132 tắt ba tuần nay rồi")
    Case.objects.filter(pk=smoke.pk).update(topic="other")
    refresh(smoke.pk, lamp.pk)

    def found(words: str) -> set:
        return {r.case.pk for r in opens("committee_officer").get(f"{at('inbox')}?xem=tat-ca&tim={quote(words)}").context["rows"]}

    assert found("đèn đường") == {lamp.pk}
    assert lamp.pk in found("den duong")
    assert found("karaoke quán") == set(), "all words, not any"


def test_a_public_number_finds_its_case_alone(opens, case):
    one, other = case(State.ANSWERED, text="Cống nghẹt số 31135-2026-13"), case(State.ANSWERED, text="Việc 31135 năm 2026 lần 12")
    refresh(one.pk, other.pk)
    Case.objects.filter(pk=one.pk).update(number="31135-2026-12")
    rows = opens("committee_officer").get(f"{at('inbox')}?xem=tat-ca&tim=31135-2026-12").context["rows"]
    assert [r.case.pk for r in rows] == [one.pk]


@pytest.mark.parametrize(
    "left", ["Việc này do … giải quyết.", "Thay bóng trong ... ngày.", "Kết quả: …. Xin cảm ơn.", "Ngày ____ xong.", "Sửa xong [ngày …]."]
)
def test_a_template_left_open_is_no_answer(left):
    refused = whole(left)
    assert refused is not None
    assert "chưa điền" in refused.sentence


@pytest.mark.parametrize("plain", ["Rác, nước thải… đã dọn sạch.", "Đã thay bóng ngày 20/11.", "Chúng tôi đã xem... và sẽ làm."])
def test_a_way_to_speak_is_an_answer(plain):
    assert whole(plain) is None


def test_the_form_keeps_what_was_typed_and_a_correction_can_follow(opens, case):
    browser, c = opens("committee_officer"), case(State.ACCEPTED)
    page = browser.post(at("deed", c.pk, "tra-loi"), {"text": "Việc này do … giải quyết. Ông/Bà chờ giúp."})
    assert page.status_code == 422
    assert "Việc này do … giải quyết." in text(page)
    assert fresh(c).state == State.ACCEPTED
    browser.post(at("deed", c.pk, "tra-loi"), {"text": "Đã thay bóng ở hẻm 123 rồi."})
    assert "Gửi thêm tin, đính chính" in [w.label for w in browser.get(at("case", c.pk)).context["others"]]
    sent = browser.post(at("deed", c.pk, "gui-tin"), {"text": "Xin đính chính: hẻm 132, không phải hẻm 123."})
    assert sent.status_code == 302
    assert fresh(c).letters.get().text.startswith("Xin đính chính")


def test_an_answer_with_a_gap_is_refused_by_the_deed_too(case, committee_officer):
    with pytest.raises(Refusal, match="chưa điền"):
        actions.answer(case(State.ACCEPTED), text="Kết quả kiểm tra: …. Cảm ơn.", by=committee_officer, now=NOW)
