"""WHO may do what to units, on one screen."""

from typing import Any
from uuid import UUID

from gandan.core.access import Role, anybody, either, holds, system

ADMINISTRATOR = holds(Role.ADMINISTRATOR)


def unit_of(thing: Any) -> UUID | None:
    """The unit a thing belongs to; a unit is its own."""
    found = getattr(thing, "unit_id", None) or getattr(thing, "pk", None)
    return found if isinstance(found, UUID) else None


def any_or_at(*roles: Role) -> Any:
    """With an object: holds the role at its unit; without one (a menu, a page of a list): holds it somewhere."""
    somewhere, there = holds(*roles), holds(*roles, at=unit_of)
    return lambda actor, thing: somewhere(actor, None) if thing is None else there(actor, thing)


AT_HOME = any_or_at(Role.OFFICER, Role.LEADER)
LEADER_AT_HOME = any_or_at(Role.LEADER)

TABLE = {
    "units.view": anybody,
    "units.open_desk": either(AT_HOME, ADMINISTRATOR),
    "units.add_hamlet": AT_HOME,
    "units.rename_hamlet": AT_HOME,
    "units.end_hamlet": LEADER_AT_HOME,
    "units.count_households": AT_HOME,
    "units.add_office": either(LEADER_AT_HOME, ADMINISTRATOR, system("load", "demo")),
    "units.note_past_office": either(ADMINISTRATOR, system("load", "demo")),
    "units.rename_office": either(LEADER_AT_HOME, ADMINISTRATOR),
    "units.end_office": either(LEADER_AT_HOME, ADMINISTRATOR),
    "units.set_dan_van_owner": either(LEADER_AT_HOME, ADMINISTRATOR, system("demo")),
    "units.load": either(ADMINISTRATOR, system("load", "demo", "cli")),
    "units.reorganise": either(ADMINISTRATOR, system("cli")),
}
