"""Sums, means and grades of points, in decimals: nothing is lost in binary fractions, and everybody can redo it on paper.

The mean is rounded once, half up, to the two places in which it is shown; threshold and grades are compared with that number, so no page
ever says 80,00 beside "chưa đạt 80".
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TypeVar

PLACES = Decimal("0.01")
_EXACT = Context(prec=60)
Key = TypeVar("Key")


@dataclass(frozen=True)
class Line:
    """One line of a sheet: from how many points to how many. A bonus line stands beside the full marks, not in them."""

    least: Decimal
    most: Decimal
    is_bonus: bool = False


@dataclass(frozen=True)
class Result:
    """What a council's cards come to: mean of their totals, the highest less the lowest, and how many there were."""

    points: Decimal
    spread: Decimal
    members: int


def total(marks: Iterable[Decimal]) -> Decimal:
    """The sum of a card's marks."""
    out = Decimal(0)
    for mark in marks:
        out = _EXACT.add(out, mark)
    return out


def fits(points: Decimal, line: Line) -> bool:
    """Within the line, and no finer than two places."""
    return points.is_finite() and line.least <= points <= line.most and points == points.quantize(PLACES, context=_EXACT)


def full_marks(lines: Iterable[Line]) -> Decimal:
    """What can be reached without bonus: lines that only take away count nothing."""
    return total(line.most for line in lines if not line.is_bonus)


def most_marks(lines: Iterable[Line]) -> Decimal:
    """What can be reached with every bonus."""
    return total(line.most for line in lines)


def result(totals: Sequence[Decimal]) -> Result:
    """Mean and spread of the totals of a round. Raises ValueError without any."""
    if not totals:
        raise ValueError("a result needs cards")
    mean = _EXACT.divide(total(totals), Decimal(len(totals)))
    return Result(mean.quantize(PLACES, rounding=ROUND_HALF_UP, context=_EXACT), max(totals) - min(totals), len(totals))


def grade(points: Decimal, grades: Mapping[Key, Decimal]) -> Key | None:
    """The highest grade that begins at or below these points; None below all of them."""
    reached = [(begins, key) for key, begins in grades.items() if begins <= points]
    return max(reached, key=lambda pair: pair[0])[1] if reached else None
