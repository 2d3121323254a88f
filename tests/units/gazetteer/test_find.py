"""Names as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.core.text import fold
from gandan.units.gazetteer import Gazetteer

OLD = date(2025, 6, 30)
PLACES = Gazetteer.load()


@pytest.mark.parametrize(
    ("text", "name", "province"),
    [
        ("phường Xuân Khánh, quận Ninh Kiều", "Phường Xuân Khánh", "Cần Thơ"),
        ("P. Xuan Khanh, Q.Ninh Kieu, TP Cần Thơ", "Phường Xuân Khánh", "Cần Thơ"),
        ("phường Xuân Khánh quận Ninh Kiều thành phố Cần Thơ", "Phường Xuân Khánh", "Cần Thơ"),
        ("xuan khanh ninh kieu", "Phường Xuân Khánh", "Cần Thơ"),
        ("XUÂN KHÁNH, NINH KIỀU", "Phường Xuân Khánh", "Cần Thơ"),
        ("P.1, Q.3", "Phường 1", "Hồ Chí Minh"),
        ("P1, Q3", "Phường 1", "Hồ Chí Minh"),
        ("phường 01, quận 03", "Phường 1", "Hồ Chí Minh"),
        ("TP.HCM", "Thành phố Hồ Chí Minh", "Hồ Chí Minh"),
        ("tphcm", "Thành phố Hồ Chí Minh", "Hồ Chí Minh"),
        ("q1", "Quận 1", "Hồ Chí Minh"),
        ("tx. Kỳ Anh", "Thị xã Kỳ Anh", "Hà Tĩnh"),
        ("TT. Trường Sa, Khánh Hòa", "Thị trấn Trường Sa", "Khánh Hòa"),
        ("phường Quán Toan", "Phường Quán Toan", "Hải Phòng"),
        ("quan toan", "Phường Quán Toan", "Hải Phòng"),
        ("Buôn Mê Thuột", "Phường Buôn Ma Thuột", "Đắk Lắk"),
        ("buon ma thout", "Phường Buôn Ma Thuột", "Đắk Lắk"),
        ("ea hleo", "Xã Ea H'Leo", "Đắk Lắk"),
        ("tỉnh Thừa Thiên Huế", "Thành phố Huế", "Huế"),
        ("Ba Ria Vung Tau", "Tỉnh Bà Rịa - Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("xã Tân Thạnh, Sóc Trăng", "Xã Tân Thạnh", "Sóc Trăng"),
        ("31135", "Phường Ninh Kiều", "Cần Thơ"),
    ],
)
def test_first_answer(text, name, province):
    best = PLACES.find(text)[0].place
    assert (best.full_name, PLACES.province(best).name) == (name, province)


@pytest.mark.parametrize("text", ["Hòa An, Cao Bằng", "Hoà An, Cao Bằng", "hoa an, cao bang"])
def test_both_tone_placements(text):
    assert PLACES.find(text, level="commune")[0].place.code == "01654"


def test_accents_decide_between_namesakes():
    assert PLACES.find("Cẩm Giàng", level="commune", province="Hải Phòng")[0].place.code == "10903"
    assert PLACES.find("Cẩm Giang", level="commune", province="Hải Phòng")[0].place.code == "10888"


def test_on_a_day_only_what_was():
    assert [h.place.full_name for h in PLACES.find("ninh kiều", on=OLD)] == ["Quận Ninh Kiều"]
    assert [h.place.full_name for h in PLACES.find("ninh kiều", on=date(2025, 7, 1))] == ["Phường Ninh Kiều"]


def test_a_place_around_it_that_is_wrong_finds_nothing():
    assert PLACES.find("phường Xuân Khánh, tỉnh Cà Mau") == []


def test_the_new_province_leads_to_the_old_ward():
    assert PLACES.find("phường Nghĩa Lộ, thành phố Quảng Ngãi, Quảng Ngãi", on=OLD)[0].place.name == "Nghĩa Lộ"
    assert PLACES.find("thị trấn Vĩnh Thạnh, Gia Lai", on=OLD)[0].place.full_name == "Thị trấn Vĩnh Thạnh"


def test_a_part_of_a_name_and_the_limit():
    hits = PLACES.find("khánh", limit=7)
    assert len(hits) == 7
    assert {h.how for h in PLACES.find("xuân khá", level="commune")[:3]} == {"prefix"}


@pytest.mark.parametrize("text", ["", "   ", ",", "zzzzzz", "?", "(", "Ω", "," * 500, "p.", "x" * 5000])
def test_nothing_is_an_answer_too(text):
    assert PLACES.find(text) == []


@given(st.text(max_size=40))
def test_any_text_is_answered(text):
    assert len(PLACES.find(text, limit=5)) <= 5


@given(st.sampled_from(PLACES.tree(OLD)))
def test_each_unit_is_found_by_its_own_full_name(place):
    around = ", ".join(p.full_name for p in PLACES.ancestors(place, OLD))
    for text in (f"{place.full_name}, {around}", fold(f"{place.full_name}, {around}")):
        assert place.key in {h.place.key for h in PLACES.find(text, on=OLD, limit=3)}


@given(st.sampled_from([p for p in PLACES.tree(OLD, "commune") if len(p.name) >= 7 and p.name.isalpha()]), st.integers(0, 5))
def test_one_letter_missing(place, at):
    province = PLACES.province(place, OLD).name
    short = fold(place.name)[:at] + fold(place.name)[at + 1 :]
    found = PLACES.find(f"{short}, {province}", on=OLD, level="commune", limit=50)
    assert place.key in {h.place.key for h in found} or any(h.how in ("exact", "fold") for h in found)
