"""Whether a bare number counts something of the work.

Years, ages, ordinals, house numbers, slogans ("3 không") and the headings of a scheme ("4 lĩnh vực") are numbers too.
The words on both sides decide; the lists are in `data/count_nouns.txt`, `not_counted.txt`, `number_labels.txt`,
`loose_labels.txt` and `counting_deeds.txt`.
"""

import re

from gandan.core.text.numbers import Quantity
from gandan.ingest.letters import LOWER, UPPER
from gandan.ingest.wordlists import either, words

_OTHER_WORD = (  # "tổ chức", "giải quyết", "xã hội" are other words than "tổ", "giải", "xã"
    r"(?!\w|\s+(?:chức|hành|nước|quyết|tưởng|pháp|thân|ngân|phóng|trình|thích|trí|dục|mạo)\b"
    r"|(?<=\bxã)\s+hội\b|(?<=\bcon)\s+người\b)"
)
_NOUN = re.compile(rf"\s*(?:{either('count_nouns')}){_OTHER_WORD}", re.IGNORECASE)
_NOT = re.compile(rf"\s*(?:{either('not_counted')})(?!\w)", re.IGNORECASE)
_CRITERION = re.compile(r"\s*(?:tiêu chí|chỉ tiêu)\b")
_LABELS = frozenset(words("number_labels"))
_LOOSE = frozenset(words("loose_labels"))
_PLAIN_WORD = re.compile(rf"\s+[“\"‘']?[{LOWER}]{{2,}}|\s*m[3³](?!\w)")
_CAPITAL_NOUN = re.compile(
    rf"\s+(?:[{UPPER}&]{{2,}}(?![{LOWER}])|(?:Mẹ|Bằng|Giấy|Huân|Huy|Kỷ|Cờ|Chi|Tổ|Đội|Nhà|Hội|Ban|Câu|Anh|Trường|Di|Đảng|Nghị|Chỉ|Kế)\s)"
)
_FUNCTION = re.compile(
    r"\s+(?:của|và|ở|tại|do|đã|so|với|để|cho|được|vào|từ|đến|theo|trong|là|thuộc|về|hoặc|hay|tổ chức|gồm|nhằm|khi|thì|như"
    r"|nên|đang|sẽ|cũng|dự|bị|qua"
    r"|dưới|nói|chỉ|phải|cần|sau|trước|ra|lên|nối|tên|mang|toàn|các|những|ban hành|giải quyết|tiếp tục|triển khai"
    r"|thực hiện|chưa|không còn)(?!\w)",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s*(?:[,;:.)\]!?…”\"/(]|$)")
_SHARE = re.compile(r"\s*\((?:chiếm|đạt|tỷ lệ|bằng|khoảng)?\s*\d+(?:[.,]\d+)?\s*%")  # "đã giải quyết 998 (97,5%)"
_BEFORE = re.compile(r"(?:(?P<two>[\w/]+)\s+)?(?P<word>[\w/]+)(?P<mark>[\s:.]*)$")
_STATES = frozenset("là đạt được lên còn có tăng giảm thành cộng gồm nam nữ".split())
_DEEDS = frozenset(words("counting_deeds"))
_REACHED = frozenset("đạt thành được hoàn đủ".split())
_EACH = frozenset("mỗi hàng hằng một từng trong tổng".split())
_CALENDAR = frozenset("năm tháng ngày mùng mồng rằm".split())
_SEASON = frozenset("tết xuân hè noel đầu cuối từ tới trước sau của tuổi sn".split())
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)\d\d)?")
_DAY_AND_MONTH = re.compile(r"(?:[12]?\d|3[01])\s?[-–/]\s?(?:\d|1[0-2])")
_SHARED = re.compile(
    r"\s+(?:số|dân|diện tích|tổng|trong|hộ|người|hội viên|đoàn viên|đảng viên|cán bộ|gia đình|lao động|học sinh|nhân khẩu|phụ nữ)\b"
)
_ODD = re.compile(
    r"(?i:\s*(?:độ\s+)?(?:kinh|vĩ|vỹ)\s+(?:độ|tuyến|đông|bắc|tây|nam))|\s*(?:[-–]\s?[A-ZĐ]|/[A-ZĐa-z]|[°º]|[.,]\d|[:h]\d|[+]\d)"
)


def noun_after(text: str, end: int) -> bool:
    """Whether a noun that reports count stands right after the number, longer than any heading or unit of time there."""
    noun, other = _NOUN.match(text, end), _NOT.match(text, end)
    return noun is not None and (other is None or noun.end() > other.end())


def counts(text: str, quantity: Quantity) -> bool:
    """Whether the bare number counts something in its sentence."""
    end = quantity.end
    strong = noun_after(text, end)
    if _ODD.match(text, end) or _is_cell(text, quantity) or quantity.value != int(quantity.value) or (not strong and _NOT.match(text, end)):
        return False
    before = _BEFORE.search(text, max(0, quantity.start - 40), quantity.start)
    if _is_calendar(quantity, before, strong=strong) or _is_simple_fraction(text, quantity, before):
        return False
    if _is_named(text, quantity, before, strong=strong):
        return False
    word = before["word"].lower() if before else ""
    if _CRITERION.match(text, end):
        return quantity.role in ("part", "whole") or word in _REACHED
    if strong or _SHARE.match(text, end):
        return True
    if _TAIL.match(text, end) or _FUNCTION.match(text, end):
        return word in _STATES or _is_total(before) or (before is not None and f"{before['two']} {word}".lower() in _DEEDS)
    return bool(_PLAIN_WORD.match(text, end) or _CAPITAL_NOUN.match(text, end))


def _is_cell(text: str, quantity: Quantity) -> bool:
    """A number that fills a cell of a table is for `tables` to read."""
    return "\t" in text and (text[: quantity.start].rstrip(" ")[-1:] in ("", "\t")) and (text[quantity.end :].lstrip(" ")[:1] in ("", "\t"))


def _is_calendar(quantity: Quantity, before: re.Match[str] | None, *, strong: bool) -> bool:
    """A year or span of years, a day and month ("18/11", "30-4"), or the number of a year, month or day."""
    word = before["word"].lower() if before else ""
    if _YEAR.fullmatch(quantity.written):
        return not strong or word in _SEASON or word in _CALENDAR or quantity.role in ("low", "high")
    if _DAY_AND_MONTH.fullmatch(quantity.written) and quantity.role != "alone" and not strong:
        return True
    if word in _CALENDAR:
        each = before is not None and (before["two"] or "").lower() in _EACH
        return not (strong and each and word in ("năm", "tháng", "ngày"))
    return word in ("tuổi", "sn")


def _is_simple_fraction(text: str, quantity: Quantity, before: re.Match[str] | None) -> bool:
    """ "hơn 2/3 số hộ" says a share in words, not two numbers."""
    if quantity.role not in ("part", "whole"):
        return False
    part, _, whole = quantity.written.partition("/")
    small = part.strip() in ("1", "2", "3") and whole.strip() in ("2", "3", "4", "5") and part.strip() != whole.strip()
    vague = before is not None and before["word"].lower() in ("hơn", "gần", "khoảng", "trên", "bằng", "quá", "chiếm", "giảm", "tăng")
    return small and (vague or _SHARED.match(text, quantity.end) is not None)


def _is_named(text: str, quantity: Quantity, before: re.Match[str] | None, *, strong: bool) -> bool:
    """Whether the word before makes the number a name or an ordinal: "ấp 3", "lần thứ 2", "Hòa Phú 2"."""
    if before is None:
        return False
    word, two = before["word"].lower(), (before["two"] or "").lower()
    grouped = "." in quantity.written
    if word == "số" and two in _EACH:
        return False
    if word in _LABELS or f"{two} {word}" in _LABELS:
        loose = word in _LOOSE and before["word"].islower() and before["mark"].isspace()
        return not (loose and (strong or grouped))
    if before["mark"].strip():
        return False
    first = before.start("word") == len(text) - len(text.lstrip(" “\"'(-+*•")) and not before["two"]
    capital = before["word"][0].isupper() and not before["word"].isupper() and not first
    return capital and not strong and not (grouped and _PLAIN_WORD.match(text, quantity.end))


def _is_total(before: re.Match[str] | None) -> bool:
    """A line of a table: "Tổng số: 120", "Số hội viên: 1.234"."""
    if before is None:
        return False
    total = before["word"].lower() == "số" and (before["two"] or "").lower() == "tổng"
    return total or (":" in before["mark"] and before["word"].islower())
