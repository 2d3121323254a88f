"""Days in Vietnamese text, in all usual spellings.

18/6/2024, 18-6-2024, 18.6.2024, 2024-06-18, ngày 25 tháng 2 năm 2010, mùng 3 tháng 2 năm 1930, ngày 18-6 (no year), tháng 12-2021 (no day),
and several days that share a month: "ngày 12 và 13/6/2024", "từ ngày 5 đến ngày 7 tháng 9".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_D = r"(?:0?[1-9]|[12]\d|3[01])"
_M = r"(?:0?[1-9]|1[0-2])"
_Y = r"(?:1[89]\d\d|2[01]\d\d)"  # years that official text speaks of
_EDGE = r"(?<![\w/.,-])"
_END = r"(?![\w/-]|[.,]\d)"
_JOIN = r"\s?(?:,|;|và|đến|tới|-|–|&)\s?(?:(?:hết\s)?ngày\s)?"
_PATTERNS = re.compile(
    rf"{_EDGE}(?P<iy>{_Y})-(?P<im>{_M})-(?P<id>{_D}){_END}"
    rf"|(?<![\w/.,])(?P<d>{_D})(?P<sep>\s?[/.-]\s?)(?P<m>{_M})(?P=sep)(?P<y>{_Y}|[0-4]\d(?=\D|$))(?![\w/]|[.,-]\d)"
    rf"|(?<![\w/.,])(?P<wd>{_D})\s+(?i:th[aá]ng)\s+(?P<wm>{_M}|\w+)(?:\s*,?\s*(?i:năm)\s+(?P<wy>{_Y})|\s*[,/-]?\s*(?P<wy2>{_Y}))?{_END}"
    rf"|\b(?i:ngày|mùng|mồng|sáng|chiều|tối|trưa|đêm|hôm|thứ\s\w+,?|chủ\snhật,?)\s+\(?(?:(?:ngày|mùng|mồng)\s+)?(?:{_D}(?:/{_M})?{_JOIN}){{0,6}}"
    rf"(?P<pd>{_D})\s?[/.-]\s?(?P<pm>{_M}){_END}(?!{_JOIN}{_D}[/-]{_M})"
    rf"|\b(?i:tháng)\s+(?P<mm>{_M})(?:\s?[/-]\s?|\s+năm\s+)(?P<my>{_Y}){_END}"
    rf"|{_EDGE}(?P<bm>{_M})[/-](?P<by>{_Y}){_END}"
    rf"|(?<=\()(?P<hd>{_D})[/-](?P<hm>{_M})(?=\))"
)
_DIGIT = re.compile(r"\d")
_LEAD = re.compile(rf"(?i:ngày|sáng|chiều|tối|hôm|đêm|trưa)\s+((?:{_D}(?:/{_M})?{_JOIN}){{1,6}})$")
_LED = re.compile(rf"({_D})(?:/({_M}))?(?!\d)")
_MONTHS = {
    "một": 1, "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9, "mười": 10, "chạp": 12,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date as written: what the text leaves out is None; `start` and `end` are offsets."""

    start: int
    end: int
    year: int | None
    month: int
    dom: int | None

    @property
    def day(self) -> date | None:
        """The calendar day, where the text gives all of it and it exists."""
        return None if self.year is None else self.in_year(self.year)

    def in_year(self, year: int) -> date | None:
        """The calendar day in a given year; None for a month alone or a day that year does not have."""
        try:
            return date(year, self.month, self.dom) if self.dom else None
        except ValueError:
            return None


def find(text: str) -> list[FoundDate]:
    """Every date in the text, in order; a day that does not exist (31/2) is not a date."""
    if not _DIGIT.search(text):
        return []
    return [found for match in _PATTERNS.finditer(text) for found in _read(match) if _exists(found)]


def _exists(found: FoundDate) -> bool:
    return found.dom is None or found.in_year(found.year or 2024) is not None


def _read(match: re.Match[str]) -> Iterator[FoundDate]:
    part = match.groupdict()
    start, end = match.start("pd") if match["pd"] else match.start(), match.end()
    if part["iy"]:
        yield FoundDate(start, end, int(part["iy"]), int(part["im"]), int(part["id"]))
        return
    dom = part["d"] or part["wd"] or part["pd"] or part["hd"]
    month = _month(part["m"] or part["wm"] or part["pm"] or part["mm"] or part["bm"] or part["hm"])
    written = part["y"] or part["wy"] or part["wy2"] or part["my"] or part["by"]
    year = (int(written) + (2000 if len(written) == 2 else 0)) if written else None
    if month is None:
        return
    lead = _LEAD.search(match.string, max(0, start - 60), start) if dom else None
    if lead:
        for led in _LED.finditer(lead[1]):
            yield FoundDate(lead.start(1), end, year, int(led[2] or month), int(led[1]))
    yield FoundDate(start, end, year, month, int(dom) if dom else None)


def _month(written: str) -> int | None:
    return int(written) if written.isdigit() else _MONTHS.get(written.lower())
