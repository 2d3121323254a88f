"""Places written with their kind ("xã Tân An", "P. 3") or behind a body that has one ("Huyện ủy Ba Tri")."""

import re
from collections.abc import Iterator, Sequence

from gandan.ingest.atlas import LAST_OLD_DAY, Spot
from gandan.ingest.extract.units.mention import KINDS, RUN, SHORT, WORD, Mention, Scene, Sign, beginnings, forms
from gandan.ingest.wordlists import pairs, words

_BODIES = dict(pairs("place_bodies"))
_NOT_PLACES = frozenset(words("not_places"))
_KINDED = re.compile(
    rf"(?<![\w])(?:(?P<body>(?i:{forms(_BODIES)}))\s+(?!TP|Tp)|(?P<kind>(?i:{forms(KINDS)})|(?:TX|Tx|TT|Q|P|H)\.?)\s*)(?P<run>{RUN})"
)
_NUMBER_BEHIND = re.compile(r"\s*(?:,|và)\s*(\d{1,2})(?=\s*(?:[,;.)]|và\s|$))(?![.,]\d)")
_UPGRADES = {"Huyện": ("Thị xã", "Thành phố", "Quận"), "Thị xã": ("Thành phố",), "Xã": ("Phường", "Thị trấn"), "Thị trấn": ("Phường",)}
"""What a unit may have become later under the same name and code: the gazetteer only knows its last kind."""


def find(scene: Scene, taken: Sequence[tuple[int, int]]) -> Iterator[Mention]:
    """Mentions from left to right; `taken` are the places of persons' names."""
    for match in _KINDED.finditer(scene.text):
        mention = _read(scene, match, _before_people(match, taken))
        if mention is not None:
            yield mention
            if mention.name.isdigit() and mention.kind is not None:
                yield from _numbers_behind(scene, scene.span(mention)[1], mention.kind)


def _numbers_behind(scene: Scene, end: int, kind: str) -> Iterator[Mention]:
    """Further units that bear numbers: "Phường 3, 5, 12 và 15". A number that counts something is followed by a word."""
    while (number := _NUMBER_BEHIND.match(scene.text, end)) is not None:
        begin, end = number.span(1)
        spots = _of_kind(scene, number[1], kind)
        if spots:
            yield scene.mention(begin, end, kind, number[1], spots, Sign.SURE)


def _before_people(match: re.Match[str], taken: Sequence[tuple[int, int]]) -> str:
    """The run up to where a person's name begins in it."""
    offset = match.start("run")
    stop = min((start for start, end in taken if end > offset and start < match.end("run")), default=match.end("run"))
    return match["run"][: max(stop - offset, 0)].rstrip(" -–")


def _read(scene: Scene, match: re.Match[str], run: str) -> Mention | None:
    form = " ".join((match["kind"] or match["body"]).lower().split())
    kind = KINDS.get(form) or _BODIES.get(form) or KINDS.get(form + ".")
    if kind is None or WORD.match(run) is None:
        return None
    offset = match.start("run")
    begin = offset if match["body"] else match.start()
    for _, end in beginnings(run):
        spots = _of_kind(scene, run[:end], kind)
        if spots:
            return scene.mention(begin, offset + end, kind, run[:end], spots, Sign.SURE)
    first = run.split()[0].lower()
    if {form, form + "."} & SHORT or kind == "Tỉnh" or match["body"] or first in _NOT_PLACES or first[0].isdigit():
        return None
    return _unknown(scene, begin, offset, kind, run)


def _unknown(scene: Scene, begin: int, offset: int, kind: str, run: str) -> Mention | None:
    """A unit that did not exist by this name on the day, as far as the gazetteer knows."""
    ends = {length: end for length, end in beginnings(run) if length <= 3}
    if not ends or len(run.split()) > 4 or run.isupper():
        return None
    known = [end for end in ends.values() if any(spot.kind == kind for spot in scene.atlas.ever(run[:end]))]
    end = known[0] if known else ends.get(2, ends[max(ends)])
    if len(run[:end].split()) < 2 and not known:
        return None
    return scene.mention(begin, offset + end, kind, run[:end], [], Sign.SURE)


def _of_kind(scene: Scene, name: str, kind: str) -> list[Spot]:
    spots = scene.atlas.named(name, scene.day)
    exact = [spot for spot in spots if spot.kind == kind]
    if exact or scene.day >= LAST_OLD_DAY:
        return exact
    return [spot for spot in spots if spot.kind in _UPGRADES.get(kind, ())]
