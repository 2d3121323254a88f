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
    """One unit on the map: where, and what a reader is told. `lower`: how far below it its name had best stand."""

    lat: float
    lon: float
    label: str = ""
    lower: int = 0


@dataclass(frozen=True)
class Mark:
    """A place named on the map, in drawing units. `left`: its name stands on the left of the dot; `room`: how much room the name has:
    "wide" even in the large letters of a phone, "narrow" in small letters only, "" none;
    `lower`: how far below the dot it stands (above it: negative), where the place beside the dot is taken.
    """

    x: int
    y: int
    label: str
    left: bool = False
    room: str = "wide"
    lower: int = 0

    @property
    def base(self) -> int:
        """Where the letters of the name stand."""
        return self.y + self.lower + 9


def point(lat: float, lon: float) -> tuple[int, int]:
    """Drawing units from the north-west corner."""
    return round((lon - WEST) * SHORTER * SCALE), round((NORTH - lat) * SCALE)


def path(spots: Iterable[Spot]) -> str:
    """One path for all spots, each step relative to the one before."""
    points = sorted((point(s.lat, s.lon) for s in spots), key=lambda p: (p[1] // 12, p[0]))
    out, at = [], (0, 0)
    for x, y in points:
        dx, dy = x - at[0], y - at[1]
        out.append(f"m{dx}{'' if dy < 0 else ' '}{dy}z")
        at = (x, y)
    return "".join(out)


Box = tuple[float, float, float, float]
PHONE, DESK = (20, 40), (13, 27)  # width of a letter and height of a line in drawing units
LOWER = (0, -14, 14, -28, 28, -36, 36)  # how far from its dot a name may stand


def marks(spots: Iterable[Spot]) -> list[Mark]:
    """Names beside dots, in the order given: what comes later must not lie on what came before.

    A name stands on the side of the open sea: left of the dot in the Gulf of Thailand or where the right edge is near, else right.
    """
    out: list[Mark] = []
    taken: list[Box] = []
    for spot in spots:
        x, y = point(spot.lat, spot.lon)
        left = (spot.lon < 105 and spot.lat < 11) or _box(x, y, spot.label, PHONE)[2] > WIDTH
        room, lower, box = _place(x, y, spot, left, taken)
        taken += [box] if box else []
        out.append(Mark(x, y, spot.label, left, room, lower))
    return sorted(out, key=lambda m: m.y)


def _place(x: int, y: int, spot: Spot, left: bool, taken: list[Box]) -> tuple[str, int, Box | None]:
    """The first free place for a name: in large letters if there is any, as near to its dot as can be."""
    for room, letters in (("wide", PHONE), ("narrow", DESK)):
        for lower in (spot.lower + more for more in LOWER):
            box = _box(x, y + lower, spot.label, letters, left=left)
            if _free(box, taken):
                return room, lower, box
    return "", 0, None


def _box(x: int, y: int, label: str, letters: tuple[int, int], *, left: bool = False) -> Box:
    width, height = len(label) * letters[0] + 14, letters[1] / 2
    return (x - width, y - height, x, y + height) if left else (x, y - height, x + width, y + height)


def _free(box: Box, taken: list[Box]) -> bool:
    inside = box[0] >= 0 and box[2] <= WIDTH
    return inside and not any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in taken)
