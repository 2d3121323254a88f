"""Dividing a figure by shares without losing or making any of it."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

Figure = int | Decimal


def divide(value: Figure, shares: Sequence[Fraction]) -> list[Figure]:
    """Parts of a figure in proportion to shares that make one, exact to the figure's own last digit: the parts make the whole.

    Households stay whole households, 12.50 million stays in steps of 0.01. What rounding down leaves goes, one smallest step
    each, to the largest fractions; of equal ones to the first. Raises ValueError when the shares do not make one.
    """
    if sum(shares) != 1:
        raise ValueError("shares make one")
    if isinstance(value, Decimal):
        exponent = value.as_tuple().exponent
        if not isinstance(exponent, int):
            raise ValueError("a finite figure")
        step = Decimal(1).scaleb(min(exponent, 0))
        steps = int(Fraction(value) / Fraction(step))
        return [Decimal(part) * step for part in _whole(steps, shares)]
    return list(_whole(value, shares))


def _whole(value: int, shares: Sequence[Fraction]) -> list[int]:
    exact = [value * share for share in shares]
    parts = [x.numerator // x.denominator for x in exact]
    order = sorted(range(len(parts)), key=lambda i: (parts[i] - exact[i], i))
    for i in order[: value - sum(parts)]:
        parts[i] += 1
    return parts
