"""One thing before a council: who sees which marks when, and the deeds with their refusals."""

from datetime import timedelta

import pytest
from django.utils import timezone

from gandan.appraisals import actions
from gandan.appraisals.enums import State
from gandan.core.access import Role
from tests.appraisals.conftest import FAR, NEAR, WHY
from tests.appraisals.web.conftest import at, text
from tests.people import hold

pytestmark = pytest.mark.django_db


def test_nobody_reads_a_mark_before_all_are_shown(opens, running, hand_in, sitting, people):
    a = running()
    hand_in(a, {"chair": (59.99, 30), "one": (51, 30)}, now=timezone.now())
    for who in (sitting["secretary"], sitting["chair"], sitting["two"], people["front_officer"]):
        page = text(opens(who).get(at("one", a.pk)))
        assert "89,99" not in page
        assert WHY not in page
    page = text(opens(sitting["secretary"]).get(at("one", a.pk)))
    for said in ("Ai đã nộp phiếu", "Chưa nộp:", "Người two", "Còn 2 thành viên chưa nộp phiếu"):
        assert said in page
    refused = opens(sitting["secretary"]).post(at("deed", a.pk, "mo-diem"))
    assert refused.status_code >= 400
    assert "Còn 2 thành viên chưa nộp phiếu" in text(refused)


def test_marks_shown_have_spread_reasons_chart_and_table(opens, running, sitting, people):
    a = running(State.SHOWN, FAR)
    page = text(opens(sitting["secretary"]).get(at("one", a.pk)))
    for said in ("Điểm đã mở", "chênh lệch, quá mức 15", 'class="bullet"', "Từng phiếu", WHY, "Người two", "Thấp – cao"):
        assert said in page, said
    assert page.count('class="dot"') == 4
    refused = opens(sitting["chair"]).post(at("deed", a.pk, "chot"))
    assert "chấm lại lần hai" in text(refused)
    until = (timezone.localdate() + timedelta(days=4)).isoformat()
    assert opens(sitting["chair"]).post(at("deed", a.pk, "cham-lai"), {"closes_on": until}).url == at("one", a.pk)
    a.refresh_from_db()
    assert (a.round, a.state) == (2, State.SCORING)
    # the owner reads cards without names, and only once it is closed
    assert WHY not in text(opens("front_officer").get(at("one", a.pk)))
    closed = running(State.CLOSED, NEAR)
    page = text(opens("front_officer").get(at("one", closed.pk)))
    assert WHY in page
    assert "Người two" not in page


def test_the_whole_way_by_its_buttons(opens, running, hand_in, sitting):
    a = running(State.PREPARED)
    chair, secretary = opens(sitting["chair"]), opens(sitting["secretary"])
    assert at("deed", a.pk, "bat-dau") in text(secretary.get(at("one", a.pk)))
    assert "chưa nộp điểm tự chấm" in text(secretary.get(at("deed", a.pk, "bat-dau")))
    row = text(chair.get(at("councils")))
    for said in ("Chấm theo:", "1 · Chờ đơn vị tự chấm", "hạn gần nhất"):
        assert said in row, said
    assert secretary.post(at("deed", a.pk, "bat-dau")).status_code == 302
    hand_in(a, NEAR, now=timezone.now())
    assert secretary.post(at("deed", a.pk, "mo-diem")).status_code == 302
    assert chair.post(at("deed", a.pk, "chot")).status_code == 302
    a.refresh_from_db()
    assert (a.state, a.passed) == (State.CLOSED, True)
    page = text(chair.get(at("one", a.pk)))
    assert "Kết quả" in page
    assert "đạt" in page
    assert at("deed", a.pk, "chot") not in page
    assert "Không tự chấm" in page
    assert "1 hồ sơ đã chốt" in text(chair.get(at("councils")))
    late = chair.post(at("deed", a.pk, "thoi-xet"), {"reason": "Xin thôi xét hồ sơ này vì trùng."})
    assert late.status_code == 409
    assert "Xin thôi xét hồ sơ này vì trùng." in text(late), "what was typed stays"


def test_set_aside_says_why(opens, running, sitting):
    a = running()
    browser = opens(sitting["chair"])
    assert browser.post(at("deed", a.pk, "thoi-xet"), {"reason": "ngắn"}).status_code == 422
    assert browser.post(at("deed", a.pk, "thoi-xet"), {"reason": "Đơn vị xin rút để bổ sung số đo."}).status_code == 302
    assert "Đơn vị xin rút để bổ sung số đo." in text(browser.get(at("one", a.pk)))


def test_strangers_find_nothing(opens, running):
    a = running()
    for name, args in (("one", [a.pk]), ("deed", [a.pk, "chot"]), ("council", [a.council_id])):
        assert opens("outsider").get(at(name, *args)).status_code == 404
        assert opens("administrator").get(at(name, *args)).status_code == 404
    assert opens("outsider").get(at("deed", a.pk, "khong-co")).status_code == 404


def test_a_council_is_formed_seated_and_left(opens, ground, people, running):
    browser = opens("leader")
    form = {
        "office": str(ground.party.pk),
        "title": "Hội đồng xét 2027",
        "formed_by": "45-QĐ/ĐU",
        "formed_on": timezone.localdate().isoformat(),
    }
    answer = browser.post(at("form_council"), form)
    council = answer.url.rstrip("/").rsplit("/", 1)[-1]
    assert answer.url == at("council", council)
    both = browser.post(at("seat", council), {"person": str(people["leader"].pk), "username": "outsider", "part": "chair"})
    assert both.status_code == 422
    for who, part in (("leader", "chair"), ("committee_officer", "member")):
        assert browser.post(at("seat", council), {"person": str(people[who].pk), "part": part}).status_code == 302
    assert browser.post(at("seat", council), {"person": "", "username": "outsider", "part": "secretary"}).status_code == 302
    page = text(browser.get(at("council", council)))
    for said in ("Võ Minh Tâm", "Phạm Quốc Việt", "Ngô Thị Út", "Thư ký", "45-QĐ/ĐU"):
        assert said in page
    nobody = browser.post(at("seat", council), {"person": "", "username": "khong.co", "part": "member"})
    assert "Không có ai mang tên đăng nhập này" in text(nobody)
    seat = actions.councils.Seat.objects.get(council=council, user=people["outsider"])
    assert browser.post(at("unseat", seat.pk)).status_code == 302
    assert "1 người đã thôi" in text(browser.get(at("council", council)))
    assert browser.post(at("dissolve", council)).status_code == 302
    assert "Hội đồng này đã giải thể" in text(browser.get(at("seat", council)))
    assert opens("front_officer").get(at("form_council")).status_code == 403


def test_who_has_a_part_in_what_is_judged_is_not_offered_to_choose_who_judges(opens, running, people, ground):
    a = running()
    browser = opens("leader")
    for part, offered in ((False, True), (True, False)):
        if part:
            hold(people["leader"], Role.OFFICER, office=ground.front)
        page = text(browser.get(at("council", a.council_id)))
        assert ("Thêm người" in page, "Cho thôi" in page, "Giải thể hội đồng" in page) == (offered, offered, True)


def test_the_list_of_councils_costs_the_same_for_one_and_for_thirty(opens, council, ground, leader, people):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    browser, counts = opens("leader"), []
    browser.get(at("councils"))
    for more in (0, 29):
        for n in range(more):
            given = {"title": f"Hội đồng {n}", "formed_by": "1-QĐ/ĐU", "formed_on": timezone.localdate()}
            actions.form_council(office=ground.party, **given, by=leader, now=timezone.now())
        with CaptureQueriesContext(connection) as seen:
            assert browser.get(at("councils")).status_code == 200
        counts.append(len(seen))
    assert counts[0] == counts[1]
