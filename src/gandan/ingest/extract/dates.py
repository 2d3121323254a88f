"""Dates of the events told: "Ngày 18-6-2024, đồng chí …", "Sáng 31-12, tại Hà Nội".

A date is an event's where it opens its sentence or follows "vào ngày", "diễn ra"; dates of cited documents, of anniversaries,
of old writings and of plans are not. A day without a year takes the year of publication, or the year before where that is the
nearest past; without a date of publication, the year the sentence or title itself states.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from gandan.core.text import dates
from gandan.core.text.dates import FoundDate
from gandan.ingest.document import Document
from gandan.ingest.extract.documents import citations
from gandan.ingest.lines import LineKind
from gandan.ingest.sentences import Sentence

_LEAD = re.compile(
    r"(?i)^\W*(?:\([^()]{1,30}\)\s*[-–.:]*\s*|[\w./ ]{2,25}\s[-–]\s+)?(?:(?:trong|vào|từ|cũng|mới đây|vừa qua|trước đó"
    r"|tiếp đó|theo đó|trong khuôn khổ)[\s,]*)*"
    r"(?:(?:lúc|khoảng)?\s*\d{1,2}\s?(?:giờ|h|g)\s?(?:\d{2})?(?:\s*phút)?[\s,]*)?"
    r"(?:(?:các|hai|ba|\d{1,2})\s+)?(?:(?:buổi\s+)?(?:sáng|chiều|tối|trưa|đêm)[\s,]*)?(?:hôm nay|hôm qua"
    r"|nay)?[\s,(]*(?:thứ\s\w+[\s,(]*|chủ nhật[\s,(]*)?(?:từ\s+)?"
    r"(?:(?:ngày|hôm|mùng|mồng)\s+)?$"
)
_TOLD = re.compile(
    r"(?i)\b(?:vào|diễn ra|tổ chức|khai mạc|trong(?:\s+(?:các|hai|ba|\d+))?|từ|đã|hôm|qua)\s+(?:(?:sáng|chiều|tối"
    r"|đêm)\s+)?(?:các\s+|hai\s+|\d\s+)?(?:ngày|hôm|mùng)?\s*$"
    r"|\b(?:sáng|chiều|tối)(?:\s+ngày)?\s*$|\b(?:hội nghị|buổi lễ|buổi làm việc|đoàn|lễ)\s+(?:\w+\s+){0,6}ngày\s*$"
)
_ASIDE_BEFORE = re.compile(
    r"(?i)[,;]\s*(?:(?:vào|trong)\s+)?(?:(?:sáng|chiều|tối)\s+)?(?:ngày\s+)?$"
)  # "Nhân dịp Tết, ngày 4/2/2026, xã …"
_ASIDE_AFTER = re.compile(r"\)?\s*(?:,|tại\b)")
_PLANNED = re.compile(
    r"(?i)\b(?:dự kiến|sẽ|từ nay|đến|trước|sau|chậm nhất|hạn|kể từ|tính đến|hết|muộn nhất|kế hoạch|thời hạn|có hiệu lực)\b[^,;.]{0,30}$"
)
_PLANNED_LATER = re.compile(r"(?i)^[^,;.]{0,60}?,?\s*(?:\S+\s+){0,6}?(?:sẽ|dự kiến)\b")
_REMEMBERED = re.compile(
    r"(?i)\b(?:kỷ niệm|kỉ niệm|truyền thống|thành lập|ngày sinh|ra đời|chào mừng|bài báo|tác phẩm|bức thư|sinh ngày|lần thứ)\b[^;.,]{0,60}$"
)
_SIGNS = re.compile(r"\b(?:ký|ban hành|ra|có|thông qua)\b")
_YEAR = re.compile(r"(?i)(?<!nhiệm vụ )(?<!phương hướng )(?<!kế hoạch )(?<!trọng tâm )(?<!sinh )\bnăm\s+((?:19|20)\d\d)(?![\d-])")
_ANNIVERSARY = re.compile(r"\(\s*\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}\s*[-–]\s*\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(20\d\d)\s*\)")
_NEAR = 200
"""How many characters on each side of a date speak of it."""

_FRESH = timedelta(days=400)
"""An event told in an article happened within about a year before it; older dates are history."""


@dataclass(frozen=True, slots=True)
class Event:
    """A sentence that tells when something happened; `day` is None where the year cannot be known."""

    day: date | None
    sentence: Sentence


def find(doc: Document) -> list[date]:
    """The days of the events told, in the order of the text, once each."""
    return list(dict.fromkeys(event.day for event in events(doc) if event.day))


def events(doc: Document) -> list[Event]:
    """The sentences that date an event, in order."""
    told = [event for sentence in doc.sentences if sentence.line.kind is LineKind.BODY for event in _events(doc, sentence)]
    latest = max((event.day for event in told if event.day), default=None)
    if doc.published is None and latest:
        return [event for event in told if event.day is None or latest - event.day <= _FRESH]
    return told


def _events(doc: Document, sentence: Sentence) -> Iterator[Event]:
    text = sentence.text
    found = [item for item in dates.find(text) if item.dom]
    if not found or _is_date_line(sentence):
        return
    cited = [(citation.start, citation.end) for citation in citations(text)]
    told_until = -1  # days that share a month are one date to the grammar: "từ ngày 5 đến ngày 7/3/2023"
    for item in found:
        day = _day(doc, sentence, item)
        if item.start < told_until:
            yield Event(day, sentence)
            continue
        before = text[max(0, item.start - _NEAR) : item.start]
        aside = _ASIDE_BEFORE.search(before) and _ASIDE_AFTER.match(text, item.end)
        if not (aside or _LEAD.match(before) or _TOLD.search(before)) or _REMEMBERED.search(before):
            continue
        if _is_document(text, item, cited, doc, day) or _is_plan(text, item, day, doc):
            continue
        told_until = item.end
        yield Event(day, sentence)


def _day(doc: Document, sentence: Sentence, item: FoundDate) -> date | None:
    """The calendar day; a year the text leaves out is found, or the day is left out."""
    if item.year is not None:
        return item.day
    if doc.published:
        day = item.in_year(doc.published.year)
        return day if day is None or day <= doc.published else item.in_year(doc.published.year - 1)
    for place in (sentence.text, doc.title):
        years = [int(year) for year in _YEAR.findall(_without_documents(place))]
        if years:
            return item.in_year(max(years))
    anniversary = _anniversary(doc.text)
    return item.in_year(anniversary) if anniversary else None


@lru_cache(maxsize=8)  # asked again for each date of a text
def _anniversary(text: str) -> int | None:
    found = _ANNIVERSARY.search(text)
    return int(found[1]) if found else None


@lru_cache(maxsize=64)  # asked again for each date of a sentence
def _without_documents(text: str) -> str:
    """The text without the dates of documents and other full dates: "ngày 25 tháng 2 năm 2010" states no year of the event."""
    for item in reversed(dates.find(text)):
        text = text[: item.start] + text[item.end :] if item.year else text
    return text


def _is_date_line(sentence: Sentence) -> bool:
    """ "Bình Phước, ngày 5 tháng 3 năm 2021" dates a report, not an event."""
    return len(sentence.text) < 60 and sentence.text == sentence.line.text and not re.search(r"[.!…]$", sentence.text)


def _is_document(text: str, item: FoundDate, cited: list[tuple[int, int]], doc: Document, day: date | None) -> bool:
    """The date belongs to a document named just before, or to its signing long ago."""
    if any(end <= item.start <= end + 25 and not re.search(r"[;.]|\b(?:tại|tổ chức)\b", text[end : item.start]) for _, end in cited):
        return True
    old = day is None or doc.published is None or doc.published - day > timedelta(days=60)
    signed = any(
        start > item.end and _SIGNS.search(text, item.end, start) and "," not in text[item.end + 1 : start].lstrip(",")
        for start, _ in cited
    )
    return old and signed


def _is_plan(text: str, item: FoundDate, day: date | None, doc: Document) -> bool:
    if day and doc.published and not doc.published - _FRESH <= day <= doc.published:
        return True
    return (
        _PLANNED.search(text[max(0, item.start - _NEAR) : item.start]) is not None
        or _PLANNED_LATER.match(text[item.end : item.end + _NEAR]) is not None
    )
