"""Places by the spelling of their names: the gazetteer indexed for reading prose, with the units that ended before its first day."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from gandan.core.text import tone_key
from gandan.ingest.wordlists import pairs, words
from gandan.units.gazetteer import Gazetteer, Level
from gandan.units.gazetteer import Place as Unit

LAST_OLD_DAY = date(2025, 6, 30)
"""The last day of districts, and the first of which the gazetteer is certain."""
REFORM = date(2025, 7, 1)
"""The first day of provinces and communes without districts between them."""
HUE_CITY = date(2025, 1, 1)
"""The day Thừa Thiên Huế became the city of Huế."""
LONGEST = 5

_DASH = re.compile(r"\s*[-–]\s*")
_QUOTE = re.compile(r"[’`´ʼ]")
_FINAL_Y = re.compile(r"(?<=[hklmst])([yýỳỷỹỵ])(?!\w)")
_TO_I = dict(zip("yýỳỷỹỵ", "iíìỉĩị", strict=True))
_DAK = re.compile(r"\b(đ|l)[ăắ][ck]\b")
_KIND = re.compile(r"^(?:Thành phố|Thị xã|Huyện|Quận|Tỉnh) ")
_ZERO = re.compile(r"\b0(?=\d\b)")


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """One key for the usual spellings of a place: hyphens, apostrophes, tone placement, y and i, Đăk and Đắk, 03 and 3."""
    small = _QUOTE.sub("'", _DASH.sub(" ", tone_key(name)))
    small = _DAK.sub(r"\1ắk", small).replace("qui nhơn", "quy nhơn")
    return _ZERO.sub("", _FINAL_Y.sub(lambda found: _TO_I[found[0]], small))


@dataclass(frozen=True)
class Spot:
    """A unit at a time, as prose needs it: with the short names of what it lay in."""

    level: Level
    kind: str
    name: str
    province: str
    code: str | None
    valid_from: date | None
    valid_to: date | None
    unit: Unit | None
    district: str | None = None
    heir: str | None = None

    @property
    def full(self) -> str:
        """Kind and name."""
        return f"{self.kind} {self.name}"

    def holds(self, day: date) -> bool:
        """Whether it was so on that day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


class Atlas:
    """Names to units."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._spots: dict[str, list[Spot]] = defaultdict(list)
        tops = {k: self._top(units[-1]) for k, units in gazetteer.times.items()}
        for units in gazetteer.times.values():
            for unit in units:
                self._add(unit, tops)
        for line in words("earlier_places"):
            self._add_earlier([part.strip() for part in line.split("|")])
        for short, name in pairs("place_aliases"):
            self._spots[key(short)] = list(self._spots[key(name)])
        self._large = {k for k, spots in self._spots.items() if any(s.level is not Level.COMMUNE for s in spots)}

    @classmethod
    @cache
    def load(cls) -> "Atlas":
        """The shipped places; read once in a process."""
        return cls(Gazetteer.load())

    def named(self, name: str, day: date) -> list[Spot]:
        """Every unit that bore the name on that day."""
        return [spot for spot in self._spots.get(key(name), ()) if spot.holds(day)]

    def ever(self, name: str) -> list[Spot]:
        """Every unit that ever bore the name."""
        return self._spots.get(key(name), [])

    def everything(self) -> Iterable[Spot]:
        """Every unit at every time."""
        return (spot for spots in self._spots.values() for spot in spots)

    def is_large(self, name: str) -> bool:
        """Whether a province or a district ever bore the name."""
        return key(name) in self._large

    def place_prefix(self, syllables: Sequence[str]) -> int:
        """How many of the first syllables make the longest name of a place."""
        for length in range(min(len(syllables), LONGEST), 0, -1):
            name = key(" ".join(syllables[:length]))
            if name in self._spots and (length > 1 or name in self._large):
                return length
        return 0

    def today(self, spot: Spot) -> list[str]:
        """Codes of the units that hold the place now."""
        if spot.unit is not None:
            return [b.place.code for b in self._gazetteer.became(spot.unit) if b.place.code]
        return sorted({code for heir in self.heirs(spot) for code in self.today(heir)})

    def heirs(self, spot: Spot) -> list[Spot]:
        """The units of the gazetteer that took over a unit that had ended before."""
        provinces = {spot.province, "Huế" if spot.province == "Thừa Thiên Huế" else spot.province}
        found = []
        for full in spot.heir.split(" + ") if spot.heir else ():
            same = (s for s in self.ever(_KIND.sub("", full)) if s.full == full and s.unit is not None and s.province in provinces)
            found += list(same)[:1]
        return found

    def _top(self, unit: Unit) -> str:
        province = self._gazetteer.province(unit)
        return province.name if province else ""

    def _add(self, unit: Unit, tops: dict[str, str]) -> None:
        name = _plain(unit)
        parent = self._gazetteer.at(unit.parent, unit.valid_to) if unit.parent else None
        district = f"{parent.kind} {_plain(parent)}" if parent is not None and parent.level is Level.DISTRICT else None
        province = tops[unit.key]
        spot = Spot(unit.level, unit.kind, name, province, unit.code, unit.valid_from, unit.valid_to, unit, district)
        for each in _through_hue(spot):
            self._spots[key(name)].append(each)

    def _add_earlier(self, row: Sequence[str]) -> None:
        level, kind, name, province, code, last, heir = row
        ended = date.fromisoformat(last)
        spot = Spot(Level(level), kind, name, province, _or_none(code), None, ended, None, heir=_or_none(heir))
        self._spots[key(name)].append(spot)


def _or_none(field: str) -> str | None:
    return None if field == "-" else field


def _plain(unit: Unit) -> str:
    """The name without the kind that the source puts in front of numbers or behind homonyms."""
    return re.sub(r"\s*\((?:Thị trấn|Xã|Phường|Huyện|Thị xã|Thành phố)\)$", "", unit.name).removeprefix(unit.kind + " ")


def _through_hue(spot: Spot) -> Iterable[Spot]:
    """Places of Huế lay in the province of Thừa Thiên Huế until the end of 2024."""
    if spot.province != "Huế" or (spot.valid_from is not None and spot.valid_from >= HUE_CITY):
        return [spot]
    later = Spot(spot.level, spot.kind, spot.name, "Huế", spot.code, HUE_CITY, spot.valid_to, spot.unit, spot.district)
    if spot.level is Level.PROVINCE:
        return [later]
    earlier = Spot(
        spot.level,
        spot.kind,
        spot.name,
        "Thừa Thiên Huế",
        spot.code,
        spot.valid_from,
        HUE_CITY - timedelta(days=1),
        spot.unit,
        spot.district,
    )
    return [earlier, later]
