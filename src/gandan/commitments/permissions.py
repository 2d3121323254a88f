"""WHO may do what to a commitment, on one screen.

Nobody through whose hands it went (`hands.py`) confirms what is owed to people: those to whom it was promised do, by their code;
households that were there; the supervision board; or the office that asked. Without an object (a menu, a list) a right asks whether it is
held anywhere.
"""

from typing import Any
from uuid import UUID

from gandan.commitments.actor import CodeHolder
from gandan.commitments.hands import made_places, outside
from gandan.commitments.models import Commitment, Handover, PendingHandover
from gandan.core.access import Actor, Role, anybody, either, holds, signed_in, system
from gandan.core.access.permissions import Predicate
from gandan.units import queries as units

STAFF = (Role.OFFICER, Role.LEADER)
OVERSEERS = (Role.LEADER, Role.SPECIALIST)


def _lead(thing: Any) -> UUID | None:
    return thing.lead_id if isinstance(thing, Commitment) else None


def _unit(thing: Any) -> UUID | None:
    return thing.unit_id if isinstance(thing, Commitment) else None


def _asked(roles: tuple[Role, ...], there: Predicate) -> Predicate:
    """Of an object: as said; without one: holds such a role somewhere."""
    somewhere = holds(*roles)
    return lambda actor, thing: somewhere(actor, None) if thing is None else there(actor, thing)


AT_LEAD = _asked(STAFF, holds(*STAFF, at=_lead))
IN_UNIT = _asked(STAFF, holds(*STAFF, at=_unit))
LEADER = _asked((Role.LEADER,), holds(Role.LEADER, at=_unit))
ABOVE = _asked(OVERSEERS, holds(*OVERSEERS, above=_unit))


def coordinates(actor: Actor, thing: Commitment | None) -> bool:
    """Officer or leader of an office that works along."""
    mine = {h.office for h in actor.holdings if h.role in STAFF and h.office is not None}
    return bool(mine) and thing is not None and thing.coordinators.filter(office__in=mine).exists()


def assigns(actor: Actor, thing: Commitment | None) -> bool:
    """Leader or specialist who acts from the assigning office, whose unit is that of the lead or stands above it."""
    if thing is None:
        return holds(*OVERSEERS)(actor, None)
    here = [h for h in actor.holdings if h.role in OVERSEERS and h.office is not None and h.office == thing.assigned_by_id]
    return bool(here) and ABOVE(actor, thing)


def assigned(actor: Actor, thing: Commitment | None) -> bool:
    """Officer, leader or specialist of the office that assigned the task. Where that office is gone: whoever leads at or above the lead."""
    if thing is None:
        return holds(*STAFF, Role.SPECIALIST)(actor, None)
    if thing.assigned_by is None:
        return False
    if any(h.office == thing.assigned_by_id and h.role in {*STAFF, Role.SPECIALIST} for h in actor.holdings):
        return True
    upper = thing.assigned_by.existed.upper
    return upper is not None and any(upper <= h.on for h in actor.holdings) and ABOVE(actor, thing)


def withdraws(actor: Actor, thing: Commitment | None) -> bool:
    """What was promised, the leader of the unit takes back; a task, whoever assigned it."""
    if thing is None:
        return holds(*STAFF)(actor, None)
    return assigned(actor, thing) if thing.is_task else LEADER(actor, thing)


def moves_between(actor: Actor, thing: Handover | None) -> bool:
    """Leader or specialist above both units."""
    above = holds(*OVERSEERS, above=lambda unit: unit)
    return thing is not None and all(above(actor, office.unit_id) for office in (thing.was, thing.to))


def chooses(actor: Actor, thing: PendingHandover | None) -> bool:
    """Leader of a unit that may take it, or leader or specialist above such a unit."""
    if thing is None:
        return holds(*OVERSEERS)(actor, None)
    above = holds(*OVERSEERS, above=lambda unit: unit)
    return any(above(actor, unit) for unit in thing.candidates.values_list("pk", flat=True))


def holds_code(actor: Actor, thing: Commitment) -> bool:
    """A code of this very commitment, in hands that are clean of it. A board member speaks for the board, not with somebody's code."""
    if not isinstance(actor, CodeHolder) or actor.commitment != thing.pk:
        return False
    return outside(actor.behind, thing) and not supervises(actor.behind, thing)


def supervises(actor: Actor, thing: Commitment) -> bool:
    """Member of the supervision board where it was promised; one of a hamlet speaks for what concerns that hamlet."""
    mine = [h for h in actor.holdings if h.role == Role.SUPERVISOR]
    if not mine:
        return False
    here = made_places(thing)
    return any(h.unit in here and (h.hamlet is None or h.hamlet == thing.hamlet_id) for h in mine) and outside(actor, thing)


def asked(actor: Actor, thing: Commitment) -> bool:
    """Officer or leader of the office that made the request, which has no part in the work."""
    return (
        thing.asked_by_id is not None
        and holds(*STAFF, at=lambda c: c.asked_by_id)(actor, thing)
        and not thing.coordinators.filter(office=thing.asked_by_id).exists()
        and outside(actor, thing, below=False)
    )


def issues_codes(actor: Actor, thing: Commitment | None) -> bool:
    """The office that owes it, or the supervision board: who gets a code from the board need not trust the office."""
    if thing is None:
        return holds(*STAFF, Role.SUPERVISOR)(actor, None)
    return AT_LEAD(actor, thing) or (not thing.is_task and supervises(actor, thing))


def heads_hamlet(actor: Actor, thing: Commitment | None) -> bool:
    """Head of the hamlet where the work is; they see it every day. What is owed inside the system is not theirs."""
    if thing is None or thing.is_task or thing.hamlet_id is None:
        return False
    return any(h.role == Role.HAMLET_HEAD and h.hamlet == thing.hamlet_id for h in actor.holdings)


def erases(actor: Actor, thing: Any) -> bool:
    """Who runs the system takes words of a step away. What was promised they do not touch: that is for those above the unit."""
    if system("retention")(actor, thing):
        return True
    return _strictly_above(actor, thing) if isinstance(thing, Commitment) else holds(Role.ADMINISTRATOR)(actor, None)


def _strictly_above(actor: Actor, thing: Commitment) -> bool:
    """Leader or specialist above, none of the units that promised or owe it: nobody takes the words of an own promise away."""
    own = {thing.unit_id, thing.made_in_id}
    over = [h for h in actor.holdings if h.role in OVERSEERS and h.unit not in own]
    return any(h.unit is None or h.unit in units.ancestor_ids(thing.unit_id, h.on) for h in over)


def confirms(actor: Actor, thing: Commitment | None) -> bool:
    """Those to whom it is owed, or who watch for them."""
    if thing is None:
        return isinstance(actor, CodeHolder) or holds(Role.SUPERVISOR, *STAFF)(actor, None)
    return not thing.is_task and (holds_code(actor, thing) or supervises(actor, thing) or asked(actor, thing))


def reads_objections(actor: Actor, thing: Commitment | None) -> bool:
    """The unit, those above it, and the supervision board read what was objected; the page of the public says only that and when."""
    if thing is None:
        return holds(*STAFF, Role.SPECIALIST, Role.SUPERVISOR)(actor, None)
    here = holds(*STAFF, Role.SPECIALIST, at=_unit)
    return here(actor, thing) or supervises(actor, thing) or ABOVE(actor, thing)


TABLE: dict[str, Predicate] = {
    "commitments.view": anybody,  # `queries.visible_to` says what
    "commitments.open_desk": signed_in,
    "commitments.read_tasks": holds(*STAFF, Role.SPECIALIST),  # in the search; lists ask `queries.visible_to`
    "commitments.see_board": holds(*OVERSEERS, Role.ANALYST),
    "commitments.promise": either(AT_LEAD, LEADER),
    "commitments.take_up": IN_UNIT,
    "commitments.assign": assigns,
    "commitments.reword": either(LEADER, AT_LEAD, assigned),
    "commitments.note_progress": either(AT_LEAD, coordinates, heads_hamlet),
    "commitments.add_evidence": either(AT_LEAD, coordinates, heads_hamlet),
    "commitments.report_done": AT_LEAD,
    "commitments.object": anybody,
    "commitments.confirm": confirms,
    "commitments.accept": assigned,
    "commitments.send_back": assigned,
    "commitments.extend": LEADER,
    "commitments.hand_over": either(LEADER, ABOVE),
    "commitments.hand_over_between": moves_between,
    "commitments.choose_successor": chooses,
    "commitments.withdraw": withdraws,
    "commitments.issue_code": issues_codes,
    "commitments.lend_code": either(AT_LEAD, LEADER),
    "commitments.name_person": either(LEADER, holds(Role.LEADER, at=_lead)),
    "commitments.change_coordinators": either(LEADER, AT_LEAD, assigned),
    "commitments.remind": either(LEADER, ABOVE, system("clock")),
    "commitments.read_objections": reads_objections,
    "commitments.run_clock": system("clock"),
    "commitments.move_with_office": system("handover"),
    "commitments.erase_words": erases,
}
