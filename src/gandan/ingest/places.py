"""Which unit of this installation a text means: its mentions by level and code on the day, and the unit it is mainly about."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gandan.core.text import fold
from gandan.ingest.proposal import Place as Mentioned
from gandan.units import queries as units
from gandan.units.gazetteer import Level, Place
from gandan.units.models import Unit


@dataclass(frozen=True)
class Places:
    """The places of one text as they stand now, corrections included; those that were rejected are left out."""

    mentioned: tuple[Mentioned, ...] = ()

    def named(self, words: str | None, *, on: date | None) -> Place | None:
        """The unit that a piece of the text names by its mention or its name, the smallest inside it, else one called just so."""
        said = fold(words or "")
        if not said:
            return None
        for place in self.mentioned:
            if said in (fold(place.mention), fold(place.name)):
                return resolved(place, on=on)
        inside = [p for p in self.mentioned if fold(p.name) in said or fold(p.mention) in said]
        known = [unit for p in inside if (unit := resolved(p, on=on)) is not None]
        if known:
            return max(known, key=lambda unit: _TIER[unit.level])
        exact = [hit.place for hit in units.find(words or "", on=on, limit=5) if fold(hit.place.full_name) == said]
        return exact[0] if len(exact) == 1 else None

    def main(self, title: str, *, told: str = "", head: str = "", on: date | None) -> Place | None:
        """The unit that the text is about: named in its heading (the smallest) or in its head, where it says who issued it and where; else
        the one in which all the others lie.

        Where the sentence that is `told` speaks of a provincial body without its name, it is the province around them.
        """
        titled = self._inside(title, on=on)
        if titled:
            return max(titled, key=lambda unit: _TIER[unit.level])
        issued = only(self._inside(head, on=on))
        if issued is not None:
            return issued
        around = _around(self._known(on=on), on=on)
        if around is not None and _PROVINCIAL.search(told):
            above = [around, *units.ancestors(around, on=on if on and around.holds(on) else None)]
            return next((unit for unit in above if unit.level == Level.PROVINCE), around)
        return around

    def spoken_of(self, quote: str, *, title: str, head: str, around: Place | None = None, on: date | None) -> Place | None:
        """The unit that a figure speaks of; None when the text leaves it open.

        The smallest unit of the heading, else of the head, else a single one that the sentence names: not where somebody lives, and not a
        neighbour or a distance ("cách thành phố Huế 35 km"). `around` is the unit of the activity: it counts
        where every place of the text is that unit, lies above it, or, below a province, within it.
        """
        about = only(self._inside(title, on=on)) or only(self._inside(head, on=on))
        if about is not None:
            return about
        named = self._inside(_NEIGHBOUR.sub(" ", quote), on=on)
        if named:
            return only(named)
        if around is not None and all(_on_one_line(unit, around, on=on) for unit in self._known(on=on)):
            return around
        return None

    def _known(self, *, on: date | None) -> list[Place]:
        return [unit for place in self.mentioned if (unit := resolved(place, on=on)) is not None]

    def _inside(self, words: str, *, on: date | None) -> list[Place]:
        """The units that the words name."""
        said = fold(words)
        here = [p for p in self.mentioned if _has(said, fold(p.mention)) or _has(said, fold(p.name))]
        return [unit for p in here if (unit := resolved(p, on=on)) is not None]


def _on_one_line(unit: Place, around: Place, *, on: date | None) -> bool:
    """Whether a place of the text is the unit, above it, or within it; within a province is too far apart to tell."""
    return unit.key in _chain(around, on=on) or (around.level != Level.PROVINCE and around.key in _chain(unit, on=on))


_HEAD_LINE, _HEAD = 110, 900
_NEIGHBOUR = re.compile(r"(?i)(?:cách|giáp|liền kề|tiếp giáp|từ)\s[^,;.]{0,60}")


def head(text: str) -> str:
    """What stands above the first paragraph or sentence: heading, issuer, place and day."""
    lines: list[str] = []
    for line in text[:_HEAD].splitlines():
        if len(line) > _HEAD_LINE or line.rstrip().endswith((".", ";", ":", "…")):
            break
        lines.append(line)
    return "\n".join(lines)


def only(found: "list[Place]") -> Place | None:
    """The smallest of them, where there is one smallest."""
    lowest = max((_TIER[unit.level] for unit in found), default=0)
    smallest = {unit.key: unit for unit in found if _TIER[unit.level] == lowest}
    return next(iter(smallest.values())) if len(smallest) == 1 else None


def _has(said: str, words: str) -> bool:
    return bool(words) and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", said) is not None


_PROVINCIAL = re.compile(r"Tỉnh (?:ủy|uỷ|đoàn)|(?:UBND|HĐND|MTTQ|Ủy ban (?:nhân dân|MTTQ)) tỉnh|(?:trong|toàn|của) tỉnh\b")
_TIER = {Level.PROVINCE: 0, Level.DISTRICT: 1, Level.COMMUNE: 2}


def resolved(place: Mentioned, *, on: date | None) -> Place | None:
    """The unit of a mention: by its code on the day of the text, else by the last bearer of that code."""
    chosen: UUID | None = getattr(place, "unit", None)
    if chosen is not None:
        return units.one(chosen)
    if place.code is None:
        return None
    level = Level(place.level.value)
    return (units.by_code(place.code, on=on, level=level) if on else None) or units.by_code(place.code, level=level)


def row(place: Place | None) -> Unit | None:
    """The row of a unit."""
    return Unit.objects.filter(pk=place.id).first() if place is not None else None


def _around(found: Iterable[Place], *, on: date | None) -> Place | None:
    """The smallest unit that holds all of them, itself one of them or above them; None when they lie in different provinces."""
    chains = [[unit, *units.ancestors(unit, on=on if on and unit.holds(on) else None)] for unit in found]
    if not chains:
        return None
    shared = set.intersection(*({unit.key for unit in chain} for chain in chains))
    return next((unit for unit in chains[0] if unit.key in shared), None)


def _chain(unit: Place, *, on: date | None) -> set[object]:
    """Keys of the unit and of those above it."""
    return {one.key for one in (unit, *units.ancestors(unit, on=on if on and unit.holds(on) else None))}
