"""Who handles what is said of a unit: the unit above it, and above a province the centre (articles 12 and 13 of the law)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from gandan.denunciations import hands
from gandan.denunciations.enums import Accused
from gandan.units import queries as units
from gandan.units.enums import OfficeKind
from gandan.units.gazetteer import Place
from gandan.units.models import Office, Unit


@dataclass(frozen=True)
class Above:
    """Where one goes with a denunciation about people of a unit: the unit above (None: the centre) and its office that receives."""

    here: Place
    place: Place | None
    office: str
    has_handler: bool


def handling_unit(unit: Unit | UUID, *, on: date, accused: str = Accused.BELOW) -> UUID | None:
    """The unit above, None for the centre. Of a unit that has gone, the one above what it became for the most part."""
    here = living(unit, on=on)
    up = units.ancestors(here, on=on) if here else units.ancestors(unit)
    up = [place for place in up if place.holds(on)]
    if accused == Accused.HANDLER:
        up = up[1:]
    return up[0].id if up else None


def living(unit: Unit | UUID, *, on: date) -> Place | None:
    """The unit on the day, or the chief part of what it became."""
    place = units.one(unit, on=on)
    if place is not None:
        return place
    parts = sorted(units.became(unit, on=on), key=lambda b: (not b.main, -(b.share or 0)))
    return parts[0].place if parts else None


def above(place: Place, *, on: date) -> Above:
    """For the public page: names, never who the handler is."""
    up = next((p for p in units.ancestors(place, on=on) if p.holds(on)), None)
    office = Office.objects.filter(unit=up.id, kind=OfficeKind.PEOPLE_COMMITTEE, existed__contains=on).first() if up else None
    return Above(place, up, office.name_on(on) if office else "", is_manned(up.id if up else None, on=on))


def is_manned(unit: UUID | None, *, on: date) -> bool:
    """Whether anybody opens letters at this desk: a sender whose letter nobody will open is told so."""
    return bool(hands.handlers(unit, on=on))


def level_name(unit: UUID | None) -> str:
    """What a page calls the desk: the unit, or the centre."""
    place = units.one(unit) if unit is not None else None
    return place.full_name if place else _("cấp trung ương")
