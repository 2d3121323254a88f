"""Spelling: what is stored keeps its letters; what is compared forgets keyboards and accents."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.core.text import fold, nfc, sort_key, tone_key
from gandan.core.text.syllables import ONSETS, RIMES, TONES, is_syllable

MARKS = "\u0300\u0301\u0309\u0303\u0323"
OPEN = {"oa": "oa", "oe": "oe", "uy": "uy"}
syllables = st.builds(lambda o, r: o + r, st.sampled_from(("", *ONSETS)), st.sampled_from(RIMES))


def toned(syllable: str, letter: int, mark: str) -> str:
    return nfc(syllable[: letter + 1] + mark + syllable[letter + 1 :])


@given(st.text())
def test_nfc_is_done_once(text):
    assert nfc(nfc(text)) == nfc(text)
    assert unicodedata.is_normalized("NFC", nfc(text))


@given(st.text())
@pytest.mark.parametrize("key", [fold, tone_key], ids=["fold", "tone_key"])
def test_keys_of_keys_are_themselves(key, text):
    assert key(key(text)) == key(text)


@given(st.text(alphabet=st.sampled_from("aăâeêioôơuưyđbcdghknpqtAĂĐòóọùúụềắ \u00a0\u200b\u00d0" + MARKS)))
def test_composed_and_decomposed_input_are_the_same(text):
    apart = unicodedata.normalize("NFD", text)
    assert nfc(apart) == nfc(text)
    assert fold(apart) == fold(text)
    assert tone_key(apart) == tone_key(text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hòa", "hoà"),
        ("HÒA", "HOÀ"),
        ("Hóa", "Hoá"),
        ("khỏe", "khoẻ"),
        ("lòe", "loè"),
        ("ủy", "uỷ"),
        ("Thủy", "Thuỷ"),
        ("THỦY", "thuỷ"),
        ("tùy", "tuỳ"),
        ("lũy", "luỹ"),
        ("thụy", "thuỵ"),
        ("qúy", "quý"),
        ("qủa", "quả"),
        ("gía", "giá"),
        ("Ủy ban Hòa Bình", "Uỷ ban Hoà Bình"),
    ],
)
def test_both_placements_have_one_key(old, new):
    assert tone_key(old) == tone_key(new)


@pytest.mark.parametrize(
    "one", ["quý", "giá", "già", "thuở", "hoàn", "toán", "xoài", "ngoéo", "huỳnh", "khuỷu", "của", "mùa", "lúa", "kìa", "đìa", "gịa"]
)
def test_what_has_one_spelling_keeps_it(one):
    assert tone_key(one) == one


@given(
    st.sampled_from([o for o in ONSETS if o not in ("qu", "gi", "q")]), st.sampled_from(sorted(OPEN)), st.sampled_from(MARKS), st.booleans()
)
def test_open_syllables_of_the_whole_inventory(onset, rime, mark, loud):
    old, new = (toned(onset + rime, len(onset) + i, mark) for i in (0, 1))
    if loud:
        old = old.upper()
    assert tone_key(old) == tone_key(new) == new


@given(syllables, st.sampled_from(MARKS))
def test_different_tones_stay_different(syllable, mark):
    last = max(i for i, c in enumerate(syllable) if any(c == row[0] for row in TONES))
    others = {tone_key(toned(syllable, last, m)) for m in MARKS} | {tone_key(syllable)}
    assert len(others) == 6
    assert tone_key(toned(syllable, last, mark)) in others


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Ðà Nẵng", "da nang"),
        ("ĐẶNG THỊ ƯỚC", "dang thi uoc"),
        ("xã\u00a0 Bình\u200b  Hàng\tTây\n", "xa binh hang tay"),
        ("ð", "d"),
        ("Mặt trận\u00adTổ quốc", "mat tranto quoc"),
        ("H\u2019Mông 2.000m²", "h\u2019mong 2.000m2"),
    ],
)
def test_fold_is_what_a_hurried_person_types(typed, folded):
    assert fold(typed) == folded


def test_nfc_turns_eth_and_hard_spaces_but_drops_nothing():
    assert nfc("Ðảng\u00a0bộ\u200b") == "Đảng bộ\u200b"
    already = "Đồng chí Võ Kim Thoa dự họp."
    assert nfc(already) == already


def test_sort_key_orders_as_a_dictionary():
    words = ["Đà Nẵng", "Cần Thơ", "An Giang", "Ân Thi", "Ăn", "Dân", "Bình", "ba", "bà", "bá", "bạ"]
    assert sorted(words, key=sort_key) == ["An Giang", "Ăn", "Ân Thi", "ba", "bà", "bá", "bạ", "Bình", "Cần Thơ", "Dân", "Đà Nẵng"]
    assert sort_key(unicodedata.normalize("NFD", "Đà Nẵng")) == sort_key("Ðà\u00a0Nẵng")


@pytest.mark.parametrize("word", "quốc quýt quỳnh gì gìn giếng giặt nghiêng khuya thuở loong oanh yêu uỷ khuỷu ngoằng đuểnh".split())
def test_real_syllables_are_allowed(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", "§¶ng nh©n d©n ®ång cña ñaïi hoäi straw Francisco hòá".split())
def test_other_letters_are_not(word):
    assert not is_syllable(word)
