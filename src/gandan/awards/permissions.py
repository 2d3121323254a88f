"""WHO may do what in this room, on one screen.

The office of a call runs it: its officers, specialists and leaders keep it, a leader or specialist posts, decides, revokes. Who judges
somebody proposed never works for the office that proposes (`hands.py`): then another leader of the unit does, or who stands above.
A dossier is read by the office that made it, the office of the call, and the council as long as it scores; by no administrator, no analyst.
Without an object (a menu, a list) a right asks whether it is held anywhere.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from gandan.appraisals.models import Seat
from gandan.awards import hands
from gandan.awards.models import Call, Conferral, Holder, Nomination, Nominee
from gandan.core.access import Actor, Role, anybody, either, holds, system
from gandan.core.access.permissions import Predicate
from gandan.indicators.queries.reach import works_for
from gandan.units.models import Office
from gandan.units.queries.picture import steady

STAFF = (Role.OFFICER, Role.LEADER, Role.SPECIALIST)
DECIDERS = (Role.LEADER, Role.SPECIALIST)


def _office(thing: Any) -> UUID | None:
    """The office that runs what is asked for."""
    if isinstance(thing, Office):
        return thing.pk
    call = hands.call_of(thing)
    return call.office_id if call else None


def _proposer(thing: Any) -> UUID | None:
    if isinstance(thing, Office):
        return thing.pk
    nomination = hands.nomination_of(thing)
    return nomination.office_id if nomination else None


def _asked(roles: tuple[Role, ...], there: Predicate) -> Predicate:
    """Of an object: as said; without one: holds such a role somewhere."""
    somewhere = holds(*roles)
    return lambda actor, thing: somewhere(actor, None) if thing is None else there(actor, thing)


RUNS = _asked(STAFF, holds(*STAFF, at=_office))
DECIDES = _asked(DECIDERS, holds(*DECIDERS, at=_office))
PROPOSES = _asked(STAFF, holds(*STAFF, at=_proposer))
DEFINES = holds(Role.SPECIALIST, Role.ADMINISTRATOR)


def judges(actor: Actor, thing: Any) -> bool:
    """Whoever runs the call, or leads at or above its unit; never somebody of the office that proposes."""
    if thing is None:
        return holds(*STAFF)(actor, None)
    call, nomination = hands.call_of(thing), hands.nomination_of(thing)
    if call is None or nomination is None or hands.works_at(actor, nomination):
        return False
    return RUNS(actor, call) or holds(Role.LEADER, at=lambda c: c.unit_id)(actor, call) or hands.above(actor, call.unit_id, itself=False)


def keeps_roll(actor: Actor, thing: Any) -> bool:
    """Works for the unit that keeps the entry, or stands above it."""
    if thing is None:
        return holds(*STAFF)(actor, None)
    unit = thing if isinstance(thing, UUID) else thing.kept_by_id if isinstance(thing, Conferral) else None
    return unit is not None and holds(*STAFF)(actor, None) and works_for(actor, unit)


def revokes(actor: Actor, thing: Any) -> bool:
    """Leader or specialist of the office whose decision gave it; of an old book, whoever decides at the unit that keeps it."""
    if thing is None:
        return holds(*DECIDERS)(actor, None)
    if not isinstance(thing, Holder):
        return False
    decision, kept_by = thing.conferral.decision, thing.conferral.kept_by_id
    if decision is not None:
        return any(h.role in DECIDERS and h.office is not None and h.office in hands.answering(decision.office_id) for h in actor.holdings)
    return kept_by is not None and any(h.role in DECIDERS and h.unit == kept_by for h in actor.holdings)


def takes_over(actor: Actor, thing: Any) -> bool:
    """A call whose office is gone: the leader of a unit that may take it, or leader or specialist above such a unit."""
    if thing is None:
        return holds(*DECIDERS)(actor, None)
    return isinstance(thing, Call | Nomination) and any(
        hands.leads(actor, unit) or hands.above(actor, unit) for unit in hands.may_take(thing)
    )


def opens(actor: Actor, thing: Any) -> bool:
    """Reads a sealed dossier: who made it, who runs the call, who judges it, and the council that scores it."""
    if thing is None:
        return holds(*STAFF)(actor, None)
    return isinstance(thing, Nominee | Nomination) and (PROPOSES(actor, thing) or judges(actor, thing) or hands.scores(actor, thing))


def sits(actor: Actor, thing: Any) -> bool:
    """Has a seat in the council of a call, whatever the office."""
    if not actor.key.startswith("user:"):
        return False
    return Seat.objects.filter(user=UUID(actor.key.removeprefix("user:")), until=None, council__in=Call.objects.values("council")).exists()


def opened_by(actor: Actor, nominees: Sequence[Nominee]) -> set[UUID]:
    """Whose dossiers of a list the actor opens: `opens` for many at once."""
    with steady():  # the tree of units is asked once
        offices = {n.pk for n in nominees if PROPOSES(actor, n) or judges(actor, n)}
    return offices | hands.scoring(actor, [n for n in nominees if n.pk not in offices])


TABLE: dict[str, Predicate] = {
    "awards.view": anybody,
    "awards.open_desk": either(holds(*STAFF, Role.ADMINISTRATOR), sits),  # an administrator lays down kinds; dossiers open for neither
    # kinds
    "awards.define_kind": DEFINES,
    "awards.load_kinds": either(holds(Role.ADMINISTRATOR), system("install", "demo", "load")),
    # a call
    "awards.plan": RUNS,
    "awards.change_call": RUNS,
    "awards.open_call": RUNS,
    "awards.end_intake": either(RUNS, system("clock")),
    "awards.close_call": RUNS,
    "awards.cancel_call": DECIDES,
    "awards.post": DECIDES,
    "awards.take_down": DECIDES,
    "awards.decide": DECIDES,
    "awards.note_upheld": system("objections"),
    "awards.number_certificates": RUNS,
    # a dossier
    "awards.nominate": PROPOSES,
    "awards.open_dossier": opens,
    "awards.return": judges,
    "awards.judge": judges,
    # the roll
    "awards.keep_roll": keeps_roll,
    "awards.revoke": revokes,
    # reorganisation, retention, keys
    "awards.choose_successor": takes_over,
    "awards.move_with_office": system("handover"),
    "awards.erase": system("retention"),
}
