"""The page of reading prose: who may open it, what it shows, and what it says when a text cannot be read."""

from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from gandan.core.access.permissions import may
from gandan.core.events.models import Event
from tests.people import *  # noqa: F403  the fixed cast
from tests.people import CAST

ADDRESS = "/lam-viec/doc-van-ban/"
SAMPLES = Path(__file__).parents[3] / "samples" / "reading"
TEXT = (SAMPLES / "tin-truong-xuan.txt").read_text(encoding="utf-8")
READERS = {"front_officer", "committee_officer", "leader", "provincial_specialist", "provincial_leader", "central_analyst", "outsider"}


@pytest.fixture
def officer(client, people) -> Client:
    client.force_login(people["front_officer"])
    return client


def upload(name: str, raw: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, raw)


@pytest.mark.parametrize("who", CAST)
def test_who_may_have_prose_read(cast, who):
    assert may(cast[who], "ingest.read_prose") is (who in READERS)


@pytest.mark.parametrize("path", ["", "vi-du/"])
def test_others_are_sent_away(client, people, path):
    assert client.get(ADDRESS + path).status_code == 302
    client.force_login(people["hamlet_head"])
    assert client.get(ADDRESS + path).status_code == 403


def test_the_first_visit_teaches(officer):
    page = officer.get(ADDRESS).content.decode()
    for piece in ("Dán bài viết", "Hoặc chọn tệp", "tối đa 20 MB", "Đọc bài ví dụ", "Đọc thì chưa lưu gì"):
        assert piece in page
    assert 'href="/lam-viec/doc-van-ban/vi-du/"' in page


def test_a_pasted_text_shows_its_records_linked_both_ways(officer):
    answer = officer.post(ADDRESS, {"text": TEXT})
    page = answer.content.decode()
    assert answer.status_code == 200
    for piece in (
        "Lê Hoàng Phúc",
        "217-QĐ/TW",
        "hơn 1.800.000.000 đồng",
        "Giấy khen",
        "Xã Trường Xuân",
        "Đăng ngày 12/9/2024",
        "Chưa lưu gì",
    ):
        assert piece in page
    for key in ("people-1", "documents-1", "figures-1", "awards-1", "models-1", "requests-1", "units-1", "activities-1"):
        assert page.count(f'id="cau-{key}"') == 1
        assert page.count(f'href="#cau-{key}"') == 1
        assert page.count(f'id="ban-ghi-{key}"') == 1
        assert page.count(f'href="#ban-ghi-{key}"') == 1
    assert "style=" not in page
    assert answer["Cache-Control"].startswith("max-age=0")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("bao-cao-quy.docx", "15/BC-MTTQ"),
        ("doi-thoai-phuong.html", "Trần Ngọc Diễm"),
        ("thong-bao-kiem-tra.pdf", "45-KH/BDVTU"),
        ("tin-truong-xuan.utf16.txt", "Lê Hoàng Phúc"),
        ("tin-truong-xuan.tcvn3.txt", "bảng mã TCVN3"),
        ("tin-truong-xuan.vni.txt", "bảng mã VNI"),
    ],
)
def test_a_file_of_each_kind(officer, name, expected):
    answer = officer.post(ADDRESS, {"text": "", "file": upload(name, (SAMPLES / name).read_bytes())})
    assert answer.status_code == 200
    assert expected in answer.content.decode()


def scan() -> bytes:
    out = BytesIO()
    Image.new("L", (300, 400), 255).save(out, "PDF")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "raw", "sentence"),
    [
        ("hong.docx", (SAMPLES / "bao-cao-quy.docx").read_bytes()[:4000], "hỏng"),
        ("trong.txt", b"", "Tệp trống"),
        ("scan.pdf", scan(), "bản chụp (scan)"),
        ("anh.jpg", b"\xff\xd8\xff\xe0" + bytes(100), "Đây là ảnh"),
        ("lon.pdf", bytes(50 * 1024 * 1024), "quá mức 20 MB"),
    ],
    ids=["damaged", "empty", "scan", "picture", "50 MB"],
)
def test_a_file_that_cannot_be_read_gets_a_sentence(officer, name, raw, sentence):
    answer = officer.post(ADDRESS, {"text": "", "file": upload(name, raw)})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert "Xin " in page


def test_what_was_typed_stays(officer):
    page = officer.post(ADDRESS, {"text": "Đoạn tôi gõ.", "file": upload("a.txt", b"abc")}).content.decode()
    assert "Xin giữ một trong hai" in page
    assert "Đoạn tôi gõ.</textarea>" in page
    page = officer.post(ADDRESS, {"text": "12345", "file": ""}).content.decode()
    assert "Văn bản không có chữ nào" in page
    assert "12345</textarea>" in page


def test_nothing_given(officer):
    answer = officer.post(ADDRESS, {"text": " \n "})
    assert answer.status_code == 422
    assert "Xin dán văn bản vào ô" in answer.content.decode()


def test_a_paste_beyond_what_a_form_may_carry(officer, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100_000
    answer = officer.post(ADDRESS, {"text": "x" * 300_000})
    assert answer.status_code == 413
    assert "Đoạn dán quá dài" in answer.content.decode()


def test_signs_of_html_in_a_text_are_only_signs(officer):
    page = officer.post(ADDRESS, {"text": "Ông Lê Văn An, Bí thư xã <script>alert(1)</script> & “hợp”, dự họp."}).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp;" in page


def test_a_forged_form_is_refused(people):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(people["front_officer"])
    assert strict.post(ADDRESS, {"text": TEXT}).status_code == 403


def test_nothing_is_stored(officer):
    before = Event.objects.count()
    officer.post(ADDRESS, {"text": TEXT})
    assert Event.objects.count() == before


def test_a_long_text_asks_the_database_no_more_than_a_short_one(officer, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as short:
        officer.post(ADDRESS, {"text": "Xã họp dân."})
    with django_assert_num_queries(len(short)):
        officer.post(ADDRESS, {"text": TEXT * 5})


def test_english(officer):
    page = officer.get(ADDRESS + "vi-du/", headers={"accept-language": "en"}).content.decode()
    if 'lang="en"' not in page[:200]:
        officer.cookies["django_language"] = "en"
        page = officer.get(ADDRESS + "vi-du/").content.decode()
    for piece in ("22 proposed records", "Published on 12 September 2024", "Asked by", "District (until 30/6/2025)"):
        assert piece in page


def test_the_word_of_the_text_stands_before_a_figure(officer):
    page = officer.post(ADDRESS, {"text": "Ngày 5/3/2024, 100 hộ hiến gần 2.000m2 đất, mỗi hộ dưới 50m2 đất."}).content.decode()
    assert "gần 2.000 m²" in page
    assert "dưới 50 m²" in page
    assert "dưới 2.000" not in page


def test_a_day_above_the_title_is_said_to_be_unsure(officer):
    article = "Họp dân bàn việc làm đường ở xã Bình Hòa\n\nXã Bình Hòa họp dân với 12 hộ dự, bàn việc góp tiền làm con đường vào xóm."
    page = officer.post(ADDRESS, {"text": "Thứ Ba, 25/6/2024\n" + article}).content.decode()
    assert "Ngày đăng: không chắc (dòng ngày đầu trang có thể là ngày mở trang)" in page
    assert "Bài không ghi ngày đăng" in officer.post(ADDRESS, {"text": article}).content.decode()


def test_the_box_over_a_refusal_says_what_is_kept(officer):
    only_file = officer.post(ADDRESS, {"text": "", "file": upload("trong.txt", b"")}).content.decode()
    assert "xin chọn lại tệp" in only_file
    assert "vẫn còn nguyên" not in only_file
    assert "phần chữ đã dán vẫn còn nguyên" in officer.post(ADDRESS, {"text": "12345"}).content.decode()
    assert "muốn đọc tệp, xin chọn lại" in officer.post(ADDRESS, {"text": "Đoạn gõ.", "file": upload("a.txt", b"abc")}).content.decode()
    assert "vẫn còn nguyên" not in officer.post(ADDRESS, {"text": " "}).content.decode()


def test_the_source_of_a_page_is_read_as_that_page(officer):
    source = (SAMPLES / "doi-thoai-phuong.html").read_text(encoding="utf-8")
    page = officer.post(ADDRESS, {"text": source}).content.decode()
    assert "Trần Ngọc Diễm" in page
    assert "Đọc từ mã trang mạng (HTML)" in page
    assert "&lt;/p&gt;" not in page


def test_a_text_far_too_long_is_refused_before_any_work(officer, monkeypatch):
    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("gandan.ingest.queries.reading.nfc", never)
    answer = officer.post(ADDRESS, {"text": "Xã họp dân. " * 170_000})
    assert answer.status_code == 422
    assert "Văn bản dài 2.040.000 ký tự" in answer.content.decode()
