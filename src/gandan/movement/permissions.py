"""WHO may do what in this room, on one screen.

An office owns a model and answers for it; the head of its hamlet may do the same deeds. Nothing is self-certified: who belongs to the
owning office, heads its hamlet, wrote it or sent it in never registers, visits, reviews or recognises it, in whatever role they act.
Without an object (a menu, a list) a right asks whether it is held anywhere. Administrators read nothing more than the public does.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from gandan.appraisals.enums import Level
from gandan.core.access import Actor, Role, anybody, either, holds, system
from gandan.core.access.permissions import Predicate
from gandan.movement import hands
from gandan.movement.models import Drive, PendingPractice, Practice
from gandan.units import queries as units
from gandan.units.enums import Level as Tier
from gandan.units.models import Office

OWNERS = (Role.OFFICER, Role.LEADER)
STAFF = (*OWNERS, Role.SPECIALIST)
OVERSEERS = (Role.LEADER, Role.SPECIALIST)
DESK = (*STAFF, Role.HAMLET_HEAD, Role.SUPERVISOR, Role.ANALYST)


@dataclass(frozen=True)
class Deciding:
    """What a right to post, recognise or revoke is asked for: a model, the office that decides, the level ("" before that is said)."""

    practice: Practice
    office: Office
    level: str = ""


@dataclass(frozen=True)
class Taking:
    """What a right to take over a drive is asked for: whose office ended, and the office that goes on with it."""

    drive: Drive
    office: Office


def _offices(actor: Actor, *roles: Role) -> set[UUID]:
    return {h.office for h in actor.holdings if h.role in roles and h.office is not None}


def heads(actor: Actor, thing: Practice | None) -> bool:
    """Head of the hamlet where it is."""
    if thing is None:
        return holds(Role.HAMLET_HEAD)(actor, None)
    return thing.hamlet_id is not None and any(h.role == Role.HAMLET_HEAD and h.hamlet == thing.hamlet_id for h in actor.holdings)


def at_owner(actor: Actor, thing: Practice | None) -> bool:
    """Officer or leader of the office that owns it; of what a hamlet's head has never sent in, nobody of an office."""
    if thing is None:
        return holds(*OWNERS)(actor, None)
    if thing.is_light and thing.submitted_on is None:
        return False
    return thing.office_id is not None and thing.office_id in _offices(actor, *OWNERS)


def strictly_above(actor: Actor, thing: Practice) -> bool:
    """Leader or specialist of a unit above the one whose it is; of the whole country too."""
    over = [h for h in actor.holdings if h.role in OVERSEERS and h.unit != thing.unit_id]
    return any(h.unit is None or h.unit in units.ancestor_ids(thing.unit_id, h.on) for h in over)


def registers(actor: Actor, thing: Practice | None) -> bool:
    """Officer or leader of the office that holds dân vận work at the unit, leader or specialist of the unit or above; never who has a
    part in it (asked last: it reads the roles that were put aside)."""
    if thing is None:
        return holds(*STAFF)(actor, None)
    return _registers_there(actor, thing) and not hands.has_part(actor, thing)


def _registers_there(actor: Actor, thing: Practice) -> bool:
    if strictly_above(actor, thing) or any(h.role in OVERSEERS and h.unit == thing.unit_id for h in actor.holdings):
        return True
    return any(at_dan_van(h.office, thing.unit_id, h.on) for h in actor.holdings if h.role in OWNERS and h.unit == thing.unit_id)


def at_dan_van(office: UUID | None, unit: UUID, on: Any) -> bool:
    """Whether an office holds dân vận work at a unit on a day."""
    owner = units.dan_van_owner(unit, on=on)
    return owner is not None and office == owner.pk


def looks(actor: Actor, thing: Practice | None) -> bool:
    """Officer, leader or specialist at the unit or above, with no part in it: who goes and sees, and who puts it before a council."""
    if thing is None:
        return holds(*STAFF)(actor, None)
    there = strictly_above(actor, thing) or holds(*STAFF, above=lambda p: p.unit_id)(actor, thing)
    return there and not hands.has_part(actor, thing)


def decides(actor: Actor, thing: Deciding | None) -> bool:
    """Leader or specialist of the deciding office, which is that of the level: of the unit itself, of its province; for the centre, whose
    papers the province enters, the province's too. Who has a part in it decides nothing."""
    if thing is None:
        return holds(*OVERSEERS)(actor, None)
    return _decides_there(actor, thing) and not hands.has_part(actor, thing.practice)


def _decides_there(actor: Actor, thing: Deciding) -> bool:
    practice, office = thing.practice, thing.office
    mine = [h for h in actor.holdings if h.role in OVERSEERS and h.office == office.pk]
    if not mine or office.pk == practice.owning_office:
        return False
    if thing.level == Level.BASE:
        return office.unit_id == practice.unit_id
    if thing.level == Level.CENTRE and office.unit.level != Tier.PROVINCE:
        return False
    return any(office.unit_id in units.ancestor_ids(practice.unit_id, h.on) for h in mine)


def runs_drive(actor: Actor, thing: Drive | None) -> bool:
    """Officer, leader or specialist of the office that launched it."""
    if thing is None:
        return holds(*STAFF)(actor, None)
    return thing.office_id in _offices(actor, *STAFF)


def takes_drive(actor: Actor, thing: Taking | None) -> bool:
    """Leader or specialist of the office that goes on with it."""
    if thing is None:
        return holds(*OVERSEERS)(actor, None)
    return thing.office.pk in _offices(actor, *OVERSEERS)


def supervises(actor: Actor, thing: Practice | None) -> bool:
    """Member of the supervision board of the unit; one of a hamlet for what lies there."""
    mine = [h for h in actor.holdings if h.role == Role.SUPERVISOR]
    if thing is None:
        return bool(mine)
    return any(h.unit == thing.unit_id and (h.hamlet is None or h.hamlet == thing.hamlet_id) for h in mine)


def chooses(actor: Actor, thing: PendingPractice | None) -> bool:
    """Leader of a unit that may take it, or leader or specialist above such a unit."""
    if thing is None:
        return holds(*OVERSEERS)(actor, None)
    above = holds(*OVERSEERS, above=lambda unit: unit)
    return any(above(actor, unit) for unit in thing.candidates.values_list("pk", flat=True))


def erases(actor: Actor, thing: Any) -> bool:
    """Who runs the system, or the clock when the time of words is over."""
    return system("retention")(actor, thing) or holds(Role.ADMINISTRATOR)(actor, None)


def mentions(actor: Actor, thing: Practice | None) -> bool:
    """Staff who may read the model put a text's sentence beside it; whether everybody reads that, `activities.publish` says."""
    if thing is None or not holds(*STAFF, Role.ANALYST)(actor, None):
        return holds(*STAFF, Role.ANALYST)(actor, None)
    return thing.is_public or at_owner(actor, thing) or registers(actor, thing)


OWNS = either(at_owner, heads)

TABLE: dict[str, Predicate] = {
    "movement.view": anybody,  # `queries.visible_to` says what
    "movement.open_desk": holds(*DESK),
    "movement.find": holds(*DESK),
    # drives
    "movement.plan_drive": runs_drive,
    "movement.change_drive": runs_drive,
    "movement.launch": runs_drive,
    "movement.set_window": runs_drive,
    "movement.change_fields": runs_drive,
    "movement.sum_up": runs_drive,
    "movement.cancel_drive": runs_drive,
    "movement.take_drive": takes_drive,
    # one's own model
    "movement.begin": OWNS,
    "movement.write": OWNS,
    "movement.submit": OWNS,
    "movement.withdraw": OWNS,
    "movement.stop": OWNS,
    "movement.read_measure": OWNS,
    "movement.add_evidence": OWNS,
    "movement.tie": OWNS,
    "movement.note_use": OWNS,
    "movement.complete": OWNS,
    "movement.give_sign": OWNS,
    "movement.revive": OWNS,
    "movement.adopt": OWNS,
    "movement.judge_adoption": OWNS,
    "movement.answer_likeness": OWNS,
    # others' word
    "movement.send_back": registers,
    "movement.register": registers,
    "movement.review": registers,
    "movement.judge_likeness": registers,
    "movement.visit": looks,
    "movement.appraise": looks,
    "movement.post": decides,
    "movement.recognise": decides,
    "movement.revoke": decides,
    # people
    "movement.issue_code": either(at_owner, heads, supervises),
    "movement.give_voice": anybody,  # who holds a code, says the deed
    # what a text told
    "movement.tell": either(holds(*STAFF, Role.ANALYST), system("demo")),
    "movement.mention": mentions,
    # by themselves
    "movement.run_clock": system("clock"),
    "movement.move_with_office": system("handover"),
    "movement.choose_successor": chooses,
    "movement.erase_words": erases,
}
