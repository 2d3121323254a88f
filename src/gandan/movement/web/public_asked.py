"""What the address of the gallery asks for: words, a place by a name of today or of before, field, kind, level, whether it lives, which
page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from gandan.appraisals.enums import Level
from gandan.core.text import clean, fold
from gandan.movement.enums import Kind
from gandan.movement.queries.gallery import ALIVE, ENDED, SILENT, TOLD, Mark, Wanted
from gandan.movement.web.public_words import LEVELS
from gandan.units import queries as units
from gandan.units.gazetteer import Place

MOST = 5
LONGEST = 200  # signs of a question; a problem is told in one sentence
LIVES = ((ALIVE, _("Đang hoạt động")), (SILENT, _("Không còn tin hoạt động")), (ENDED, _("Đã dừng")), (TOLD, _("Chỉ có văn bản kể lại")))


@dataclass(frozen=True)
class Named:
    """The place that is meant. `was`: the old name that led to it; `today`: the units that hold a place which is no more; `others`: units
    that bear the name just as well, each with what stands above it."""

    place: Place | None = None
    was: Place | None = None
    today: tuple[Place, ...] = ()
    others: tuple[tuple[Place, str], ...] = ()


@dataclass(frozen=True)
class Asked:
    """The filters as they are applied, and what a reader may have meant instead. `unknown`: a place was named that nobody knows;
    `as_typed`: no word is to be taken for another."""

    wanted: Wanted
    named: Named
    typed: str = ""
    unknown: bool = False
    after: Mark | None = None
    before: Mark | None = None
    as_typed: bool = False

    @property
    def any(self) -> bool:
        """Whether the list is narrowed."""
        return bool(self.filters)

    @property
    def filters(self) -> dict[str, str]:
        """The filters that hold, by their names in the address."""
        w = self.wanted
        place = str(w.place.id) if w.place else self.typed
        found = {"tim": w.words, "don-vi": place, "linh-vuc": w.field, "loai": w.kind, "muc": w.level, "con": w.life}
        return {name: value for name, value in found.items() if value}

    @property
    def chosen(self) -> list[str]:
        """The filters in words, but for the question."""
        w = self.wanted
        lives = {name: str(label) for name, label in LIVES}
        found = [w.place.full_name if w.place else "", w.field, str(Kind(w.kind).label) if w.kind else ""]
        return [part for part in (*found, str(LEVELS[Level(w.level)]) if w.level else "", lives.get(w.life, "")) if part]

    @property
    def sought(self) -> str:
        """The question alone, for feeds."""
        return urlencode({"tim": self.wanted.words})

    @property
    def query(self) -> str:
        """The filters again, for links to other pages of the list."""
        return urlencode(self.filters)


def asked(request: HttpRequest, *, fields: Iterable[str]) -> Asked:
    """What makes no sense narrows nothing; only a place that nobody knows is said to be unknown."""
    given = request.GET
    typed = clean.line(given.get("don-vi", ""))[:120]
    named = named_by(typed)
    field = given.get("linh-vuc", "")
    wanted = Wanted(
        words=clean.line(given.get("tim", ""))[:LONGEST],
        place=named.place,
        field=field if field in set(fields) else "",
        kind=_one_of(given.get("loai", ""), Kind.values),
        level=_one_of(given.get("muc", ""), Level.values),
        life=_one_of(given.get("con", ""), (ALIVE, SILENT, ENDED, TOLD)),
    )
    shown = named.place.full_name if named.place else typed
    unknown = bool(typed) and named.place is None
    return Asked(wanted, named, shown, unknown, mark(given.get("sau", "")), mark(given.get("truoc", "")), bool(given.get("nguyen")))


def named_by(typed: str) -> Named:
    """A unit by its id or by any name. What went wholly into one unit of today is shown as that one."""
    if not typed:
        return Named()
    try:
        place = units.one(UUID(typed))
        return _of(place) if place else Named()
    except ValueError:
        hits = units.find(typed, limit=MOST + 1)
    if not hits:
        return Named()
    best = next((h.place for h in hits if h.place.is_open and fold(h.place.full_name) == fold(typed)), hits[0].place)
    others = tuple((h.place, around(h.place)) for h in hits if h.place.key != best.key)[:MOST]
    found = _of(best)
    return Named(found.place, found.was, found.today, others)


def _of(place: Place) -> Named:
    if place.is_open:
        return Named(place)
    today = tuple(b.place for b in units.became(place))
    return Named(today[0], was=place) if len(today) == 1 else Named(place, today=today)


def around(place: Place) -> str:
    """What stood above a unit last, to tell two of one name apart."""
    return ", ".join(p.full_name for p in units.ancestors(place.id))


def mark(text: str) -> Mark | None:
    """Where a page begins, as `marked` wrote it; None for anything else."""
    day, _dot, key = text.partition(".")
    try:
        return Mark(date.fromisoformat(day), UUID(key))
    except ValueError:
        return None


def marked(at: Mark | None) -> str:
    """A place in the list as it stands in an address."""
    return f"{at.day.isoformat()}.{at.key}" if at else ""


def _one_of(text: str, known: Iterable[str]) -> str:
    return text if text in set(known) else ""
