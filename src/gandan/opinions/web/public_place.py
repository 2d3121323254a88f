"""Which commune is meant: the one that is known already (a poster, the reader's own choice), or a name as people say it, old or new."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from gandan.core.text import fold
from gandan.units import queries as units
from gandan.units.gazetteer import Level, Place
from gandan.units.models import Hamlet

MOST = 12


@dataclass(frozen=True)
class Choice:
    """A commune of today that a typed name may mean, with what stands above it and the old name that led to it."""

    place: Place
    note: str


@dataclass(frozen=True)
class Where:
    """What is known of the place: one commune, several to choose from, or a sentence that says what to do."""

    place: Place | None = None
    choices: tuple[Choice, ...] = ()
    wrong: str = ""


def read(given: Mapping[str, str]) -> Where:
    """From the fields `where` (a name), `pick` (one of several) and `unit` (known before). What is typed stands above what was known."""
    typed = " ".join(given.get("where", "").split())[:120]
    if not typed:
        place = today_of(given.get("pick") or given.get("unit", ""))
        return Where(place) if place else Where(wrong=_("Xin cho biết việc này ở xã, phường nào."))
    choices = communes(typed)
    picked = next((c.place for c in choices if str(c.place.id) == given.get("pick")), None)
    if picked or len(choices) == 1:
        return Where(picked or choices[0].place)
    if choices:
        return Where(choices=tuple(choices), wrong=_("Có mấy nơi như vậy. Xin chọn một nơi."))
    return Where(wrong=_("Chưa tìm thấy xã, phường tên này. Xin chỉ gõ tên, tên cũ cũng được; bỏ số nhà và tên đường."))


def communes(typed: str) -> list[Choice]:
    """Communes of today for a name of today or of before; one that lives on in several gives each of them."""
    found: dict[UUID, Choice] = {}
    best = units.of_today(typed, limit=MOST)
    exact = [f for f in best if _says_all(f.place, typed)]
    for hit in exact or best:
        for place in hit.today:
            if place.level == Level.COMMUNE:
                above = ", ".join(p.full_name for p in units.ancestors(place))
                old = "" if hit.place.is_open else _("%(old)s cũ") % {"old": hit.place.full_name}
                found.setdefault(place.id, Choice(place, " · ".join(n for n in (above, old) if n)))
    return list(found.values())[:MOST]


def _says_all(place: Place, typed: str) -> bool:
    """Whether the typed words are the whole name with its kind: then a longer name that begins so is not meant."""
    return fold(place.full_name) == fold(typed.split(",")[0])


def today_of(key: str) -> Place | None:
    """A commune of today by its id; of one that went wholly into another, that one."""
    try:
        place = units.one(UUID(key))
    except ValueError:
        return None
    if place is None or place.level != Level.COMMUNE:
        return None
    if place.is_open:
        return place
    now = [b.place for b in units.became(place)]
    return now[0] if len(now) == 1 else None


def hamlets(place: Place, *, on: date) -> list[tuple[str, str]]:
    """The hamlets of a commune as choices of a field."""
    return [(str(h.pk), str(h)) for h in units.hamlets(place.id, on=on)]


def hamlet(key: str) -> Hamlet | None:
    """A hamlet by its id, as a poster's picture names it, with its commune."""
    try:
        return Hamlet.objects.filter(pk=UUID(key)).first()
    except ValueError:
        return None
