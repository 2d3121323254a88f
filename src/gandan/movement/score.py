"""Precision and recall of the look for likeness, on pairs that people labelled (`samples/movement/README.md` says how they are written)."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gandan.movement.calc import alike, movements
from gandan.movement.calc.alike import Form

PARTS = tuple(alike.PARTS)


@dataclass(frozen=True)
class Pair:
    """Two models, or a model and a movement (`movement`: a name or code, "" for any), and whether a person finds them the same."""

    one: Form
    other: Form | None
    movement: str
    same: bool
    why: str = ""

    @property
    def score(self) -> float:
        """How alike we find them."""
        if self.other is not None:
            return alike.compare(self.one, self.other).score
        if not self.movement:
            return movements.nearest(self.one)[0][1].score
        known = movements.named(self.movement)
        return movements.compare(self.one, known).score if known else 0.0

    @property
    def found(self) -> bool:
        """Whether they would be shown as alike."""
        return self.score >= (movements.ENOUGH if self.other is None else alike.ENOUGH)


@dataclass
class Tally:
    """Right and wrong answers of one kind."""

    hits: int = 0
    missed: int = 0
    wrong: int = 0
    passed: int = 0
    errors: list[Pair] = field(default_factory=list)

    def add(self, pair: Pair) -> None:
        """Count one pair."""
        found = pair.found
        self.hits += pair.same and found
        self.missed += pair.same and not found
        self.wrong += found and not pair.same
        self.passed += not found and not pair.same
        if found != pair.same:
            self.errors.append(pair)

    @property
    def precision(self) -> float:
        """Of what is shown as alike, how much is; 1 where nothing is shown."""
        return self.hits / (self.hits + self.wrong) if self.hits + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Of what is alike, how much is shown; 1 where nothing is."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 1.0

    @property
    def all(self) -> int:
        """How many pairs."""
        return self.hits + self.missed + self.wrong + self.passed


class BadPairs(ValueError):
    """A line that is neither a form nor a pair; says which."""


def load(path: Path) -> list[Pair]:
    """The pairs of a file."""
    forms: dict[str, Form] = {}
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            said = json.loads(line)
            if "same" in said:
                found.append(_pair(said, forms))
            else:
                forms[said["id"]] = _form(said)
        except (ValueError, KeyError, TypeError, AttributeError) as bad:
            raise BadPairs(f"{path.name}:{number}: {bad!r}") from bad
    return found


def tallies(pairs: Iterable[Pair]) -> dict[str, Tally]:
    """Apart: models with models ("neighbour"), models with movements ("movement"); and all of them."""
    told = {"neighbour": Tally(), "movement": Tally(), "all": Tally()}
    for pair in pairs:
        told["neighbour" if pair.other is not None else "movement"].add(pair)
        told["all"].add(pair)
    return told


def files(folder: Path) -> Iterator[Path]:
    """The files of pairs in a folder, that of development first."""
    yield from sorted(folder.glob("pairs-*.jsonl"), key=lambda p: (p.stem != "pairs-dev", p.stem))


def _pair(said: Mapping[str, Any], forms: Mapping[str, Form]) -> Pair:
    other = said["b"]
    one, same, why = _named(said["a"], forms), bool(said["same"]), str(said.get("why", ""))
    if isinstance(other, dict) and "movement" in other:
        return Pair(one, None, str(other["movement"]), same, why)
    return Pair(one, _named(other, forms), "", same, why)


def _named(said: Any, forms: Mapping[str, Form]) -> Form:
    return forms[said] if isinstance(said, str) else _form(said)


def _form(said: Mapping[str, Any]) -> Form:
    return Form(**{name: str(said.get(name, "")) for name in PARTS})
