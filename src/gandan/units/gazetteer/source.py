"""Reads the shipped file. Its format is told in its own first lines."""

import gzip
from datetime import date
from fractions import Fraction
from pathlib import Path

from gandan.units.gazetteer.place import Level, Link, Place

FILE = Path(__file__).resolve().parent.parent / "data" / "units.tsv.gz"
LEVELS = {str(level): level for level in Level}


def read(file: Path = FILE) -> tuple[list[Place], list[Link]]:
    """Every place and every link of the file."""
    days: dict[str, date | None] = {"": None}
    shares: dict[str, Fraction] = {}
    places, links = [], []
    for line in gzip.decompress(file.read_bytes()).decode().splitlines():
        f = line.split("\t")
        if f[0] == "U":
            for text in (f[7], f[8]):
                if text not in days:
                    days[text] = date.fromisoformat(text)
            lat, lon, km2 = (float(x) if x else None for x in f[9:12])
            places.append(Place(f[1], LEVELS[f[2]], f[3], f[4], f[5] or None, f[6] or None, days[f[7]], days[f[8]], lat, lon, km2))
        elif f[0] == "S":
            if f[5] not in shares:
                shares[f[5]] = Fraction(int(f[5]), 1000)
            links.append(Link(f[1], f[2] or None, date.fromisoformat(f[3]), f[4], shares[f[5]], f[6], f[7] == "1", f[8]))
    return places, links
