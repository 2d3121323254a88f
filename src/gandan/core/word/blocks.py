"""What the parts of a paper are made of; plain values, so that rooms above need to know nothing of Word."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Letterhead:
    """Who issues it. `above` is the body over it, empty where there is none; both are set in capitals. `number` is written whole
    ("12/QĐ-UBND", "12-QĐ/ĐU"); empty leaves room to write it in by hand. `place`: the name alone, without its kind."""

    issuer: str
    place: str
    day: date | None
    above: str = ""
    number: str = ""
    mark: str = ""
    """What follows the number while it is not known: "/QĐ-UBND"."""
    numbered: bool = True
    """Whether there is a line for the number at all: a list that goes with another paper has none."""


@dataclass(frozen=True)
class Signature:
    """Who signs: `behalf` ("TM. ỦY BAN NHÂN DÂN", "T/M ĐẢNG ỦY") may be empty; `post` ("CHỦ TỊCH"); `name` under room for hand and seal."""

    post: str
    name: str = ""
    behalf: str = ""


@dataclass(frozen=True)
class Recipients:
    """To whom copies go, a line each without dashes; `kept` is the last line ("VT", "Văn phòng Đảng ủy")."""

    lines: Sequence[str] = ()
    kept: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a table: its heading, its share of the width (any unit, only the proportions count), and how its cells stand."""

    title: str
    share: float = 1
    align: str = "left"
    """left, center or right"""


@dataclass(frozen=True)
class Listing:
    """A table with a sentence over it. Cells are text; numbers are written out by whoever makes them."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    title: str = ""
