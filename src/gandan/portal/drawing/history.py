"""A unit's history as bands that flow from what was to what is; a band is as thick as the share that went that way.

Drawn 360 units wide, so that letters are readable on the narrowest phone without scaling down.
"""

from dataclasses import dataclass
from textwrap import wrap

WIDTH, ROW, GAP = 360, 44, 6
LEFT, RIGHT = 150, 216  # the bands run between these
THICKEST, THINNEST = 22.0, 2.0
LETTERS = 19  # a line of a name
CROWD = 5  # from here on the one unit is drawn taller, so that bands do not cross steeply


@dataclass(frozen=True)
class End:
    """One unit at the side with several: `share` of the divided unit, None when nobody knows it."""

    name: str
    share: float | None

    @property
    def partly(self) -> bool:
        """Whether only a known part of it went that way: its share is written under the name."""
        return self.share is not None and self.share != 1


@dataclass(frozen=True)
class Row:
    """An end with its place: lines of its name, and the band to the unit in the middle."""

    end: End
    y: float
    lines: tuple[str, ...]
    band: str
    thickness: float

    @property
    def first_line(self) -> float:
        """Baseline of the first line, so that one or two lines and the share stand around the middle."""
        return self.y + 5 - 8.5 * (len(self.lines) + self.end.partly - 1)


@dataclass(frozen=True)
class Drawing:
    """The whole picture: the side with several, and the one unit."""

    rows: tuple[Row, ...]
    height: float
    one: tuple[str, ...]
    one_y: float
    one_height: float
    flipped: bool

    @property
    def one_first_line(self) -> float:
        """Baseline of the first line of the one unit."""
        return self.one_y + self.one_height / 2 + 5 - 9 * (len(self.one) - 1)


def draw(one: str, ends: list[End], *, flipped: bool = False) -> Drawing:
    """Several → one; `flipped`: one → several (what a divided unit became)."""
    thick = [THICKEST if e.share is None else max(THINNEST, THICKEST * e.share) for e in ends]
    total = sum(thick)
    height = max(len(ends) * (ROW + GAP) - GAP, ROW + 8, total + 12)
    first = (height - (len(ends) * (ROW + GAP) - GAP)) / 2
    box = max(total + 12, 44.0, height * 0.7 if len(ends) > CROWD else 0)
    apart = (box - 12 - total) / len(ends)
    at, rows = (height - box + 12 + apart) / 2, []
    for i, (end, width) in enumerate(zip(ends, thick, strict=True)):
        y = first + i * (ROW + GAP) + ROW / 2
        target = at + width / 2
        at += width + apart
        x1, x2 = (WIDTH - LEFT, WIDTH - RIGHT) if flipped else (LEFT, RIGHT)
        middle = (x1 + x2) / 2
        band = f"M{x1} {y:.1f}C{middle:g} {y:.1f} {middle:g} {target:.1f} {x2} {target:.1f}"
        rows.append(Row(end, y, tuple(wrap(end.name, LETTERS)[:2]), band, round(width, 1)))
    return Drawing(tuple(rows), height, tuple(wrap(one, 16)[:3]), (height - box) / 2, box, flipped)
