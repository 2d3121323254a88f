"""Where a person may take texts in: the offices they work for, as choices of a form."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from gandan.core.access import Actor
from gandan.ingest.permissions import TAKES
from gandan.units import queries as units
from gandan.units.models import Office, Unit


@dataclass(frozen=True)
class Desk:
    """A unit and the office in it; without an office the whole unit."""

    unit: Unit
    office: Office | None
    words: str

    @property
    def value(self) -> str:
        """The choice in a form."""
        return f"{self.unit.pk}:{self.office.pk if self.office else ''}"


def desks(actor: Actor) -> list[Desk]:
    """Every desk of an actor, once."""
    pairs = list(dict.fromkeys((h.unit, h.office) for h in actor.holdings if h.role in TAKES and h.unit is not None))
    known = Unit.objects.in_bulk([unit for unit, _office in pairs])
    offices = Office.objects.prefetch_related("names").in_bulk([office for _unit, office in pairs if office is not None])
    places = {p.id: p.full_name for p in units.several(known) if p is not None}
    return [_desk(known[unit], offices.get(office) if office else None, places.get(unit, "")) for unit, office in pairs if unit in known]


def _desk(unit: Unit, office: Office | None, place: str) -> Desk:
    return Desk(unit, office, str(office) if office is not None else place)


def chosen(given: str, mine: list[Desk]) -> Desk:
    """The desk of a form's answer; with one desk nobody is asked."""
    found = next((desk for desk in mine if desk.value == given), mine[0] if len(mine) == 1 else None)
    if found is None:
        raise ValidationError(_("Xin chọn cơ quan của Ông/Bà."))
    return found
