"""Lines of a printed page back to paragraphs, so that a sentence broken at the margin is one sentence again."""

import re
from collections.abc import Sequence
from statistics import quantiles

_PAGE_NUMBER = re.compile(r"^\W*(?:trang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?\W*$", re.IGNORECASE)
_NEW = re.compile(r"^(?:[-–•+*▪●◦]|\d{1,2}[.)/]\s|[a-zđ][.)]\s|[IVX]{1,5}[.)]\s|(?:Điều|Chương|Mục|Phần|Nơi nhận|Kính gửi|Số)\b)")
_ENDS = re.compile(r"[.!?:;…][\"”’)]*$")
_FULL = 0.82
"""A line at least this share of the usual width ran to the margin; a shorter one was ended on purpose."""


def reflow(pages: Sequence[str]) -> str:
    """Paragraphs one a line. Page numbers alone at the edge of a page are left out; no character of a sentence is changed."""
    lines = [line for page in pages for line in _without_number([" ".join(raw.split()) for raw in page.split("\n")])]
    lengths = [len(line) for line in lines if len(line) > 20]
    width = quantiles(lengths, n=10)[7] if len(lengths) > 2 else 0
    paragraphs: list[str] = []
    last = ""
    for line in lines:
        if line and paragraphs and _goes_on(last, line, width):
            paragraphs[-1] += " " + line
        elif line:
            paragraphs.append(line)
        last = line or last
    return "\n".join(paragraphs)


def _goes_on(last: str, line: str, width: float) -> bool:
    """Whether `line` continues the paragraph that `last` is the latest line of."""
    if _NEW.match(line) or line.isupper() != last.isupper():
        return False
    if line[0].islower() and not _ENDS.search(last):
        return True
    return width > 0 and len(last) >= _FULL * width and not _ENDS.search(last)


def _without_number(lines: list[str]) -> list[str]:
    filled = [i for i, line in enumerate(lines) if line]
    edges = {filled[0], filled[-1]} if filled else set()
    return [line for i, line in enumerate(lines) if not (i in edges and _PAGE_NUMBER.match(line))]
