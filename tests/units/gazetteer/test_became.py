"""Real cases of July 2025."""

from datetime import date

import pytest

from gandan.units.gazetteer import Gazetteer

OLD = date(2025, 6, 30)


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return Gazetteer.load()


def today(places, name, **more):
    return {b.place.full_name for b in places.became(places.find(name, on=OLD, **more)[0].place)}


def test_xuan_khanh_with_tan_an_and_thoi_binh(places):
    (became,) = places.became(places.find("phường Xuân Khánh, quận Ninh Kiều", on=OLD)[0].place)
    assert (became.place.full_name, became.place.code, became.share, became.basis) == ("Phường Ninh Kiều", "31135", 1, "whole")
    assert {b.place.name for b in places.came_from(became.place)} == {"Xuân Khánh", "Tân An", "Thới Bình"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("tỉnh Quảng Nam", {"Thành phố Đà Nẵng"}), ("thành phố Đà Nẵng", {"Thành phố Đà Nẵng"}),
        ("huyện Côn Đảo", {"Đặc khu Côn Đảo"}), ("huyện Hoàng Sa", {"Đặc khu Hoàng Sa"}), ("huyện Bạch Long Vĩ", {"Đặc khu Bạch Long Vĩ"}),
        ("xã Thổ Châu", {"Đặc khu Thổ Châu"}), ("tỉnh Hậu Giang", {"Thành phố Cần Thơ"}),
        ("quận Ninh Kiều", {"Phường Ninh Kiều", "Phường Cái Khế", "Phường Tân An", "Phường An Bình"}),
    ],
)  # fmt: skip
def test_became(places, name, expected):
    assert today(places, name) == expected


def test_hue_went_on(places):
    city = places.find("thành phố Huế", level="province")[0].place
    assert (city.valid_from, city.valid_to, places.came_from(city)) == (None, None, [])
    assert [b.place for b in places.became(city)] == [city]


def test_thu_duc_was_a_city_in_a_city(places):
    city = places.find("thành phố Thủ Đức", on=OLD)[0].place
    assert (city.level, city.code) == ("district", "769")
    assert "Phường Thủ Đức" in {b.place.full_name for b in places.became(city)}
    assert {b.share for b in places.became(city)} == {None}


def test_a_divided_commune(places):
    hoa_lien = places.find("xã Hòa Liên, huyện Hòa Vang", on=OLD)[0].place
    parts = places.became(hoa_lien)
    assert {b.place.name: b.main for b in parts} == {"Liên Chiểu": True, "Hải Vân": False}
    assert sum(b.share for b in parts) == 1
    assert {b.basis for b in parts} == {"estimate"}


def test_a_code_given_to_another_unit(places):
    assert places.by_code("00004", OLD).full_name == "Phường Trúc Bạch"
    assert places.by_code("00004").full_name == "Phường Ba Đình"


def test_a_commune_left_alone_only_changed_its_parent(places):
    (old,) = [p for p in places.tree(OLD, "commune") if p.code == "24221"]
    (became,) = places.became(old)
    assert became.place.key == old.key
    assert (old.full_name, became.place.full_name) == ("Xã Ia RVê", "Xã Ia Rvê")
    assert [places.times[p.parent][-1].level for p in places.times[old.key]] == ["district", "province"]


def test_until_an_earlier_day_it_is_itself(places):
    old = places.find("phường Xuân Khánh, quận Ninh Kiều", on=OLD)[0].place
    assert [b.place for b in places.became(old, until=OLD)] == [old]
