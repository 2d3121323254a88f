"""WHO may do what in this room, on one screen.

Whoever works in an office keeps figures that texts state. Values belong to the unit: those who work there enter and correct them, and those
who stand above. What is counted at all is laid down by specialists and analysts, who compare units, and by the administrator.
"""

from typing import Any
from uuid import UUID

from gandan.core.access import Actor, Role, anybody, either, holds, system
from gandan.core.access.permissions import Predicate
from gandan.indicators.queries.reach import leads, works_for

WORKING = holds(Role.OFFICER, Role.LEADER, Role.SPECIALIST, Role.ANALYST)
ADMINISTRATOR = holds(Role.ADMINISTRATOR)
FILLING = system("demo", "movement")  # heads of hamlets measure what their models reach, and keep no other figures here


def for_unit(actor: Actor, thing: Any) -> bool:
    """Works for a unit (given by id or by a thing that is of one), or stands above it; without one: works somewhere."""
    if thing is None:
        return WORKING(actor, None)
    unit = thing if isinstance(thing, UUID) else thing.unit_id
    return unit is not None and works_for(actor, unit)


def keeps(actor: Actor, thing: Any) -> bool:
    """Works for the unit that keeps the statement, or for the one it speaks of."""
    if thing is None:
        return WORKING(actor, None)
    return any(works_for(actor, unit) for unit in (thing.kept_by_id, thing.unit_id) if unit is not None)


def leads_keeper(actor: Actor, thing: Any) -> bool:
    """Leads where the statement is kept, or above it."""
    if thing is None:
        return holds(Role.LEADER)(actor, None)
    return thing.kept_by_id is not None and leads(actor, thing.kept_by_id)


DEFINES = either(holds(Role.SPECIALIST, Role.ANALYST), ADMINISTRATOR)

TABLE: dict[str, Predicate] = {
    "indicators.view": anybody,
    "indicators.open_desk": either(WORKING, ADMINISTRATOR),
    "indicators.define": DEFINES,
    "indicators.redefine": DEFINES,
    "indicators.end": DEFINES,
    "indicators.load": either(ADMINISTRATOR, system("install", "demo", "load")),
    "indicators.state": either(WORKING, FILLING),
    "indicators.publish": either(for_unit, FILLING),
    "indicators.erase_words": either(leads_keeper, ADMINISTRATOR),
    "indicators.retract": either(keeps, FILLING),
    "indicators.enter": either(for_unit, FILLING),
    "indicators.read": either(for_unit, FILLING),
    "indicators.correct": either(for_unit, FILLING),
    "indicators.take_away": either(for_unit, FILLING),
}
