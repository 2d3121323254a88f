"""Keeping a text that was read, the list of texts, what is known about one, and all records of one at once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.activities.models import Activity
from gandan.core.access import Role
from gandan.ingest.enums import RecordState
from gandan.ingest.models import Source
from tests.ingest.desk import INSPECTION, record, take
from tests.ingest.web.signed_in import READ, away, by_mai, desk, mai, text
from tests.people import hold, make_office, make_user

__all__ = ["away", "by_mai", "desk", "mai", "text"]
SOURCES = f"{READ}nguon/"


def keep(client, **data: str):
    return client.post(f"{READ}luu/", {"text": INSPECTION, "seen_by": "public", "publisher": "Báo Cần Thơ", **data})


def test_reading_offers_to_keep(desk):
    html = desk.post(READ, {"text": INSPECTION}).content.decode()
    assert 'action="/lam-viec/doc-van-ban/luu/#luu"' in html
    assert "Chưa lưu gì." in html
    assert not Source.objects.exists()


def test_kept_for_the_office_of_the_person(desk, mai, front):
    answer = keep(desk, url="https://baocantho.example.vn/bai-1")
    source = Source.objects.get()
    assert answer.url == f"{SOURCES}{source.pk}/"
    assert (source.office, source.is_public, source.publisher) == (front, True, "Báo Cần Thơ")
    assert source.url == "https://baocantho.example.vn/bai-1"


def test_the_same_text_again_leads_to_where_it_is(desk):
    first, again = keep(desk), keep(desk, seen_by="internal")
    assert first.url == again.url
    assert Source.objects.get().is_public
    assert "đã lưu từ trước" in desk.get(again.url).content.decode()


@pytest.mark.parametrize(("data", "sentence"), [({"seen_by": ""}, "bắt buộc"), ({"url": "không phải địa chỉ"}, "địa chỉ")])
def test_a_wrong_answer_loses_nothing(desk, data, sentence):
    answer = keep(desk, **data)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in html.lower()
    assert 'value="Báo Cần Thơ"' in html
    assert "290-QĐ/TW" in html
    assert not Source.objects.exists()


def test_who_works_for_two_offices_says_for_which(desk, mai, ward):
    office = make_office(ward, "women", "Hội Phụ nữ phường Ninh Kiều")
    hold(mai, Role.OFFICER, office=office)
    assert "Hội Phụ nữ phường Ninh Kiều" in desk.post(READ, {"text": INSPECTION}).content.decode()
    assert keep(desk).status_code == 422
    keep(desk, desk=f"{ward.pk}:{office.pk}")
    assert Source.objects.get().office == office


def test_an_analyst_reads_and_keeps_nothing(client, ward):
    analyst = make_user("Hoàng Gia Bảo", "bao.desk")
    hold(analyst, Role.ANALYST)
    client.force_login(analyst)
    assert "Lưu và duyệt" not in client.post(READ, {"text": INSPECTION}).content.decode()
    assert keep(client).status_code == 403
    assert client.get(SOURCES).status_code == 403


def test_the_list_says_what_waits_and_by_whom(desk, text):
    html = desk.get(SOURCES).content.decode()
    for words in ("Quận Ninh Kiều: kiểm tra công tác dân vận", "9/9 bản ghi chờ xem", "Nguyễn Thị Mai lưu ngày 23/11/2026", "Báo Cần Thơ"):
        assert words in html
    text.records.update(state=RecordState.REJECTED, decided_by="user:x", decided_at=text.taken_at)
    assert "Không còn văn bản nào chờ duyệt" in desk.get(SOURCES).content.decode()
    for name in ("xong", "tat-ca"):
        assert "Đã xem hết" in desk.get(f"{SOURCES}?loc={name}").content.decode()


def test_nothing_kept_yet(desk):
    html = desk.get(SOURCES).content.decode()
    assert "Chưa lưu văn bản nào" in html
    assert "Đưa vào nhiều tệp một lần" in html


def test_the_list_asks_no_more_for_thirty_than_for_one(desk, ward, front, by_mai, django_assert_num_queries):
    take("Ngày 1/3/2024, xã họp dân, 12 hộ dự.", ward, by_mai, office=front)
    desk.get(SOURCES)
    with CaptureQueriesContext(connection) as asked:
        desk.get(SOURCES)
    for n in range(2, 31):
        take(f"Ngày {n % 28 + 1}/3/2024, xã họp dân lần {n}, {n + 20} hộ dự.", ward, by_mai, office=front)
    with django_assert_num_queries(len(asked)):
        desk.get(SOURCES)


def test_what_is_known_of_a_text_is_corrected(desk, text):
    address = f"{SOURCES}{text.pk}/thong-tin/"
    assert 'value="Báo Cần Thơ"' in desk.get(address).content.decode()
    said = {"title": "Kiểm tra ở Ninh Kiều", "published": "2024-06-18", "publisher": "", "url": "", "seen_by": "internal"}
    answer = desk.post(address, said)
    assert answer.status_code == 302
    text.refresh_from_db()
    assert (text.title, text.publisher, text.is_public) == ("Kiểm tra ở Ninh Kiều", "", False)


def test_publicness_cannot_change_under_what_was_accepted(desk, text):
    desk.post(f"{READ}ban-ghi/{record(text, 'activity').pk}/nhan/")
    answer = desk.post(f"{SOURCES}{text.pk}/thong-tin/", {"title": "Tên tôi gõ", "seen_by": "internal"})
    assert answer.status_code == 422
    assert "Xin hoàn tác các bản ghi đó trước" in answer.content.decode(), answer.content.decode()[3000:9000]
    assert "Tên tôi gõ" in answer.content.decode()


def test_all_that_waits_is_asked_about_first(desk, text):
    address = f"{SOURCES}{text.pk}/nhan-het/"
    html = desk.get(address).content.decode()
    for words in ("Nhận 9 bản ghi chưa xem?", "của nơi khác thì giữ nội bộ", "vào sổ văn bản nếu chưa có", "chưa ràng buộc ai"):
        assert words in html
    assert not Activity.objects.exists()
    answer = desk.post(address, follow=True)
    assert "Đã nhận 7 bản ghi." in answer.content.decode()
    assert "7/9 đã xem" in answer.content.decode()
    assert "Nhận 2 bản ghi chưa xem?" in desk.get(address).content.decode()


def test_what_a_rule_refuses_is_left_and_told(desk, text):
    place = record(text, "unit", "Xuân Khánh")
    place.payload = {**place.payload, "code": None}
    place.save()
    html = desk.post(f"{SOURCES}{text.pk}/nhan-het/", follow=True).content.decode()
    assert "3 bản ghi còn chờ Ông/Bà xem" in html
    assert "Chưa rõ đây là đơn vị nào" in html


@pytest.mark.parametrize("page", ["", "thong-tin/", "nhan-het/"])
def test_others_find_nothing(away, text, page):
    assert away.get(f"{SOURCES}{text.pk}/{page}").status_code == 404


def test_my_work_tells_who_took_it_in(desk, text, by_mai, leader):
    from gandan.ingest.work import owed
    from tests.ingest.desk import TODAY

    (item,) = owed(by_mai, TODAY)
    assert (item.title, item.url, item.deed) == ("Duyệt bản đọc: 9 bản ghi chờ", f"{SOURCES}{text.pk}/", "Duyệt")
    assert list(owed(leader, TODAY)) == []
    assert "Duyệt bản đọc: 9 bản ghi chờ" in desk.get("/lam-viec/").content.decode()
