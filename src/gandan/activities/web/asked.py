"""What the address of a list asks for: unit, kind, month."""

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest

from gandan.activities.enums import Kind
from gandan.activities.queries import Wanted
from gandan.core.text import clean
from gandan.units import queries as units
from gandan.units.gazetteer import Place

_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_WRITTEN = re.compile(r"(\d{1,2})[/.-](\d{4})")
OTHERS = 4


@dataclass(frozen=True)
class Asked:
    """The filters, what was typed, and what a reader may have meant instead. `unknown`: a place was named that nobody knows."""

    wanted: Wanted
    typed: str = ""
    month: str = ""
    unknown: bool = False
    around: str = ""
    others: tuple[tuple[Place, str], ...] = ()

    @property
    def any(self) -> bool:
        """Whether the list is narrowed."""
        return bool(self.typed or self.wanted.kind or self.month)

    @property
    def query(self) -> str:
        """The filters again, for links to other pages of the list."""
        place = str(self.wanted.place.id) if self.wanted.place else self.typed
        found = {"don-vi": place, "loai": self.wanted.kind, "thang": self.month}
        return urlencode({name: value for name, value in found.items() if value})


def asked(request: HttpRequest) -> Asked:
    """Read `don-vi` (an id, or a name old or new), `loai`, `thang` (2024-06 or 6/2024); what makes no sense narrows nothing."""
    typed = clean.line(request.GET.get("don-vi", ""))[:120]
    kind = request.GET.get("loai", "")
    month = month_of(request.GET.get("thang", ""))
    place, others = place_of(typed)
    wanted = Wanted(place, kind if kind in Kind.values else "", month)
    shown = place.full_name if place else typed
    around = around_of(place) if place and others else ""
    written = f"{month:%Y-%m}" if month else ""
    return Asked(wanted, shown, written, bool(typed) and place is None, around, tuple((p, around_of(p)) for p in others))


def month_of(text: str) -> date | None:
    """The first day of a month."""
    text = text.strip()
    if found := _MONTH.fullmatch(text):
        year, month = map(int, found.groups())
    elif found := _WRITTEN.fullmatch(text):
        month, year = map(int, found.groups())
    else:
        return None
    return date(year, month, 1) if 1 <= month <= 12 and 1900 <= year <= 2999 else None


def around_of(place: Place) -> str:
    """What stood above a unit last, to tell two of one name apart."""
    return ", ".join(p.full_name for p in units.ancestors(place.id))


def place_of(typed: str) -> tuple[Place | None, tuple[Place, ...]]:
    """The unit that is meant, and others that bear the name just as well."""
    if not typed:
        return None, ()
    try:
        return units.one(UUID(typed)), ()
    except ValueError:
        hits = units.find(typed, limit=OTHERS + 1)
    return (hits[0].place, tuple(h.place for h in hits[1:])) if hits else (None, ())
