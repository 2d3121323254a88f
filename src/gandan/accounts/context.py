"""What every page of the workspace shows of the person: the office they act from."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from gandan.accounts.middleware import chosen
from gandan.accounts.models import RoleHeld
from gandan.accounts.places import office_name, place_of, unit_name
from gandan.units.enums import Kind


@dataclass(frozen=True)
class Seat:
    """Unit and office in so few words that both are read on a telephone; `whole` says them in full."""

    unit: str = ""
    part: str = ""
    whole: str = ""

    def __bool__(self) -> bool:
        return bool(self.unit)


def seat_of(role: RoleHeld) -> Seat:
    """Phường Ninh Kiều, Đảng ủy phường. Who has no office is named by hamlet or role."""
    whole, unit = place_of(role), unit_name(role)
    part = beside(unit, office_name(role)) if role.office else str(role.hamlet or role.get_role_display())
    return Seat(unit or whole, part, whole)


def beside(unit: str, office: str) -> str:
    """The office's own name; the unit's, which stands beside it, is not said twice: only its kind, as people say it."""
    kind = next((k for k in Kind.values if unit.startswith(f"{k} ")), "")
    name = unit.removeprefix(f"{kind} ")
    for end, stays in ((f" {unit}", f" {kind.lower()}"), (f" {name}", "")):
        if name and office.casefold().endswith(end.casefold()) and len(office) > len(end):
            return office[: -len(end)] + stays
    return office


def office(request: HttpRequest) -> dict[str, Any]:
    """`office` for the masthead: the chosen role's seat, or the only one there is; of several in one unit that unit."""

    def place() -> Seat:
        roles = getattr(request, "roles", [])
        seats = list(dict.fromkeys(seat_of(r) for r in [r for r in roles if r.pk == chosen(request)] or roles))
        if len(seats) <= 1:
            return seats[0] if seats else Seat()
        units = {s.unit for s in seats}
        return Seat(units.pop(), _("%(n)s vai trò") % {"n": len(seats)}) if len(units) == 1 else Seat()

    return {"office": SimpleLazyObject(place)}
