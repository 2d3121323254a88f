"""Telephone numbers, however written."""

import pytest

from gandan.notices.calc.numbers import international, shown


@pytest.mark.parametrize("written", ["0912345678", "0912 345 678", "+84 912.345.678", "84912345678", "0084912345678", "(091) 234-5678"])
def test_one_form(written):
    assert international(written) == "+84912345678"


@pytest.mark.parametrize("written", ["912345678", "09123456789", "một hai ba", ""])
def test_what_is_none_is_not_made_one(written):
    assert not international(written).startswith("+84")


def test_only_the_last_digits_are_shown():
    assert shown("+84912345678").endswith("678")
    assert "91234" not in shown("+84912345678")
