"""The country on a day."""

import re

import pytest

from gandan.units.calc import dots


def drawn(html: str) -> int:
    return sum(d.count("z") for d in re.findall(r'class="dot" d="([^"]*)"', html))


@pytest.mark.parametrize(
    ("query", "provinces", "communes", "shown"),
    [("", 34, 3321, "3.321"), ("?vao=30/6/2025", 63, 10_035, "10.035"), ("?vao=2025-07-01", 34, 3321, "3.321")],
)
def test_every_commune_is_a_dot_and_every_province_a_row(reader, query, provinces, communes, shown):
    html = reader.get(f"/don-vi/{query}").content.decode()
    assert drawn(html) == communes
    assert html.count('<th scope="row">') == provinces
    assert f"{provinces} tỉnh, thành phố và {shown} đơn vị cấp xã" in html


@pytest.mark.parametrize("query", ["", "?vao=30/6/2025"])
def test_the_islands_stand_where_they_are_on_every_day(reader, query):
    html = reader.get(f"/don-vi/{query}").content.decode()
    for name in ("Hoàng Sa", "Trường Sa", "Phú Quốc", "Côn Đảo", "Lý Sơn", "Vân Đồn", "Cát Hải", "Cô Tô", "Kiên Hải"):
        assert f">{name}</text>" in html
    nearest_to_spratly = dots.point(9.71, 114.45)
    assert f'cx="{nearest_to_spratly[0]}" cy="{nearest_to_spratly[1]}"' in html


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("hôm qua", "Chưa đọc được ngày"),
        ("31/2/2026", "Chưa đọc được ngày"),
        ("1/1/99999999999", "Chưa đọc được ngày"),
        ("99999-01-01", "Chưa đọc được ngày"),
        ("1/1/2100", "Ngày này chưa tới"),
        ("1/1/1990", "trước đó chưa rõ"),
    ],
)
def test_a_day_that_cannot_be_answered_gets_a_sentence(reader, asked, answer):
    response = reader.get("/don-vi/", {"vao": asked})
    assert response.status_code == 200
    assert answer in response.content.decode()


def test_search_by_name_without_accents_finds_old_and_new(reader):
    html = reader.get("/don-vi/", {"q": "xuan khanh"}).content.decode()
    assert "Phường Xuân Khánh" in html
    assert "Phường Ninh Kiều" in html


@pytest.mark.parametrize("path", ["/", "/don-vi/", "/tim/", "/quy-dinh/", "/gioi-thieu/", "/noi-o/"])
def test_a_head_request_is_answered(reader, path):
    assert reader.head(path).status_code == 200


def test_provinces_stand_by_the_alphabet_and_kinds_in_one_order(reader):
    html = reader.get("/don-vi/").content.decode()
    named = re.findall(r'<a class="tall"[^>]*>([^<]*)</a>', html)
    assert named[:6] == [f"Thành phố {n}" for n in ("Cần Thơ", "Đà Nẵng", "Hà Nội", "Hải Phòng", "Hồ Chí Minh", "Huế")]
    assert named[6] == "Tỉnh An Giang"
    assert named.index("Tỉnh Cao Bằng") < named.index("Tỉnh Đắk Lắk") < named.index("Tỉnh Gia Lai")
    assert not re.search(r"\d+ xã, \d+ phường", html)
