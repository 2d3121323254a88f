"""Whose post it is.

Posts stand behind a name ("đồng chí A, Bí thư …"), before it ("Bí thư … A"), or before a list ("các Phó Trưởng Ban … A, B")."""

import re
from collections import defaultdict
from collections.abc import Sequence

from gandan.ingest.extract.people.names import Name
from gandan.ingest.extract.people.positions import Post
from gandan.ingest.wordlists import either

_TITLES = rf"(?:(?:{either('person_titles')})[.,:]?\s*)*"
_LINK = (
    r"(?:(?:hiện|nay|hiện\s+nay|nguyên)?\s*(?:đang\s+)?(?:là|làm|giữ\s+chức(?:\s+vụ)?|giữ\s+cương\s+vị|đảm\s+nhiệm)"
    r"|được\s+(?:bầu|cử|phân\s+công|bổ\s+nhiệm|tín\s+nhiệm\s+bầu)\s+(?:làm|giữ\s+chức(?:\s+vụ)?))"
)
_ASIDE = r"(?:\s*\([^()]{1,60}\))?(?:\s*,\s*(?:\d{2}\s+tuổi|sinh\s+năm\s+\d{4}|SN\s+\d{4}|dân\s+tộc\s+\w+))?"
_NAME_THEN_POST = re.compile(rf"{_ASIDE}\s*(?:[,–—:(-]\s*(?:cũng\s+)?(?:{_LINK}\s+)?|\s{_LINK}\s+|\(\s*)", re.IGNORECASE)
_POST_THEN_POST = re.compile(
    rf"(?:\s*\([^()]{{2,40}}\))?\s*(?:[,–—-]|;(?=\s*(?:kiêm|nguyên)))?\s*"
    rf"(?:và|kiêm(?:\s+nhiệm)?|đồng\s+thời(?:\s+là)?|cũng\s+là|{_LINK})?\s*",
    re.IGNORECASE,
)
_POST_THEN_NAME = re.compile(rf"\s*(?:là\s+)?(?:[:–-]\s*)?{_TITLES}", re.IGNORECASE)
_POST_COMMA_TITLE = re.compile(rf"\s*,\s*(?:{either('person_titles')})[.,:]?\s*{_TITLES}", re.IGNORECASE)
_NAME_THEN_NAME = re.compile(rf"{_ASIDE}\s*(?:,|;|và|,\s*và)\s*{_TITLES}", re.IGNORECASE)
_COUNTED_BEFORE = re.compile(r"(?i)(?:các|hai|ba|bốn|năm|\d+)\s+(?:đồng\s+chí|đ/c|ông|bà|ông,\s*bà|anh|chị)\s*:?\s*$")


def assign(text: str, names: Sequence[Name], posts: Sequence[Post]) -> dict[Name, list[Post]]:
    """The posts of each name in the sentence, in the order of the text."""
    owned: dict[Name, list[Post]] = defaultdict(list)
    for chain in _chains(text, posts):
        before = _preceding(text, chain[0], names)
        after = _following(text, chain[-1], names, behind_comma=before is None)
        if after is not None and before is not None and len(chain) > 1:
            _give(text, owned, names, before, chain[:-1], backward=True)
            _give(text, owned, names, after, chain[-1:], backward=False)
        elif after is not None:
            _give(text, owned, names, after, chain, backward=False)
        elif before is not None:
            _give(text, owned, names, before, chain, backward=True)
    return owned


def _chains(text: str, posts: Sequence[Post]) -> list[list[Post]]:
    """Posts that follow each other with nothing but a comma, a dash or "kiêm" between."""
    chains: list[list[Post]] = []
    for post in posts:
        if chains and _POST_THEN_POST.fullmatch(text, chains[-1][-1].end, post.start):
            chains[-1].append(post)
        else:
            chains.append([post])
    return chains


def _following(text: str, post: Post, names: Sequence[Name], *, behind_comma: bool) -> int | None:
    for index, name in enumerate(names):
        if name.start >= post.end:
            joined = _POST_THEN_NAME.fullmatch(text, post.end, name.start)
            if joined is None and behind_comma:
                joined = _POST_COMMA_TITLE.fullmatch(text, post.end, name.start)
            return index if joined else None
    return None


def _preceding(text: str, post: Post, names: Sequence[Name]) -> int | None:
    for index in range(len(names) - 1, -1, -1):
        name = names[index]
        if name.end <= post.start:
            gap = text[name.end : post.start]
            if post.plural:
                gap = re.sub(r"(?i)(?:các|những|hai|ba|bốn|\d+|đều|cùng)\s*$", "", gap)
                gap = re.sub(r"(?i)(?:đều|cùng)\s+là\s*$", "là ", gap)
            return index if _NAME_THEN_POST.fullmatch(gap) or (gap == " " and post.text[0].isupper()) else None
    return None


def _give(text: str, owned: dict[Name, list[Post]], names: Sequence[Name], index: int, chain: Sequence[Post], *, backward: bool) -> None:
    """Give the posts to the name, and to the list it stands in where they are said of all of it."""
    owned[names[index]].extend(chain)
    if not backward and not chain[-1].plural:
        return
    step = -1 if backward else 1
    sharing, current = [], index
    while 0 <= (other := current + step) < len(names):
        left, right = (names[other], names[current]) if backward else (names[current], names[other])
        if owned.get(names[other]) or not _NAME_THEN_NAME.fullmatch(text, left.end, right.start):
            break
        sharing.append(names[other])
        current = other
    first = names[current]
    if backward and not chain[0].plural and not _COUNTED_BEFORE.search(text, 0, first.start):
        return
    for name in sharing:
        owned[name].extend(chain[-1:] if not backward else chain)
