"""How alike two matters are, by the things that their words name. Plain arithmetic: what lies in the index is asked elsewhere.

A text becomes a handful of concepts: things of the list of synonyms, pairs of neighbouring words, single words. A concept that few cases
share weighs more than one that many do; concepts that no case here ever named weigh little, so that a long story is still found alike.
"""

import math
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise

from gandan.core.search import words

MOST = 40  # concepts of one text
COUNTED = 10  # the heaviest of them, which have to be covered
THING, PAIR, WORD = 3.0, 1.4, 0.5
FEWEST = 60  # rarity is reckoned as if there were so many cases at least: among three cases nothing is rare
UNKNOWN = 1.2  # how rare a concept counts that nobody named here: it is asked for and missing, yet a long story has many of them
FEW_WORDS = 3  # single words that have to be shared where nothing greater is
ENOUGH = 0.34


@dataclass(frozen=True)
class Concept:
    """Several ways to say one thing, each a row of words without accents."""

    ways: tuple[tuple[str, ...], ...]
    weight: float


@cache
def _list() -> tuple[tuple[tuple[tuple[str, ...], ...], ...], frozenset[str]]:
    data = tomllib.loads((resources.files("gandan.opinions") / "data" / "synonyms.toml").read_text(encoding="utf-8"))
    things = tuple(tuple(tuple(words.folded(way)) for way in thing) for thing in data["things"])
    return things, frozenset(words.folded(data["silent"]))


@cache
def _starts() -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """First word → the ways that begin with it, longest first, and the thing each means."""
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for n, thing in enumerate(_list()[0]):
        for way in thing:
            found.setdefault(way[0], []).append((way, n))
    return {first: tuple(sorted(ways, key=lambda w: -len(w[0]))) for first, ways in found.items()}


def concepts(text: str) -> list[Concept]:
    """What a text is about: things first, then pairs, then words, each once."""
    typed, things, silent = words.folded(text)[:400], *_list()
    kept: dict[tuple[tuple[str, ...], ...], Concept] = {}
    rest: list[str | None] = []
    place = 0
    while place < len(typed):
        way = next(((w, n) for w, n in _starts().get(typed[place], ()) if tuple(typed[place : place + len(w)]) == w), None)
        if way is None:
            rest.append(None if typed[place] in silent else typed[place])
            place += 1
        else:
            kept.setdefault(things[way[1]], Concept(things[way[1]], THING))
            rest.append(None)
            place += len(way[0])
    pairs = [((a, b),) for a, b in pairwise(rest) if a and b]
    singles = [((word,),) for word in rest if word]
    for ways, weight in (*((p, PAIR) for p in pairs), *((s, WORD) for s in singles)):
        kept.setdefault(ways, Concept(ways, weight))
    return list(kept.values())[:MOST]


def scores(asked: Sequence[Concept], named: Sequence[Sequence[bool]]) -> list[float]:
    """For each case, of which `named` says what concepts it names: how much of the asked text it covers, 0 to 1.

    A word or two are never enough: nought unless a thing, a pair or several words are shared.
    """
    if not asked:
        return [0.0 for _ in named]
    held = [sum(1 for row in named if row[n]) for n in range(len(asked))]
    number = max(len(named), FEWEST)
    weights = [c.weight * (math.log((number + 1) / (h + 0.5)) if h else UNKNOWN) for c, h in zip(asked, held, strict=True)]
    whole = sum(sorted(weights, reverse=True)[:COUNTED])
    return [_one(asked, row, weights, whole) for row in named]


def _one(asked: Sequence[Concept], row: Sequence[bool], weights: Sequence[float], whole: float) -> float:
    shared = [n for n, has in enumerate(row) if has]
    if len(shared) < FEW_WORDS and not any(asked[n].weight > WORD for n in shared):
        return 0.0
    return min(1.0, sum(weights[n] for n in shared) / whole)
