"""Which documents somebody sees, and whose records they keep."""

from uuid import UUID

from django.db.models import Q, QuerySet

from gandan.core.access import Actor, Role
from gandan.directives.enums import State
from gandan.directives.models import Document
from gandan.units import queries as units

AT_HOME = (Role.OFFICER, Role.LEADER, Role.SPECIALIST)
ABOVE = (Role.LEADER, Role.SPECIALIST)


def home_units(actor: Actor) -> tuple[UUID, ...]:
    """Units in whose offices the actor works, as the roles say it."""
    return tuple(dict.fromkeys(h.unit for h in actor.holdings if h.unit is not None and h.role in AT_HOME))


def _with_earlier(of: frozenset[UUID]) -> frozenset[UUID]:
    """Units and those that went into them: what an old ward kept is now kept by the new one."""
    return of | {part.place.id for unit in of for part in units.predecessors(unit) if part.share}


def kept_by(actor: Actor) -> frozenset[UUID]:
    """Units whose records the actor keeps: the own ones, and what went into them."""
    return _with_earlier(frozenset(home_units(actor)))


def reach(actor: Actor) -> frozenset[UUID]:
    """Units whose internal documents the actor reads: the own ones; for leaders and specialists also those below."""
    below = {d for h in actor.holdings if h.unit is not None and h.role in ABOVE for d in units.descendant_ids(h.unit, on=h.on)}
    return kept_by(actor) | _with_earlier(frozenset(below))


def visible_to(actor: Actor) -> QuerySet[Document]:
    """Public documents that stand in the register; for whoever works in an office also the internal and withdrawn ones within reach."""
    public = Q(is_public=True, state=State.RECORDED)
    own = reach(actor) if home_units(actor) else frozenset()
    return Document.objects.filter(public | Q(unit__in=own)) if own else Document.objects.filter(public)
