"""Where persons' full names stand in a sentence.

A Vietnamese full name is a surname and one to five more syllables, each with a capital. Place names look alike (Hà Giang, Lê Lợi), so
a name must not follow a word that makes it a place, and a place name in front of it is cut off ("Tỉnh ủy Hà Giang Đặng Quốc …").
"""

import re
from dataclasses import dataclass

from gandan.core.text import tone_key
from gandan.ingest.atlas import Atlas
from gandan.ingest.letters import LOWER, UPPER
from gandan.ingest.wordlists import either, words

_SURNAMES = frozenset(part.replace("-", " ") for line in words("surnames") for part in line.split())
_HISTORICAL = frozenset(tone_key(name) for name in words("historical_names"))
_NEVER = frozenset(tone_key(name) for name in ("Hồ Chí Minh", "Nguyễn Ái Quốc"))
_BEFORE_PLACES = frozenset(words("words_before_places"))
_BEFORE_BODIES_PLACE = frozenset(words("words_of_bodies"))

_SYLLABLE = rf"[{UPPER}](?:['’][{UPPER}])?[{LOWER}]*(?:['’][{UPPER}{LOWER}][{LOWER}]*)?"
_RUN = re.compile(rf"(?<![\w'’]){_SYLLABLE}(?: {_SYLLABLE})+(?![\w])|(?<![\w'’-])[KHY]['’][{UPPER}{LOWER}][{LOWER}]+(?!\w)")
_LEAD = re.compile(r"([\w/.,]+(?: [\w/.]+)?)[ “\"]*$")
TITLE = re.compile(rf"(?:^|(?<=[\s(“:;,–-]))(?:(?:{either('person_titles')})[.,:]?\s*)+$", re.IGNORECASE)
_MAX_SYLLABLES = 6
_HEADS = frozenset("Phó Chủ Bí Trưởng Giám Ủy Uỷ Chánh".split())
"""First syllables of posts, which may follow a name without a comma."""
_FORMS = frozenset({"Ông", "Bà", "Anh", "Chị", "Cụ", "Bác"})
_OFFICES = frozenset({"Đảng", "Quốc", "Trung", "Nhà", "Mặt", "Chính"})
_NOT_GIVEN = frozenset("Tỉnh Huyện Xã Phường Quận Sở Phòng Ủy Uỷ Ban Bí Chủ Trưởng Phó Giám Đảng Cục Vụ UBND HĐND MTTQ".split())


@dataclass(frozen=True, slots=True)
class Name:
    """A person's full name; offsets are those of the sentence."""

    text: str
    start: int
    end: int


def find(text: str, atlas: Atlas) -> list[Name]:
    """Full names in a sentence, from left to right."""
    return [name for run in _RUN.finditer(text) if (name := _within(text, run, atlas)) is not None]


def _within(text: str, run: re.Match[str], atlas: Atlas) -> Name | None:
    syllables = _before_office(run.group().split())
    first = 1 if syllables[0] in _FORMS else 0
    titled = bool(first) or TITLE.search(text, 0, run.start()) is not None
    if not titled:
        begun = _first(text, run, syllables, atlas)
        if begun is None:
            return None
        first = begun
        if first and atlas.is_large(" ".join(syllables[first:])):
            return None
    kept = syllables[first:]
    if len(kept) > _MAX_SYLLABLES or not _like_a_person(kept, titled=titled):
        return None
    start = run.start() + len(" ".join(syllables[:first])) + (1 if first else 0)
    name = " ".join(kept)
    if tone_key(name) in _NEVER:
        return None
    return Name(name, start, start + len(name))


def _before_office(syllables: list[str]) -> list[str]:
    """A name ends where an office begins without a comma: "Hà Xuân Thuấn Phó Bí thư"."""
    stop = next((i for i, syllable in enumerate(syllables) if i >= 2 and syllable in _HEADS), len(syllables))
    return syllables[:stop]


def is_historical(name: str) -> bool:
    """Whether a person of history bore the name."""
    return tone_key(name) in _HISTORICAL


def _first(text: str, run: re.Match[str], syllables: list[str], atlas: Atlas) -> int | None:
    """The syllable where the person's name begins, behind the end of a body's or a place's name."""
    lead = _LEAD.search(text, 0, run.start())
    before = lead.group(1).lower() if lead else ""
    last = before.rsplit(" ", 1)[-1]
    if before not in ("thành phố", "nông thôn") and (before in _BEFORE_PLACES or last in _BEFORE_PLACES):
        return None
    bodied = before in _BEFORE_BODIES_PLACE or last in _BEFORE_BODIES_PLACE
    length = atlas.place_prefix(syllables)
    if length == len(syllables):
        return None if bodied or length < 3 or atlas.is_large(run.group()) else 0
    if length and _starts_name(syllables[length:]) and (bodied or syllables[0] not in _SURNAMES or len(syllables) > 4):
        return length
    if syllables[0] == "Đoàn" and _starts_name(syllables[1:]) and re.search(r"(?i)bí thư\s*$", text[: run.start()]):
        return 1
    if syllables[0] not in _SURNAMES and 3 <= len(syllables) <= 4 and not length and text[: run.start()].rstrip().endswith((";", ":")):
        return 0  # a rare surname, where a list of names goes on
    if syllables[0] in _OFFICES or syllables[0] not in _SURNAMES:
        return next((i for i in range(1, len(syllables) - 1) if _starts_name(syllables[i:])), None)
    return 0


def _starts_name(syllables: list[str]) -> bool:
    return 2 <= len(syllables) <= _MAX_SYLLABLES and syllables[0] in _SURNAMES


def _like_a_person(syllables: list[str], *, titled: bool) -> bool:
    single = titled and syllables[0][1:2] in ("'", "’")
    if (len(syllables) < 2 and not single) or not _NOT_GIVEN.isdisjoint(syllables[:-1]) or syllables[-1] in _HEADS:
        return False
    return "Việt Nam" not in " ".join(syllables)
