"""Whose word the end of a case is: a unit never certifies itself.

Whoever works, in whatever role, for a unit that answers or ever answered for a case is not its sender, even with the sender's code and PIN
typed. What somebody does signed out no software can see; the tracking page counts who said what, and a no is always heard.
"""

from uuid import UUID

from django.db.models import Q

from gandan.accounts.actor import UserActor
from gandan.accounts.models import RoleHeld
from gandan.accounts.queries import held_on
from gandan.core.access import Actor, Role
from gandan.opinions.models import Case
from gandan.units import queries as units

WORKING = frozenset({Role.OFFICER, Role.LEADER, Role.SPECIALIST, Role.HAMLET_HEAD})


def outside(actor: Actor, case: Case) -> bool:
    """Whether the actor works for none of the units that answer or answered for the case."""
    held: set[tuple[str, UUID | None]] = {(h.role, h.unit) for h in actor.holdings}
    if isinstance(actor, UserActor):
        day = actor.holdings[0].on if actor.holdings else None
        now = held_on(day) if day else Q(valid__upper_inf=True, withdrawn=False)
        held |= set(RoleHeld.objects.filter(now, user=actor.id).values_list("role", "unit_id"))
    working = {unit for role, unit in held if role in WORKING and unit is not None}
    return not working or working.isdisjoint(answering(case))


def answering(case: Case) -> frozenset[UUID]:
    """Every unit that answers for the case or ever did, and what became of each."""
    ever = {case.unit_id, case.made_in_id}
    for pair in case.steps.exclude(was_office=None).values_list("was_office__unit", "to_office__unit"):
        ever |= {unit for unit in pair if unit is not None}
    return frozenset(ever) | {now.place.id for unit in ever for now in units.became(unit)}
