"""The lines of a text and what each is for: a page carries more than its article."""

from dataclasses import dataclass
from enum import StrEnum


class LineKind(StrEnum):
    """What a line is for; `chrome.mark` decides it."""

    TITLE = "title"
    BODY = "body"
    CAPTION = "caption"  # under a picture: names people, but tells no event of its own
    BYLINE = "byline"  # author, photographer, source
    FURNITURE = "furniture"  # menus, clocks, counters, share buttons, other news


READ = frozenset({LineKind.TITLE, LineKind.BODY, LineKind.CAPTION})
"""The kinds whose sentences are read for records."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not empty, trimmed; `start` and `end` are offsets in the cleaned text."""

    text: str
    start: int
    end: int
    kind: LineKind = LineKind.BODY


def split(text: str) -> list[Line]:
    """Cut a cleaned text at its line breaks; empty lines are left out."""
    lines, start = [], 0
    for raw in text.split("\n"):
        trimmed = raw.strip()
        if trimmed:
            begin = start + raw.index(trimmed[0])
            lines.append(Line(trimmed, begin, begin + len(trimmed)))
        start += len(raw) + 1
    return lines
