"""Page furniture: which lines of a text are the article, and which belong to the page around it.

What a reader copies from a news site brings along the site's clock, counters, share buttons, by-lines, other news and comments.
Nothing is deleted (offsets stay true); each line only gets its kind.
"""

import re
from collections.abc import Sequence

from gandan.ingest.letters import LOWER, UPPER
from gandan.ingest.lines import Line, LineKind
from gandan.ingest.wordlists import words

_ENDS = words("page_ends")
_PIECES = words("page_pieces")
_HEADINGS = frozenset(words("document_headings"))

_HEADED = re.compile("(?:" + "|".join(map(re.escape, _HEADINGS)) + r")\b")

_WORDLESS = re.compile(r"[\W\d_]*")
_FILE = re.compile(r"\S+\.(?:png|jpe?g|gif|webp|mp[34]|pdf|docx?|xlsx?)", re.IGNORECASE)
_ADDRESS = re.compile(r"\(?(?:https?://|www\.)?[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org|info)(?:/\S*)?\)?", re.IGNORECASE)
_CRUMBS = re.compile(r"[^.!?]{2,40}(?:\s*[»›>|]\s*[^.!?]{2,40})+")
_CLOCK = re.compile(
    r"(?i)(?:(?:cập nhật|ngày đăng|đăng (?:ngày|lúc)|xuất bản|thời gian|ngày)[\s:]*(?:ngày)?[\s:]*)?"
    r"(?:(?:thứ\s*(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s*nhật)[\s,:-]*)?"
    r"(?:\d{1,2}[:h]\d{2}(?::\d{2})?[\s,|-]*)?(?:(?:thứ\s*(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s*nhật)[\s,:-]*)?(?:ngày\s*)?"
    r"(?:\d{1,2}\s*(?:[-/.]|tháng)\s*\d{1,2}\s*(?:[-/.]|năm)\s*\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[-/]\d{4})?"
    r"[\s,|–-]*(?:(?:lúc\s*)?\d{1,2}[:hg]\d{2}(?::\d{2})?)?\s*(?:am|pm|sa|ch)?[\s,|]*(?:\(?gmt\s*\+?\d*\)?)?"
    r"(?:[\s|,-]*\d*\s*(?:lượt xem|lượt đọc|xem|bình luận))*"
)
_CREDIT = re.compile(
    r"(?i)[(\[*\s]*(?:tin(?:\s*[,&+/-]\s*(?:bài|ảnh|clip|video))*|bài(?:\s*(?:viết|và|[,&+/-])\s*ảnh)?|ảnh|tác giả|người viết|thực hiện"
    r"|biên tập|nguồn(?:\s*(?:tin|ảnh))?|theo|pv|ctv|nhóm pv|phóng viên)\s*(?::|[-–]|(?<=theo)|(?<=pv)|(?<=ctv))\s*\S.{0,70}"
)
_TELLS = re.compile(r"(?i)(?:theo|thực hiện|nguồn)\b.*(?:[,;]|\d)")  # "Theo kế hoạch, xã có 5 tổ" is no credit
_NAME_WORD = rf"(?:[{UPPER}][{LOWER}{UPPER}'’.]*|[{UPPER}]{{1,3}}\.)"
_NAMES = re.compile(rf"[(\[*]?\s*{_NAME_WORD}(?:[\s,–&-]+(?:và\s+)?{_NAME_WORD}){{0,8}}\s*(?:\((?:[^()]{{2,40}})\))?[)\]]?\.?")
_PICTURE = re.compile(
    r"(?i)(?:\bảnh\s*(?::|minh h[oọ]a|tư liệu)|\((?:ảnh|hàng đầu|thứ \w+ từ|bìa (?:trái|phải)|bên (?:trái|phải)|người đứng)|\btrong ảnh\b)"
)
_VISITORS = re.compile(
    r"(?i)(?:(?:hiện|đang)\s+có\s+)?\d[\d.]*\s+(?:khách|người|thành viên)\b.{0,40}\b(?:online|trực tuyến|truy cập|đang xem)\W*"
)
_SECTION = re.compile(r"[^-–.,:“”]{2,28}(?:\s[-–]\s[^-–.,:“”]{2,28}){2,}")
_LETTERHEAD = re.compile(r"(?i)(?:độc lập\s*[-–]\s*tự do|[^.,]{2,30},\s*ngày\s.{1,30}$|kính gửi|số\s*:?\s*[\d/])")
_BODY_WORDS = frozenset(
    "trung ương thông tri đảng ủy uỷ ban xã phường huyện quận tỉnh thành thị hội khối sở phòng ubnd hđnd mttq mặt trận đoàn chi bộ cộng báo"
    " công".split()
)
_SIGNED = re.compile(
    r"(?=[^a-zđ]+$)(?:TM\.|KT\.|TL\.|T/M|(?:PHÓ )?(?:BÍ THƯ|CHỦ TỊCH|TRƯỞNG|GIÁM ĐỐC|CHÁNH|VIỆN TRƯỞNG|HIỆU TRƯỞNG|CHỦ NHIỆM))"
)
"""A line over a signature: on whose behalf, and the signer's post."""
_WORDS_OF_TITLE = 4
_LONG = 80
"""A line longer than this, or one that ends like a sentence, is a paragraph."""


def mark(lines: Sequence[Line]) -> list[LineKind]:
    """The kind of each line, in order."""
    kinds = [LineKind.FURNITURE if _is_piece(line.text) else LineKind.BODY for line in lines]
    _mark_credits(lines, kinds)
    title = _title(lines, kinds)
    if title is not None:
        kinds[:title] = [LineKind.FURNITURE if _loose(line.text) else kind for line, kind in zip(lines[:title], kinds[:title], strict=True)]
        kinds[title] = LineKind.TITLE
    _mark_end(lines, kinds, title)
    _mark_captions(lines, kinds)
    _mark_names(lines, kinds)
    return kinds


def _is_paragraph(text: str) -> bool:
    return len(text) > _LONG or (len(text) > 40 and text[-1] in '.:;!?…”"')


def _is_piece(text: str) -> bool:
    low = text.lower()
    if any(pattern.fullmatch(text) for pattern in (_WORDLESS, _FILE, _ADDRESS, _CLOCK, _VISITORS)):
        return True
    if len(text) <= 120 and _CRUMBS.fullmatch(text):
        return True
    if len(text) <= 60 and low.startswith(_PIECES) and not _is_paragraph(text):
        rest = next(low[len(piece) :] for piece in _PIECES if low.startswith(piece))
        return not rest or len(rest.split()) <= 2 or (_WORDLESS.match(rest[:3]) is not None and any(c.isdigit() or c == ":" for c in rest))
    return False


def _mark_credits(lines: Sequence[Line], kinds: list[LineKind]) -> None:
    for index, line in enumerate(lines):
        if kinds[index] is LineKind.BODY and len(line.text) <= 80 and _CREDIT.fullmatch(line.text) and not _TELLS.match(line.text):
            kinds[index] = LineKind.BYLINE


def _title(lines: Sequence[Line], kinds: Sequence[LineKind]) -> int | None:
    """The heading: the last line of the head that reads like one, before the first paragraph; a document's subject under its kind."""
    usable = [i for i, kind in enumerate(kinds) if kind is LineKind.BODY and not _begins_end(lines[i].text)]
    texts = [lines[i].text for i in usable[:20]]
    for position, text in enumerate(texts):
        if text.isupper() and text.lower().strip(" :*") in _HEADINGS and position + 1 < len(texts):
            return usable[position + 1]
        if len(text) > _LONG and text[-1] in '.!?…”"':
            short = (
                position > 0 and 2 <= len(texts[position - 1].split()) < _WORDS_OF_TITLE and not _is_above_title(texts[position - 1], [])
            )
            return usable[position - 1] if short else None
        if len(text.split()) >= _WORDS_OF_TITLE and len(text) <= 260 and not _is_above_title(text, texts[position + 1 :]):
            return usable[position]
    return None


def _is_above_title(text: str, following: Sequence[str]) -> bool:
    """The section of the site ("Công tác dân vận - mặt trận - đoàn thể"), or the letterhead of a document whose kind stands below it."""
    if following and _SECTION.fullmatch(text) and len(following[0].split()) >= 6:
        return True
    capitals = text.isupper() and not _BODY_WORDS.isdisjoint(text.lower().split()) and not _HEADED.match(text.lower())
    return (capitals or _LETTERHEAD.match(text) is not None) and any(
        line.isupper() and line.lower().strip(" :*") in _HEADINGS for line in following
    )


def _loose(text: str) -> bool:
    """A menu entry above the title; the head of an official document (its body and number in capitals) is kept."""
    return len(text.split()) < 4 and not text.isupper() and not any(char.isdigit() for char in text)


def _begins_end(text: str) -> bool:
    low = text.lower().lstrip("*-–•»> ")
    return len(text) <= 60 and low.startswith(_ENDS) and not _is_paragraph(text)


def _mark_end(lines: Sequence[Line], kinds: list[LineKind], title: int | None) -> None:
    """Other news and comments start at the first end mark that follows a paragraph of the article."""
    seen = False
    for index, line in enumerate(lines):
        seen = seen or (kinds[index] is LineKind.BODY and _is_paragraph(line.text))
        if index == title or not _begins_end(line.text):
            continue
        if seen:
            kinds[index:] = [LineKind.FURNITURE] * (len(kinds) - index)
            return
        kinds[index] = LineKind.FURNITURE


def _mark_captions(lines: Sequence[Line], kinds: list[LineKind]) -> None:
    for index, line in enumerate(lines):
        if kinds[index] is LineKind.BODY and len(line.text) <= 320 and _PICTURE.search(line.text):
            kinds[index] = LineKind.CAPTION


def _mark_names(lines: Sequence[Line], kinds: list[LineKind]) -> None:
    """A line of nothing but capitalised words is its author, above the first paragraph or below the last one."""
    bodies = [i for i, kind in enumerate(kinds) if kind is LineKind.BODY and _is_paragraph(lines[i].text)]
    if not bodies:
        return
    for index, line in enumerate(lines):
        edge = index < bodies[0] or index > bodies[-1]
        if _SIGNED.match(line.text) or (index and _SIGNED.match(lines[index - 1].text)):
            continue
        heading = line.text.isupper() and not _BODY_WORDS.isdisjoint(line.text.lower().split())
        if kinds[index] is LineKind.BODY and edge and len(line.text) <= 60 and not heading and _NAMES.fullmatch(line.text):
            kinds[index] = LineKind.BYLINE
