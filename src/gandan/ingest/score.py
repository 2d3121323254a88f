"""How proposed records are measured against hand-made ones: counts a key, F1, and quotes that the text does not hold."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from gandan.core.text import nfc, tone_key

Records = Mapping[str, Any]
QUOTED = ("people", "documents", "figures", "awards", "models", "requests", "activities")


def same(text: str | None) -> str:
    """Names are the same whatever their case, tone placement, spacing and punctuation."""
    return " ".join(re.sub(r"[^\w\s%/.-]", " ", tone_key(text or "")).split())


def _province(name: str | None) -> str:
    return re.sub(r"^(?:(?:tỉnh|thành phố|tp)\.? )+", "", same(name))


def _distinct(keys: "set[Any]") -> "Counter[Any]":
    return Counter(keys)


KEYS: dict[str, Callable[[Records], "Counter[Any]"]] = {
    "people": lambda d: _distinct({same(p["name"]) for p in d.get("people", [])}),
    "positions": lambda d: _distinct({(same(p["name"]), same(held)) for p in d.get("people", []) for held in p.get("positions", [])}),
    "documents": lambda d: _distinct({re.sub(r"\s", "", same(x["number"])) for x in d.get("documents", []) if x.get("number")}),
    "figures": lambda d: Counter((round(float(x["value"]), 4), x["measure"]) for x in d.get("figures", [])),
    "awards": lambda d: Counter((same(x["name"]), x.get("persons") or 0, x.get("collectives") or 0) for x in d.get("awards", [])),
    "units": lambda d: _distinct({(same(x["name"]), _province(x.get("province"))) for x in d.get("units", []) if x.get("name")}),
}


@dataclass
class Count:
    """Right ones among those said and those made by hand."""

    right: int = 0
    said: int = 0
    gold: int = 0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 where nothing is right."""
        return 2 * self.right / (self.said + self.gold) if self.right else 0.0


@dataclass
class Tally:
    """The counts over many texts."""

    counts: dict[str, Count] = field(default_factory=lambda: {key: Count() for key in KEYS})
    invented: int = 0

    def add(self, gold: Records, said: Records, text: str) -> None:
        """Count one text."""
        for key, keys_of in KEYS.items():
            hand, machine, count = keys_of(gold), keys_of(said), self.counts[key]
            count.right += (hand & machine).total()
            count.said += machine.total()
            count.gold += hand.total()
        page = _spaced(text)
        self.invented += sum(not x.get("quote") or _spaced(x["quote"]) not in page for kind in QUOTED for x in said.get(kind, []))

    @property
    def total(self) -> Count:
        """All keys together: the micro-average."""
        each = self.counts.values()
        return Count(sum(c.right for c in each), sum(c.said for c in each), sum(c.gold for c in each))


def _spaced(text: str) -> str:
    return " ".join(nfc(text).split())
