"""Where places are named in a text: with their kind ("xã Tân An"), behind a body ("Huyện ủy Ba Tri"), or bare where the words around say so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from gandan.ingest.atlas import LONGEST, Atlas, Spot
from gandan.ingest.document import Document
from gandan.ingest.extract import people
from gandan.ingest.letters import UPPER
from gandan.ingest.lines import LineKind
from gandan.ingest.sentences import Sentence
from gandan.ingest.wordlists import pairs, words
from gandan.units.gazetteer import Level

_KINDS = dict(pairs("place_kinds"))
_BODIES = dict(pairs("place_bodies"))
_NOT_PLACES = frozenset(words("not_places"))
_BEFORE_NO_PLACES = frozenset(words("before_no_places"))
_BEFORE_PLACES = frozenset(words("before_places"))
_ABBREVIATIONS = {short: tuple(part.strip() for part in full.split(",")) for short, full in pairs("province_initials")}
_SHORT = frozenset({"q.", "q", "h.", "p.", "p", "x.", "tt.", "tt", "tx.", "tx"})

_TOKEN = rf"[{UPPER}0-9][\w]*(?:['’][\w]+)*"
RUN = rf"{_TOKEN}(?:(?:\s|\s?[-–]\s?){_TOKEN}){{0,7}}"
_WORDS = re.compile(_TOKEN)


def _forms(table: dict[str, str]) -> str:
    long = [re.escape(form).replace(r"\ ", r"\s+") for form in sorted(table, key=len, reverse=True) if form not in _SHORT]
    return "|".join(long)


_KINDED = re.compile(
    rf"(?<![\w])(?:(?P<body>(?i:{_forms(_BODIES)}))\s+(?!TP|Tp)|(?P<kind>(?i:{_forms(_KINDS)})|(?:TX|Tx|TT|Q|P|H)\.?)\s*)(?P<run>{RUN})"
)
_BARE = re.compile(rf"(?<![\w'’]){RUN}")
_COUNTED = re.compile(
    r"(?i)(?:các|những|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nhiều|một số|\d+)\s+(?:[\w]+(?:,|/|\s+và|\s*-)\s+)*(?:[\w]+\s+)?$"
)
_PLURAL_NAMES = re.compile(
    rf"(?i:(?:các|những|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d+)\s+(?P<kind>{_forms(_KINDS)})(?:\s*,\s*(?:{_forms(_KINDS)}))*"
    rf"(?:\s+[\w\s]{{0,30}}?)?(?:\s*:|\s+(?:gồm|là|như))\s*)(?P<run>{RUN})"
)
_LIST_GAP = re.compile(r"\s*(?:,|;|và|,\s*và|-|–|/|\+)\s*(?:các\s+)?")
_LAST_WORDS = re.compile(r"([\w/]+)\W*$")
_FORMER = re.compile(r"\s*\(?\s*(?:cũ|trước đây|trước sáp nhập|nay là|hiện nay là|nay thuộc)\b")


class Sign(IntEnum):
    """How strongly the words around say that a capitalised run is a place."""

    NONE = 0
    CONTEXT = 1
    NEAR = 2
    SURE = 3


@dataclass(frozen=True)
class Mention:
    """One mention of a place; offsets are those of the document's text. `spots` is what the words alone allow."""

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
        if self.spots:
            return self.spots[0].level
        return LEVELS[self.kind or "Xã"]


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


def find(doc: Document, atlas: Atlas, day: date) -> list[Mention]:
    """Every mention in the order of the text."""
    return [mention for index, sentence in enumerate(doc.sentences) for mention in _in_sentence(sentence, index, atlas, day)]


def _in_sentence(sentence: Sentence, index: int, atlas: Atlas, day: date) -> list[Mention]:
    text = sentence.text
    taken = people.spans(text)
    found: list[Mention] = []
    for match in _KINDED.finditer(text):
        mention = _kinded(match, _before_people(match, taken), sentence, index, atlas, day)
        if mention is not None:
            found.append(mention)
            taken.append((mention.start - sentence.start, mention.end - sentence.start))
    for match in _BARE.finditer(text):
        for start, end in _free(match.start(), match.end(), taken):
            for mention in _bare(sentence, index, start, end, found, atlas, day):
                found.append(mention)
                taken.append((mention.start - sentence.start, mention.end - sentence.start))
    return sorted(found, key=lambda m: m.start)


def _before_people(match: re.Match[str], people_at: list[tuple[int, int]]) -> str:
    """The run up to where a person's name begins in it."""
    offset = match.start("run")
    stop = min((start for start, end in people_at if end > offset and start < match.end("run")), default=match.end("run"))
    return match["run"][: max(stop - offset, 0)].rstrip(" -–")


def _kinded(match: re.Match[str], run: str, sentence: Sentence, index: int, atlas: Atlas, day: date) -> Mention | None:
    form = " ".join((match["kind"] or match["body"]).lower().split())
    short = form in _SHORT or form + "." in _SHORT
    kind = _KINDS.get(form) or _BODIES.get(form) or _KINDS.get(form + ".")
    offset = match.start("run")
    if kind is None or _WORDS.match(run) is None:
        return None
    begin = offset if match["body"] else match.start()
    for length, end in _prefixes(run):
        spots = _of_kind(atlas.named(run[:end], day), kind, day)
        if spots:
            return _made(sentence, index, begin, offset + end, kind, run[:end], spots, Sign.SURE)
    first = run.split()[0].lower()
    if short or kind == "Tỉnh" or match["body"] or first in _NOT_PLACES or first[0].isdigit():
        return None
    return _unknown(sentence, index, begin, offset, kind, run, atlas)


def _unknown(sentence: Sentence, index: int, begin: int, offset: int, kind: str, run: str, atlas: Atlas) -> Mention | None:
    """A unit that did not exist by this name on the day, as far as the gazetteer knows."""
    ends = dict((length, end) for length, end in _prefixes(run) if length <= 3)
    if not ends or len(run.split()) > 4 or run.isupper():
        return None
    known = [end for end in ends.values() if any(s.kind == kind for s in atlas.ever(run[:end]))]
    end = known[0] if known else ends.get(2, ends[max(ends)])
    if len(run[:end].split()) < 2 and not known:
        return None
    return _made(sentence, index, begin, offset + end, kind, run[:end], [], Sign.SURE)


def _prefixes(run: str) -> Iterator[tuple[int, int]]:
    """Numbers of words and ends of the beginnings of a run, the longest first."""
    ends = [word.end() for word in _WORDS.finditer(run)]
    for length in range(min(len(ends), LONGEST), 0, -1):
        yield length, ends[length - 1]


def _of_kind(spots: list[Spot], kind: str, day: date) -> list[Spot]:
    exact = [spot for spot in spots if spot.kind == kind]
    if exact:
        return exact
    upgraded = _UPGRADES.get(kind, ())
    return [spot for spot in spots if spot.kind in upgraded and day < date(2025, 6, 30)]


_UPGRADES = {"Huyện": ("Thị xã", "Thành phố", "Quận"), "Thị xã": ("Thành phố",), "Xã": ("Phường", "Thị trấn"), "Thị trấn": ("Phường",)}


def _made(sentence: Sentence, index: int, begin: int, end: int, kind: str | None, name: str, spots: list[Spot], sign: Sign) -> Mention:
    text = sentence.text
    former = _FORMER.match(text, end) is not None
    start = sentence.start + begin
    return Mention(" ".join(text[begin:end].split()), start, sentence.start + end, kind, name, tuple(spots), sign, index, former)


def _free(start: int, end: int, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The parts of a run outside what is taken."""
    for begin, stop in sorted(taken):
        if stop <= start or begin >= end:
            continue
        if begin > start:
            yield start, begin
        start = stop
    if start < end:
        yield start, end


def _bare(sentence: Sentence, index: int, start: int, end: int, before: list[Mention], atlas: Atlas, day: date) -> Iterator[Mention]:
    run = sentence.text[start:end].rstrip(" -–")
    tokens = list(_WORDS.finditer(run))
    position = 0
    while position < len(tokens):
        size, mention = 1, None
        for length in range(min(len(tokens) - position, LONGEST), 0, -1):
            left, right = start + tokens[position].start(), start + tokens[position + length - 1].end()
            mention = _bare_at(sentence, index, left, right, before, atlas, day, (tokens, position, length))
            if mention is not None:
                size = length
                yield mention
                break
        position += size


def _bare_at(
    sentence: Sentence,
    index: int,
    left: int,
    right: int,
    before: list[Mention],
    atlas: Atlas,
    day: date,
    where: tuple[list[re.Match[str]], int, int],
) -> Mention | None:
    tokens, position, length = where
    text = sentence.text
    name = text[left:right]
    if name in _ABBREVIATIONS:
        return _abbreviated(sentence, index, left, right, before, atlas, day)
    spots = atlas.named(name, day)
    if not spots or name[0].isdigit():
        return None
    lead = text[max(0, left - 40) : left]
    last = " ".join(lead.lower().split()[-3:])
    lead_words = last.strip(' “"(:').split()
    ends = {" ".join(lead_words[-n:]) for n in (1, 2, 3)}
    if ends & _BEFORE_NO_PLACES and not lead.rstrip().endswith(("(", ",", ":")):
        return None
    whole = length == len(tokens) or _parted(text, tokens, position, length, left, right)
    provinces = [s for s in spots if s.level is Level.PROVINCE]
    if provinces and key_allows(name):
        if not whole and position + length != len(tokens):
            return None
        return _made(sentence, index, left, right, None, name, provinces, Sign.SURE) if length > 1 or name == "Huế" else None
    if not whole or (length < 2 and name not in ("Vinh", "Huế")):
        return None
    sign, level = _sign(sentence, left, before, ends)
    allowed = [
        s
        for s in spots
        if s.level is Level.DISTRICT or (s.level is Level.COMMUNE and (level is Level.COMMUNE or _new_commune(sentence, day, sign)))
    ]
    if level is Level.COMMUNE and any(s.level is Level.COMMUNE for s in allowed):
        allowed = [s for s in allowed if s.level is Level.COMMUNE]
    elif any(s.level is Level.DISTRICT for s in allowed):
        allowed = [s for s in allowed if s.level is Level.DISTRICT]
    return _made(sentence, index, left, right, None, name, allowed, sign) if allowed else None


def _abbreviated(sentence: Sentence, index: int, left: int, right: int, before: list[Mention], atlas: Atlas, day: date) -> Mention | None:
    """Initials of a province, only behind a smaller place: "xã Đông Phước – Châu Thành – HG"."""
    name = sentence.text[left:right]
    previous = max((m for m in before if m.end - sentence.start <= left), key=lambda m: m.end, default=None)
    if previous is None or not _LIST_GAP.fullmatch(sentence.text, previous.end - sentence.start, left):
        return None
    spots = [s for full in _ABBREVIATIONS[name] for s in atlas.named(full, day) if s.level is Level.PROVINCE]
    return _made(sentence, index, left, right, None, name, spots, Sign.NEAR) if spots else None


def key_allows(name: str) -> bool:
    """Hồ Chí Minh without a kind is the man, not the city."""
    return name.lower() not in ("hồ chí minh", "hcm")


def _parted(text: str, tokens: list[re.Match[str]], position: int, length: int, left: int, right: int) -> bool:
    """Whether dashes part the name from its neighbours in the run."""
    before = position == 0 or text[:left].rstrip().endswith(("-", "–"))
    after = position + length == len(tokens) or text[right:].lstrip().startswith(("-", "–"))
    return before and after


def _new_commune(sentence: Sentence, day: date, sign: Sign) -> bool:
    return day >= date(2025, 7, 1) and sentence.line.kind is LineKind.TITLE and sign >= Sign.NEAR


def _sign(sentence: Sentence, left: int, before: list[Mention], ends: set[str]) -> tuple[Sign, Level | None]:
    """How strong the sign is, and the level that a list gives."""
    text = sentence.text
    previous = max((m for m in before if m.end - sentence.start <= left), key=lambda m: m.end, default=None)
    if previous is not None and _LIST_GAP.fullmatch(text, previous.end - sentence.start, left):
        plural = previous.kind is None or _COUNTED.search(text, 0, previous.start - sentence.start) is not None
        return Sign.SURE, previous.level if plural else None
    named = _PLURAL_NAMES.search(text)
    if named is not None and named.start("run") == left:
        return Sign.SURE, LEVELS[_KINDS[" ".join(named["kind"].lower().split())]]
    head = text[:left].rstrip()
    if sentence.line.kind is LineKind.TITLE:
        return Sign.SURE if not head else Sign.NEAR, None
    if not head or head.endswith(("(", "- ", "–")) or ends & _BEFORE_PLACES:
        return Sign.NEAR, None
    return Sign.NONE, None
