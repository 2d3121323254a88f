"""Through whose hands a commitment went, and who is outside of them.

The end is in the hands of others. So whoever owes it, ever owed it, works along, commands those who do, or did a deed of the staff on it,
says nothing of its end, in whatever role they act today. What somebody does signed out, with a code that passed through their hands, no
software can see: that is why ends are told apart by how they came about, and why the supervision board may object to an end by codes.
"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q

from gandan.accounts.actor import UserActor
from gandan.accounts.models import RoleHeld
from gandan.accounts.queries import held_on
from gandan.commitments.enums import Issuer
from gandan.commitments.models import Commitment
from gandan.core import events
from gandan.core.access import Actor, Role
from gandan.units import queries as units

WORKING = frozenset({Role.OFFICER, Role.LEADER, Role.SPECIALIST, Role.HAMLET_HEAD})
COMMANDING = frozenset({Role.LEADER, Role.SPECIALIST})
VOICES = ("commitments.confirmed", "commitments.household_confirmed", "commitments.objected")  # the deeds of those outside
Held = tuple[str, UUID | None, UUID | None]  # role, unit, office


def made_places(thing: Commitment) -> frozenset[UUID]:
    """The unit in which it was promised, and those in which that unit lives on: their people look after it, whoever works on it now."""
    return _with_successors({thing.made_in_id})


def owing_units(thing: Commitment) -> frozenset[UUID]:
    """Every unit that owes it or ever did, and what became of each."""
    ever = {thing.unit_id, thing.made_in_id}
    for pair in thing.handovers.values_list("was__unit", "to__unit"):
        ever |= set(pair)
    return _with_successors(ever)


def outside(actor: Actor, thing: Commitment, *, below: bool = True) -> bool:
    """Whether the actor's hands are clean of it. `below` asks as well that the actor commands none of the units that owe it; an office
    that asked for the work may stand above."""
    held, owing = _held(actor), owing_units(thing)
    if any(unit in owing and (role in WORKING or office is not None) for role, unit, office in held):
        return False
    offices = {office for _, _, office in held if office is not None}
    if offices and thing.coordinators.filter(office__in=offices).exists():
        return False
    if below and _commands(held, owing, _day(actor)):
        return False
    return not worked_on(actor, thing)


def worked_on(actor: Actor, thing: Commitment) -> bool:
    """Whether the record names the actor for a deed of the staff on it: promised, progress, evidence, a code, the report, a new date …"""
    if not isinstance(actor, UserActor):
        return False
    rows = events.of(thing).filter(actor=actor.key).exclude(verb__in=VOICES)
    return rows.exclude(verb="commitments.code_issued", facts__issuer=Issuer.BOARD).exists()


def _held(actor: Actor) -> set[Held]:
    """Every role of today, also those that the person has put aside to act in one."""
    held: set[Held] = {(h.role, h.unit, h.office) for h in actor.holdings}
    if isinstance(actor, UserActor):
        day = _day(actor)
        now = held_on(day) if day else Q(valid__upper_inf=True, withdrawn=False)  # no role counts: no day is known
        held |= set(RoleHeld.objects.filter(now, user=actor.id).values_list("role", "unit_id", "office_id"))
    return held


def _day(actor: Actor) -> date | None:
    return actor.holdings[0].on if actor.holdings else None


def _commands(held: Iterable[Held], owing: frozenset[UUID], day: date | None) -> bool:
    """Leads, or is a specialist, at a unit above one of these; without a unit: of the whole country."""
    over = {unit for role, unit, _ in held if role in COMMANDING}
    if not over or None in over:
        return bool(over)
    return any(not over.isdisjoint(units.ancestor_ids(unit, day)) for unit in owing) if day else False


def _with_successors(ever: Iterable[UUID]) -> frozenset[UUID]:
    return frozenset(ever) | {now.place.id for unit in ever for now in units.became(unit)}
