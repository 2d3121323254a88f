"""Which documents somebody sees, and whose records they keep."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from gandan.core.access import Actor, Role
from gandan.directives.enums import State
from gandan.directives.models import Document
from gandan.units.queries.picture import Picture, picture

AT_HOME = (Role.OFFICER, Role.LEADER, Role.SPECIALIST)
ABOVE = (Role.LEADER, Role.SPECIALIST)


def home_units(actor: Actor) -> tuple[UUID, ...]:
    """Units in whose offices the actor works, as the roles say it."""
    return tuple(dict.fromkeys(h.unit for h in actor.holdings if h.unit is not None and h.role in AT_HOME))


def reach(actor: Actor) -> frozenset[UUID]:
    """Units whose internal documents the actor reads and keeps: the own ones; for leaders and specialists also those below."""
    tree = picture()
    found = set(home_units(actor))
    for holding in actor.holdings:
        if holding.unit is not None and holding.role in ABOVE:
            found |= _below(holding.unit, holding.on, tree)
    return _with_earlier(found, tree)


def _below(unit: UUID, on: date, tree: Picture) -> set[UUID]:
    key = tree.keys.get(unit)
    waiting, found = [tree.at(key, on) if key else None], set()
    while waiting:
        if (place := waiting.pop()) is not None:
            found.add(place.id)
            waiting += tree.children(place, on)
    return found


def _with_earlier(of: Iterable[UUID], tree: Picture) -> frozenset[UUID]:
    """Units and what went wholly into them, at once or through others: what an old ward kept is now kept by the new one."""
    found, waiting = set(of), list(of)
    while waiting:
        key = tree.keys.get(waiting.pop())
        place = tree.at(key, None) if key else None
        earlier = {part.place.id for part in tree.came_from(place) if part.share == 1} - found if place else set()
        found |= earlier
        waiting += earlier
    return frozenset(found)


def visible_to(actor: Actor) -> QuerySet[Document]:
    """Public documents that stand in the register; for whoever works in an office also the internal and withdrawn ones within reach."""
    public = Q(is_public=True, state=State.RECORDED)
    return Document.objects.filter(public | Q(unit__in=reach(actor))) if home_units(actor) else Document.objects.filter(public)
