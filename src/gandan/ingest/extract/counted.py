"""Whether a bare number counts something of the work, and what.

Years, ages, ordinals, house numbers, slogans ("3 không") and the headings of a scheme ("4 lĩnh vực") are numbers too. The words on both sides
decide; the lists are in `data/count_nouns.txt`, `not_counted.txt`, `number_labels.txt` and `loose_labels.txt`.
"""

import re

from gandan.core.text.numbers import Quantity
from gandan.ingest.letters import LOWER, UPPER
from gandan.ingest.wordlists import either, words

_NOUN = re.compile(rf"\s*(?:{either('count_nouns')})(?!\w)", re.IGNORECASE)
_NOT = re.compile(rf"\s*(?:{either('not_counted')})(?!\w)", re.IGNORECASE)
_LABELS = frozenset(words("number_labels"))
_LOOSE = frozenset(words("loose_labels"))
_PLAIN_WORD = re.compile(rf"\s+[“\"‘']?[{LOWER}]{{2,}}|\s*m[3³](?!\w)")
_CAPITAL_NOUN = re.compile(
    rf"\s+(?:[{UPPER}&]{{2,}}(?![{LOWER}])|(?:Mẹ|Bằng|Giấy|Huân|Huy|Kỷ|Cờ|Chi|Tổ|Đội|Nhà|Hội|Ban|Câu|Anh|Trường|Di|Đảng|Nghị|Chỉ|Kế)\s)"
)
_FUNCTION = re.compile(
    r"\s+(?:của|và|ở|tại|do|đã|so|với|để|cho|được|vào|từ|đến|theo|trong|là|thuộc|về|hoặc|hay|tổ chức|gồm|nhằm|khi|thì|như|nên|đang|sẽ|cũng|dự|bị|qua"
    r"|dưới|nói|chỉ|phải|cần|sau|trước|ra|lên|nối|tên|mang)(?!\w)",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s*(?:[,;:.)\]!?…”\"/(]|$)")
_SHARE = re.compile(r"\s*\((?:chiếm|đạt|tỷ lệ|bằng|khoảng)?\s*\d+(?:[.,]\d+)?\s*%")  # "đã giải quyết 998 (97,5%)"
_WORDS_BEFORE = re.compile(r"([\w/]+)[\s:.]*$")
_TWO_BEFORE = re.compile(r"([\w/]+)\s+([\w/]+)[\s:.]*$")
_STATES = frozenset("là đạt được lên còn có tăng giảm thành tổng cộng gồm được:".split())
_EACH = frozenset("mỗi hàng hằng một từng trong tổng".split())
_YEAR = re.compile(r"(?:19|20)\d\d")
_ODD = re.compile(
    r"(?i:\s*(?:độ\s+)?(?:kinh|vĩ|vỹ)\s+(?:độ|tuyến|đông|bắc|tây|nam))|\s*(?:[-–]\s?[A-ZĐ]|/[A-ZĐa-z]|[°º]|[.,]\d|[:h]\d|[+]\d)"
)


def noun_after(text: str, quantity: Quantity) -> bool:
    """Whether a noun that reports count stands right after the number, longer than any heading or unit of time there."""
    noun, other = _NOUN.match(text, quantity.end), _NOT.match(text, quantity.end)
    return noun is not None and (other is None or noun.end() > other.end())


def counts(text: str, quantity: Quantity, begin: int) -> bool:
    """Whether the bare number counts something; `begin` is where its sentence starts."""
    end, strong = quantity.end, noun_after(text, quantity)
    if _ODD.match(text, end) or quantity.value != int(quantity.value):
        return False
    if not strong and _NOT.match(text, end):
        return False
    if _named(text, quantity, begin, strong=strong) or _is_list_mark(text, quantity, begin):
        return False
    if _YEAR.fullmatch(quantity.written) and not strong:
        return False
    if strong:
        return True
    if _SHARE.match(text, end):
        return True
    if _TAIL.match(text, end) or _FUNCTION.match(text, end):
        return _word_before(text, begin, quantity.start) in _STATES
    return bool(_PLAIN_WORD.match(text, end) or _CAPITAL_NOUN.match(text, end))


def _word_before(text: str, begin: int, end: int) -> str:
    match = _WORDS_BEFORE.search(text, max(begin, end - 30), end)
    return match[1].lower() if match else ""


def _named(text: str, quantity: Quantity, begin: int, *, strong: bool) -> bool:
    """Whether the word before makes the number a name or an ordinal."""
    piece = text[max(begin, quantity.start - 40) : quantity.start]
    last = _WORDS_BEFORE.search(piece)
    if last is None or piece[last.end(1) :].strip(" ") in (".", ":") and last[1].lower() not in ("tel", "đt"):
        return False
    word = last[1].lower()
    two = _TWO_BEFORE.search(piece)
    pair = f"{two[1]} {two[2]}".lower() if two else ""
    if word in ("năm", "tháng", "ngày", "mùng", "mồng", "rằm"):
        return (
            not strong or _YEAR.fullmatch(quantity.written) is not None or word in ("mùng", "mồng") or not (two and two[1].lower() in _EACH)
        )
    if word == "số" and two and two[1].lower() in _EACH:
        return False
    if word in _LABELS or pair in _LABELS:
        return not (strong and word in _LOOSE and last[1].islower())
    return _part_of_name(last[1], text, quantity, piece, strong=strong)


def _part_of_name(word: str, text: str, quantity: Quantity, piece: str, *, strong: bool) -> bool:
    """ "Hòa Phú 2", "Dân vận 1": a capitalised word inside a sentence before, nothing countable after."""
    inside = word[0].isupper() and not word.isupper() and piece.strip() != word and not strong
    return inside and ("." not in quantity.written or not _PLAIN_WORD.match(text, quantity.end))


def _is_list_mark(text: str, quantity: Quantity, begin: int) -> bool:
    lead = text[begin : quantity.start].strip(" (-+*•")
    return not lead and re.match(r"\s*[.)/-](?!\d)", text[quantity.end : quantity.end + 3]) is not None
