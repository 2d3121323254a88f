"""Places by the spelling of their names."""

from datetime import date

import pytest

from gandan.ingest.atlas import Atlas, key


@pytest.fixture(scope="module")
def atlas():
    return Atlas.load()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bà Rịa-Vũng Tàu", "Bà Rịa – Vũng Tàu"),
        ("Thanh Hoá", "Thanh Hóa"),
        ("Mĩ Tho", "Mỹ Tho"),
        ("Đăk Lăk", "Đắk Lắk"),
        ("Ea H’leo", "Ea H'Leo"),
        ("03", "3"),
        ("Qui Nhơn", "Quy Nhơn"),
    ],
)
def test_spellings_of_one_name(one, other):
    assert key(one) == key(other)


def test_letters_that_tell_names_apart_stay():
    assert key("Thủy Nguyên") != key("Thái Nguyên")
    assert key("Quảng Nam") != key("Quảng Ninh")


def test_every_earlier_unit_has_ended_and_its_heirs_are_known(atlas):
    earlier = [spot for spot in atlas.everything() if spot.unit is None]
    assert len(earlier) >= 25
    for spot in earlier:
        assert spot.valid_to is not None
        assert spot.valid_to < date(2025, 6, 30)
        assert len(atlas.heirs(spot)) == len(spot.heir.split(" + ")), spot.full
        assert atlas.today(spot), spot.full


def test_a_place_in_front_of_a_name(atlas):
    assert atlas.place_prefix("Hà Giang Đặng Quốc Khánh".split()) == 2
    assert atlas.place_prefix("Trần Văn An".split()) == 0
