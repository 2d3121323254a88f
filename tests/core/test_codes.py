"""Codes on paper: read in any spelling, wrong ones found before anybody is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.core import codes

CODE = st.lists(st.integers(0, 31), min_size=11, max_size=11).map(
    lambda values: "".join(codes.ALPHABET[v] for v in (*values, codes.check(values)))
)


def test_a_code_has_twelve_symbols_of_crockford_and_reads_itself():
    made = {codes.new() for _ in range(200)}
    assert len(made) == 200
    for code in made:
        assert len(code) == codes.LENGTH == 12
        assert not set(code) & set("ILOU")
        assert codes.read(code) == code


@given(CODE)
def test_any_spelling_is_read(code):
    shown = codes.shown(code)
    assert len(shown) == 14
    letters = code.lower().replace("0", "o").replace("1", "l")
    for typed in (shown, shown.lower(), f" {shown.replace('-', ' – ')}\n", letters, code.replace("1", "I")):
        assert codes.read(typed) == code


@given(CODE, st.integers(0, 11), st.sampled_from(codes.ALPHABET))
def test_every_wrong_symbol_is_found(code, place, other):
    wrong = code[:place] + other + code[place + 1 :]
    assert (codes.read(wrong) is None) == (wrong != code)


@given(CODE, st.integers(0, 11), st.integers(0, 11))
def test_every_two_symbols_exchanged_are_found(code, one, two):
    letters = list(code)
    letters[one], letters[two] = letters[two], letters[one]
    wrong = "".join(letters)
    assert (codes.read(wrong) is None) == (wrong != code)


@pytest.mark.parametrize("typed", ["", "ABC", "U" * 12, "0" * 13, "không phải mã", "0" * 11 + "!"])
def test_what_can_be_no_code(typed):
    assert codes.read(typed) is None


def test_the_digest_is_keyed_and_keeps_rooms_apart(settings):
    code = codes.new()
    one = codes.digest(code, purpose="commitments")
    assert (len(one), code in one) == (64, False)
    assert one == codes.digest(code, purpose="commitments") != codes.digest(code, purpose="opinions")
    settings.SECRET_KEY = "another key of the tests, longer than it needs to be"
    assert codes.digest(code, purpose="commitments") != one
