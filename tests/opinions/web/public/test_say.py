"""Saying something: text and place are enough, nothing typed is lost, a form sent twice is one opinion, a denunciation is set aside."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from gandan.core import events
from gandan.core.files.models import StoredFile
from gandan.denunciations.models import Denunciation
from gandan.opinions import queries
from gandan.opinions.models import Case, Opinion
from gandan.opinions.web import receipt
from gandan.opinions.web import say as page
from tests.opinions.web.public.conftest import LAMP, sheet

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def test_text_and_place_are_enough_and_give_a_receipt(phone, said, ground):
    opinion, code, pin = said()
    assert (opinion.text, opinion.place, opinion.unit_id) == (LAMP, "đầu hẻm 12", ground.commune.pk)
    assert queries.of_code(code) == opinion
    assert queries.sender_of(opinion, pin=pin).writes
    html = phone.get("/y-kien/bien-nhan/").content.decode()
    assert "Ủy ban nhân dân phường Ninh Kiều" in html
    assert f'datetime="{opinion.case.due:%Y-%m-%d}"' in html


def test_the_receipt_goes_when_it_is_noted_and_nobody_else_sees_it(phone, said):
    said()
    assert Client().get("/y-kien/bien-nhan/").status_code == 410
    assert phone.post("/y-kien/bien-nhan/da-ghi/")["Location"] == "/y-kien/tra-cuu/viec/"
    assert phone.get("/y-kien/bien-nhan/").status_code == 410


def test_the_picture_holds_the_code_behind_a_sign_that_servers_do_not_see(phone, said, monkeypatch):
    drawn = []
    monkeypatch.setattr(receipt, "picture", lambda text: drawn.append(text) or "<svg></svg>")
    _opinion, code, _pin = said()
    assert drawn[-1].endswith(f"/y-kien/tra-cuu/#{code}")


def test_a_form_sent_twice_is_one_opinion_with_the_same_receipt(phone, typed):
    form = typed()
    shown = []
    for _ in range(2):
        phone.post("/y-kien/gui/", form)
        shown.append(re.findall(r'class="secret"[^>]*>([^<]+)<', phone.get("/y-kien/bien-nhan/").content.decode()))
    assert shown[0] == shown[1]
    assert Opinion.objects.count() == 1


def test_the_same_receipt_reaches_a_browser_that_lost_its_cookies_on_the_way(phone, typed):
    form = typed()
    phone.post("/y-kien/gui/", form)
    other = Client()
    assert other.post("/y-kien/gui/", form).status_code == 302
    assert other.get("/y-kien/bien-nhan/").status_code == 200
    assert Opinion.objects.count() == 1


def test_other_words_under_a_code_that_was_sent_are_not_lost_but_asked_about(phone, typed):
    form = typed()
    phone.post("/y-kien/gui/", form)
    answer = phone.post("/y-kien/gui/", {**form, "text": "Rác ở chợ hai ngày chưa ai dọn."})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Rác ở chợ hai ngày chưa ai dọn." in html
    assert "ý kiến mới có mã riêng" in html
    assert phone.post("/y-kien/gui/", {**form, "text": "Rác ở chợ hai ngày chưa ai dọn.", "sheet": sheet(html)}).status_code == 302
    assert Opinion.objects.count() == 2


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"text": ""}, "Xin viết vài chữ về sự việc."),
        ({"text": "ngắn"}, "Xin ghi rõ hơn"),
        ({"unit": ""}, "Xin cho biết việc này ở xã, phường nào."),
        ({"where": "Zzyzx"}, "Chưa tìm thấy xã, phường tên này."),
        ({"place": ""}, "Xin ghi chỗ nào"),
        ({"own_pin": "12"}, "Mã PIN gồm đúng 6 chữ số."),
        ({"own_pin": "111111"}, "dễ đoán"),
        ({"mail": "không phải thư"}, "thư"),
        ({"phone": "12"}, "Số điện thoại chưa đúng"),
    ],
)
def test_what_is_wrong_is_said_and_everything_typed_is_there(phone, typed, wrong, sentence):
    form = typed(name="Bà Tư", topic="street-lighting", **({} if "mail" in wrong else {"mail": "tu@vidu.vn"})) | wrong
    answer = phone.post("/y-kien/gui/", form)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in html
    for kept in (form["text"], form["place"], form["name"]):
        assert kept in html
    assert 'value="street-lighting" selected' in html
    assert Opinion.objects.count() == 0


def test_a_hamlets_picture_fills_in_the_place(phone, ground):
    html = phone.get(f"/y-kien/gui/?thon={ground.hamlet.pk}").content.decode()
    assert "Phường Ninh Kiều" in html
    assert f'value="{ground.hamlet.pk}" selected' in html


def test_the_hamlet_alone_is_place_enough(said, ground):
    opinion, _code, _pin = said(place="", hamlet=str(ground.hamlet.pk))
    assert opinion.hamlet_id == ground.hamlet.pk


def test_a_commune_is_found_by_its_name(said, ground):
    opinion, _code, _pin = said(unit="", where="phường Cái Răng")
    assert opinion.unit_id == ground.other.pk


def test_a_hamlet_of_another_commune_is_no_answer(phone, typed, ground):
    answer = phone.post("/y-kien/gui/", typed(where="Cái Răng", hamlet=str(ground.hamlet.pk)))
    assert answer.status_code == 422
    assert Opinion.objects.count() == 0


def test_a_name_brings_the_hamlets_of_the_place_and_judges_nothing(phone, typed):
    html = phone.post("/y-kien/gui/viet-tiep/", typed(unit="", where="Ninh Kiều", text="")).content.decode()
    assert "Khu phố 3" in html
    assert "cần sửa" not in html


def test_photos_lose_their_place_and_hang_on_the_opinion(phone, typed):
    form = typed() | {"uploads": [SimpleUploadedFile("don.pdf", PDF), SimpleUploadedFile("don2.pdf", PDF + b"%2\n")]}
    assert phone.post("/y-kien/gui/", form).status_code == 302
    assert StoredFile.objects.filter(owner_type="opinions.opinion", owner_id=str(Opinion.objects.get().pk)).count() == 2


def test_a_file_of_no_known_kind_is_refused_with_a_sentence_and_asked_for_again(phone, typed):
    html = phone.post("/y-kien/gui/", typed() | {"uploads": SimpleUploadedFile("a.exe", b"MZ" + b"\0" * 100)}).content.decode()
    assert "Loại tệp này chưa nhận được" in html
    assert "Xin chọn lại ảnh, tệp rồi hãy gửi." in html
    assert LAMP in html
    assert Opinion.objects.count() == 0


def test_an_own_pin_and_a_contact_are_taken(said):
    opinion, _code, pin = said(own_pin="482915", phone="0912 345 678", name="Bà Tư")
    assert pin == "482915"
    assert "0912" not in opinion.contact.sealed


def test_what_its_sender_marks_is_set_aside_and_leads_to_its_own_page(phone, typed):
    form = typed(marked="on", text="Ông A ở phường nhận tiền của tôi để làm giấy tờ.")
    assert phone.post("/y-kien/gui/", form).status_code == 302
    assert (Case.objects.count(), Denunciation.objects.count()) == (0, 1)
    html = phone.get("/y-kien/bien-nhan/").content.decode()
    code = re.findall(r'class="secret"[^>]*>([^<]+)<', html)[0]
    assert "cất riêng" in html
    assert phone.post("/y-kien/tra-cuu/", {"code": code})["Location"] == "/to-cao/bien-nhan/"
    phone.post("/y-kien/gui/", form)
    assert Denunciation.objects.count() == 1


def test_beside_the_field_stands_where_to_denounce(phone):
    html = phone.get("/y-kien/gui/").content.decode()
    assert "Muốn tố cáo cán bộ? Xin đừng viết ở đây." in html
    assert 'href="/to-cao/' in html


def test_the_page_is_kept_by_no_shared_cache_but_by_the_readers_own_browser(phone):
    kept = phone.get("/y-kien/gui/")["Cache-Control"]
    assert "private" in kept
    assert "no-store" not in kept


def test_whoever_is_signed_in_speaks_like_anybody(ground, people, phone, typed):
    phone.force_login(people["committee_officer"])
    assert phone.post("/y-kien/gui/", typed()).status_code == 302
    assert [e.actor for e in events.of(Case.objects.get())] == ["anyone"]


def test_a_village_behind_one_address_gets_through_and_a_machine_gets_a_kind_sentence(phone, typed, monkeypatch):
    monkeypatch.setattr(page, "SAYS", 2)
    for n in range(2):
        assert phone.post("/y-kien/gui/", typed(text=f"{LAMP} Lần {n}.")).status_code == 302
    answer = phone.post("/y-kien/gui/", typed(text=f"{LAMP} Lần ba."))
    assert answer.status_code == 429
    assert "Lần ba." in answer.content.decode()


def test_what_others_said_is_shown_on_a_press_and_keeps_everything(phone, said, typed):
    said(topic="street-lighting")
    html = phone.post("/y-kien/gui/tuong-tu/", typed(text="Đèn đường hẻm 12 không sáng", name="Bà Tư")).content.decode()
    assert "Đèn đường hẻm 12 không sáng" in html
    assert "Bà Tư" in html
    assert "1 việc có vẻ giống" in html
    assert LAMP not in html


def test_me_too_joins_with_a_code_of_its_own(phone, said, typed):
    opinion, code, _pin = said(topic="street-lighting")
    answer = phone.post(f"/y-kien/gui/toi-cung-gap/{opinion.case_id}/", typed())
    assert answer["Location"] == "/y-kien/bien-nhan/"
    case = Case.objects.get()
    assert case.senders == 2
    other = re.findall(r'class="secret"[^>]*>([^<]+)<', phone.get("/y-kien/bien-nhan/").content.decode())[0]
    assert other != code
    assert queries.of_code(other).case_id == case.pk


def test_me_too_sent_twice_joins_once(phone, said, typed):
    opinion, _code, _pin = said()
    form = typed()
    for _ in range(2):
        assert phone.post(f"/y-kien/gui/toi-cung-gap/{opinion.case_id}/", form).status_code == 302
    assert Case.objects.get().senders == 2


@pytest.mark.parametrize("token", ["", "x", "gAAAAAB-made-up", "đ"])
def test_a_forged_sheet_is_no_sheet(phone, typed, token):
    assert receipt.opened(token) is None
    assert phone.post("/y-kien/gui/", typed() | {"sheet": token}).status_code == 302
    assert Opinion.objects.count() == 1


def test_what_is_too_long_arrives_whole_and_is_said(phone, typed):
    form = phone.get("/y-kien/gui/").content.decode()
    assert "maxlength" not in form.split('id="id_text"')[0].rsplit("<textarea", 1)[1]
    assert "maxlength" not in form.split('name="place"')[1].split(">")[0]
    page = phone.post("/y-kien/gui/", typed(text="đèn " * 2500, place="hẻm " * 100)).content.decode()
    assert "Đoạn này dài 9999 ký tự, nhiều nhất là 8000" in page
    assert ("đèn " * 2500).strip() in page
    assert ("hẻm " * 100).strip() in page


def test_every_fault_is_named_above_with_a_way_to_its_field(phone, typed):
    page = phone.post("/y-kien/gui/", typed(text="", place="", wish="none", phone="abc")).content.decode()
    above = page.split('role="alert"')[1].split("</div>")[0]
    for field in ("text", "place", "phone"):
        assert f'href="#id_{field}"' in above
        assert f'id="id_{field}"' in page


def test_a_refused_file_is_named_at_its_field_beside_other_faults(phone, typed):
    form = typed(text="") | {"uploads": SimpleUploadedFile("virus.exe", b"MZ" + b"\0" * 100)}
    page = phone.post("/y-kien/gui/", form).content.decode()
    assert "virus.exe: Loại tệp này chưa nhận được" in page.split('name="uploads"')[0].rsplit('for="id_uploads"', 1)[1]
    assert "Xin viết vài chữ về sự việc." in page
    assert "giay.pdf: tệp trống" in phone.post("/y-kien/gui/", typed() | {"uploads": SimpleUploadedFile("giay.pdf", b"")}).content.decode()


def test_who_tells_of_danger_is_told_whom_to_call_before_and_after_it_is_sent(phone, typed):
    form = typed(text="Có bé ở hẻm 108 đêm nào cũng khóc, hay bị đánh.")
    pages = [phone.post("/y-kien/gui/viet-tiep/", form), phone.post("/y-kien/gui/", {**form, "unit": ""})]
    phone.post("/y-kien/gui/", form)
    for answer in (*pages, phone.get("/y-kien/bien-nhan/")):
        html = answer.content.decode()
        assert "Nếu có người đang gặp nguy hiểm, xin gọi ngay" in html
        assert 'href="tel:111"' in html
        assert 'href="tel:113"' in html
    plain = phone.post("/y-kien/gui/viet-tiep/", typed()).content.decode()
    assert "Nếu có người đang gặp nguy hiểm" not in plain
    assert 'href="tel:113"' in plain, "anybody sees the numbers, once, in one line"
