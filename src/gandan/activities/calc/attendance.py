"""How many people took part in all, from lines by sort of point. Without Django."""

from collections.abc import Iterable
from dataclasses import dataclass

EXACT, OVER, UNDER, ABOUT = "exact", "over", "under", "about"
TOTAL = "total"


@dataclass(frozen=True)
class Line:
    """People at one sort of point; None where the text counts only the points."""

    point: str
    people: int | None
    bound: str = EXACT


@dataclass(frozen=True)
class Total:
    """People in all and how sure that number is; `told` when the text itself gives it, else it is our sum."""

    people: int
    bound: str
    told: bool


def total(lines: Iterable[Line]) -> Total | None:
    """The total a text gives stands before any sum of ours. A line without people makes the sum a lower bound.

    exact + over = over; exact + under = under; anything with about, or over with under = about.
    """
    rows = list(lines)
    for line in rows:
        if line.point == TOTAL and line.people is not None:
            return Total(line.people, line.bound, told=True)
    parts = [line for line in rows if line.point != TOTAL]
    known = [line.people for line in parts if line.people is not None]
    if not known:
        return None
    bounds = {line.bound if line.people is not None else OVER for line in parts} - {EXACT}
    return Total(sum(known), EXACT if not bounds else bounds.pop() if len(bounds) == 1 else ABOUT, told=False)
