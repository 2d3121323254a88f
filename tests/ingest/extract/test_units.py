"""Places, read by the map of the text's day."""

import pytest

from gandan.ingest.document import Document
from gandan.ingest.extract import units


def read(text):
    return [(p.name, p.province, p.code) for p in units.find(Document.of(text))]


def names(text):
    return [p.mention for p in units.find(Document.of(text))]


def test_a_commune_is_told_by_the_district_beside_it():
    text = "Tin trong huyện hôm nay\nNgày 3/5/2018, đoàn đến xã An Hòa, huyện Châu Thành, tỉnh Đồng Tháp kiểm tra."
    assert read(text) == [
        ("Xã An Hòa", "Đồng Tháp", "30019"),
        ("Huyện Châu Thành", "Đồng Tháp", "877"),
        ("Tỉnh Đồng Tháp", "Đồng Tháp", "87"),
    ]


def test_two_districts_of_one_name_are_told_apart_by_their_commune():
    text = "Cao Lãnh: thông xe cầu mới\nNgày 8/1/2020, UBND xã Bình Hàng Tây khánh thành cầu."
    assert ("Huyện Cao Lãnh", "Đồng Tháp", "873") in read(text)


def test_a_name_that_many_bear_keeps_its_code_open():
    text = "Tin vắn trong ngày\nNgày 3/5/2018, xã Tân Lập làm đường mới."
    assert read(text) == [("Xã Tân Lập", None, None)]


@pytest.mark.parametrize(
    ("day", "expected"), [("5/6/2019", ("Huyện Phú Vang", "Thừa Thiên Huế", "478")), ("5/2/2025", ("Huyện Phú Vang", "Huế", "478"))]
)
def test_hue_before_and_after_it_became_a_city(day, expected):
    assert read(f"Tin vắn trong ngày\nNgày {day}, huyện Phú Vang họp.") == [expected]


def test_units_that_ended_before_the_gazetteer_begins():
    text = "Tin vắn trong ngày\nNgày 3/5/2018, quận Thủ Đức và Quận 2, TP. Hồ Chí Minh ký kết."
    places = units.find(Document.of(text))
    assert [(p.name, p.code) for p in places] == [("Quận Thủ Đức", "762"), ("Quận 2", None), ("Thành phố Hồ Chí Minh", "79")]
    assert len(places[0].today) > 5  # what holds the city of Thủ Đức now


def test_a_kind_that_was_raised_later():
    assert read("Tin vắn trong ngày\nNgày 3/5/2015, thị xã Hồng Ngự (Đồng Tháp) họp.")[0] == ("Thị xã Hồng Ngự", "Đồng Tháp", "868")


def test_after_the_reform():
    text = "Tin vắn trong ngày\nNgày 15/9/2025, phường Ninh Kiều, TP Cần Thơ và đặc khu Phú Quốc (An Giang) ký kết."
    assert read(text) == [
        ("Phường Ninh Kiều", "Cần Thơ", "31135"),
        ("Thành phố Cần Thơ", "Cần Thơ", "92"),
        ("Đặc khu Phú Quốc", "An Giang", "31078"),
        ("Tỉnh An Giang", "An Giang", "91"),
    ]


def test_today_follows_a_merged_ward():
    text = "Tin vắn trong ngày\nNgày 18/6/2024, phường Xuân Khánh, quận Ninh Kiều họp."
    ward = units.find(Document.of(text))[0]
    assert (ward.code, ward.today) == ("31144", ["31135"])


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "các xã: Tân Thông Hội, Phước Vĩnh An và thị trấn Củ Chi, huyện Củ Chi",
            ["Tân Thông Hội", "Phước Vĩnh An", "thị trấn Củ Chi", "huyện Củ Chi"],
        ),
        ("các huyện Mang Thít, Vũng Liêm và TX Bình Minh", ["huyện Mang Thít", "Vũng Liêm", "TX Bình Minh"]),
        ("Huyện ủy Lệ Thủy, Quảng Bình", ["Lệ Thủy", "Quảng Bình"]),
        ("P. Đồng Phú, TP. Đồng Hới, Quảng Bình", ["P. Đồng Phú", "TP. Đồng Hới", "Quảng Bình"]),
        ("xã Đông Phước – Châu Thành – HG", ["xã Đông Phước", "Châu Thành", "HG"]),
        ("chính quyền tỉnh BR-VT", ["tỉnh BR-VT"]),
        ("huyện Ea H'leo, Cư M'gar (Đắk Lắk)", ["huyện Ea H'leo", "Cư M'gar", "Đắk Lắk"]),
        ("Công an Nghệ An", ["Nghệ An"]),
        ("phường 12, 13 và 15, quận 10, TP.HCM", ["phường 12", "13", "15", "quận 10", "TP.HCM"]),
    ],
)
def test_ways_of_writing(sentence, expected):
    assert names(f"Tin vắn trong ngày\nNgày 3/5/2018, {sentence} họp bàn.") == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "học tập phong cách Hồ Chí Minh",
        "đường Hà Nội, sông Đồng Nai, cầu Cần Thơ",
        "báo Cần Thơ đưa tin",
        "ông Nguyễn Thái Bình, Trưởng thôn Mộc",
        "ấp Tân Phú và thôn Ba Đình",
        "tỉnh Đoàn, xã Nông thôn mới",
        "huyện Sốp Bâu, tỉnh Hủa Phăn (Lào)",
        "tình hữu nghị, hòa bình",
    ],
)
def test_no_place(sentence):
    assert names(f"Tin vắn trong ngày\nNgày 3/5/2018, {sentence}.") == []


def test_former_units_are_left_out():
    text = "Tin vắn trong ngày\nNgày 3/9/2025, xã Trung Hạ, Thanh Hóa, thuộc huyện Quan Sơn (cũ), họp dân."
    assert names(text) == ["xã Trung Hạ", "Thanh Hóa"]


def test_a_ward_with_a_number_needs_its_district():
    text = "Tin vắn trong ngày\nNgày 3/5/2018, phường 12, TP.HCM tặng 15 phần quà."
    assert read(text) == [("Phường 12", "Hồ Chí Minh", None), ("Thành phố Hồ Chí Minh", "Hồ Chí Minh", "79")]


def test_each_unit_once_with_its_kind():
    text = "Ba Tri khánh thành cầu\nNgày 3/5/2018, huyện Ba Tri (Bến Tre) họp. Ba Tri vui mừng."
    assert names(text) == ["huyện Ba Tri", "Bến Tre"]
