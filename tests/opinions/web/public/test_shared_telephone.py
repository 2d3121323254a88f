"""Whoever holds the telephone next, or held it before: no code, no PIN, no right to write is left to them."""

import pytest
from django.test import Client
from django.utils import timezone

from gandan.opinions import actions, queries
from gandan.opinions.models import Letter
from tests.opinions.web.public.conftest import sheet

TRACK, CASE, PAPER = "/y-kien/tra-cuu/", "/y-kien/tra-cuu/viec/", "/y-kien/bien-nhan/"
WRITE, NEW_PIN = f"{TRACK}viet/", f"{TRACK}doi-pin/"
CLOSERS = [f"{PAPER}da-ghi/", f"{TRACK}dong/"]


@pytest.mark.parametrize("close", CLOSERS)
def test_after_closing_going_back_shows_neither_code_nor_pin(phone, said, close):
    _opinion, code, pin = said()
    phone.post(close)
    back = phone.get(PAPER)
    assert back.status_code == 410
    assert code not in back.content.decode()
    assert pin not in back.content.decode()


@pytest.mark.parametrize("close", CLOSERS)
def test_the_form_in_the_history_brings_the_receipt_back_no_more(phone, typed, close):
    form = typed()
    code = _code(phone, phone.post("/y-kien/gui/", form))
    phone.post(close)
    again = phone.post("/y-kien/gui/", form, follow=True)
    assert code not in again.content.decode()
    assert again.status_code == 410
    assert str(dict(phone.session)).find(code.replace("-", "")) == -1


def test_before_closing_it_does(phone, typed):
    form = typed()
    code = _code(phone, phone.post("/y-kien/gui/", form))
    assert _code(phone, phone.post("/y-kien/gui/", form)) == code


def test_private_pages_are_stored_nowhere_and_emptied_when_left(phone, said):
    said()
    receipt = phone.get(PAPER)
    phone.post(f"{PAPER}da-ghi/")
    for page in (receipt, phone.get(CASE), phone.get(WRITE)):
        assert "no-store" in page["Cache-Control"]
        assert "gandan/private" in page.content.decode()


def test_a_code_gives_a_new_session_key_and_the_old_one_opens_nothing(ground, said):
    _opinion, code, _pin = said()
    owner = Client()
    owner.get("/y-kien/gui/")
    owner.session.save()
    session = owner.session
    session["x"] = 1
    session.save()
    owner.cookies["sessionid"] = session.session_key
    planted = session.session_key
    owner.post(TRACK, {"code": code})
    assert owner.cookies["sessionid"].value != planted
    thief = Client()
    thief.cookies["sessionid"] = planted
    assert thief.get(CASE).status_code == 302


def test_another_pin_ends_writing_everywhere_but_where_it_was_changed(phone, said):
    _opinion, code, pin = said()
    thief, owner = Client(), Client()
    for browser in (thief, owner):
        browser.post(TRACK, {"code": code})
        assert browser.post(WRITE, {"text": "Bóng thứ hai cũng tắt.", "pin": pin})["Location"] == CASE
    assert owner.post(NEW_PIN, {"new_pin": "918273", "pin": pin})["Location"] == CASE
    answer = thief.post(WRITE, {"text": "Sau khi đổi mã vẫn viết."})
    assert answer.status_code == 422
    assert "Mã PIN trên biên nhận" in answer.content.decode()
    assert "Sau khi đổi mã vẫn viết." in answer.content.decode(), "nothing typed is lost"
    assert owner.post(WRITE, {"text": "Tôi viết tiếp, máy này không hỏi lại."})["Location"] == CASE
    assert not Letter.objects.filter(text__contains="Sau khi").exists()


def test_a_pin_changed_by_a_program_counts_too(phone, said):
    opinion, _code, pin = said()
    phone.post(f"{PAPER}da-ghi/")
    phone.post(WRITE, {"text": "Bóng thứ hai cũng tắt.", "pin": pin})
    actions.new_pin(opinion, pin="918273", by=queries.sender_of(opinion, pin=pin), now=timezone.now())
    assert phone.post(WRITE, {"text": "Sau khi đổi mã vẫn viết."}).status_code == 422


def _code(phone, answer) -> str:
    assert answer.status_code == 302, answer.content.decode()
    html = phone.get(answer["Location"]).content.decode()
    return html.split("data-code>")[1].split("<")[0]


def test_a_fresh_form_has_a_fresh_paper(phone):
    first, second = (sheet(phone.get("/y-kien/gui/").content.decode()) for _ in range(2))
    assert first != second


def test_closing_closes_whatever_a_code_opened(phone, typed):
    bad = "Tôi tố cáo chủ tịch phường nhận hối lộ 50 triệu đồng để cấp phép xây dựng."
    code = _code(phone, phone.post("/y-kien/gui/", typed(text=bad)))
    letter = phone.post(TRACK, {"code": code})["Location"]
    page = phone.get(letter).content.decode()
    assert 'action="/y-kien/tra-cuu/dong/"' in page
    phone.post(f"{TRACK}dong/")
    assert phone.get(letter).status_code == 302
    assert code not in phone.get(PAPER).content.decode()


def test_a_receipt_of_what_was_set_aside_shows_no_pin_that_opens_nothing(phone, typed):
    form = typed(marked="on", own_pin="918273")
    assert "918273" in phone.get(phone.post("/y-kien/gui/", form)["Location"]).content.decode()
    again = phone.get(phone.post("/y-kien/gui/", form)["Location"]).content.decode()
    assert "như Ông/Bà đã chọn ở lần gửi đầu" in again
