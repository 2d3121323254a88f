"""Private persons in a quote: their names become initials, their numbers and house addresses are covered. Pure; no database.

Who holds an office in the text stays named: what an office does is public business. Units, organisations, streets, persons of history stay.
"bà Nguyễn Thị Na" becomes "bà N.": the given name's initial, so that a sentence about two people still reads as one. In doubt a name is
covered: an initial too many costs a glance at the text, a name too many cannot be taken back from a page that others copied.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from gandan.core.text import tone_key
from gandan.ingest.atlas import Atlas
from gandan.ingest.extract.people import names
from gandan.ingest.masking import careful, persons
from gandan.ingest.masking.numbers import ACCOUNT, BORN, HOUSE, MAIL, PAGE, PAPER, PHONE, PLATE, covered

__all__ = ["ACCOUNT", "BORN", "HOUSE", "MAIL", "PAGE", "PAPER", "PHONE", "PLATE", "mask", "names_a_person"]

_AT_HOME = re.compile(r"(?i)(?:hộ|gia đình|nhà|vợ|chồng|con|cháu|mẹ|cha)\s+(?:(?:của|là)\s+)?(?:ông|bà|anh|chị|cô|chú|bác)?\s*$")
_ONESELF = re.compile(
    r"(?i)\s*[,(–-]?\s*(?:\(?\s*\d{1,3} tuổi|hộ (?:nghèo|cận nghèo|dân)|ngụ|trú|dân tộc|bệnh|sinh (?:năm|ngày)|sn\b"
    r"|người dân|nông dân|hội viên"
    r"|bị bệnh|mắc)|\s+nhận (?:quà|nhà|bò|vốn)|\s+được (?:tặng|hỗ trợ|trao|xây|vay)"
)


def mask(text: str, *, keep: Iterable[str] = (), among: str = "") -> str:
    """The text with private persons covered; `keep` are full names of those who hold an office in the same text, `among` that text."""
    found = covered(text)
    position, out = 0, []
    for start, end in _private(found, frozenset(tone_key(name) for name in keep), among):
        out += [found[position:start], _initial(found[start:end])]
        position = end + (1 if found[end : end + 1] == "." else 0)
    return "".join(out) + found[position:]


def names_a_person(text: str, *, keep: Iterable[str] = (), among: str = "") -> bool:
    """Whether a private person is named in it."""
    return bool(_private(covered(text), frozenset(tone_key(name) for name in keep), among))


def _private(text: str, holders: frozenset[str], among: str) -> list[tuple[int, int]]:
    """Where private persons are named, from left to right; what overlaps is one, unless an office holder's name stands there."""
    holding = _held(text, holders)
    others = _given_of_others(among or text, holders)
    joined: list[tuple[int, int]] = []
    for start, end in sorted({*persons.addressed(text), *persons.in_full(text), *careful.spans(text)}):
        if any(start < last and first < end for first, last in holding) or _is_short_for(text, start, end, holders, others):
            continue
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _held(text: str, holders: frozenset[str]) -> list[tuple[int, int]]:
    """Where an office holder is named in full."""
    if not holders:
        return []
    ways = "|".join(r"\s+".join(map(re.escape, holder.split())) for holder in sorted(holders, key=len, reverse=True))
    return [found.span() for found in re.finditer(rf"(?<!\w)(?:{ways})(?!\w)", _same_length(text))]


def _same_length(text: str) -> str:
    """Small letters with one placement of tone marks; offsets stay those of the text."""
    keyed = [tone_key(word) if len(tone_key(word)) == len(word) else word.lower() for word in re.split(r"(\s+)", text)]
    return "".join(key or word for key, word in zip(keyed, re.split(r"(\s+)", text), strict=True))


def _is_short_for(text: str, start: int, end: int, holders: frozenset[str], others: frozenset[str]) -> bool:
    """ "ông Hiệp" for "Nguyễn Hữu Hiệp, Phó Trưởng ban": only where nobody else of the text is called so, and not of a household."""
    said = tone_key(text[start:end])
    if not any(holder == said or holder.endswith(f" {said}") for holder in holders):
        return False
    if said in holders:
        return True
    return said.split()[-1] not in others and not _AT_HOME.search(text, max(0, start - 30), start) and not _ONESELF.match(text, end)


@lru_cache(maxsize=32)
def _given_of_others(text: str, holders: frozenset[str]) -> frozenset[str]:
    """Given names of full names in the text that are no office holder's."""
    found = (tone_key(name.text) for name in names.find(text, Atlas.load()))
    return frozenset(name.split()[-1] for name in found if name not in holders)


def _initial(name: str) -> str:
    """The given name stands last."""
    return f"{name.split()[-1].lstrip('.')[0].upper()}."
