"""Saying by code whether it helps: no account, no script, and a way on from every mistake."""

import pytest
from django.core.cache import cache
from django.test import Client

from gandan.core import codes
from gandan.movement import actions
from gandan.movement.enums import Helps
from gandan.movement.models import Voice
from tests.movement.ground import CLOCK
from tests.people import NOW

CODE, SAY = "/mo-hinh/ma/", "/mo-hinh/ma/noi/"


@pytest.fixture
def phone(ground) -> Client:
    cache.clear()
    return Client()


@pytest.fixture
def code(in_state, supervisor) -> str:
    return actions.issue_code(in_state(), by=supervisor, now=NOW)


def test_a_code_opens_the_model_and_one_press_says_it(phone, code):
    page = phone.post(CODE, {"code": codes.shown(code).lower()})
    html = page.content.decode()
    assert page.status_code == 200
    assert "no-store" in page["Cache-Control"]
    assert "Hẻm 1 không rác" in html
    for helps in Helps:
        assert f'name="helps" value="{helps.value}"' in html
    answer = phone.post(SAY, {"code": code, "helps": "partly"}, follow=True)
    assert "Cảm ơn Ông/Bà" in answer.content.decode()
    assert Voice.objects.get().helps == Helps.PARTLY
    again = phone.post(CODE, {"code": code}).content.decode()
    assert "Ông/Bà đã nói: Có ích một phần" in again
    phone.post(SAY, {"code": code, "helps": "no"})
    assert Voice.objects.get().helps == Helps.NO
    assert code not in str(dict(phone.session)), "the code lies in no session"


def test_each_mistake_says_what_to_do(phone, code, in_state):
    for typed, said in (("", "bắt buộc"), ("abc", "Mã này không đúng"), (codes.new(), "Mã này không đúng")):
        answer = phone.post(CODE, {"code": typed})
        assert answer.status_code == 422
        if typed:
            assert said in answer.content.decode()
            assert typed in answer.content.decode(), "what was typed stays"
    wrong = phone.post(SAY, {"code": code, "helps": "maybe"})
    assert wrong.status_code == 422
    assert "Xin chọn một trong ba câu trả lời" in wrong.content.decode()
    assert 'name="helps"' in wrong.content.decode()
    lost = phone.post(SAY, {"code": "khong-co-ma", "helps": "yes"})
    assert lost.status_code == 422
    assert "Mã này không đúng" in lost.content.decode()
    assert not Voice.objects.exists()


def test_who_works_for_it_is_told_so_and_gets_no_buttons(phone, code, people):
    phone.force_login(people["committee_officer"])
    html = phone.post(CODE, {"code": code}).content.decode()
    assert "không nói thay người dân" in html
    assert 'name="helps"' not in html


def test_of_what_lapsed_nothing_is_said_any_more(phone, code, in_state):
    from gandan.movement.models import Practice
    from tests.movement.ground import at

    actions.lapse(Practice.objects.get(), by=CLOCK, now=at(366))
    html = phone.post(CODE, {"code": code}).content.decode()
    assert "không nhận ý kiến bằng mã nữa" in html
    assert 'name="helps"' not in html


def test_nobody_guesses_a_code(phone, ground):
    for _try in range(30):
        phone.post(CODE, {"code": codes.new()})
    assert "thử nhiều mã" in phone.post(CODE, {"code": codes.new()}).content.decode()
