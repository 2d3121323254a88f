"""What is kept of what people type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.core.text import clean


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("A\x00B", "AB"),
        ("  Đối\u00a0thoại \t với\nbà con ", "Đối thoại với bà con"),
        ("\u200b\u200d\ufeff", ""),
        ("đảo\u202engược", "đảongược"),
        ("nửa\ud800chữ", "nửachữ"),
        ("\x01\x1f\x7f", ""),
        ("mềm\u00admại", "mềmmại"),
        ("Hòa".encode().decode(), "Hòa"),
        ("Ho\u0300a", "Hòa"),
        ("nhà 🏠 mới", "nhà 🏠 mới"),
    ],
)
def test_a_line(typed, kept):
    assert clean.line(typed) == kept


def test_lines_keep_paragraphs():
    assert clean.lines("một\r\n\x00\r\n\r\n\u200b\nhai \rba\n") == "một\n\nhai\nba"
    assert clean.lines("\u200b\n\x00") == ""


def test_a_feed_takes_what_is_left():
    assert clean.xml("một\x0b\nhai\ud800\x00") == "một\nhai"


@given(st.text(st.characters()))
def test_what_is_kept_is_kept_again_and_fits_a_database(text):
    for made in (clean.line, clean.lines):
        once = made(text)
        assert made(once) == once
        assert "\x00" not in once
        once.encode()
    assert "\n" not in clean.line(text)
