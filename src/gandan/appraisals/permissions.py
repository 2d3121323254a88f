"""WHO may do what in this room, on one screen.

Nothing certifies itself: whoever works in the office whose work is judged is turned away by `policies`, whatever this table grants.
Without an object (a menu, a list) a right asks whether it is held anywhere.
"""

from typing import Any
from uuid import UUID

from gandan.appraisals.enums import Level, Part
from gandan.appraisals.hands import user_of
from gandan.appraisals.models import Appraisal, Council, Decision, Objection, Posting, ScoreSheet, Seat
from gandan.core.access import Actor, Role, anybody, either, holds, may, signed_in, system
from gandan.core.access.permissions import Predicate
from gandan.units import queries as units
from gandan.units.models import Office, Unit

STAFF = (Role.OFFICER, Role.LEADER, Role.SPECIALIST)
HEADS = (Role.LEADER, Role.SPECIALIST)
SCORING = (Part.CHAIR, Part.MEMBER)


def office_of(thing: Any) -> Office | None:
    """The office that keeps the papers of a thing."""
    match thing:
        case Office():
            return thing
        case Council() | Posting() | Decision():
            return thing.office
        case Appraisal() | Seat():
            return thing.council.office
        case Objection():
            return thing.posting.office
    return None


def _unit(thing: Any) -> UUID | None:
    match thing:
        case Unit():
            return thing.pk
        case ScoreSheet():
            return thing.unit_id
    return None


def not_there(office: Office, actor: Actor) -> bool:
    """The office is gone, and the actor leads at or above what its unit became: somebody has to answer for what it left."""
    heads = [h for h in actor.holdings if h.role in HEADS and not office.exists(h.on)]
    if not heads:
        return False
    now = {part.place.id for part in units.became(office.unit_id, on=heads[0].on)}
    above = {up for unit in now or {office.unit_id} for up in units.ancestor_ids(unit, heads[0].on)}
    return any(h.unit is None or h.unit in above for h in heads)


def _in_office(*roles: Role) -> Predicate:
    """Holds a role in the office that keeps the thing; of one that is gone: `not_there`."""
    somewhere = holds(*roles)

    def predicate(actor: Actor, thing: Any) -> bool:
        if thing is None:
            return somewhere(actor, None)
        office = office_of(thing)
        if office is None:
            return False
        here = [h for h in actor.holdings if h.role in roles]
        if any(h.office == office.pk for h in here):
            return True
        return not_there(office, actor)

    return predicate


def _at_unit(*roles: Role) -> Predicate:
    somewhere, there = holds(*roles), holds(*roles, at=_unit)
    return lambda actor, thing: somewhere(actor, None) if thing is None else there(actor, thing)


def sits(*parts: Part) -> Predicate:
    """Has such a seat in the council today."""

    def predicate(actor: Actor, thing: Any) -> bool:
        user = user_of(actor)
        if user is None:
            return False
        seats = Seat.objects.filter(user=user, until=None, part__in=parts)
        if thing is None:
            return seats.exists()
        council = thing.council_id if isinstance(thing, Appraisal) else thing.pk if isinstance(thing, Council) else None
        return council is not None and seats.filter(council=council).exists()

    return predicate


def owns(actor: Actor, thing: Appraisal | None) -> bool:
    """Works in the office whose work is appraised."""
    from gandan.appraisals import subjects

    if thing is None:
        return holds(*STAFF)(actor, None)
    owner = subjects.owner(thing.subject_type, thing.subject_id)
    return owner is not None and holds(*STAFF, at=lambda _: owner.pk)(actor, thing)


def decides(actor: Actor, thing: Any) -> bool:
    """Leads the office, or is its specialist. For the centre: holds such a role for the whole country (`thing` is (office, level))."""
    office, level = thing if isinstance(thing, tuple) else (thing, None)
    if level == Level.CENTRE:
        return any(h.role in HEADS and h.unit is None for h in actor.holdings)
    return IN_CHARGE(actor, office)


IN_OFFICE, IN_CHARGE = _in_office(*STAFF), _in_office(*HEADS)
KEEPS = either(IN_OFFICE, sits(Part.CHAIR, Part.SECRETARY))

TABLE: dict[str, Predicate] = {
    "appraisals.view": anybody,  # postings and decisions; `queries.visible_to` says what else
    "appraisals.open_desk": signed_in,
    "appraisals.draft_sheet": _at_unit(*STAFF),
    "appraisals.change_sheet": _at_unit(*STAFF),
    "appraisals.put_in_force": _at_unit(*HEADS),
    "appraisals.form_council": IN_CHARGE,
    "appraisals.seat": IN_CHARGE,
    "appraisals.unseat": IN_CHARGE,
    "appraisals.dissolve": IN_CHARGE,
    "appraisals.open_appraisal": IN_OFFICE,
    "appraisals.score_self": owns,
    "appraisals.begin": KEEPS,
    "appraisals.declare_conflict": sits(*SCORING),
    "appraisals.hand_in": sits(*SCORING),
    "appraisals.show": KEEPS,
    "appraisals.score_again": KEEPS,
    "appraisals.close": KEEPS,
    "appraisals.set_aside": either(IN_CHARGE, sits(Part.CHAIR)),
    "appraisals.read_cards": either(IN_OFFICE, sits(*Part)),
    "appraisals.post": IN_CHARGE,
    "appraisals.take_down": either(IN_CHARGE, system("objections")),
    "appraisals.object_to": anybody,
    "appraisals.read_objections": IN_OFFICE,
    "appraisals.answer_objection": IN_OFFICE,
    "appraisals.decide": decides,
    "appraisals.enter_decision": IN_CHARGE,  # a paper of the centre, on what the office handed up
    "appraisals.erase_words": system("retention"),
    "appraisals.move_with_office": system("handover"),
    "appraisals.forget": system("retention"),
}


def keeps(actor: Actor, thing: Any) -> bool:
    """Keeps the papers of a council or an appraisal."""
    return may(actor, "appraisals.begin", thing)
