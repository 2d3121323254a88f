"""The names of posts in a sentence: where one begins, and where it ends.

A post is a head ("Phó Bí thư", "Giám đốc") and the body it belongs to. The body's name has no fixed form, so it runs until something
that cannot belong to it: a verb of what the holder does, a mark, another head or a person's name.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gandan.ingest.extract.people.names import Name
from gandan.ingest.letters import LOWER, UPPER
from gandan.ingest.wordlists import either, pairs, words

_PREFIX = r"(?:(?:nguyên(?:\s+là)?|cựu|quyền|q\.)\s+)?(?:phó\s+)?"
HEAD = re.compile(rf"(?<![\w/]){_PREFIX}(?:{either('position_heads')}|Phó\s+(?:ban|phòng|thôn|đoàn|bản|ấp|khoa))(?!\w)", re.IGNORECASE)
_STOPS = frozenset(part.strip() for line in words("position_stops") for part in line.split(",") if part.strip())
_LEVELS = {level: frozenset(kept.split()) for level, kept in pairs("position_levels")}
_LONGEST_STOP = max(len(stop.split()) for stop in _STOPS)
_KEEPS = re.compile(rf"(?:{either('position_keeps')})(?!\w)(?!\s+việc\s+(?!làm))", re.IGNORECASE)  # "kiểm tra việc …" is a verb
_INNER = re.compile(rf"(?:{either('position_inner')})(?!\w)", re.IGNORECASE)
_WORD = re.compile(r"[\w'’]+(?:[/.&][\w'’]+)*")
_ABBREVIATED = frozenset({"TP", "Tp", "TX", "TT", "Q", "P", "H", "T.Ư", "TƯ", "GS", "PGS"})
_QUOTED = re.compile(r"\s*[“\"][^”\"]{2,60}[”\"]")
_INITIALS = re.compile(rf"\([{UPPER}]{{2,9}}\)\s*(?=[{UPPER}])")
_CAPITAL = re.compile(rf"[{UPPER}]")
_COMPOUND = re.compile(rf"\s*[-–]\s*(?=[{UPPER}{LOWER}])")
_COUNTED = re.compile(r"(?i)(?:^|\s)(?:các|những|hai|ba|bốn|năm|\d+)\s+(?:đồng chí\s+)?$")
_COLLECTIVES = frozenset({"ban", "đoàn", "phòng", "hội", "bộ", "hàm"})
"""What follows one of these is no post but the name of the body: Ban Bí thư, Đoàn đại biểu Quốc hội, Văn phòng Chủ tịch nước."""
_AFTER_DASH = frozenset("Thương Vũng Tháp Xã Hội Thông Kỹ Kế Tài Đầu Công Dân".split())
_MAX_WORDS = 18


@dataclass(frozen=True, slots=True)
class Post:
    """One post as written; offsets are those of the sentence. `plural`: it is said of several persons ("các Phó Trưởng Ban")."""

    text: str
    start: int
    end: int
    plural: bool = False


def find(text: str, names: Sequence[Name]) -> list[Post]:
    """The posts of a sentence, from left to right."""
    starts = {name.start for name in names}
    posts: list[Post] = []
    position = 0
    while head := HEAD.search(text, position):
        if any(name.start <= head.start() < name.end for name in names):
            position = head.end()
            continue
        end = _end(text, head.end(), starts)
        if text[head.start() - 1 : head.start()] == "(" and text[end : end + 1] == ")" and text[head.start() : end].isupper():
            position = end  # initials of the post just written in full
            continue
        posts.append(
            Post(" ".join(text[head.start() : end].split()), head.start(), end, _COUNTED.search(text, 0, head.start()) is not None)
        )
        position = max(end, head.end())
    return posts


def _end(text: str, position: int, names: set[int]) -> int:
    """Where the post ends whose head ends at `position`."""
    end = position
    for _ in range(_MAX_WORDS):
        quoted = _QUOTED.match(text, end)
        if quoted is not None and text[:end].endswith(("Quỹ", "quỹ", "Chương trình", "Câu lạc bộ", "CLB", "Đề án")):
            end = quoted.end()
            continue
        begin = _next_word(text, end)
        if begin is None or begin in names:
            break
        word = _WORD.match(text, begin)
        if word is None or _stopped(text, begin, word.group()):
            break
        end = word.end()
    return _trim(text, position, end)


def _next_word(text: str, end: int) -> int | None:
    """Where the next word of the body's name begins, or None where the name ends at `end`."""
    space = len(text[end:]) - len(text[end:].lstrip(" "))
    begin = end + space
    if begin >= len(text):
        return None
    mark = text[begin]
    if mark == "." and space == 0 and _last_word(text, end) in _ABBREVIATED:
        after = begin + 1
        return after + (1 if text[after : after + 1] == " " else 0)
    if mark in "-–":
        dash = _COMPOUND.match(text, end)
        if dash is None or HEAD.match(text, dash.end()):
            return None
        tight = space == 0 and text[begin + 1 : begin + 2] != " "
        return dash.end() if tight or _INNER.match(text, dash.end()) or _joins(text, end, dash.end()) else None
    if mark == "(":
        short = _INITIALS.match(text, begin)
        return short.end() if short is not None else None
    if mark == ",":
        inner = begin + 1 + (1 if text[begin + 1 : begin + 2] == " " else 0)
        return inner if _INNER.match(text, inner) and not HEAD.match(text, inner) else None
    return begin if mark.isalnum() else None


def _joins(text: str, end: int, after: int) -> bool:
    """A dash between two capitalised words that ends in no comma: "Lao động - Thương binh và Xã hội", "Bà Rịa - Vũng Tàu"."""
    follower = _WORD.match(text, after)
    return follower is not None and follower.group() in _AFTER_DASH


def _beyond_level(text: str, begin: int, low: str) -> bool:
    """Whether a small word follows the level of the body: "Chủ tịch UBND xã nói"; but "Sở Lao động … và Xã hội", "xã hội"."""
    before = text[max(0, begin - 14) : begin].rstrip().lower().split()
    return any((kept := _LEVELS.get(" ".join(before[-n:]))) is not None and low not in kept for n in (1, 2) if len(before) >= n)


def _stopped(text: str, begin: int, word: str) -> bool:
    rest = text[begin : begin + 60].lower()
    low = word.lower()
    if rest.startswith("của quốc hội") or _kept(text, begin):
        return False
    if low == "và":
        after = begin + len(word) + 1
        following = text[after:]
        if HEAD.match(following):
            return True
        continues = _INNER.match(following) or (_CAPITAL.match(following) and not _phrase(following.lower()))
        return not continues or _phrase(rest)
    if low[0].islower() and word == low and low != "và" and _beyond_level(text, begin, low):
        return True
    if HEAD.match(text, begin):
        return low != "thường" and _last_word(text, begin - 1).lower() not in _COLLECTIVES
    return rest.startswith(_FORMS) if _CAPITAL.match(word) else _phrase(rest)


def _kept(text: str, begin: int) -> bool:
    """Whether the word belongs to a phrase that names a body: from here on, or begun up to three words before."""
    starts = [begin]
    for _ in range(3):
        space = text.rfind(" ", 0, max(starts[-1] - 1, 0))
        starts.append(space + 1)
    return any((found := _KEEPS.match(text, start)) is not None and found.end() > begin for start in starts)


def _phrase(low: str) -> bool:
    """Whether a stop word or phrase stands at the beginning."""
    parts = [match.group() for match in _WORD.finditer(low)][: _LONGEST_STOP + 1]
    return any(" ".join(parts[:n]) in _STOPS for n in range(1, _LONGEST_STOP + 1) if n <= len(parts))


_FORMS = ("đồng chí", "các đồng chí", "đ/c", *(words("ranks")))


def _last_word(text: str, end: int) -> str:
    return text[:end].rsplit(" ", 1)[-1].rsplit(".", 1)[-1].lstrip("(")


def _trim(text: str, start: int, end: int) -> int:
    while (cut := re.search(r"\s+(?:và|các|cùng|của|-|–)$", text[start:end])) is not None:
        end = start + cut.start()
    return end
