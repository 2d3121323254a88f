"""Choosing one's ward: by old name, kept in the browser only, changed and dropped at any time."""

import re

import pytest

from gandan.core.ui.place import COOKIE
from gandan.units import queries as units


def test_the_first_page_asks_for_the_ward_and_shows_the_country(reader):
    html = reader.get("/").content.decode()
    assert "Ông/Bà ở xã, phường nào?" in html
    assert "3.321" in html
    assert sum(d.count("z") for d in re.findall(r'class="dot" d="([^"]*)"', html)) == 3321


def test_an_old_name_leads_to_the_ward_of_today(reader):
    html = reader.get("/noi-o/", {"q": "phường Xuân Khánh, quận Ninh Kiều"}).content.decode()
    assert "Chọn Phường Ninh Kiều" in html
    assert "đến 30/6/2025" in html


def test_the_choice_is_remembered_in_a_cookie_and_dropped(reader):
    ward = units.find("phường Ninh Kiều")[0].place
    answer = reader.post("/noi-o/chon/", {"don-vi": str(ward.id)})
    assert answer.headers["Location"] == f"/don-vi/{ward.id}/"
    assert answer.cookies[COOKIE]["httponly"]
    assert "Xem trang của nơi này" in reader.get("/").content.decode()
    reader.post("/noi-o/bo/")
    assert "Xem trang của nơi này" not in reader.get("/").content.decode()


@pytest.mark.parametrize("value", ["x", "a:b:c", "W10:1:abc", ""])
def test_a_forged_cookie_is_no_choice(reader, value):
    reader.cookies[COOKIE] = value
    assert "Ông/Bà ở xã, phường nào?" in reader.get("/").content.decode()


@pytest.mark.parametrize("name", ["tỉnh Lâm Đồng", "phường Xuân Khánh, quận Ninh Kiều", None])
def test_only_a_commune_of_today_can_be_chosen(reader, name):
    value = str(units.find(name)[0].place.id) if name else "không phải mã"
    assert reader.post("/noi-o/chon/", {"don-vi": value}).status_code == 404


def test_a_name_nobody_has_says_what_to_do(reader):
    html = reader.get("/noi-o/", {"q": "Zzyzx"}).content.decode()
    assert "Chưa tìm thấy tên này" in html
    assert 'value="Zzyzx"' in html


@pytest.mark.parametrize("typed", ["TP HCM", "Sài Gòn", "Đắc Lắc", "Bình Dương"])
def test_a_province_as_the_answer_has_a_next_step(reader, typed):
    html = reader.get("/noi-o/", {"q": typed}).content.decode()
    assert "Xin gõ tên xã, phường ở" in html
    assert "#ben-duoi" in html


def test_an_old_district_lists_the_units_of_today_with_what_each_holds(reader):
    html = reader.get("/noi-o/", {"q": "Quận Ninh Kiều"}).content.decode()
    assert "Chọn Phường Cái Khế" in html
    assert "gồm Phường Tân An, Phường Thới Bình, Phường Xuân Khánh" in html
    assert "Chọn Phường Hiệp Bình" in reader.get("/noi-o/", {"q": "Thủ Đức"}).content.decode()


def test_the_two_fields_stand_on_top_and_lead_on_with_what_was_typed(reader):
    html = reader.get("/").content.decode()
    assert html.index("Ông/Bà muốn phản ánh điều gì?") < html.index("Tra cứu bằng mã") < html.index("Ông/Bà ở xã, phường nào?")
    assert "Muốn tố cáo cán bộ? Xin đừng viết ở đây" in html
    ward = units.find("phường Ninh Kiều")[0].place
    words = "Đèn đường đầu hẻm 12 hỏng."
    form = reader.post("/y-kien/gui/viet-tiep/", {"text": words, "unit": str(ward.id)}).content.decode()
    assert words in form
    assert "Phường Ninh Kiều" in form
    assert reader.post("/y-kien/tra-cuu/", {"code": "0000"}).status_code == 422


def test_what_is_typed_on_the_first_page_stands_in_no_address(reader):
    html = reader.get("/").content.decode()
    for action in ("/y-kien/gui/viet-tiep/", "/y-kien/tra-cuu/"):
        assert f'<form method="post" action="{action}"' in html
