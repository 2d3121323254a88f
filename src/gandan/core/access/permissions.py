"""WHO: predicates, one table of every permission, and the one place that asks it.

Each room has `permissions.py` with TABLE: dict[str, Predicate] and hands it over in `apps.ready` by `register(TABLE)`.
WHEN is asked elsewhere (`policies`), so that a right and a state never hide in one condition.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from gandan.core.access.actor import Actor, Role, SystemActor
from gandan.core.access.refusal import Refusal

Predicate = Callable[[Actor, Any], bool]
_table: dict[str, Predicate] = {}
_ancestry: list[Callable[[UUID, date], frozenset[UUID]]] = []


def register(table: Mapping[str, Predicate]) -> None:
    """Add a room's table. A name that is already taken by another predicate is a defect and stops the start."""
    for name, predicate in table.items():
        if _table.setdefault(name, predicate) is not predicate:
            raise ValueError(f"permission {name} is declared twice")


def table() -> Mapping[str, Predicate]:
    """Every permission of the installation, for the generated role × page tables."""
    return _table


def may(actor: Actor, permission: str, thing: Any = None) -> bool:
    """Whether the actor has the right; an unknown permission is a defect (KeyError), never a silent no."""
    return _table[permission](actor, thing)


def require(actor: Actor, permission: str, thing: Any = None) -> None:
    """Raise Refusal unless the actor has the right."""
    if not may(actor, permission, thing):
        raise Refusal(_("Ông/Bà chưa được giao quyền làm việc này. Xin hỏi người quản trị hoặc lãnh đạo đơn vị."))


def provide_ancestry(of: Callable[[UUID, date], frozenset[UUID]]) -> None:
    """`units` registers how to find a unit's ancestors (itself included) on a date; core knows no tree."""
    _ancestry[:] = [of]


def anybody(actor: Actor, thing: Any) -> bool:
    """Everyone, with or without an account."""
    return True


def signed_in(actor: Actor, thing: Any) -> bool:
    """A person who signed in, whatever they hold."""
    return actor.key.startswith("user:")


def system(*names: str) -> Predicate:
    """Only the named parts of the system."""
    return lambda actor, thing: isinstance(actor, SystemActor) and actor.name in names


def holds(*roles: Role, at: Callable[[Any], UUID | None] | None = None, above: Callable[[Any], UUID | None] | None = None) -> Predicate:
    """Holds one of the roles: anywhere; `at` the office or unit that the function reads from the thing; or in a unit `above` that one.

    Above includes the unit itself.
    A role without a unit (the whole country) stands above all, and is at none. A thing without a place is nobody's.
    """

    def predicate(actor: Actor, thing: Any) -> bool:
        mine = [h for h in actor.holdings if h.role in roles]
        if at is not None:
            place = at(thing)
            return place is not None and any(place in (h.office, h.unit) for h in mine)
        if above is not None:
            place = above(thing)
            return place is not None and any(h.unit is None or h.unit in _ancestry[0](place, h.on) for h in mine)
        return bool(mine)

    return predicate


def either(*predicates: Predicate) -> Predicate:
    """Any of the predicates is enough."""
    return lambda actor, thing: any(p(actor, thing) for p in predicates)
