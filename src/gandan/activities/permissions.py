"""WHO may do what to activities, on one screen.

Whoever works in an office may write down what they did or read of. What is shown to everyone, and every change, belongs to those who
work for the unit (or for what became of it, or above it), and to the unit that keeps the record.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from gandan.activities.models import Activity, Request
from gandan.activities.queries import leader, works_for
from gandan.core.access import Actor, Role, anybody, either, holds, system
from gandan.core.access.permissions import Predicate
from gandan.units.models import Unit

WORKING = holds(Role.OFFICER, Role.LEADER, Role.SPECIALIST, Role.ANALYST)
FILLING = system("demo")


def for_unit(actor: Actor, thing: Unit | UUID | None) -> bool:
    """Works for the unit; without one: works somewhere."""
    if thing is None:
        return WORKING(actor, None)
    return works_for(actor, thing.pk if isinstance(thing, Unit) else thing)


def keeps(actor: Actor, thing: Activity | None) -> bool:
    """Works for the unit it happened in, or for the one that keeps it."""
    if thing is None:
        return WORKING(actor, None)
    return works_for(actor, thing.unit_id) or (thing.kept_by_id is not None and works_for(actor, thing.kept_by_id))


def answers(actor: Actor, thing: Request | None) -> bool:
    """Leads the unit that was asked, or one of its successors; nobody named: the unit of the activity."""
    if thing is None:
        return holds(Role.LEADER)(actor, None)
    return answerer(actor)(thing)


def answerer(actor: Actor) -> Callable[[Request], bool]:
    """The same question for many requests, with one look at the tree of units."""
    led = leader(actor)
    return lambda request: led(request.addressed_id or request.activity.unit_id)


def _of(predicate: Predicate) -> Predicate:
    """The same right, asked of a detail of an activity."""
    return lambda actor, thing: predicate(actor, getattr(thing, "activity", thing))


_keeps: Any = either(_of(keeps), FILLING)

TABLE: dict[str, Predicate] = {
    "activities.view_public": anybody,
    "activities.open_desk": WORKING,
    "activities.record": either(WORKING, FILLING),
    "activities.publish": either(for_unit, FILLING),
    "activities.correct": _keeps,
    "activities.withdraw": _keeps,
    "activities.add": _keeps,
    "activities.remove": _keeps,
    "activities.take_up_request": answers,
    "activities.decline_request": answers,
}
