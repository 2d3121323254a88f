"""A bullet chart of one result: the band of all points, what passes, the mean, and a dot for each member's total."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from gandan.appraisals.calc import points
from gandan.appraisals.models import ScoreSheet

WIDTH, LEFT = 400, 8  # units of the drawing


@dataclass(frozen=True)
class Dot:
    """One member's total. Totals that lie on each other step aside."""

    x: float
    y: float
    label: str


@dataclass(frozen=True)
class Bullet:
    """Lengths as SVG attributes, since the page allows no styles of its own."""

    width: int
    full: Decimal
    passes: float
    reach: float
    dots: tuple[Dot, ...]
    ticks: tuple[tuple[float, str], ...]
    least: Decimal
    points: Decimal


def bullet(sheet: ScoreSheet, totals: Sequence[Decimal]) -> Bullet:
    """The drawing of these totals on the scale of the sheet, bonus included; never empty."""
    lines = [points.Line(c.least, c.most, c.is_bonus) for c in sheet.criteria.all()]
    full = max(points.most_marks(lines), *totals)
    start = min(Decimal(0), *totals)

    def at(value: Decimal) -> float:
        return LEFT + float((value - start) / (full - start)) * (WIDTH - 2 * LEFT)

    seen: dict[float, int] = {}
    dots = []
    for total in sorted(totals):
        x = round(at(total), 1)
        stack = seen[x] = seen.get(x, -1) + 1
        dots.append(Dot(x, 27 - (stack % 3) * 7, f"{total.normalize():f}".replace(".", ",")))
    found = points.result(totals)
    ticks = tuple((round(at(v), 1), f"{v.normalize():f}") for v in (start, full))
    return Bullet(WIDTH, full, at(sheet.pass_points), at(found.points) - LEFT, tuple(dots), ticks, sheet.pass_points, found.points)
