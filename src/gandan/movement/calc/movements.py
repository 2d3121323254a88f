"""Whether a model is a known movement under another name. Plain arithmetic over `data/movements.toml`.

To carry out a movement is no fault: nearly every model does. It is one under another name where it bears the movement's name, or says what
the movement says, and has little of its own: so what it says beyond the movement speaks for it.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources

from gandan.movement.calc.alike import Alike, Form, shared
from gandan.movement.calc.terms import folded, terms

ENOUGH = 0.3  # from here on a model reads as a movement under another name; between those that are and are not in pairs-dev.jsonl
IN_TITLE, ELSEWHERE, SAME = 0.34, 0.12, 0.85
OWN_LEAST = 45.0  # so much own wording in the way of working, by weight, is a way of working
OWN_GOES = 0.34  # how much of the score that takes away


@dataclass(frozen=True)
class Movement:
    """One movement of the list. `names` are rows of words without accents; `about` what it is made of."""

    code: str
    name: str
    holder: str
    names: tuple[tuple[str, ...], ...]
    about: str

    @cached_property
    def form(self) -> Form:
        """Its words as a form, to compare with."""
        return Form(title=self.name, way=self.about)


@cache
def movements() -> tuple[Movement, ...]:
    """The list."""
    data = tomllib.loads((resources.files("gandan.movement") / "data" / "movements.toml").read_text(encoding="utf-8"))
    return tuple(
        Movement(m["code"], m["name"], m["holder"], tuple(tuple(folded(n)) for n in (m["name"], *m["names"])), m["about"])
        for m in data["movements"]
    )


@cache
def by_code() -> dict[str, Movement]:
    """Code → movement."""
    return {m.code: m for m in movements()}


def named(typed: str) -> Movement | None:
    """The movement that a name or code stands for."""
    if typed in by_code():
        return by_code()[typed]
    words = folded(typed)
    return next((m for m in movements() if any(_holds(words, n) or _holds(n, words) for n in m.names)), None)


def compare(form: Form, movement: Movement) -> Alike:
    """How much of a model is this movement."""
    title = _bears(form.title, movement)
    elsewhere = not title and any(_bears(getattr(form, name), movement) for name in ("problem", "way", "output"))
    said = movement.form.whole
    body = {k: t for name in ("problem", "way", "output") for k, t in form.parts.get(name, {}).items()}
    own = sum(t.weight for k, t in form.parts.get("way", {}).items() if k not in said)
    whole = sum(t.weight for t in body.values())
    covered = sum(t.weight for k, t in body.items() if k in said) / whole if whole else 0.0
    titled = terms(form.title)
    heavy = sum(t.weight for t in titled.values())
    title_covered = sum(t.weight for k, t in titled.items() if k in said) / heavy if heavy else 0.0
    said_of_it = max(covered, 0.75 * covered + 0.25 * title_covered)  # another name is what one looks for: it never speaks against
    score = (IN_TITLE if title else ELSEWHERE if elsewhere else 0.0) + SAME * said_of_it
    score -= OWN_GOES * min(1.0, own / OWN_LEAST)
    parts = {"title": 1.0 if title else round(title_covered, 3), "way": round(covered, 3)}
    return Alike(round(max(0.0, min(1.0, score)), 3), parts, shared(form, movement.form))


def nearest(form: Form) -> list[tuple[Movement, Alike]]:
    """Every movement with how much of the model it is, the most first."""
    return sorted(((m, compare(form, m)) for m in movements()), key=lambda found: -found[1].score)


def _bears(text: str, movement: Movement) -> bool:
    words = folded(text)
    return any(_holds(words, name) for name in movement.names)


def _holds(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether the words hold the name in a row; a name of one or two words says too little, so it must be the whole."""
    if not name or len(name) > len(words):
        return False
    return any(tuple(words[n : n + len(name)]) == tuple(name) for n in range(len(words) - len(name) + 1))
