"""Numbers however they are typed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.core.text import fold
from gandan.directives.numbers import KINDS, Form, Number, kind_of, parse, spellings

ONE = [
    "290-QĐ/TW",
    "Quyết định số 290 - QÐ/TW",  # the letter eth, as it is seen in newspapers
    "Quyết định số 290-QĐ/TW ngày 25 tháng 2 năm 2010 của Bộ Chính trị",
    "quyet dinh so 290-qd/tw",
    "QUYẾT ĐỊNH SỐ 290-QĐ/TW",
    "290/QĐ-TW",
    "290/QĐ/TW",
    "290 QD TW",
    "qd 290 tw",
    "QĐ 290-QĐ/TW",
    "290 – QĐ / TW",
    "290−QĐ∕TW",
    "290\u00a0-\u00a0QĐ/TW",
    "290QĐ/TW",
    "290qdtw",
    "290.QD.TW",
    "số: 290-QĐ/TW",
    "0290-QĐ/TW",
    "Quyết định 290 TW",
    "“290-QĐ/TW”,",
    "290-QĐ/TW, 25/2/2010",
    "290-QĐ/TW 25/02/2010",
]


@pytest.mark.parametrize("typed", ONE)
def test_one_number_in_many_spellings(typed):
    number = parse(typed)
    assert number is not None
    assert number.text == "290-QĐ/TW"
    assert number.key == "290-qđ-tw"
    assert number.plain == "290-qd-tw"
    assert number.form is Form.PARTY


@pytest.mark.parametrize(
    ("typed", "written", "form", "year", "kind"),
    [
        ("05/BC-UBND", "05/BC-UBND", "state", None, "Báo cáo"),
        ("5-bc-ubnd", "05/BC-UBND", "state", None, "Báo cáo"),
        ("16/CT-TTg", "16/CT-TTg", "state", None, "Chỉ thị"),
        ("ct 16 ttg", "16/CT-TTg", "state", None, "Chỉ thị"),
        ("59/2023/NĐ-CP", "59/2023/NĐ-CP", "state", 2023, "Nghị định"),
        ("nd 59 2023 cp", "59/2023/NĐ-CP", "state", 2023, "Nghị định"),
        ("202/2025/QH15", "202/2025/QH15", "state", 2025, ""),
        ("Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH 15", "10/2022/QH15", "state", 2022, ""),
        ("10/2022/qh15", "10/2022/QH15", "state", 2022, ""),
        ("817/QĐ-UBND-HC", "817/QĐ-UBND-HC", "state", None, "Quyết định"),
        ("22/2026/TT-TTCP", "22/2026/TT-TTCP", "state", 2026, "Thông tư"),
        ("01/2014/TTLT-TTCP-BNV", "01/2014/TTLT-TTCP-BNV", "state", 2014, "Thông tư liên tịch"),
        ("1014/NQ-UBTVQH15", "1014/NQ-UBTVQH15", "state", None, "Nghị quyết"),
        ("249/MTTQ-BTT", "249/MTTQ-BTT", "state", None, ""),
        ("11-QĐi/TW", "11-QĐi/TW", "party", None, "Quy định"),
        ("11 qdi tw", "11-QĐi/TW", "party", None, "Quy định"),
        ("31-CTr/BDVTU-BCSĐUBND", "31-CTr/BDVTU-BCSĐUBND", "party", None, "Chương trình"),
        ("5-HD/VPTW", "05-HD/VPTW", "party", None, "Hướng dẫn"),
        ("005-HD/VPTW", "05-HD/VPTW", "party", None, "Hướng dẫn"),
        ("hd 5 vptw", "05-HD/VPTW", "party", None, "Hướng dẫn"),
        ("07-ĐA/TU", "07-ĐA/TU", "party", None, "Đề án"),
        ("7 da tu", "07-ĐA/TU", "party", None, "Đề án"),
        ("12 nq du", "12-NQ/ĐU", "party", None, "Nghị quyết"),
        ("12a-NQ/ĐU", "12a-NQ/ĐU", "party", None, "Nghị quyết"),
        ("07-BC/DV", "07-BC/DV", "party", None, "Báo cáo"),
        ("KL 226-KL/TW", "226-KL/TW", "party", None, "Kết luận"),
        ("Hướng dẫn số 02", "02", "other", None, "Hướng dẫn"),
        ("290", "290", "other", None, ""),
    ],
)
def test_each_norm_is_written_as_it_is(typed, written, form, year, kind):
    number = parse(typed)
    assert number is not None
    assert (number.text, str(number.form), number.year) == (written, form, year)
    assert kind_of(number.code, party=number.form is Form.PARTY) == kind


@pytest.mark.parametrize(
    "typed", ["", " ", "số", "Quyết định", "xin chào bà con", "0", "---", "QĐ/TW", "12 con gà; 290-QĐ/TW", "1234567-QĐ/TW", "a" * 9999]
)
def test_what_is_no_number(typed):
    assert parse(typed) is None


def test_two_kinds_with_like_codes_are_two_numbers():
    assert parse("11-QĐi/TW").key != parse("11-QĐ/TW").key
    assert parse("07-ĐA/TU").key != parse("07-DA/TU").key
    assert parse("07-ĐA/TU").plain == parse("07-DA/TU").plain


def test_bare_digits_are_told_apart_by_their_kind():
    assert parse("Hướng dẫn số 02").key == "2-hd"
    assert parse("Hướng dẫn số 02").is_bare
    assert not parse("02-HD/VPTW").is_bare


CODES = sorted({k.code for k in KINDS if k.code})
STATE = ["UBND", "CP", "TTg", "HĐND", "MTTQ", "UBND-HC", "TTCP", "UBND-VX"]
PARTY = ["TW", "TU", "HU", "ĐU", "VPTW", "BDVTU", "BDVTU-BCSĐUBND", "BTGDVTU"]
serials = st.integers(1, 99999).map(str)
state_numbers = st.builds(
    lambda s, c, i, y: Number(s, c, i, y, Form.STATE),
    serials,
    st.sampled_from(CODES),
    st.sampled_from(STATE),
    st.none() | st.integers(1946, 2090),
)
party_numbers = st.builds(lambda s, c, i: Number(s, c, i, None, Form.PARTY), serials, st.sampled_from(CODES), st.sampled_from(PARTY))
laws = st.builds(lambda s, y, q: Number(s, "", f"QH{q}", y, Form.STATE), serials, st.integers(1992, 2090), st.integers(9, 20))
any_number = st.one_of(state_numbers, party_numbers, laws)


@given(any_number)
def test_what_is_written_is_read(number):
    assert parse(number.text) == number


@given(any_number, st.data())
def test_any_spelling_is_read(number, data):
    text = number.text
    dash, gap = data.draw(st.sampled_from(["-", "–", "—", " - ", "\u00a0-\u00a0"])), data.draw(st.sampled_from(["", " ", "\u00a0"]))
    text = text.replace("-", dash).replace("/", f"{gap}/{gap}")
    if data.draw(st.booleans()):
        text = text.replace("Đ", "Ð")
    if data.draw(st.booleans()):
        text = "0" + text
    if data.draw(st.booleans()):
        text = f"số {text}"
    if data.draw(st.booleans()):
        text = f"{text}, ngày 25/2/2010"
    assert parse(text) == number


@given(any_number, st.sampled_from([" ", "-", "/", "."]))
def test_without_accents_and_with_any_sign_it_is_found(number, sign):
    """Which of two kinds with one plain code was meant cannot be told, so what is compared is the plain key."""
    typed = re.sub(r"[-/]", sign, fold(number.text))
    assert parse(typed).plain == number.plain


@given(st.text(max_size=60))
def test_nothing_that_is_typed_breaks_it(text):
    number = parse(text)
    assert number is None or parse(number.text) is not None


@given(any_number)
def test_every_spelling_for_the_search_begins_with_the_norm(number):
    found = spellings(number)
    assert found[0] == number.text
    assert number.serial in found
    assert len(set(found)) == len(found)
