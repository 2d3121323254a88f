"""Where a role is held, in words for people."""

from datetime import date

from django.utils.translation import gettext as _

from gandan.accounts.models import RoleHeld
from gandan.units import queries as units


def unit_name(role: RoleHeld, *, on: date | None = None) -> str:
    """Kind and name of the unit; "toàn hệ thống" without one."""
    if role.unit_id is None:
        return _("Toàn hệ thống")
    place = units.one(role.unit_id, on=on)
    return place.full_name if place else ""


def office_name(role: RoleHeld) -> str:
    """The office or hamlet inside the unit, empty when it is the unit itself."""
    if role.office is not None:
        return str(role.office)
    return str(role.hamlet) if role.hamlet is not None else ""


def place_of(role: RoleHeld, *, on: date | None = None) -> str:
    """Office and unit in one line."""
    office, unit = office_name(role), unit_name(role, on=on)
    return office if office.casefold().endswith(unit.casefold()) and office else " · ".join(p for p in (office, unit) if p)
