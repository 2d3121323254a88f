"""How alike two models are, part by part of the form. Plain arithmetic over terms; which models are compared is asked elsewhere.

The way of working weighs most: two places with one problem are no copy of each other, two with one way are. A text is also compared as a
whole, because a copied sentence may have moved from one part to another.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from gandan.core.text import nfc
from gandan.movement.calc.terms import Term, terms

PARTS = {"title": 0.13, "problem": 0.2, "way": 0.47, "output": 0.2}
WHOLE = "whole"
PART_ALIKE = 0.42  # from here on a part is named as alike
ENOUGH = 0.26  # from here on a model is shown as like another; chosen on samples/movement/pairs-dev.jsonl
FLOOR = 6.0  # a text lighter than this is not "contained" in a longer one by chance
OTHER_WAY, LEFT = 0.1, 0.5  # ways that share less than this are two ways; so much is then left of what problem and aim share
MOST_SHARED = 6
SMALL = re.compile(r"\s(?:\w{1,6}\s)?")  # what may stand inside a shared piece of wording
LENIENT = 0.5  # how much it counts that the shorter text is contained in the longer, beside how much of both is shared


@dataclass(frozen=True)
class Form:
    """The words of a form that are compared."""

    title: str = ""
    problem: str = ""
    way: str = ""
    output: str = ""

    @cached_property
    def parts(self) -> dict[str, dict[str, Term]]:
        """The terms of each part that says something."""
        return {name: found for name in PARTS if (found := terms(getattr(self, name)))}

    @cached_property
    def whole(self) -> dict[str, float]:
        """All terms with their weights, whatever part they stand in."""
        return {key: term.weight for part in self.parts.values() for key, term in part.items()}


@dataclass(frozen=True)
class Alike:
    """`score` 0 to 1; how alike each part is that both have; `shared` are pieces of wording of the first that the second has as well."""

    score: float
    parts: Mapping[str, float]
    shared: tuple[str, ...]

    @property
    def named(self) -> tuple[str, ...]:
        """The parts that are alike, the most telling first; the whole where only that is."""
        found = [name for name, value in self.parts.items() if value >= PART_ALIKE]
        return tuple(sorted(found, key=lambda n: -PARTS[n] * self.parts[n])) or (WHOLE,)


def compare(one: Form, other: Form) -> Alike:
    """How alike two forms are."""
    parts = {name: overlap(_weights(part), _weights(other.parts[name])) for name, part in one.parts.items() if name in other.parts}
    weight = sum(PARTS[name] for name in parts)
    by_parts = sum(PARTS[name] * value for name, value in parts.items()) / weight if weight else 0.0
    whole = overlap(one.whole, other.whole)
    both = 0.5 * by_parts + 0.5 * whole if weight >= 0.5 else whole
    both *= LEFT if parts.get("way", 1.0) < OTHER_WAY else 1.0
    return Alike(round(min(1.0, both), 3), {n: round(v, 3) for n, v in parts.items()}, shared(one, other))


def overlap(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How much two sets of weighted terms share, 0 to 1: the mean of what both share and of how far the lighter lies in the heavier."""
    a, b = sum(one.values()), sum(other.values())
    if not a or not b:
        return 0.0
    both = sum(min(weight, other[key]) for key, weight in one.items() if key in other)
    return (1 - LENIENT) * 2 * both / (a + b) + LENIENT * both / max(min(a, b), FLOOR)


def shared(one: Form, other: Form) -> tuple[str, ...]:
    """Pieces of the first form's wording, as it stands there, that the second has too: the longest first.

    Terms are joined where nothing or one small word stands between them; a single word is no piece of wording.
    """
    found: list[tuple[int, str]] = []
    for name, part in one.parts.items():
        text = nfc(getattr(one, name))
        said = [t for t in part.values() if t.key in other.whole]
        sure = sorted((t.start, t.end) for t in said if "_" in t.key or t.key[0] == "=")
        spans = sorted((t.start, t.end) for t in said)
        pieces = [(a, b) for a, b in joined(spans, text) if any(a <= s and e <= b for s, e in sure)]
        found += [(end - start, " ".join(text[start:end].split())) for start, end in pieces]
    once = {piece.lower(): piece for _, piece in sorted(found, key=lambda f: f[0])}
    return tuple(sorted(once.values(), key=lambda p: (-len(p), p))[:MOST_SHARED])


def joined(spans: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Places of words in a text, in their order, as pieces of wording: those with nothing or one small word between them are one."""
    whole: list[tuple[int, int]] = []
    for start, end in spans:
        if whole and (start <= whole[-1][1] or SMALL.fullmatch(text, whole[-1][1], start)):
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return whole


def _weights(part: Mapping[str, Term]) -> dict[str, float]:
    return {key: term.weight for key, term in part.items()}
