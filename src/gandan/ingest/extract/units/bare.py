"""Places written without a kind, where the words around say that a place is meant: "Ba Tri (Bến Tre)", "các xã A, B và C"."""

import re
from collections.abc import Iterator, Sequence

from gandan.ingest.atlas import LONGEST, REFORM, Spot
from gandan.ingest.extract.units.mention import KINDS, LEVELS, RUN, WORD, Mention, Scene, Sign, forms
from gandan.ingest.lines import LineKind
from gandan.ingest.wordlists import pairs, words
from gandan.units.gazetteer import Level

_BEFORE_NO_PLACES = frozenset(words("before_no_places"))
_BEFORE_PLACES = frozenset(words("before_places"))
_INITIALS = {short: tuple(part.strip() for part in full.split(",")) for short, full in pairs("province_initials")}
_NOT_ALONE = frozenset({"hồ chí minh", "hcm"})
"""Without a kind it is the man, not the city."""
_ONE_WORD = frozenset({"Huế", "Vinh", "Pleiku"})

_RUN = re.compile(rf"(?<![\w'’]){RUN}")
_NUMBER = r"các|những|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nhiều|một số|\d+"
_COUNTED = re.compile(rf"(?i)(?:{_NUMBER})\s+(?:[\w]+(?:,|/|\s+và|\s*-)\s+)*(?:[\w]+\s+)?$")
_NAMED_KIND = re.compile(
    rf"(?i:(?:{_NUMBER})\s+(?P<kind>{forms(KINDS)})(?:\s*,\s*(?:{forms(KINDS)}))*(?:\s+[\w\s]{{0,30}}?)?(?:\s*:|\s+(?:gồm|là|như))\s*)"
    rf"(?P<run>{RUN})"
)
_LIST_GAP = re.compile(r"\s*(?:,|;|và|,\s*và|-|–|/|\+)\s*(?:các\s+)?")


def add(scene: Scene, found: list[Mention], taken: Sequence[tuple[int, int]]) -> None:
    """Add the mentions outside what is taken to those found already, from left to right: a list goes on from place to place."""
    for match in _RUN.finditer(scene.text):
        for start, end in _free(match.start(), match.end(), taken):
            for piece in _pieces(scene.text, start, end):
                _add_from(scene, piece, found)


def _free(start: int, end: int, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The parts of a run outside what is taken."""
    for begin, stop in sorted(taken):
        if stop <= start or begin >= end:
            continue
        if begin > start:
            yield start, begin
        start = stop
    if start < end:
        yield start, end


def _pieces(text: str, start: int, end: int) -> Iterator[list[re.Match[str]]]:
    """The words of a run, cut behind initials ("UBND Củ Chi") and behind a preposition that begins the sentence ("Tại Củ Chi")."""
    tokens = list(WORD.finditer(text, start, end))
    capitals = text[start:end].isupper()
    piece: list[re.Match[str]] = []
    for token in tokens:
        word = token.group()
        initials = not capitals and word.isupper() and len(word) > 1 and word not in _INITIALS
        if initials or (not piece and word.lower() in _BEFORE_PLACES):
            if piece:
                yield piece
            piece = []
            continue
        piece.append(token)
    if piece:
        yield piece


def _add_from(scene: Scene, tokens: list[re.Match[str]], found: list[Mention]) -> None:
    position = 0
    while position < len(tokens):
        size = 1
        for length in range(min(len(tokens) - position, LONGEST), 0, -1):
            mention = _at(scene, tokens, position, length, found)
            if mention is not None:
                size = length
                found.append(mention)
                break
        position += size


def _at(scene: Scene, tokens: list[re.Match[str]], position: int, length: int, found: list[Mention]) -> Mention | None:
    left, right = tokens[position].start(), tokens[position + length - 1].end()
    name = scene.text[left:right]
    if name in _INITIALS:
        return _initials(scene, left, right, found)
    spots = scene.atlas.named(name, scene.day)
    if not spots or name[0].isdigit() or (length == 1 and name not in _ONE_WORD) or name.lower() in _NOT_ALONE:
        return None
    ends = _words_before(scene.text, left)
    if ends & _BEFORE_NO_PLACES and not scene.text[:left].rstrip().endswith(("(", ",", ":")):
        return None
    ended = all(token.group()[0].isdigit() for token in tokens[position + length :])
    whole = (position == 0 and ended) or _parted(scene.text, tokens, position, length)
    provinces = [spot for spot in spots if spot.level is Level.PROVINCE]
    if provinces:
        return scene.mention(left, right, None, name, provinces, Sign.SURE) if whole or ended else None
    if not whole:
        return None
    sign, level = _sign(scene, left, found, ends)
    allowed = _of_level(scene, spots, sign, level)
    return scene.mention(left, right, None, name, allowed, sign) if allowed else None


def _of_level(scene: Scene, spots: Sequence[Spot], sign: Sign, level: Level | None) -> list[Spot]:
    """Communes only where a list says so, or in a title since there are no districts; else districts."""
    communes = [spot for spot in spots if spot.level is Level.COMMUNE]
    if level is Level.COMMUNE and communes:
        return communes
    districts = [spot for spot in spots if spot.level is Level.DISTRICT]
    if not districts and scene.day >= REFORM and scene.sentence.line.kind is LineKind.TITLE and sign >= Sign.NEAR:
        return communes
    return districts


def _words_before(text: str, left: int) -> set[str]:
    """The last word, two words and three words before the name, in lower case."""
    before = text[max(0, left - 40) : left].lower().strip(' “"(:').split()
    return {" ".join(before[-n:]) for n in (1, 2, 3)}


def _parted(text: str, tokens: list[re.Match[str]], position: int, length: int) -> bool:
    """Whether dashes part the name from its neighbours in the run."""
    left, right = tokens[position].start(), tokens[position + length - 1].end()
    before = position == 0 or text[:left].rstrip().endswith(("-", "–"))
    after = position + length == len(tokens) or text[right:].lstrip().startswith(("-", "–"))
    return before and after


def _previous(scene: Scene, left: int, found: Sequence[Mention]) -> Mention | None:
    """The mention before, where nothing but a list's comma or dash stands between."""
    before = max((m for m in found if scene.span(m)[1] <= left), key=lambda m: m.end, default=None)
    return before if before is not None and _LIST_GAP.fullmatch(scene.text, scene.span(before)[1], left) else None


def _initials(scene: Scene, left: int, right: int, found: Sequence[Mention]) -> Mention | None:
    """Initials of a province, only behind a smaller place: "xã Đông Phước – Châu Thành – HG"."""
    if _previous(scene, left, found) is None:
        return None
    name = scene.text[left:right]
    spots = [spot for full in _INITIALS[name] for spot in scene.atlas.named(full, scene.day) if spot.level is Level.PROVINCE]
    return scene.mention(left, right, None, name, spots, Sign.NEAR) if spots else None


def _sign(scene: Scene, left: int, found: Sequence[Mention], ends: set[str]) -> tuple[Sign, Level | None]:
    """How strong the sign is, and the level that a list gives."""
    previous = _previous(scene, left, found)
    if previous is not None:
        plural = previous.kind is None or _COUNTED.search(scene.text, 0, scene.span(previous)[0]) is not None
        return Sign.SURE, previous.level if plural else None
    named = _NAMED_KIND.search(scene.text)
    if named is not None and named.start("run") == left:
        return Sign.SURE, LEVELS[KINDS[" ".join(named["kind"].lower().split())]]
    head = scene.text[:left].rstrip()
    if scene.sentence.line.kind is LineKind.TITLE:
        return Sign.NEAR if head else Sign.SURE, None
    if not head or head.endswith(("(", "-", "–")) or ends & _BEFORE_PLACES:
        return Sign.NEAR, None
    return Sign.NONE, None
