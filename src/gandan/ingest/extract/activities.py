"""What was done: kind, day, place and the sentence that tells it.

An activity is told by a sentence that dates an event ("Ngày 18-6-2024, … đến kiểm tra", "Cùng ngày, đoàn khảo sát").
An article without one still tells the activity its title and its "tại buổi họp mặt" name; a plan or instruction tells none.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from gandan.ingest.document import Document
from gandan.ingest.extract import dates
from gandan.ingest.lines import LineKind
from gandan.ingest.proposal import Activity, ActivityKind, Level, Place
from gandan.ingest.sentences import Sentence
from gandan.ingest.wordlists import pairs

_KINDS = {words.lower(): ActivityKind(kind) for words, kind in pairs("activity_kinds")}
_WORDS = re.compile(r"(?<!\w)(?:" + "|".join(sorted(map(re.escape, _KINDS), key=len, reverse=True)) + r")(?!\w)", re.IGNORECASE)
_SAME_DAY = re.compile(r"(?i)^\W*(?:cũng (?:trong|vào|tại)?\s*)?(?:(?:sáng|chiều|tối)\s+)?(?:cùng ngày|cùng buổi|trong ngày)\b")
_AT = re.compile(
    r"(?i)\btại\s+(?:các\s+)?(?:buổi|cuộc|lễ|hội nghị|phiên|chương trình|đại hội|hội thảo|tọa đàm|toạ đàm|ngày hội|hội thi|lớp)\b"
)
_SPEAKING_OF = re.compile(
    r"(?i)\b(?:công tác|về|kết quả|tình hình|chương trình|phong trào|quy chế|kế hoạch|thường xuyên|đẩy mạnh|tăng cường"
    r"|tiếp tục|quyền|ban|dân)\s+$"
)
_TO_BE_DONE = re.compile(r"(?i)\b(?:sẽ|dự kiến|cần|phải|đề nghị|yêu cầu|từ nay đến)\b")
_NORM = re.compile(
    r"(?i)\b(?:quy định|hướng dẫn|chế độ|ít nhất|quy chế|nghiệp vụ|kỹ năng|dự thảo|đề xuất)\b"
)  # what should be done, not what was
_PLANS = frozenset(
    "kế hoạch|hướng dẫn|quy định|quy chế|thông báo|chỉ thị|đề án|chương trình|quyết định|tờ trình|công văn|nghị quyết".split("|")
)
_RANK = {Level.COMMUNE: 0, Level.DISTRICT: 1, Level.PROVINCE: 2}


def find(doc: Document, places: Sequence[Place] = ()) -> list[Activity]:
    """The activities told, in order; `places` are the places the text names."""
    told = list(_told(doc, places))
    if not told:
        told = list(_named(doc, places))
    unique: dict[tuple[ActivityKind, date | None, str | None], Activity] = {}
    for activity in told:
        unique.setdefault((activity.kind, activity.date, activity.place), activity)
    return list(unique.values())


def _told(doc: Document, places: Sequence[Place]) -> Iterator[Activity]:
    days: dict[int, date | None] = {}
    for event in dates.events(doc):
        days.setdefault(event.sentence.start, event.day)
    last: date | None = None
    for sentence in doc.sentences:
        same_day = (
            bool(_SAME_DAY.match(sentence.text)) and sentence.line.kind is LineKind.BODY and not _TO_BE_DONE.search(sentence.text[:60])
        )
        if sentence.start not in days and not same_day:
            continue
        last = days.get(sentence.start, last)
        kind = kind_of(sentence.text) or kind_of(doc.title) or ActivityKind.OTHER
        yield Activity(kind=kind, date=last, place=_place(sentence, places), quote=sentence.text)


def _named(doc: Document, places: Sequence[Place]) -> Iterator[Activity]:
    """No sentence dates the event: the one that names its occasion stands for it, else the first one with the kind the title tells."""
    if any(line.text.isupper() and line.text.lower().strip(" :*") in _PLANS for line in doc.lines):
        return
    body = [sentence for sentence in doc.sentences if sentence.line.kind is LineKind.BODY]
    day = next((event.day for event in dates.events(doc)), None)
    for sentence in body:
        occasion = _AT.search(sentence.text)
        kind = kind_of(sentence.text[occasion.start() :]) if occasion else None
        if kind:
            yield Activity(kind=kind, date=day, place=_place(sentence, places), quote=sentence.text)
            return
    titled = None if _NORM.search(doc.title) else kind_of(doc.title)
    told = next((sentence for sentence in body if titled and titled is kind_of(sentence.text)), None)
    if titled and told:
        yield Activity(kind=titled, date=day, place=_place(told, places), quote=told.text)


def kind_of(text: str) -> ActivityKind | None:
    """The first word of deed in the text that is done, not spoken of ("công tác kiểm tra")."""
    for match in _WORDS.finditer(text):
        if not _SPEAKING_OF.search(text[max(0, match.start() - 16) : match.start()]):
            return _KINDS[match.group().lower()]
    return None


def _place(sentence: Sentence, places: Sequence[Place]) -> str | None:
    """The smallest place the sentence names, by its mention or its bare name ("Quận ủy Ninh Kiều" lies in quận Ninh Kiều)."""
    named = [place for place in places if place.mention in sentence.text or _bare(place) in sentence.text]
    return min(named, key=lambda place: _RANK[place.level]).mention if named else None


def _bare(place: Place) -> str:
    return re.sub(r"^(?:Tỉnh|Thành phố|Huyện|Quận|Thị xã|Xã|Phường|Thị trấn|Đặc khu)\s+", "", place.name)
