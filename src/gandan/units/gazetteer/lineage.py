"""What became of a unit, through chains of changes."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from gandan.units.gazetteer.place import Became, Place

if TYPE_CHECKING:
    from gandan.units.gazetteer.gazetteer import Gazetteer

WEAKEST = ("doubt", "estimate")
Step = tuple[Fraction, str, bool]


def weaker(a: str, b: str) -> str:
    """A chain is as sure as its least sure step; "whole" adds nothing."""
    for basis in WEAKEST:
        if basis in (a, b):
            return basis
    return b if a == "whole" else a


def became(places: Gazetteer, place: Place, until: date | None) -> list[Became]:
    """Units on the day `until` (today's without one) that hold the place. Parts in doubt (share nought) are left out.

    A district had no successor of its own: it lives on in what its communes became, with shares that nobody has counted.
    """
    found = _follow(places, place.key, until)
    if found:
        total = [Became(p, share, basis, main) for p, (share, basis, main) in found.items()]
        return sorted(total, key=lambda b: (-(b.share or 0), b.place.code or ""))
    last = places.times[place.key][-1]
    below = {b.place.key: b.place for child in places.children(last) for b in became(places, child, until)}
    alone = len(below) == 1 and all(len(became(places, c, until)) == 1 for c in places.children(last))
    share, basis = (Fraction(1), "whole") if alone else (None, "unknown")
    return [Became(p, share, basis, alone) for p in sorted(below.values(), key=lambda p: p.code or "")]


def _follow(places: Gazetteer, key: str, until: date | None) -> dict[Place, Step]:
    """Ends of the chains that start at a unit, with the product of the shares on the way; empty when a chain ends in nothing."""
    now = places.times[key][-1] if until is None else places.at(key, until)
    if now is not None and (until is not None or now.is_open):
        return {now: (Fraction(1), "whole", True)}
    ends: dict[Place, Step] = {}
    for link in places.after.get(key, []):
        if link.new is None or not link.share or (until is not None and link.first_day > until):
            continue
        for end, (share, basis, main) in _follow(places, link.new, until).items():
            had, basis_had, main_had = ends.get(end, (Fraction(0), basis, False))
            ends[end] = (had + share * link.share, weaker(weaker(basis, link.basis), basis_had), main_had or (main and link.main))
    return ends


def came_from(places: Gazetteer, place: Place) -> list[Became]:
    """Direct predecessors, each as it was last, with the share of it that came here; the largest first."""
    out = [Became(places.times[x.old][-1], x.share, x.basis, x.main) for x in places.before.get(place.key, []) if x.old in places.times]
    return sorted(out, key=lambda b: (-(b.share or 0), b.place.code or ""))
