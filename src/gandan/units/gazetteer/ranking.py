"""How well a place answers to a name; higher first. One table, so that the portal, the command and the reading of prose agree."""

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from gandan.units.gazetteer.names import Name
from gandan.units.gazetteer.place import Level, Place

SCORES = {"exact": 100, "fold": 90, "prefix": 70, "part": 55, "typo": 50, "code": 100}
KIND_SAME, KIND_OTHER, STILL_OPEN = 6, -12, 3
LEVELS = {Level.PROVINCE: 6, Level.DISTRICT: 2, Level.COMMUNE: 0}
SHORTEST_TYPO = 4  # a letter wrong in three leaves too little to know


@dataclass(frozen=True)
class Hit:
    """A found place, how well it fits, and by what: exact (with its accents), fold (without), prefix, part, typo, code."""

    place: Place
    score: int
    how: str


def matches(name: Name, squeezed_names: list[str]) -> Iterator[tuple[str, str]]:
    """(how, squeezed name) over the known names, best kind of match first; "fold" is sharpened to "exact" by `score`."""
    wanted = name.squeezed
    yield "fold", wanted
    if len(wanted) < 2 or wanted.isdigit():
        return
    yield from (("prefix", n) for n in squeezed_names if n.startswith(wanted) and n != wanted)
    if len(wanted) >= 3:
        yield from (("part", n) for n in squeezed_names if wanted in n and not n.startswith(wanted))
    yield from (("typo", n) for n in typos(wanted, squeezed_names))


def typos(wanted: str, squeezed_names: list[str]) -> list[str]:
    """Names one letter added, dropped, changed or swapped away."""
    if len(wanted) < SHORTEST_TYPO:
        return []
    found = process.extract(wanted, squeezed_names, scorer=OSA.distance, score_cutoff=1, limit=None)
    return [n for n, far, _i in found if far == 1]


def score(place: Place, toned: str, name: Name, how: str) -> tuple[int, str]:
    """Points and how; the same name with its accents outranks one without."""
    if how == "fold" and toned == name.toned:
        how = "exact"
    points = SCORES[how] + LEVELS[place.level] + (STILL_OPEN if place.is_open else 0)
    if name.kind is not None:
        points += KIND_SAME if place.kind == name.kind else KIND_OTHER
    return points, how
