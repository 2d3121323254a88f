"""The page that shows the way, and the sender's receipt."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gandan.core import codes
from gandan.core.ui import place
from gandan.denunciations import actions
from gandan.denunciations.enums import State
from gandan.denunciations.models import Denunciation
from gandan.denunciations.web import receipt
from tests.denunciations.conftest import MARK
from tests.people import make_office

pytestmark = pytest.mark.django_db
GUIDE, RECEIPT = "denunciations-public:guide", "denunciations-public:receipt"


@pytest.fixture(autouse=True)
def _ground(ground):
    """Tree and law."""


def said(response) -> str:
    return " ".join(response.content.decode().split())


def test_the_way_for_nobody_s_ward(client):
    page = said(client.get(reverse(GUIDE)))
    assert all(
        w in page
        for w in ("Trang này không nhận tố cáo", "Điều 22", "khoản 1 Điều 24", "ký tên hoặc điểm chỉ", "không quá 7 ngày làm việc")
    )
    assert "<textarea" not in page


def test_the_way_for_a_ward_names_the_body_above(client, ground):
    make_office(ground.province, "people_committee", "Ủy ban nhân dân thành phố Cần Thơ")
    page = said(client.get(reverse(GUIDE), {"noi": str(ground.commune.pk)}))
    assert "Cấp trên trực tiếp của Phường Ninh Kiều" in page
    assert "Ủy ban nhân dân thành phố Cần Thơ" in page
    assert "Đặng Thu Hà" not in page, "who the handler is, nobody is told"


def test_without_an_office_the_unit_is_named(client, ground):
    assert "Thành phố Cần Thơ" in said(client.get(reverse(GUIDE), {"noi": str(ground.commune.pk)}))
    assert "Cơ quan trung ương" in said(client.get(reverse(GUIDE), {"noi": str(ground.province.pk)}))


def test_the_ward_of_this_browser(client, ground):
    from django.http import HttpResponse

    kept = place.remember(HttpResponse(), place.Place(ground.commune.pk, "Phường Ninh Kiều")).cookies[place.COOKIE].value
    client.cookies[place.COOKIE] = kept
    assert "Cấp trên trực tiếp của Phường Ninh Kiều" in said(client.get(reverse(GUIDE)))


@pytest.mark.parametrize("noi", ["x", "0198f0a0-0000-7000-8000-000000000000", ""])
def test_a_strange_address_is_no_error(client, noi):
    assert client.get(reverse(GUIDE), {"noi": noi}).status_code == 200


def test_a_name_finds_a_ward(client):
    assert "Phường Ninh Kiều" in said(client.get(reverse(GUIDE), {"q": "ninh kieu"}))
    assert "Chưa tìm thấy tên này" in said(client.get(reverse(GUIDE), {"q": "khongconoinay"}))


@pytest.fixture
def letter(set_aside):
    return set_aside(now=timezone.now())


@pytest.fixture
def sender(client, letter) -> Client:
    session = client.session
    session[receipt.HOLDS] = {"letter": str(letter.pk), "at": timezone.now().isoformat()}
    session.save()
    return client


def test_the_receipt_tells_the_way_and_not_a_word(sender):
    page = said(sender.get(reverse(RECEIPT)))
    assert all(w in page for w in ("Chờ người xử lý", "Thành phố Cần Thơ", "Chưa ai mở", "Điều 22", "khoản 1 Điều 24"))
    assert MARK not in page
    assert "Ninh Kiều" not in page
    assert "Đặng Thu Hà" not in page


def test_it_tells_when_it_was_opened(sender, letter, denunciation_handler):
    actions.open_letter(letter, by=denunciation_handler, now=timezone.now())
    assert "Người xử lý mở lần đầu ngày" in said(sender.get(reverse(RECEIPT)))


def test_after_half_an_hour_it_is_closed(client, letter):
    session = client.session
    session[receipt.HOLDS] = {"letter": str(letter.pk), "at": (timezone.now() - timedelta(minutes=31)).isoformat()}
    session.save()
    for name in (RECEIPT, "denunciations-public:withdraw", "denunciations-public:raise"):
        assert client.get(reverse(name)).url == reverse("opinions-public:track")


def test_a_code_typed_on_the_tracking_page_leads_here(client, set_aside):
    code = codes.new()
    set_aside(code_digest=codes.digest(code, purpose="opinions"))
    answer = client.post(reverse("opinions-public:track"), {"code": code})
    assert answer.url == reverse(RECEIPT)
    assert client.get(reverse(RECEIPT)).status_code == 200


def test_nobody_withdraws_without_the_pin(sender, letter, pin_123456):
    for pin in ("000000", "", "abc"):
        answer = sender.post(reverse("denunciations-public:withdraw"), {"pin": pin})
        assert answer.status_code == 422
    assert "Mã PIN không đúng" in said(sender.post(reverse("denunciations-public:withdraw"), {"pin": "111111"}))
    assert Denunciation.objects.get(pk=letter.pk).state == State.WAITING


def test_the_pin_is_not_guessed(sender, letter, pin_123456):
    """From however many addresses: it is the letter that is counted."""
    for n in range(receipt.TRIES + 1):
        answer = sender.post(reverse("denunciations-public:withdraw"), {"pin": f"0000{n:02}"}, REMOTE_ADDR=f"2001:db8::{n:x}")
    assert "Mã PIN đã thử nhiều lần" in said(answer)
    assert sender.post(reverse("denunciations-public:withdraw"), {"pin": "123456"}, REMOTE_ADDR="2001:db8::ffff").status_code == 422


def test_the_code_gives_a_new_session_key(client, set_aside):
    code = codes.new()
    set_aside(code_digest=codes.digest(code, purpose="opinions"))
    session = client.session
    session["x"] = 1
    session.save()
    before = session.session_key
    client.post(reverse("opinions-public:track"), {"code": code})
    assert client.session.session_key != before


def test_the_sender_withdraws(sender, letter, pin_123456):
    page = sender.post(reverse("denunciations-public:withdraw"), {"pin": "123456"}, follow=True)
    assert "Lời Ông/Bà gửi đã được xoá." in said(page)
    assert Denunciation.objects.get(pk=letter.pk).is_erased
    assert "không rút được nữa" in said(sender.get(reverse("denunciations-public:withdraw")))


def test_the_sender_raises_it(sender, letter, pin_123456):
    page = sender.post(reverse("denunciations-public:raise"), {"pin": "123456"}, follow=True)
    assert "cấp trung ương" in said(page)
    assert "không chuyển lên cấp cao hơn được nữa" in said(sender.get(reverse("denunciations-public:raise")))


def test_closed_by_a_button(sender):
    sender.post(reverse("denunciations-public:leave"))
    assert sender.get(reverse(RECEIPT)).status_code == 302


def test_a_handled_one_says_what_to_do(sender, letter, denunciation_handler):
    actions.handle(letter, outcome=State.NOT_TAKEN, number="1", day=timezone.localdate(), by=denunciation_handler, now=timezone.now())
    assert "chưa theo hình thức luật định" in said(sender.get(reverse(RECEIPT)))


def test_numbers_come_from_the_rules(client):
    from gandan.core.models import LegalRule

    LegalRule.objects.filter(code="denunciation.first_handling").update(numerator=9)
    assert "không quá 9 ngày làm việc" in said(client.get(reverse(GUIDE)))


def test_where_nobody_handles_the_sender_is_told(sender, people, ground):
    assert "chưa có ai được giao" not in said(sender.get(reverse(RECEIPT)))
    people["denunciation_handler"].is_active = False
    people["denunciation_handler"].save()
    assert "Xin đừng chờ" in said(sender.get(reverse(RECEIPT)))
    assert "thư sẽ nằm chờ" in said(sender.get(reverse(GUIDE), {"noi": str(ground.commune.pk)}))


def test_a_question_on_the_receipt_is_answered_with_the_pin(sender, letter, denunciation_handler, taken_back, pin_123456):
    assert "có đồng ý chuyển thành ý kiến thường không" not in said(sender.get(reverse(RECEIPT)))
    actions.give_back(letter, by=denunciation_handler, now=timezone.now())
    assert "có đồng ý chuyển thành ý kiến thường không" in said(sender.get(reverse(RECEIPT)))
    address = reverse("denunciations-public:agree")
    assert sender.get(address).status_code == 200
    assert sender.post(address, {"pin": "000000"}).status_code == 422
    assert taken_back == []
    assert sender.post(address, {"pin": "123456"}).url == reverse("opinions-public:track")
    assert len(taken_back) == 1
