"""The date a page shows as its own.

A date line with a clock time, or after "Cập nhật", was written by whoever published. A bare date line may be the site's live
clock (the day the page was fetched) when it stands above the title, so it counts only below it, unless it is written as
machines write it (2025-08-31); a month alone never counts.
"""

import re
from collections.abc import Sequence
from datetime import date

from gandan.core.text import dates
from gandan.ingest.lines import Line, LineKind

_CLOCK = re.compile(r"(?<![\d/.-])(?:[01]?\d|2[0-3])\s?(?:[:hg]|giờ)\s?[0-5]\d(?::[0-5]\d)?(?!\d)")
_LABEL = re.compile(r"(?i)cập nhật|ngày đăng|đăng (?:ngày|lúc)|xuất bản|đăng tải|ngày tạo|post(?:ed|date)|published|thời gian")
_WEEKDAY = re.compile(r"(?i)(?:thứ\s*(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s*nhật|cn)\b")
_NOISE = re.compile(r"(?i)[\W\d_]+|\b(?:ngày|tháng|năm|lúc|gmt|am|pm|lượt xem|xem|phút|giờ|by|admin)\b")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ][\d:.+Z-]+)?")
_LONGEST = 90
"""A date line is short; a longer line is a sentence of the article."""


def find(lines: Sequence[Line]) -> date | None:
    """The date of publication, or None where the page does not show one of its own."""
    titled = next((i for i, line in enumerate(lines) if line.kind is LineKind.TITLE), 0)
    last = max((i for i, line in enumerate(lines) if line.kind is LineKind.BODY), default=titled)
    for index, line in enumerate(lines[: last + 3]):
        shown = _shown(line.text, below=index > titled) if len(line.text) <= _LONGEST else None
        if shown is not None:
            return shown
    return None


def has_clock(lines: Sequence[Line]) -> bool:
    """Whether a short line above the title shows a day: perhaps of publication, perhaps of the visit, so it is said to be unsure."""
    titled = next((i for i, line in enumerate(lines) if line.kind is LineKind.TITLE), 0)
    return any(len(line.text) <= _LONGEST and any(found.day for found in dates.find(line.text)) for line in lines[:titled])


def latest(lines: Sequence[Line]) -> date | None:
    """The latest full date told anywhere on the page: what places are read by when the page has no date of its own."""
    told = [day for line in lines for found in dates.find(line.text) if (day := found.day) is not None]
    return max(told, default=None)


def _shown(text: str, *, below: bool) -> date | None:
    found = next((item for item in dates.find(text) if item.day is not None), None)
    if found is None:
        return None
    rest = text[: found.start] + " " + text[found.end :]
    if _LABEL.search(rest) or _CLOCK.search(rest):
        return found.day if len(_NOISE.sub("", _WEEKDAY.sub("", _LABEL.sub("", rest)))) <= 40 else None
    if _ISO.fullmatch(text.strip()):
        return found.day
    bare = not _NOISE.sub("", _WEEKDAY.sub("", rest))
    return found.day if below and bare else None
