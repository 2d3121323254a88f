"""The country as dots: one for each commune, placed by latitude and longitude.

A flat projection (longitude shortened by the cosine of 16° north, the middle of the country) is true enough at this size and needs
no border files. Each group of dots is one SVG path of points of no length with round caps ("m3-2z"): six bytes a dot.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

WEST, EAST, NORTH, SOUTH = 100.5, 115.7, 23.6, 8.1
SCALE = 72  # units a degree of latitude: the whole is about 1052 × 1116
SHORTER = math.cos(math.radians(16))
WIDTH = round((EAST - WEST) * SHORTER * SCALE)
HEIGHT = round((NORTH - SOUTH) * SCALE)


@dataclass(frozen=True)
class Spot:
    """One unit on the map: where, and what a reader is told."""

    lat: float
    lon: float
    label: str = ""


@dataclass(frozen=True)
class Mark:
    """A place named on the map, in drawing units; `left` when its name stands on the left of the dot."""

    x: int
    y: int
    label: str
    left: bool = False


def point(lat: float, lon: float) -> tuple[int, int]:
    """Drawing units from the north-west corner."""
    return round((lon - WEST) * SHORTER * SCALE), round((NORTH - lat) * SCALE)


def path(spots: Iterable[Spot]) -> str:
    """One path for all spots, each step relative to the one before."""
    points = sorted({point(s.lat, s.lon) for s in spots}, key=lambda p: (p[1] // 12, p[0]))
    out, at = [], (0, 0)
    for x, y in points:
        dx, dy = x - at[0], y - at[1]
        out.append(f"m{dx}{'' if dy < 0 else ' '}{dy}z")
        at = (x, y)
    return "".join(out)


def marks(spots: Iterable[Spot], *, letter: int = 20, line: int = 40) -> list[Mark]:
    """Names beside dots, each on the side of the open sea, leaving out a name that would lie on another.

    West of 105° the sea is on the left (the Gulf of Thailand), everywhere else on the right.
    """
    out: list[Mark] = []
    boxes: list[tuple[float, float, float, float]] = []
    for spot in sorted(spots, key=lambda s: -s.lon):
        x, y = point(spot.lat, spot.lon)
        width, left = len(spot.label) * letter + 14, spot.lon < 105 and spot.lat < 11  # noqa: PLR2004  the gulf
        left = left or x + width > WIDTH
        box = (x - width, y - line / 2, x, y + line / 2) if left else (x, y - line / 2, x + width, y + line / 2)
        if any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in boxes):
            continue
        boxes.append(box)
        out.append(Mark(x, y, spot.label, left))
    return sorted(out, key=lambda m: m.y)
