"""Where the bars of a measure end: what was measured, against what it was before and what it shall be.

All of one measure share one scale, from nought (or below, where a number is) to a little beyond the farthest, so that lengths compare.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

WIDTH = 1000  # drawing units from the least to the most
ROOM = Decimal("1.06")  # the farthest mark stands off the edge


@dataclass(frozen=True)
class Bar:
    """From where to where a bar reaches, in drawing units."""

    x: int
    width: int


@dataclass(frozen=True)
class Bullet:
    """The bars in the order given, and where the two marks stand; `before` is None where nobody knew."""

    bars: tuple[Bar, ...]
    target: int
    before: int | None
    nought: int
    width: int = WIDTH


def bullet(values: Iterable[Decimal], *, target: Decimal, before: Decimal | None) -> Bullet:
    """Bars begin at nought. A measure of which everything is nought has all marks at the left edge."""
    read = tuple(values)
    known = (*read, target, *(() if before is None else (before,)), Decimal(0))
    least, most = min(known) * ROOM, max(known) * ROOM
    span = most - least

    def at(value: Decimal) -> int:
        return round((value - least) / span * WIDTH) if span else 0

    nought = at(Decimal(0))
    bars = tuple(Bar(min(nought, at(v)), abs(at(v) - nought)) for v in read)
    return Bullet(bars, at(target), None if before is None else at(before), nought)


def reached(value: Decimal, *, target: Decimal, before: Decimal | None) -> bool:
    """Whether a reading is as good as the target. Which way is good is told by where it began; without a beginning, upwards."""
    falling = before is not None and target < before
    return value <= target if falling else value >= target
