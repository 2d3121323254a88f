"""Through whose hands a model went, and who is outside of them.

Nothing certifies itself: whoever works in the office that owns a model, ever owned it, heads its hamlet, commands its unit, or did a deed
of the staff on it, says nothing by code of whether it helps, in whatever role they act today. What somebody does signed out, with a slip
that they typed themselves, no software can see: that is why voices by codes of the supervision board are counted apart.
"""

from datetime import date
from uuid import UUID

from django.db.models import Q

from gandan.accounts.actor import UserActor
from gandan.accounts.models import RoleHeld
from gandan.accounts.queries import held_on
from gandan.core import events
from gandan.core.access import Actor, Role
from gandan.movement.models import Practice
from gandan.units import queries as units

COMMANDING = frozenset({Role.LEADER, Role.SPECIALIST})
OWN_VERBS = (
    *("begun", "adopted", "written", "completed", "submitted", "stopped"),
    *("measured", "evidence_added", "tied", "use_noted", "sign_given", "revived"),
)
Held = tuple[str, UUID | None, UUID | None, UUID | None]  # role, unit, office, hamlet


def has_part(actor: Actor, practice: Practice) -> bool:
    """Works in the office that owns it or heads its hamlet, also by a role that was put aside; wrote it or sent it in."""
    if actor.key in {practice.written_by, practice.submitted_by}:
        return True
    if practice.is_light and owned(actor, practice):
        return True
    offices, hamlets = belonging(actor)
    return practice.owning_office in offices or practice.hamlet_id in hamlets


def owned(actor: Actor, practice: Practice) -> bool:
    """Whether the record names the actor for a deed of its owner."""
    if not isinstance(actor, UserActor):
        return False
    return events.of(practice).filter(actor=actor.key, verb__in=[f"movement.{verb}" for verb in OWN_VERBS]).exists()


def belonging(actor: Actor) -> tuple[set[UUID], set[UUID]]:
    """Offices in which the actor works and hamlets that they head today, also by roles that were put aside to act in another."""
    roles = held(actor)
    offices = {office for _role, _unit, office, _hamlet in roles if office is not None}
    return offices, {hamlet for role, _unit, _office, hamlet in roles if role == Role.HAMLET_HEAD and hamlet is not None}


def owning_units(practice: Practice) -> frozenset[UUID]:
    """The unit whose it is, where it was registered, and what became of each."""
    ever = {practice.unit_id, practice.made_in_id}
    return frozenset(ever) | {now.place.id for unit in ever for now in units.became(unit)}


def supervises(actor: Actor, practice: Practice) -> bool:
    """Member of the supervision board where the model is or was registered; one of a hamlet, for a model of that hamlet."""
    mine = [h for h in actor.holdings if h.role == Role.SUPERVISOR]
    if not mine:
        return False
    here = owning_units(practice)
    return any(h.unit in here and (h.hamlet is None or h.hamlet == practice.hamlet_id) for h in mine) and outside(actor, practice)


def outside(actor: Actor, practice: Practice) -> bool:
    """Whether the actor's hands are clean of it."""
    roles, owning = held(actor), owning_units(practice)
    if any(_works_on(one, practice, owning) for one in roles):
        return False
    if _commands(roles, owning, _day(actor)):
        return False
    return not worked_on(actor, practice)


def worked_on(actor: Actor, practice: Practice) -> bool:
    """Whether the record names the actor for a deed on it. Handing out a slip for the board is none, for it says nothing of the model."""
    if not isinstance(actor, UserActor):
        return False
    return events.of(practice).filter(actor=actor.key).exclude(verb="movement.code_issued", facts__by_board=True).exists()


def _works_on(one: Held, practice: Practice, owning: frozenset[UUID]) -> bool:
    """In its office, in any office of its unit, or as head of its hamlet."""
    role, unit, office, hamlet = one
    if role == Role.HAMLET_HEAD:
        return hamlet is not None and hamlet == practice.hamlet_id
    return office is not None and (office == practice.office_id or unit in owning)


def held(actor: Actor) -> set[Held]:
    """Every role of today, also those that the person has put aside to act in one."""
    roles: set[Held] = {(h.role, h.unit, h.office, h.hamlet) for h in actor.holdings}
    if isinstance(actor, UserActor):
        day = _day(actor)
        now = held_on(day) if day else Q(valid__upper_inf=True, withdrawn=False)  # no role counts: no day is known
        roles |= set(RoleHeld.objects.filter(now, user=actor.id).values_list("role", "unit_id", "office_id", "hamlet_id"))
    return roles


def _day(actor: Actor) -> date | None:
    return actor.holdings[0].on if actor.holdings else None


def _commands(roles: set[Held], owning: frozenset[UUID], day: date | None) -> bool:
    """Leads, or is a specialist, at a unit above one of these; without a unit: of the whole country."""
    over = {unit for role, unit, _, _ in roles if role in COMMANDING}
    if not over or None in over:
        return bool(over)
    return any(not over.isdisjoint(units.ancestor_ids(unit, day)) for unit in owning) if day else False
