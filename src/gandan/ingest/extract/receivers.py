"""Who received an award: how many persons and collectives a stretch of text counts or names, and what it says it was for."""

import re

from gandan.core.text import numbers
from gandan.ingest.letters import UPPER
from gandan.ingest.wordlists import either

_PERSONS = re.compile(rf"\s+(?:lượt\s+)?(?:{either('award_persons')})(?!\w)", re.IGNORECASE)
_COLLECTIVES = re.compile(rf"\s+(?:lượt\s+)?(?:{either('award_collectives')})(?!\w)", re.IGNORECASE)
_TITLE = r"(?:đồng chí|ông|bà|anh|chị|em|đ/c)"
_ONE_PERSON_AFTER = re.compile(rf"[^,;.]{{0,60}}?\s+(?:cho|đến|tới)\s+(?i:{_TITLE})\s+[{UPPER}]")
_EACH_PERSON_AFTER = re.compile(rf"(?:(?<!\w)(?:cho|đến|tới|và)|,)\s+(?i:{_TITLE})\s+[{UPPER}]")
_ONE_PERSON_BEFORE = re.compile(rf"(?i:{_TITLE})\s+[{UPPER}][^;.]{{3,120}}?\b(?:được|vinh dự|đón nhận|nhận)\b[^;.]{{0,60}}$")
_ONE_BODY_AFTER = re.compile(
    rf"[^,;.]{{0,60}}?\s+cho\s+(?:(?:Ban|Hội|Đảng|UBND|Ủy ban|Uỷ ban|Huyện|Quận|Thành|Tỉnh|Chi|Công ty|Trường|Sở|Phòng"
    rf"|MTTQ|Mặt trận)\b|(?:xã|huyện|phường|quận|tỉnh)\s+[{UPPER}])"
)
_GROUND = re.compile(
    r"^\s*(?:\([^)]*\)\s*)?(?P<ground>(?:đã\s+)?(?:có|đạt|làm|thực hiện|tiêu biểu|xuất sắc|điển hình|vì|trong|tham gia"
    r"|hoàn thành|triển khai)"
    r"(?!\w)[^;.]*?)(?=,?\s+(?:đã\s+|cũng\s+)?(?:được|vinh dự|đón nhận|nhận)(?!\w)|\s*[;.]|\s*$)"
)
_SAID_AFTER = re.compile(
    r"^\s*(?P<ground>(?:vì|về|do|trong\s+(?:phong trào|công tác|việc|thực hiện))(?!\w)[^;.]*?)(?=\s+nhân\s+(?:dịp|kỷ)|\s*[;.]|\s*$)"
)
"""What for, right behind the name of what somebody counted before it was given: "12 tập thể được tặng Giấy khen vì …"."""
_GROUND_LENGTH = 200


def one_named(before: str, after: str) -> tuple[int, int]:
    """Receivers named instead of counted: "tặng Huân chương … cho đồng chí Nguyễn Văn A và đồng chí Lê Văn B"."""
    if _ONE_PERSON_AFTER.match(after):
        return len(_EACH_PERSON_AFTER.findall(after)), 0
    if _ONE_PERSON_BEFORE.search(before):
        return 1, 0
    return (0, 1) if _ONE_BODY_AFTER.match(after) else (0, 0)


def total(pair: tuple[int, int]) -> int:
    """Persons and collectives together: whether any were counted."""
    return pair[0] + pair[1]


def receivers(text: str) -> tuple[int, int]:
    """How many persons and how many collectives a stretch counts; the first count of each."""
    persons = collectives = 0
    for quantity in numbers.find(text):
        if quantity.measure or quantity.role == "whole" or quantity.value != int(quantity.value):
            continue
        if not persons and _PERSONS.match(text, quantity.end):
            persons = int(quantity.value)
        elif not collectives and _COLLECTIVES.match(text, quantity.end):
            collectives = int(quantity.value)
    return persons, collectives


def counted_ground(text: str) -> str | None:
    """What stands behind the last receiver counted, when it says what for: until the words of giving, or the end of the clause."""
    ends = [
        receiver.end()
        for quantity in numbers.find(text)
        for pattern in (_PERSONS, _COLLECTIVES)
        if (receiver := pattern.match(text, quantity.end)) is not None
    ]
    return _words(_GROUND.match(text[max(ends) :]) if ends else None)


def said_after(text: str) -> str | None:
    """What stands right behind the name of the award, where its receivers were counted before it."""
    return None if total(receivers(text)) else _words(_SAID_AFTER.match(text))


def _words(found: re.Match[str] | None) -> str | None:
    ground = " ".join(found["ground"].split()).strip(" ,") if found else ""
    return ground if len(ground.split()) > 2 and len(ground) <= _GROUND_LENGTH else None
