"""One mention of a place, and the sentence in which mentions are looked for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from gandan.ingest.atlas import LONGEST, Atlas, Spot
from gandan.ingest.letters import UPPER
from gandan.ingest.sentences import Sentence
from gandan.ingest.wordlists import pairs
from gandan.units.gazetteer import Level

KINDS = dict(pairs("place_kinds"))
SHORT = frozenset({"q.", "q", "h.", "p.", "p", "x.", "tt.", "tt", "tx.", "tx"})
"""Forms of one or two letters: read only with a capital and before a name that exists."""
LEVELS = {
    "Tỉnh": Level.PROVINCE,
    "Thành phố": Level.DISTRICT,
    "Quận": Level.DISTRICT,
    "Huyện": Level.DISTRICT,
    "Thị xã": Level.DISTRICT,
    "Thị trấn": Level.COMMUNE,
    "Phường": Level.COMMUNE,
    "Xã": Level.COMMUNE,
    "Đặc khu": Level.COMMUNE,
}

TOKEN = rf"[{UPPER}0-9][\w]*(?:['’][\w]+)*"
RUN = rf"{TOKEN}(?:(?:\s|\s?[-–]\s?){TOKEN}){{0,7}}"
"""Capitalised words in a row, with single dashes between."""
WORD = re.compile(TOKEN)
_FORMER = re.compile(r"\s*\(?\s*(?:cũ|trước đây|trước sáp nhập|nay là|hiện nay là|nay thuộc)\b")


class Sign(IntEnum):
    """How strongly the words around say that a capitalised run is a place."""

    NONE = 0
    NEAR = 1
    SURE = 2


@dataclass(frozen=True)
class Mention:
    """One mention; offsets are those of the document's text. `spots` are the units that the words alone allow."""

    text: str
    start: int
    end: int
    kind: str | None
    name: str
    spots: tuple[Spot, ...]
    sign: Sign
    sentence: int
    former: bool = False

    @property
    def level(self) -> Level:
        """The level of the candidates, or what the kind says."""
        return self.spots[0].level if self.spots else LEVELS[self.kind or "Xã"]


@dataclass(frozen=True)
class Scene:
    """A sentence with the map of its day."""

    sentence: Sentence
    index: int
    atlas: Atlas
    day: date

    @property
    def text(self) -> str:
        """The sentence's characters; `begin` and `end` below are offsets in it."""
        return self.sentence.text

    def mention(self, begin: int, end: int, kind: str | None, name: str, spots: Sequence[Spot], sign: Sign) -> Mention:
        """A mention of this sentence."""
        former = _FORMER.match(self.text, end) is not None
        offset = self.sentence.start
        said = " ".join(self.text[begin:end].split())
        return Mention(said, offset + begin, offset + end, kind, name, tuple(spots), sign, self.index, former)

    def span(self, mention: Mention) -> tuple[int, int]:
        """Where a mention stands in the sentence."""
        return mention.start - self.sentence.start, mention.end - self.sentence.start


def forms(table: dict[str, str]) -> str:
    """The long forms of a table as one alternative, longest first."""
    return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(table, key=len, reverse=True) if form not in SHORT)


def beginnings(run: str) -> Iterator[tuple[int, int]]:
    """Numbers of words and ends of the beginnings of a run, the longest first."""
    ends = [word.end() for word in WORD.finditer(run)]
    for length in range(min(len(ends), LONGEST), 0, -1):
        yield length, ends[length - 1]
