"""One case at work: who reads it, what stands on it, what comes next in each state, what it costs."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from gandan.core.access import Anyone
from gandan.opinions import actions, queries
from gandan.opinions.actions import ContactGiven, PromiseGiven
from gandan.opinions.enums import Content, State
from gandan.opinions.models import Case, Opinion
from tests.opinions.conftest import LAW, REASON, fresh, sent_by
from tests.opinions.web.staff.conftest import READS, at, photo, text
from tests.people import CAST, NOW

pytestmark = pytest.mark.django_db

PROVINCE = {"provincial_specialist", "provincial_leader"}
MAY_KNOW = {"front_officer", "committee_officer", "leader", "outsider", *PROVINCE}


def test_who_reads_it_before_and_after_it_went_up(opens, case, leader):
    """404 where one holds a role that reads some cases but not this; 403 where one reads none; the sign-in for who is nobody."""
    c = case()
    browsers = {who: opens(who) for who in CAST}
    for reads in (READS, READS | PROVINCE):
        for who, browser in browsers.items():
            answer = browser.get(at("case", c.pk))
            assert answer.status_code == (302 if who == "citizen" else 200 if who in reads else 404 if who in MAY_KNOW else 403), who
            assert who in reads or "Đèn đường" not in text(answer)
        if reads == READS:
            actions.escalate(c, reason=REASON, by=leader, now=NOW)


def test_those_above_ask_to_have_it_done_again_and_touch_nothing_else(opens, case, leader):
    c = case(State.ANSWERED)
    actions.escalate(c, reason=REASON, by=leader, now=NOW)
    answer = opens("provincial_leader").get(at("case", c.pk))
    assert answer.context["next"].label == "Yêu cầu giải quyết lại"
    assert [way.label for way in answer.context["others"]] == ["Gửi thêm tin, đính chính"]
    assert "Mở cách liên hệ" not in text(answer)
    done = opens("provincial_leader").post(at("deed", c.pk, "giai-quyet-lai"), {"reason": "Đèn vẫn tắt, xin xem lại tại chỗ."}, follow=True)
    assert "Đã yêu cầu giải quyết lại." in text(done)
    assert fresh(c).state == State.ACCEPTED


NEXT_DEED = {
    State.RECEIVED: "Nhận giải quyết",
    State.ASKED: None,
    State.ACCEPTED: "Trả lời",
    State.PAUSED: "Làm tiếp",
    State.ANSWERED: "Công khai",
    State.DONE: "Công khai",
    State.CONFIRMED: "Công khai",
    State.CLOSED: "Công khai",
    State.REFUSED: None,
    State.WITHDRAWN: None,
    State.JOINED: None,
}


@pytest.mark.parametrize("state", State)
def test_one_deed_comes_next(opens, case, state):
    c = case(state)
    answer = opens("committee_officer").get(at("case", c.pk))
    first = answer.context["next"]
    assert (first.label if first else None) == NEXT_DEED[state]
    assert first is None or first.why
    assert len(re.findall(r'class="next-deed"', text(answer))) == (1 if first else 0)
    for way in [*([first] if first else []), *answer.context["others"]]:
        assert opens("committee_officer").get(way.url).status_code == 200


def test_what_is_new_is_sorted_first(opens, case):
    answer = opens("committee_officer").get(at("case", case(content=None).pk))
    assert answer.context["next"].label == "Phân loại"


def test_what_holds_several_things_is_asked_back(opens, case):
    answer = opens("committee_officer").get(at("case", case(content=Content.MIXED).pk))
    assert answer.context["next"].label == "Hỏi lại người gửi"


def test_what_is_not_ours_is_handed_on(opens, case, leader, ground):
    c = case()
    actions.forward(c, to=ground.front, reason=REASON, by=leader, now=NOW)
    answer = opens("front_officer").get(at("case", c.pk))
    assert answer.context["next"].label == "Chuyển cơ quan"
    assert "Theo bảng thẩm quyền: Ủy ban nhân dân phường Ninh Kiều" in text(answer)
    picked = opens("front_officer").get(at("deed", c.pk, "chuyen")).context["form"]["to"].value()
    assert picked == str(ground.committee.pk)


def test_a_sender_who_replied_is_waited_for_no_longer(opens, case, said_of):
    c = case(State.ASKED)
    by = sent_by(said_of(c))
    actions.reply(Opinion.objects.get(pk=by.opinion), text="Đoạn từ số 12 đến số 40.", by=by, now=NOW)
    answer = opens("committee_officer").get(at("case", c.pk))
    assert answer.context["next"].label == "Nhận giải quyết"
    assert "Đoạn từ số 12 đến số 40." in text(answer)


def test_what_people_said_and_handed_in(opens, case, ground):
    c = case(text="Đèn tắt, xem ảnh kèm theo.", uploads=[photo()], hamlet=ground.hamlet)
    actions.join_in(c, place="Cuối hẻm", by=Anyone(), now=NOW)
    page = text(opens("committee_officer").get(at("case", c.pk)))
    for words in (
        "Đèn tắt, xem ảnh kèm theo.",
        'alt="Ảnh 1 của người gửi"',
        "2 người nói về việc này",
        "Cũng gặp việc này.",
        "Cuối hẻm",
        "Khu phố 3",
    ):
        assert words in page


def test_hundreds_who_only_met_it_are_counted_not_listed(opens, case):
    c = case()
    few = opens("committee_officer").get(at("case", c.pk))
    for _n in range(40):
        actions.join_in(c, by=Anyone(), now=NOW)
    for _n in range(2):
        actions.join_in(c, by=Anyone(), now=NOW + timedelta(days=1))
    answer = opens("committee_officer").get(at("case", c.pk))
    page = text(answer)
    assert "43 người nói về việc này" in page
    assert "Thêm 42 người cũng gặp việc này, không viết gì thêm." in page
    assert (page.count("Thêm 40 người cũng gặp"), page.count("Thêm 2 người cũng gặp"), page.count("Cũng gặp việc này.")) == (1, 1, 0)
    assert len(answer.content) < len(few.content) + 2000


def test_the_clock_says_its_rule_and_keeps_every_date(opens, case, committee_officer):
    c = case(State.PAUSED)
    later = NOW + timedelta(days=7)
    actions.resume(c, by=committee_officer, now=later)
    answer = opens("committee_officer").get(at("case", c.pk))
    page = text(answer)
    assert "Quy định “Trả lời ý kiến khi đơn vị chưa tự cam kết số ngày”" in page
    assert len(answer.context["dates"]) > 1
    assert "Những lần tạm dừng" in page
    assert REASON in page


def test_a_promise_stands_on_it_and_is_what_comes_next(opens, case, committee_officer, ground):
    c = case(State.ACCEPTED)
    given = PromiseGiven("Thay 12 bóng đèn hẻm 51", "12 bóng sáng cả đêm", timezone.localdate() + timedelta(days=9), ground.committee)
    actions.answer(c, text="Phường sẽ thay bóng trong tuần tới.", promise=given, by=committee_officer, now=timezone.now())
    answer = opens("committee_officer").get(at("case", c.pk))
    assert "Thay 12 bóng đèn hẻm 51" in text(answer)
    assert answer.context["next"].label == "Mở lời hứa"


def test_a_case_that_was_joined_leads_to_the_other(opens, case):
    c = case(State.JOINED)
    page = text(opens("committee_officer").get(at("case", c.pk)))
    assert at("case", fresh(c).joined_into_id) in page


def test_what_the_words_suggest_stands_beside_what_was_decided(opens, case, committee_officer):
    c = case(content=None, text="Đèn đường đầu hẻm 51 bị tắt, cột đèn hỏng đã mười ngày.", topic="")
    page = text(opens("committee_officer").get(at("case", c.pk)))
    assert "Máy gợi ý, Ông/Bà quyết định" in page
    assert re.search(r"<mark>[^<]*đèn[^<]*</mark>", page, re.IGNORECASE)
    form = opens("committee_officer").get(at("deed", c.pk, "phan-loai")).context["form"]
    assert (form["content"].value(), form["topic"].value()) == ("remark", "street-lighting")
    actions.classify(c, content=Content.PROPOSAL, topic="drainage", by=committee_officer, now=NOW)
    assert "Cán bộ đã chọn" in text(opens("committee_officer").get(at("case", c.pk)))


def test_a_contact_is_opened_on_a_page_of_its_own_and_never_shown_here(opens, case):
    c = case(contact=ContactGiven(name="Trần Văn Kín", phone="0912345678"))
    page = text(opens("committee_officer").get(at("case", c.pk)))
    assert "Mở cách liên hệ" in page
    assert "Kín" not in page
    assert "0912345678" not in page


def test_cases_alike_are_offered(opens, case):
    c = case(text="Đèn đường hẻm 51 tắt mười ngày, tối rất khó đi.")
    other = case(text="Hẻm 51 đèn đường hỏng, ban đêm tối om.", now=NOW - timedelta(days=1))
    answer = opens("committee_officer").get(at("case", c.pk))
    assert [row.case.pk for row in answer.context["alike"]] == [other.pk]


def test_it_costs_the_same_for_1_sender_and_30(opens, case, committee_officer):
    browser, counts = opens("committee_officer"), []
    c = case(State.ACCEPTED)
    for many in (1, 29):
        for n in range(many):
            said = actions.join_in(c, place=f"Đoạn {n}", by=Anyone(), now=NOW)
            there = Opinion.objects.get(pk=said.opinion.pk)
            actions.write(there, text=f"Thêm điều thứ {n}", by=queries.sender_of(there, pin=said.pin), now=NOW)
            actions.send_news(c, text=f"Tin thứ {n} của cơ quan", opinion=there, by=committee_officer, now=NOW)
        browser.get(at("case", c.pk))
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(at("case", c.pk)).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert counts[0] < 70


def test_a_refusal_shows_its_law(opens, case):
    page = text(opens("committee_officer").get(at("case", case(State.REFUSED).pk)))
    assert LAW in page
    assert REASON in page


def test_erased_words_say_that_they_were(opens, case):
    from tests.opinions.conftest import KEEPER
    from tests.opinions.conftest import at as day

    c = case(State.CONFIRMED)
    Case.objects.filter(pk=c.pk).update(ended_on=NOW.date() - timedelta(days=4000))
    actions.erase(fresh(c), by=KEEPER, now=day(4000))
    answer = opens("committee_officer").get(at("case", c.pk))
    assert answer.status_code == 200
    assert "Lời này đã được xoá." in text(answer)
