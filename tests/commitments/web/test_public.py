"""What everyone sees: states apart, evidence, every date, and the people's word by form and by code."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from gandan.commitments import actions
from gandan.commitments.enums import CodeKind, How, State
from gandan.commitments.models import Confirmation, Objection
from gandan.core import codes
from gandan.core.access import Anyone

pytestmark = pytest.mark.django_db
WORDS = "Đèn cuối hẻm vẫn chưa sáng"


@pytest.fixture(autouse=True)
def fresh_pace(db):
    cache.clear()


@pytest.fixture
def citizen_browser():
    return Client()


def text(answer) -> str:
    return answer.content.decode()


def ward(world) -> str:
    return f"/loi-hua/don-vi/{world.commune.pk}/"


def test_a_ward_is_found_by_name(ground, citizen_browser):
    page = text(citizen_browser.get("/loi-hua/", {"q": "ninh kieu"}))
    assert ward(ground) in page
    assert "Chưa tìm thấy tên này" in text(citizen_browser.get("/loi-hua/", {"q": "khong co noi nay"}))


def test_the_remembered_ward_leads(ground, citizen_browser):
    citizen_browser.post(reverse("portal:remember"), {"don-vi": str(ground.commune.pk)})
    assert f'href="{ward(ground)}"' in text(citizen_browser.get("/loi-hua/"))


def test_states_stand_apart(ground, citizen_browser, in_state, in_time, late):
    for state in (State.REPORTED, State.UNOPPOSED, State.CONFIRMED, State.WITHDRAWN):
        in_state(state)
    in_time()
    late(title="Nạo vét cống chợ")
    page = text(citizen_browser.get(ward(ground)))
    assert re.findall(r'<div class="big">(\d+)</div>', page) == ["1"] * 6
    assert "không cộng vào nhau" in page
    page = text(citizen_browser.get(ward(ground), {"trang-thai": "late"}))
    assert ("Nạo vét cống chợ" in page, page.count('<h2 class="h3"><a href=')) == (True, 1)
    assert "Chưa ghi đề nghị nào đã nhận ở đây" in text(citizen_browser.get(ward(ground), {"loai": "request"}))


def test_tasks_are_nobody_elses_business(ground, citizen_browser, task, opens):
    c = task()
    for browser in (citizen_browser, opens("leader")):
        assert browser.get(f"/loi-hua/{c.pk}/").status_code == 404
        assert c.title not in text(browser.get(ward(ground)))
        assert c.title not in text(browser.get(ward(ground) + "loi-hua.csv")) if browser.get(ward(ground)).streaming else True


def test_unknown_ids_are_404(citizen_browser, ground):
    nobody = "0197c348-0000-7000-8000-000000000000"
    for address in (
        f"/loi-hua/{nobody}/",
        f"/loi-hua/don-vi/{nobody}/",
        f"/loi-hua/{nobody}/chua-xong/",
        f"/loi-hua/don-vi/{nobody}/loi-hua.csv",
    ):
        assert citizen_browser.get(address).status_code == 404


@pytest.mark.parametrize("what", ["", "loi-hua.csv"])
def test_a_ward_costs_the_same_for_1_and_30(ground, citizen_browser, in_time, late, what):
    counts = []
    for many in (1, 15):
        for n in range(many):
            in_time(title=f"Việc {many} {n}")
        late()
        _read(citizen_browser.get(ward(ground) + what))
        with CaptureQueriesContext(connection) as asked:
            _read(citizen_browser.get(ward(ground) + what))
        counts.append(len(asked))
    assert counts[0] == counts[1]


def _read(answer) -> str:
    return b"".join(answer.streaming_content).decode() if answer.streaming else text(answer)


def test_the_table_for_spreadsheets(ground, citizen_browser, in_time):
    in_time(title="=HYPERLINK(1)")
    answer = citizen_browser.get(ward(ground) + "loi-hua.csv")
    said = _read(answer)
    assert (said.startswith("\ufeffMã,"), "'=HYPERLINK(1)" in said, "Tổ dân phố" not in said.splitlines()[0]) == (True, True, True)
    assert f'filename="loi-hua-31120-{timezone.localdate()}.csv"' in answer["Content-Disposition"]


def test_somebody_objects_and_it_is_open_again(ground, citizen_browser, in_time, reported, opens):
    c = reported(in_time())
    page = text(citizen_browser.get(f"/loi-hua/{c.pk}/"))
    assert ("Đây mới là lời của cơ quan" in page, "Tôi thấy việc này chưa xong" in page) == (True, True)
    answer = citizen_browser.post(f"/loi-hua/{c.pk}/chua-xong/", {"text": "ngắn"})
    assert (answer.status_code, "ít nhất 10 ký tự" in text(answer), ">ngắn</textarea>" in text(answer).replace("\n", "")) == (
        422,
        True,
        True,
    )
    assert citizen_browser.post(f"/loi-hua/{c.pk}/chua-xong/", {"text": WORDS}).status_code == 302
    c.refresh_from_db()
    page = text(citizen_browser.get(f"/loi-hua/{c.pk}/"))
    assert (c.state, "1 lần người dân nói chưa xong" in page, WORDS in page) == (State.OPEN, True, False)
    assert WORDS not in text(opens("leader").get(f"/loi-hua/{c.pk}/")), "a public page shows nobody more"
    other = "Hẻm 51 đoạn cuối chưa có đèn nào"  # somebody had the page open meanwhile: heard as well
    assert citizen_browser.post(f"/loi-hua/{c.pk}/chua-xong/", {"text": other}).status_code == 302
    assert "Thêm một người nói chưa xong" in text(citizen_browser.get(f"/loi-hua/{c.pk}/"))


def test_objections_are_paced(citizen_browser, in_time, reported, monkeypatch):
    monkeypatch.setattr("gandan.commitments.web.voices.OBJECTIONS", 0)
    c = reported(in_time())
    answer = citizen_browser.post(f"/loi-hua/{c.pk}/chua-xong/", {"text": WORDS})
    assert (answer.status_code, "Lời Ông/Bà viết còn nguyên" in text(answer), WORDS in text(answer)) == (422, True, True)
    assert not Objection.objects.exists()


@pytest.fixture
def with_code(in_time, reported, front_officer):
    """A promise reported done, and a code of it."""

    def make(kind=CodeKind.HOLDER, many=1):
        c = in_time()
        issued = [actions.issue_code(c, kind=kind, by=front_officer, now=timezone.now()) for _ in range(many)]
        return reported(c, now=timezone.now()), issued

    return make


@pytest.mark.parametrize("spelt", [str.lower, codes.shown, lambda c: " ".join(c), lambda c: c.replace("0", "o").replace("1", "l")])
def test_a_code_in_any_spelling(with_code, citizen_browser, spelt):
    c, (code,) = with_code()
    answer = citizen_browser.post("/loi-hua/xac-nhan/", {"code": spelt(code)}, follow=True)
    assert ("Đúng, đã xong" in text(answer), "Chưa xong" in text(answer), c.title in text(answer)) == (True, True, True)
    answer = citizen_browser.post("/loi-hua/xac-nhan/dung/", follow=True)
    c.refresh_from_db()
    assert (c.state, "nay được ghi là “Dân xác nhận”" in text(answer)) == (State.CONFIRMED, True)
    assert citizen_browser.get("/loi-hua/xac-nhan/tra-loi/").status_code == 302, "the code is used up in this browser"


def test_two_households(with_code):
    c, issued = with_code(CodeKind.HOUSEHOLD, 2)
    first, second = Client(), Client()
    first.post("/loi-hua/xac-nhan/", {"code": issued[0]})
    assert "cần thêm một hộ khác xác nhận" in text(first.post("/loi-hua/xac-nhan/dung/", follow=True))
    c.refresh_from_db()
    assert c.state == State.REPORTED
    again = first.post("/loi-hua/xac-nhan/", {"code": issued[0]}, follow=True)
    assert ("Mã này đã xác nhận rồi" in text(again), "Đúng, đã xong" in text(again)) == (True, False)
    second.post("/loi-hua/xac-nhan/", {"code": issued[1]})
    second.post("/loi-hua/xac-nhan/dung/")
    c.refresh_from_db()
    assert (c.state, Confirmation.objects.filter(how=How.HOUSEHOLDS).count()) == (State.CONFIRMED, 2)


def test_a_wrong_code_says_so_and_tries_are_paced(with_code, citizen_browser, monkeypatch):
    with_code()
    answer = citizen_browser.post("/loi-hua/xac-nhan/", {"code": "AAAA-BBBB-CCCC"})
    assert (answer.status_code, "Mã này không đúng" in text(answer), "AAAA-BBBB-CCCC" in text(answer)) == (422, True, True)
    monkeypatch.setattr("gandan.commitments.web.voices.TRIES", 1)
    assert "đã thử nhiều mã" in text(citizen_browser.post("/loi-hua/xac-nhan/", {"code": "AAAA-BBBB-CCCC"}))


@pytest.mark.parametrize("who", ["front_officer", "committee_officer", "leader"])
def test_the_unit_that_promised_cannot_use_a_code(with_code, opens, who):
    c, (code,) = with_code()
    browser = opens(who)
    browser.post("/loi-hua/xac-nhan/", {"code": code})
    assert browser.post("/loi-hua/xac-nhan/dung/").status_code == 403
    c.refresh_from_db()
    assert c.state == State.REPORTED


def test_before_the_report_a_code_waits(in_time, front_officer, citizen_browser):
    code = actions.issue_code(in_time(), kind=CodeKind.HOLDER, by=front_officer, now=timezone.now())
    page = text(citizen_browser.post("/loi-hua/xac-nhan/", {"code": code}, follow=True))
    assert ("Xin giữ mã và quay lại" in page, "Đúng, đã xong" in page) == (True, False)


def test_without_a_code_there_is_nothing_to_say(citizen_browser, db):
    assert citizen_browser.get("/loi-hua/xac-nhan/tra-loi/").status_code == 302
    assert citizen_browser.post("/loi-hua/xac-nhan/dung/").status_code == 302
    assert citizen_browser.get("/loi-hua/xac-nhan/dung/").status_code == 405


def test_unopposed_is_not_confirmed(citizen_browser, in_state):
    page = text(citizen_browser.get(f"/loi-hua/{in_state(State.UNOPPOSED).pk}/"))
    assert ("chưa ai xác nhận" in page, 'class="state unsure"' in page, 'class="state kept"' in page) == (True, True, False)


def test_a_promise_that_went_elsewhere_keeps_its_story(citizen_browser, in_time, leader, ground):
    c = in_time()
    actions.hand_over(c, to=ground.committee, reason="Việc của Ủy ban", by=leader, now=timezone.now())
    page = text(citizen_browser.get(f"/loi-hua/{c.pk}/"))
    assert ("Chuyển từ Ủy ban MTTQ Việt Nam phường Ninh Kiều" in page, "Việc của Ủy ban" in page) == (True, True)


def test_erased_words_leave_the_day(citizen_browser, in_time, reported, opens):
    from gandan.core.access import SystemActor

    c = reported(in_time())
    row = actions.object_to(c, text=WORDS, by=Anyone(), now=timezone.now())
    actions.erase_words(row, reason="expired", by=SystemActor("retention"), now=timezone.now() + timedelta(seconds=1))
    assert "Lời này đã được xoá" in text(opens("leader").get(f"/lam-viec/viec/{c.pk}/"))


def test_what_a_citizen_typed_stays_when_it_is_too_late(opens, in_time, reported, supervisor):
    """Somebody confirmed it while the page was open."""
    c = reported(in_time())
    actions.confirm(c, by=supervisor, now=timezone.now())
    answer = opens("citizen").post(f"/loi-hua/{c.pk}/chua-xong/", {"text": "Đèn cuối hẻm vẫn tối om"})
    assert "Đèn cuối hẻm vẫn tối om" in answer.content.decode()


def test_a_promise_stays_where_it_was_made(ground, citizen_browser, in_time, provincial_leader):
    """Handed to another unit: both list it and say so; it counts where it was promised."""
    c = in_time()
    actions.hand_over(c, to=ground.other_front, reason="Việc thuộc phường Cái Răng", by=provincial_leader, now=timezone.now())
    assert "nay do Phường Cái Răng thực hiện" in text(citizen_browser.get(ward(ground)))
    there = text(citizen_browser.get(reverse("commitments-public:ward", args=[ground.other.pk])))
    assert (c.title in there, "hứa ở Phường Ninh Kiều" in there) == (True, True)
    numbers = citizen_browser.get(f"/api/v1/commitments/counts?unit={ground.commune.pk}").json()["promises"]
    assert (numbers["open"], numbers["confirmed_code"]) == (1, 0)


def test_a_ward_tells_who_confirmed(ground, citizen_browser, in_time, reported, code_of, supervisor):
    first, second = in_time(title="Việc A"), in_time(title="Việc B")
    holder = code_of(first)
    for c in (first, second):
        reported(c, now=timezone.now())
    actions.confirm(first, by=holder, now=timezone.now())
    actions.confirm(second, by=supervisor, now=timezone.now())
    page = " ".join(text(citizen_browser.get(ward(ground))).split())
    assert "Dân xác nhận gồm: người giữ mã 1; ban giám sát 1." in page


def test_tables_are_paced(ground, citizen_browser, in_time, monkeypatch):
    monkeypatch.setattr("gandan.commitments.web.downloads.DOWNLOADS", 1)
    in_time()
    assert [citizen_browser.get(ward(ground) + "loi-hua.csv").status_code for _n in range(2)] == [200, 429]
