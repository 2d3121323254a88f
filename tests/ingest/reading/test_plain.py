"""Plain text in every alphabet a Vietnamese office still has on a disk: converted to the same letters, or refused clearly."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples.reading.make import old

from gandan.core.text import nfc
from gandan.ingest.reading import Unreadable, read
from gandan.ingest.reading.legacy import restore

SAMPLES = Path(__file__).parents[3] / "samples" / "reading"
TEXT = (SAMPLES / "tin-truong-xuan.txt").read_text(encoding="utf-8")
SMALL = TEXT.replace("Ủ", "ủ")  # TCVN3 has no accented capitals


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_in_all_its_forms(encoding):
    answer = read(TEXT.encode(encoding), name="bai.txt")
    assert answer.text == TEXT
    assert answer.converted_from == ""


@pytest.mark.parametrize(("alphabet", "expected"), [("tcvn3", SMALL), ("vni", TEXT)])
def test_alphabets_of_old_fonts(alphabet, expected):
    answer = read(old(TEXT, alphabet), name="cu.txt")
    assert answer.converted_from == alphabet
    assert answer.text == expected


@pytest.mark.parametrize(("alphabet", "expected"), [("tcvn3", SMALL), ("vni", TEXT)])
def test_old_letters_pasted_into_a_unicode_file(alphabet, expected):
    pasted = old(TEXT, alphabet).decode("cp1252").encode("utf-8")
    assert read(pasted).text == expected


def test_windows_1258():
    marks = "\u0300\u0301\u0309\u0303\u0323"
    raw = b""
    for letter in TEXT:
        try:
            raw += letter.encode("cp1258")
        except UnicodeEncodeError:
            apart = unicodedata.normalize("NFD", letter)
            base = unicodedata.normalize("NFC", "".join(c for c in apart if c not in marks))
            raw += (base + "".join(c for c in apart if c in marks)).encode("cp1258")
    assert read(raw).text == TEXT


@pytest.mark.parametrize(
    "good",
    [
        "Hà Nội, ngày 5/9",
        "Cà Mau, Quý Sửu, Hà Tĩnh",
        "Toà án",
        "Lê Là Là",
        "café à la carte",
        "El señor Muñoz bebió café en la montaña de España.",
        "Ông Nguyễn Văn An ở ấp 4 góp 2 công.",
        "Die Straße ist für Fußgänger geöffnet, schöne Grüße",
        "Plain English about a commune.",
        "½ km²",
    ],
)
def test_good_unicode_is_never_touched(good):
    assert restore(good) == (good, "")
    assert read(good.encode()).text == nfc(good)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=60))
def test_any_unicode_line_beside_vietnamese_stays(line):
    text = "Đồng bào các xã, phường đã góp đất, góp công làm đường. " * 3 + line
    assert restore(text) == (text, "")


def test_hard_spaces_eth_and_decomposed_letters_become_one_spelling():
    assert read(unicodedata.normalize("NFD", "Ðảng\u00a0bộ xã\r\nBình Hòa").encode()).text == "Đảng bộ xã\nBình Hòa"


def test_a_file_cut_in_the_middle_of_a_letter_is_read():
    raw = TEXT.encode()
    assert read(raw[: raw.index("ủ".encode()) + 1]).text.startswith("Tháp Mười")


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "Tệp trống"),
        (b" \r\n\t ", "Tệp trống"),
        ("\ufeff".encode("utf-16"), "không có chữ"),
        (b"12345 67/89 ---", "không có chữ"),
        (bytes(range(256)) * 40, "không phải văn bản"),
        (b"\x7fELF\x02\x01\x01" + bytes(200), "không phải văn bản"),
        (TEXT.encode("utf-16")[:302] + b"\x00\xd8a\x00", "bị hỏng"),
        ("El señor Muñoz bebió café en la montaña española".encode("latin-1"), "bảng mã"),
        (b"x" * (20 * 1024 * 1024 + 1), "quá mức 20 MB"),
        (("Dân vận khéo. " * 40_000).encode(), "quá mức 400.000"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence(raw, sentence):
    with pytest.raises(Unreadable, match=sentence) as refused:
        read(raw, name="tep.txt")
    assert "Xin " in refused.value.sentence
