"""What everybody may read: published questions and answers, numbers of a commune side by side, posters; nothing that was not published."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from gandan.core.access import Anyone
from gandan.opinions import actions
from gandan.opinions.enums import State
from gandan.opinions.models import Case
from gandan.opinions.queries.ward import WardNumbers, ward
from gandan.opinions.web import poster
from tests.opinions.web.public.conftest import LAMP


@pytest.fixture
def published(said, answered, officer):
    """A case that was answered and published, title and words as the office confirmed them."""

    def make(title: str = "Đèn đường hẻm 12", **more) -> Case:
        opinion, _code, _pin = said(**more)
        case = answered(opinion.case, done=False)
        now = timezone.now()
        actions.publish(case, title=title, question="Đèn hỏng đã một tuần.", answer="Tuần này thay bóng.", by=officer(), now=now)
        case.refresh_from_db()
        return case

    return make


def test_a_published_case_has_a_page_with_its_number(phone, published):
    case = published()
    html = phone.get(f"/y-kien/so/{case.number}/").content.decode()
    for said in ("Đèn đường hẻm 12", "Đèn hỏng đã một tuần.", "Tuần này thay bóng.", case.number, "Tôi cũng gặp"):
        assert said in html
    assert LAMP not in html
    assert phone.get(f"/y-kien/{case.number}/")["Location"] == f"/y-kien/so/{case.number}/"


def test_by_when_the_answer_was_owed_stands_beside_it(phone, said, answered, officer):
    opinion, _code, _pin = said()
    now = timezone.now()
    case = opinion.case
    html = []
    for later in (0, 60):
        if later:
            case = said_again(case)
        day = now + timedelta(days=later)
        case = answered(case, done=False, now=day)
        actions.publish(case, title="Đèn", question="Đèn hỏng.", answer="Tuần này thay.", by=officer(timezone.localdate(day)), now=day)
        case.refresh_from_db()
        html.append(phone.get(f"/y-kien/so/{case.number}/").content.decode())
    for page in html:
        assert f'<time datetime="{case.due_dates.first().due:%Y-%m-%d}">' in page
    assert ["trễ hạn" in page for page in html] == [False, True]


def said_again(case: Case) -> Case:
    """Another one of the same day."""
    said = actions.say(text=LAMP, place="hẻm 12", unit=case.unit, topic="street-lighting", by=Anyone(), now=timezone.now())
    return said.opinion.case


def test_what_is_not_published_any_more_is_not_there(phone, published, officer):
    case = published()
    actions.unpublish(case, reason="Còn sót tên người hỏi.", by=officer(), now=timezone.now())
    assert phone.get(f"/y-kien/so/{case.number}/").status_code == 404
    assert phone.get(f"/y-kien/so/{case.number}/toi-cung-gap/").status_code == 404
    assert "Đèn đường hẻm 12" not in phone.get(f"/y-kien/don-vi/{case.unit_id}/").content.decode()


@pytest.mark.parametrize("number", ["khong-co", "31120-2026-999", "<script>"])
def test_a_number_nobody_has_is_no_page(phone, published, number):
    published()
    assert phone.get(f"/y-kien/so/{number}/").status_code == 404


def test_me_too_from_its_page(phone, published):
    case = published()
    html = phone.get(f"/y-kien/so/{case.number}/toi-cung-gap/").content.decode()
    token = html.split('name="sheet" value="')[1].split('"')[0]
    wrong = phone.post(f"/y-kien/so/{case.number}/toi-cung-gap/", {"sheet": token, "place": "hẻm 14", "phone": "12"})
    assert wrong.status_code == 422
    assert "hẻm 14" in wrong.content.decode()
    assert phone.post(f"/y-kien/so/{case.number}/toi-cung-gap/", {"sheet": token, "place": "hẻm 14"}).status_code == 302
    case.refresh_from_db()
    assert case.senders == 2


def test_an_ended_case_takes_nobody_more(phone, published, typed):
    case = published()
    Case.objects.filter(pk=case.pk).update(state=State.CLOSED, ended_on=timezone.localdate())
    assert "Tôi cũng gặp" not in phone.get(f"/y-kien/so/{case.number}/").content.decode()
    answer = phone.post(f"/y-kien/gui/toi-cung-gap/{case.pk}/", typed())
    assert "Nếu vẫn còn, xin gửi ý kiến mới." in answer.content.decode()


@pytest.mark.parametrize(
    ("asked", "seen"),
    [
        ("", True),
        ("?viec=street-lighting", True),
        ("?viec=drainage", False),
        ("?viec=khong-co", True),
        ("?trang-thai=answered", True),
        ("?trang-thai=done", False),
        ("?trang-thai=x", True),
        ("?tu=30", True),
        ("?tu=abc", True),
        ("?trang=99", True),
    ],
)
def test_the_list_of_a_commune_is_narrowed_by_topic_state_and_time(phone, published, asked, seen):
    case = published()
    html = phone.get(f"/y-kien/don-vi/{case.unit_id}/{asked}").content.decode()
    assert (f'href="/y-kien/so/{case.number}/"' in html) is seen


def test_a_commune_is_found_by_name_and_an_unknown_one_says_what_to_do(phone, ground):
    assert f"/y-kien/don-vi/{ground.commune.pk}/" in phone.get("/y-kien/?q=ninh kieu").content.decode()
    assert "Chưa tìm thấy tên này" in phone.get("/y-kien/?q=zzyzx").content.decode()
    assert phone.get("/y-kien/don-vi/0197c1d0-0000-7000-8000-000000000000/").status_code == 404


def test_numbers_stand_side_by_side_and_only_senders_confirm(said, answered, ground, officer):
    today = timezone.localdate()
    assert ward([ground.commune.pk], today=today) == WardNumbers()
    opinion, _code, _pin = said(phone="0912345678")
    assert ward([ground.commune.pk], today=today) == WardNumbers(received=1, open=1)
    Case.objects.update(due=today - timedelta(days=1))
    assert ward([ground.commune.pk], today=today) == WardNumbers(received=1, late=1)
    Case.objects.update(due=opinion.case.due)
    case = answered(opinion.case)
    actions.open_contact(opinion, reason="Hỏi đường vào hẻm để sửa đèn.", by=officer(), now=timezone.now())
    assert ward([ground.commune.pk], today=today) == WardNumbers(received=1, in_time=1, reported=1, openings=1)
    Case.objects.filter(pk=case.pk).update(state=State.CONFIRMED, ended_on=today)
    assert ward([ground.commune.pk], today=today) == WardNumbers(received=1, in_time=1, confirmed=1, openings=1)
    assert ward([ground.other.pk], today=today) == WardNumbers()


def test_a_late_answer_is_counted_as_late_for_good(said, ground, officer):
    opinion, _code, _pin = said()
    case, by, now = opinion.case, officer(), timezone.now()
    actions.classify(case, content="remark", topic="street-lighting", by=by, now=now)
    actions.accept(case, by=by, now=now)
    Case.objects.update(due=timezone.localdate(now) - timedelta(days=1))
    actions.answer(case, text="Tuần này thay bóng.", by=by, now=now)
    found = ward([ground.commune.pk], today=timezone.localdate(now))
    assert (found.in_time, found.answered_late) == (0, 1)


def test_a_communes_page_asks_the_same_for_one_case_and_for_thirty(phone, published, ground, typed, answered, officer):
    first = published()
    counts = []
    for n in (0, 29):
        for i in range(n):
            said = actions.say(
                text=f"Việc thứ {i} cần phường xem xét.",
                unit=ground.commune,
                place=f"hẻm {i}",
                topic="street-lighting",
                by=Anyone(),
                now=timezone.now(),
            )
            case = answered(said.opinion.case, done=False)
            actions.publish(case, title=f"Việc {i}", question="Câu hỏi đã che.", answer="Câu trả lời.", by=officer(), now=timezone.now())
        with CaptureQueriesContext(connection) as asked:
            phone.get(f"/y-kien/don-vi/{first.unit_id}/")
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_a_hamlets_poster_leads_to_the_form_with_the_place(phone, ground, monkeypatch):
    drawn = []
    monkeypatch.setattr(poster, "picture", lambda text: drawn.append(text) or "<svg></svg>")
    html = phone.get(f"/y-kien/ap-phich/{ground.hamlet.pk}/").content.decode()
    assert drawn == [f"http://testserver/y-kien/gui/?thon={ground.hamlet.pk}"]
    assert "trong 10 ngày làm việc" in html
    assert "testserver/y-kien/31120/3<" in html
    assert "nhớ ghi nơi" not in html
    assert "Muốn tố cáo cán bộ? Xin đừng viết ở đây." in html
    assert phone.get("/y-kien/ap-phich/0197c1d0-0000-7000-8000-000000000000/").status_code == 404


def test_all_posters_of_a_commune_are_for_those_who_hang_them_up(phone, ground, people):
    address = f"/y-kien/ap-phich/don-vi/{ground.commune.pk}/"
    assert phone.get(address)["Location"].startswith("/dang-nhap/")
    phone.force_login(people["committee_officer"])
    assert "Khu phố 3" in phone.get(address).content.decode()
    phone.force_login(people["hamlet_head"])
    assert phone.get(address).status_code == 200
    phone.force_login(people["outsider"])
    assert phone.get(address).status_code == 403
