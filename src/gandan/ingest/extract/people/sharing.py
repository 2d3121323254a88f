"""Posts written in short: a word shared with the next post is put in, and one office written twice is kept once, in its longest form."""

import re
from collections.abc import Iterable, Sequence

from gandan.core.text import tone_key

_PARTY_HEAD = re.compile(
    r"(?i)^(?:nguyên )?(?:phó bí thư(?: thường trực)?|bí thư|[uủ][yỷ] viên(?: (?:dự khuyết|ban thường vụ|ban chấp hành|btv|bch|thường vụ))?"
    r"|uvbtv|uvbch|uvtv|uv btv|uv ban thường vụ)$"
)
_PARTY_BODY = re.compile(
    r"(?i)((?:tỉnh|thành|huyện|quận|thị|đảng) (?:ủy|uỷ)(?! viên).*|đảng bộ .+|trung ương đảng.*"
    r"|(?:tỉnh|thành|huyện|quận) đoàn.*|trung ương đoàn.*)$"
)
_BARE_HEAD = re.compile(
    r"(?i)^(?:nguyên )?(?:phó )?((?:tổng )?(?:trưởng (?:ban|phòng|khoa)|giám đốc|hiệu trưởng|viện trưởng|cục trưởng|vụ trưởng"
    r"|chủ nhiệm|chánh văn phòng))( thường trực)?$"
)
_SELF_STANDING = re.compile(r"(?i)^trưởng đoàn")


def expand(posts: Sequence[str], later: Iterable[str]) -> list[str]:
    """Complete posts that lack their body from the next post that has it; `later` are the posts of others in the sentence."""
    following = list(later)
    return [_complete(post, [*posts[i + 1 :], *following], own=len(posts) - i - 1) for i, post in enumerate(posts)]


def _complete(post: str, behind: Sequence[str], own: int) -> str:
    if _PARTY_HEAD.match(post) and not _has_party_body(post):
        for other in behind[:own]:
            body = _PARTY_BODY.search(other)
            if body:
                return f"{post} {body.group(1)}"
        return post
    head = _BARE_HEAD.match(post)
    if head is None or _SELF_STANDING.match(post):
        return post
    for other in behind:
        found = re.search(rf"(?i)\b{re.escape(head.group(1))} (?!thường trực\b)(.+)$", other)
        if found:
            unit = head.group(1).split()[-1]
            repeated = f" {unit}" if head.group(2) and unit.lower() in ("ban", "phòng", "khoa") else ""
            return f"{post}{repeated} {found.group(1)}"
    return post


def _has_party_body(post: str) -> bool:
    return _PARTY_BODY.search(post) is not None


def merge(posts: Iterable[str]) -> list[str]:
    """One office once: of two forms where one begins like the other, the longer stays, at the place of the first."""
    kept: list[str] = []
    for post in posts:
        small = tone_key(post)
        for index, other in enumerate(kept):
            known = tone_key(other)
            if small == known or known.startswith(small + " "):
                break
            if small.startswith(known + " "):
                kept[index] = post
                break
        else:
            kept.append(post)
    return kept
