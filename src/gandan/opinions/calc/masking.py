"""What of private persons stands in a text that everybody is to read, and how it would read without: a proposal, which a person edits.

What `core.text.private` finds is covered: a name by the initial of the given name ("bà Nguyễn Thị Na" becomes "bà N.", so that a sentence
about two people still reads as one), a number by what it was, in brackets. Once a name was found it is covered wherever it stands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gandan.core.text import nfc
from gandan.core.text.private import Found, Kind, found

_TITLES = frozenset("ông bà anh chị em cháu cô chú bác cụ dì cậu mợ thím bé vợ chồng gia đình hộ cận nghèo dân người bệnh nhân mẹ".split())
_PASSES = 3  # what is covered may lay bare something beside it


@dataclass(frozen=True)
class Part:
    """A piece of a text; `covered` where it was, or is to be, covered."""

    text: str
    covered: bool = False


@dataclass(frozen=True)
class Proposed:
    """A text as it could be read by everybody, and as it was, with the pieces that were covered marked in both."""

    text: str
    was: tuple[Part, ...]
    now: tuple[Part, ...]

    @property
    def many(self) -> int:
        """How many pieces were covered."""
        return sum(part.covered for part in self.was)


def propose(text: str) -> Proposed:
    """The text with private persons covered."""
    plain = nfc(text)
    was, now = [Part(plain)], [Part(plain)]
    for _pass in range(_PASSES):
        changed, was, now = _once(was, now)
        if not changed:
            break
    return Proposed("".join(part.text for part in now), tuple(_tidy(was)), tuple(_tidy(now)))


def _once(was: list[Part], now: list[Part]) -> tuple[bool, list[Part], list[Part]]:
    """Covers what is found in the whole of the text as it reads now; pieces that are covered already stay as they are."""
    spans = _spans("".join(part.text for part in now))
    at, changed = 0, False
    new_was: list[Part] = []
    new_now: list[Part] = []
    for before, after in zip(was, now, strict=True):
        end = at + len(after.text)
        mine = [] if after.covered else [(s, e, c) for s, e, c in spans if at <= s and e <= end]
        position = at
        for start, stop, cover in mine:
            for parts in (new_was, new_now):
                parts.append(Part(after.text[position - at : start - at]))
            new_was.append(Part(after.text[start - at : stop - at], covered=True))
            new_now.append(Part(cover, covered=True))
            position, changed = stop, True
        new_was.append(before if position == at else Part(after.text[position - at :]))
        new_now.append(after if position == at else Part(after.text[position - at :]))
        at = end
    return changed, new_was, new_now


def _spans(text: str) -> list[tuple[int, int, str]]:
    """Where something is to be covered, and by what; from left to right, none over another."""
    direct = [(one.start, one.end, _cover(one)) for one in found(text)]
    kept: list[tuple[int, int, str]] = []
    for span in sorted([*direct, *_again(text)], key=lambda s: (s[0], -s[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _again(text: str) -> Iterator[tuple[int, int, str]]:
    """The same name where no form of address gives it away: only a name of two syllables or more, one alone is a word like others."""
    names = {_name(one.text)[1] for one in found(text) if one.kind is Kind.PERSON}
    for name in names:
        if " " in name:
            yield from ((m.start(), m.end(), _initial(name)) for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text))


def _cover(one: Found) -> str:
    if one.kind is not Kind.PERSON:
        return f"[{one.kind.label}]"
    title, name = _name(one.text)
    return f"{title} {_initial(name)}".strip()


def _name(said: str) -> tuple[str, str]:
    """The form of address and the name behind it."""
    words = said.split()
    first = next((n for n, word in enumerate(words) if word.lower().rstrip(".,:") not in _TITLES), len(words) - 1)
    first = min(first, len(words) - 1)
    return " ".join(words[:first]), " ".join(words[first:])


def _initial(name: str) -> str:
    """The given name stands last."""
    return f"{name.split()[-1].lstrip('.')[:1].upper()}."


def _tidy(parts: list[Part]) -> Iterator[Part]:
    return (part for part in parts if part.text)
