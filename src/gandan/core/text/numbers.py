"""Quantities in Vietnamese text: 2.071 is two thousand and seventy-one, 74,77 is a fraction, 7 tỉ đồng is 7,000,000,000 VND.

`find` gives every numeral with its unit converted (see `units_of_measure`), the bound the words before it set ("hơn", "gần", "khoảng"),
and both ends of a range. What a bare number counts, and whether it counts anything, is for the reader of the sentence to say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from gandan.core.text import numbers_units as units

_NUMERAL = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d])|\d{1,3}(?:,\d{3}){2,}(?!\d)|\d{1,3}(?: \d{3}){2,}(?!\d)|\d+(?:[.,]\d+)?)"
_DASH = r"(?:\s?[-–÷~]\s?|\s(?:đến|tới)\s)"
_FOUND = re.compile(
    rf"(?<![\w.,/-])(?P<a>{_NUMERAL})(?:(?P<dash>{_DASH})(?P<b>{_NUMERAL})|\s?/\s?(?P<of>{_NUMERAL})(?![/\d-]))?"
    rf"(?:\s*(?P<scale>{units.SCALE}))?(?:\s*(?P<unit>{units.UNIT}))?"
)
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_FOREIGN = re.compile(r"\d{1,3}(?:,\d{3}){2,}")
_BEFORE = re.compile(rf"(?:^|[^\w])(?P<word>{'|'.join(units.BOUNDS)})\s+(?:(?:là|tới|được|có|khoảng)\s+)?$", re.IGNORECASE)
_AFTER = re.compile(r"[^.;,]{0,25}?\btrở (?P<way>lên|xuống)\b")
_CODE = re.compile(r"[A-ZĐ]\w|[A-ZĐ]$|[a-zđ]\d")  # 3T2, 51A: digits inside a name
# "200 nghìn/suất", "mỗi suất 500 ngàn, …"
_PRICED = re.compile(r"\s?/\s?(?:suất|phần|người|hộ|em|cháu|tháng|năm|ngày|nhà|căn|con|kg|m2|m²|thẻ|lượt|khẩu|học sinh)\b")
_MONEY_BEFORE = re.compile(
    r"(?i)\b(?:trị giá|giá|mỗi suất|mỗi phần|mỗi hộ|mỗi người|mỗi em|hỗ trợ|số tiền|kinh phí|tiền|góp|ủng hộ|mức|thưởng"
    r"|chi|thu)\b[^,;.\d]*$"
)
_NOTHING_COUNTED = re.compile(r"\s*(?:[,.;:)…]|$)|\s+(?:để|cho|và|mỗi|trở|của|do|từ|đến)\b")
_LOOK_BACK = 28


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written, converted. `measure` is VND, kg, m2, m, percent or, for a bare number, an empty string."""

    start: int
    end: int
    value: Decimal
    measure: str = ""
    bound: str = "exact"
    written: str = ""
    scaled: bool = False  # a word such as "triệu" stands between the digits and the unit
    named: bool = False  # the unit itself is written, not only understood ("5 triệu" is money by habit)
    role: str = "alone"  # alone | low | high (ends of a range) | part | whole (8/10)


def parse(numeral: str) -> Decimal:
    """The value of digits in Vietnamese writing: dots group, a comma begins the fraction; a lone odd dot is a fraction as well."""
    digits = numeral.replace(" ", "")
    if _GROUPED.fullmatch(digits):
        return Decimal(digits.replace(".", "").replace(",", "."))
    if _FOREIGN.fullmatch(digits):
        return Decimal(digits.replace(",", ""))
    return Decimal(digits.replace(",", "."))


def vietnamese(value: Decimal | int | float) -> str:
    """A number as Vietnamese text writes it: 2071 to 2.071, 74.77 to 74,77."""
    plain = f"{Decimal(str(value)).normalize():,f}"
    return plain.translate(str.maketrans(",.", ".,"))


def find(text: str) -> list[Quantity]:
    """Every quantity in the text in order; "1 tỷ 200 triệu" is one."""
    found: list[Quantity] = []
    for match in _FOUND.finditer(text):
        if _CODE.match(text, match.end()):
            continue
        for quantity in _read(text, match):
            if found and _continues(text, found[-1], quantity):
                found[-1] = replace(
                    found[-1], end=quantity.end, value=found[-1].value + quantity.value, written=text[found[-1].start : quantity.end]
                )
            else:
                found.append(quantity)
    return found


def _read(text: str, match: re.Match[str]) -> Iterator[Quantity]:
    scale_word, unit_word = match["scale"], match["unit"]
    scale = units.scale(scale_word) if scale_word else Decimal(1)
    measure, factor = units.at(text, match.start("unit"))
    named = bool(unit_word)
    if not measure and scale >= units.MONEY_BY_HABIT and not units.COUNTED_IN_MILLIONS.match(text, match.end()):
        measure = "VND"
    if not measure and scale_word and _is_price(text, match):
        measure = "VND"
    bound = _bound(text, match)
    second = match["b"] or match["of"]
    written = match.group().strip()
    end = match.start() + len(written)
    base = Quantity(match.start(), end, Decimal(0), measure, bound, written, scale_word is not None, named)
    first_role = ("low" if match["b"] else "part") if second else "alone"
    yield replace(base, value=_value(match["a"], measure, scale_word) * scale * factor + _odd_metres(unit_word), role=first_role)
    if second:
        yield replace(base, value=_value(second, measure, scale_word) * scale * factor, role="high" if match["b"] else "whole")


def _is_price(text: str, match: re.Match[str]) -> bool:
    """ "200 nghìn/suất", "mỗi suất 500 ngàn, …": thousands without a unit are money where money is spoken of and nothing is counted."""
    if _PRICED.match(text, match.end()):
        return True
    spoken = _MONEY_BEFORE.search(text, max(0, match.start() - _LOOK_BACK), match.start())
    return spoken is not None and _NOTHING_COUNTED.match(text, match.end()) is not None


def _value(numeral: str, measure: str, scale_word: str | None) -> Decimal:
    """One comma and three digits ("1,250 hộ", "500,000 đồng") group thousands where a fraction makes no sense."""
    if measure in ("", "VND") and not scale_word and re.fullmatch(r"[1-9]\d{0,2},\d{3}", numeral):
        return Decimal(numeral.replace(",", ""))
    return parse(numeral)


def _odd_metres(unit_word: str | None) -> Decimal:
    """The fraction in "1m20" and "3m5"."""
    odd = units.ODD_METRES.fullmatch(unit_word or "")
    return Decimal(f"0.{odd[1]}") if odd else Decimal(0)


def _bound(text: str, match: re.Match[str]) -> str:
    before = _BEFORE.search(text, max(0, match.start() - _LOOK_BACK), match.start())
    if before:
        return units.BOUNDS[" ".join(before["word"].lower().split())]
    after = _AFTER.match(text, match.end())
    if after:
        return "over" if after["way"] == "lên" else "under"
    return "exact"


def _continues(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether "200 triệu" goes on after "1 tỷ"."""
    return (
        first.scaled
        and not first.named
        and first.measure == second.measure == "VND"
        and second.role == first.role == "alone"
        and second.value < first.value
        and text[first.end : second.start].strip(" ") == ""
    )
