"""Figures of old units in the borders of another day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from gandan.units.calc.shares import divide
from gandan.units.gazetteer import Became
from gandan.units.queries.places import became

Figure = int | Decimal


class NotAdditive(ValueError):
    """Somebody wanted to add shares or ratios."""


@dataclass(frozen=True)
class Restated:
    """Figures by today's unit; `estimated` names those that rest on an estimated share.

    `unplaced` keeps what cannot be placed (a district's figure, a unit that is not known to have become anything): shown apart, never
    dropped. values + unplaced = what was given.
    """

    values: dict[UUID, Figure]
    estimated: frozenset[UUID]
    unplaced: dict[UUID, Figure]


def restate(values: Mapping[UUID, Figure], *, on: date | None = None, additive: bool) -> Restated:
    """Restate figures by unit in the borders of a day (today without one).

    Whole numbers stay whole and decimals keep their last digit; of a divided unit the remainder goes to the largest fractions
    (`calc.shares.divide`). Percentages, averages and other ratios cannot be added: restate their numerator and denominator instead.
    """
    if not additive:
        raise NotAdditive(_("Tỷ lệ và số bình quân không cộng được. Hãy quy đổi tử số và mẫu số rồi chia."))
    out: dict[UUID, Figure] = {}
    unplaced: dict[UUID, Figure] = {}
    estimated: set[UUID] = set()
    for unit, value in values.items():
        parts = became(unit, on=on)
        shares = [b.share for b in parts if b.share is not None]
        if not parts or len(shares) != len(parts) or sum(shares) != 1:
            unplaced[unit] = value
            continue
        for b, figure in zip(parts, divide(value, shares), strict=True):
            out[b.place.id] = out[b.place.id] + figure if b.place.id in out else figure
            if not sure(b):
                estimated.add(b.place.id)
    return Restated(out, frozenset(estimated), unplaced)


def sure(part: Became) -> bool:
    """Whether its share is more than an estimate."""
    return part.basis not in ("estimate", "doubt", "unknown")
