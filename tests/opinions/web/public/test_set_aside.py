"""What accuses somebody, on the pages: the level is asked, a later word says where it went, and long words cost nobody anything."""

from time import perf_counter

import pytest

from gandan.denunciations.models import Denunciation
from gandan.opinions.models import Letter, Opinion
from gandan.opinions.web import say

BAD = "Tôi tố cáo chủ tịch phường nhận hối lộ 50 triệu đồng để cấp phép xây dựng."
GUI, BEGIN, LOOK, WRITE = "/y-kien/gui/", "/y-kien/gui/viet-tiep/", "/y-kien/gui/tuong-tu/", "/y-kien/tra-cuu/viet/"


@pytest.mark.parametrize(("accused", "centre"), [("", False), ("below", False), ("handler", True)])
def test_the_sender_says_at_which_level(phone, typed, ground, accused, centre):
    assert "người ấy làm ở cấp nào" in phone.get(GUI).content.decode()
    assert phone.post(GUI, typed(marked="on", accused=accused)).status_code == 302
    assert Denunciation.objects.get().handling_unit_id == (None if centre else ground.province.pk)


def test_no_level_of_the_list_keeps_every_word(phone, typed):
    page = phone.post(GUI, typed(marked="on", accused="nobody"))
    assert page.status_code == 422
    assert "đầu hẻm 12" in page.content.decode()


def test_a_later_word_says_where_it_went_and_the_page_shows_nothing_of_it(phone, said):
    _opinion, _code, pin = said()
    phone.post("/y-kien/bien-nhan/da-ghi/")
    page = phone.post(WRITE, {"text": BAD, "pin": pin}, follow=True).content.decode()
    assert "niêm kín và để riêng cho người xử lý tố cáo ở cấp trên" in page
    assert "đơn có chữ ký hoặc đến trình bày trực tiếp" in page
    assert "hối lộ" not in page
    assert Denunciation.objects.count() == 1
    assert not Letter.objects.exists()


def test_a_program_is_told_too(client, said):
    _opinion, code, pin = said()
    answer = client.post("/api/v1/opinions/tracked/words", {"code": code, "pin": pin, "text": BAD}, content_type="application/json")
    assert answer.status_code == 200
    assert "niêm kín" in answer.json()["notice"]
    assert "hối lộ" not in answer.content.decode()
    plain = {"code": code, "pin": pin, "text": "Bóng thứ hai cũng tắt."}
    assert client.post("/api/v1/opinions/tracked/words", plain, content_type="application/json").json()["notice"] == ""


@pytest.mark.parametrize("url", [GUI, BEGIN, LOOK])
def test_a_book_is_turned_away_at_once_and_whole(phone, typed, url):
    book = "a đèn " * 100_000
    phone.post(url, typed(text="ngắn thôi mà", place=""))  # lists are read once
    begun = perf_counter()
    page = phone.post(url, typed(text=book, place="b " * 100_000))
    assert perf_counter() - begun < 2
    assert page.status_code == (422 if url == GUI else 200)
    assert book.strip() in page.content.decode(), "nothing typed is lost"
    assert not Opinion.objects.exists()


def test_a_book_over_rest_is_turned_away_at_once(client, ground):
    body = {"text": "a " * 2_000_000, "unit": str(ground.commune.pk), "place": "b"}
    begun = perf_counter()
    assert client.post("/api/v1/opinions", body, content_type="application/json").status_code == 422
    assert perf_counter() - begun < 2


def test_opening_the_form_is_paced_and_loses_nothing(phone, ground, monkeypatch):
    monkeypatch.setattr(say, "BEGINS", 1)
    form = {"text": "Cống trước chợ nghẹt rồi.", "unit": str(ground.commune.pk)}
    assert phone.post(BEGIN, form).status_code == 200
    page = phone.post(BEGIN, form)
    assert page.status_code == 429
    assert "Lời Ông/Bà còn nguyên" in page.content.decode()
    assert "Cống trước chợ nghẹt rồi." in page.content.decode()


@pytest.mark.parametrize("url", [GUI, BEGIN, LOOK, "/y-kien/tra-cuu/"])
def test_control_signs_in_a_form_break_nothing(phone, ground, url):
    phone.raise_request_exception = False
    odd = {"text": "a\x00bcdefghijk", "unit": "\x00", "place": "\x00", "where": "\x00", "hamlet": "\x00", "pick": "\x00", "code": "\x00"}
    odd |= {"topic": "\x00", "sheet": "\x00", "own_pin": "\x00"}
    assert phone.post(url, odd).status_code < 500
    assert phone.post(url, {**odd, "unit": str(ground.commune.pk)}).status_code < 500
