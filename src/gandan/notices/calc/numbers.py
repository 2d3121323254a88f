"""Telephone numbers as people write them, in the one form that gateways take."""

import re

MOBILE = re.compile(r"\+84[35789]\d{8}")


def international(written: str) -> str:
    """0912 345 678, 84912345678 and +84 912.345.678 become +84912345678; anything else loses only spaces and dots."""
    digits = re.sub(r"[\s.()-]", "", written)
    if digits.startswith("00"):
        digits = "+" + digits[2:]
    if re.fullmatch(r"84\d{9}", digits):
        return "+" + digits
    return "+84" + digits[1:] if re.fullmatch(r"0\d{9}", digits) else digits


def is_mobile(written: str) -> bool:
    """Whether a text message gets there."""
    return MOBILE.fullmatch(international(written)) is not None


def shown(number: str) -> str:
    """The last three digits, for its owner to recognise."""
    return "••• ••• " + number[-3:]
