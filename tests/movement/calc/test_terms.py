"""What a text is about: things, pairs, words; never a place."""

from hypothesis import given
from hypothesis import strategies as st

from gandan.movement.calc.terms import COMMON, PAIR, THING, listed, terms, tokens, without_places


def kept(text: str) -> list[str]:
    return [t.word if t else "·" for t in without_places(tokens(text))]


def test_a_place_is_taken_out_and_the_rest_stays():
    assert kept("rác ở phường Ninh Kiều bốc mùi") == ["rac", "o", "·", "·", "·", "boc", "mui"]
    assert kept("Khu phố 3 gom rác") == ["·", "·", "·", "gom", "rac"]
    assert kept("bà con Tân Long hiến đất") == ["ba", "con", "·", "·", "hien", "dat"]
    assert kept("đường hoa trước nhà") == ["duong", "hoa", "truoc", "nha"]  # no name follows
    assert kept("đẩy xe, Hội Nông dân góp") == ["day", "xe", "hoi", "nong", "dan", "gop"]  # an organisation is no place


def test_a_text_in_capitals_keeps_its_words():
    assert "·" not in kept("GOM RÁC BẰNG XE ĐẨY")


def test_things_pairs_and_words_weigh_less_and_less():
    found = terms("Chị em gom rác hằng tuần bằng xe đẩy")
    assert found["=thu_gom_rac"].weight == THING
    assert found["xe_day"].weight == PAIR
    assert found["=phu_nu"].weight == THING * COMMON
    assert "hang" not in found, "a silent word"
    assert found["xe_day"].weight > found["day"].weight


def test_two_ways_to_say_a_thing_are_one_term():
    assert "=ve_chai" in terms("bán phế liệu")
    assert "=ve_chai" in terms("tiền ve chai")
    assert "=ve_chai" in terms("BAN DONG NAT")


def test_a_single_word_means_what_it_is_written_as():
    assert "=thien_tai" in terms("mùa bão lớn")
    assert "=thien_tai" not in terms("xé bao rác")
    assert "=thien_tai" in terms("mua bao lon")


def test_a_sentence_ends_a_pair():
    assert "day_ban" not in terms("xe đẩy. Bán hàng")
    assert "day_ban" in terms("xe đẩy bán hàng")


def test_small_numbers_stay_in_pairs_and_large_ones_do_not():
    found = terms("5 không 3 sạch, 120 hộ")
    assert "3_sach" in found
    assert "120_ho" not in found


@given(st.text(max_size=200))
def test_whatever_is_written_has_terms_that_lie_in_it(text):
    from gandan.core.text import nfc

    for key, term in terms(text).items():
        assert 0 <= term.start < term.end <= len(nfc(text))
        assert term.weight > 0
        assert 0 < len(key) <= 80


def test_each_way_of_the_list_leads_to_one_thing():
    seen: dict[tuple[str, ...], str] = {}
    for ways in listed().starts.values():
        for way, key in ways:
            assert seen.setdefault(way, key) == key
