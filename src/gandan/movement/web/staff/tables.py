"""Numbers in rows: registered, effective, recognised by each level, lapsed; side by side, and no number that adds two of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.appraisals.enums import Level
from gandan.movement.queries import Counts, added

THIN = 2  # a field with less than half of an equal share is thin


@dataclass(frozen=True)
class Column:
    """One number of a row: its heading, what it reads, and how the list is asked for its models."""

    label: str | Promise
    name: str
    level: str = ""
    ask: Mapping[str, str] | None = None

    def of(self, counts: Counts) -> int:
        """The number."""
        return counts.recognised.get(self.level, 0) if self.level else int(getattr(counts, self.name))


@dataclass(frozen=True)
class Cell:
    """A number with its heading, and the list behind it where there is one."""

    n: int
    label: str
    url: str = ""


@dataclass(frozen=True)
class Line:
    """One row: what it is of, its numbers, and how long its bar is, of a hundred; `thin`: fewer than its share."""

    name: str
    cells: tuple[Cell, ...]
    share: int = 0
    thin: bool = False
    url: str = ""

    @property
    def first(self) -> int:
        """How many are registered."""
        return self.cells[0].n if self.cells else 0


def columns(levels: Iterable[str]) -> list[Column]:
    """Districts stand only where one of them recognised something: since 1 July 2025 none does."""
    shown = [level for level in Level if level != Level.DISTRICT or Level.DISTRICT in set(levels)]
    return [
        Column(_("Đăng ký"), "registered"),
        Column(_("Hiệu quả"), "effective", ask={"trang-thai": "hieu-qua"}),
        *(Column(_("Công nhận, %(level)s") % {"level": str(v.label).lower()}, "recognised", v, ask={"cap": v.value}) for v in shown),
        Column(_("Không còn tin"), "lapsed", ask={"trang-thai": "lapsed"}),
        Column(_("Đã dừng"), "stopped", ask={"trang-thai": "stopped"}),
    ]


GROUPS = {"models": gettext_lazy("Mô hình"), "collectives": gettext_lazy("Điển hình tập thể"), "persons": gettext_lazy("Điển hình cá nhân")}


def group(name: str) -> str:
    """One of the three things that are counted apart (`queries.Apart`), in words."""
    return str(GROUPS[name])


def levels_of(counts: Iterable[Counts]) -> set[str]:
    """Which levels recognised anything."""
    return {level for one in counts for level, n in one.recognised.items() if n}


def line(name: str, counts: Counts, asked: Iterable[Column], *, url: str = "", base: Mapping[str, str] | None = None) -> Line:
    """One row. `base`: what the list is asked for besides."""

    def to(column: Column) -> str:
        return f"{reverse('movement:list')}?{urlencode({**base, **(column.ask or {})})}" if base is not None else ""

    return Line(name, tuple(Cell(column.of(counts), str(column.label), to(column)) for column in asked), url=url)


def shared(lines: list[Line]) -> list[Line]:
    """The same rows with bars against the longest, and those marked that hold less than half of an equal share."""
    most, whole = max((one.first for one in lines), default=0), sum(one.first for one in lines)
    return [
        Line(
            one.name,
            one.cells,
            share=round(100 * one.first / most) if most else 0,
            thin=bool(whole) and one.first * len(lines) * THIN < whole,
            url=one.url,
        )
        for one in lines
    ]


def folded(grouped: Mapping[tuple[Any, ...], Counts], place: int) -> dict[Any, Counts]:
    """Counts of groups by one of their keys: places beside each other add up, the numbers of one row never do."""
    out: dict[Any, Counts] = {}
    for key, counts in grouped.items():
        out[key[place]] = added(out[key[place]], counts) if key[place] in out else counts
    return out
