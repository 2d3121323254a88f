"""Whose hands a call or a dossier is in: who proposes never judges, and what a unit left goes to what became of it."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import F

from gandan.accounts.actor import UserActor
from gandan.accounts.models import RoleHeld
from gandan.appraisals.models import Conflict, Seat
from gandan.awards.enums import CallState, NominationState, Whom
from gandan.awards.models import Call, Nomination, Nominee, Quota
from gandan.core.access import Actor, Role
from gandan.units import queries as units
from gandan.units.models import Office

WORKING = frozenset({Role.OFFICER, Role.LEADER, Role.SPECIALIST})
OVERSEERS = (Role.LEADER, Role.SPECIALIST)


def nomination_of(thing: Any) -> Nomination | None:
    """The dossier in which something lies."""
    return thing if isinstance(thing, Nomination) else thing.nomination if isinstance(thing, Nominee) else None


def call_of(thing: Any) -> Call | None:
    """The call in which something lies."""
    if isinstance(thing, Call):
        return thing
    nomination = nomination_of(thing)
    return nomination.call if nomination else None


def works_at(actor: Actor, nomination: Nomination) -> bool:
    """Whether the actor works for the office that proposes, also by a role that was put aside to act in another."""
    return _works_in(actor, {nomination.office_id})


def works_at_a_proposer(actor: Actor, call: Call) -> bool:
    """Whether the actor also works for another office whose dossier was handed in."""
    offices = set(call.nominations.filter(state=NominationState.SUBMITTED).exclude(office=call.office_id).values_list("office", flat=True))
    return _works_in(actor, offices)


def _works_in(actor: Actor, offices: set[UUID]) -> bool:
    """In one of these offices; roles put aside come with the actor, so that a list asks nothing for each row."""
    aside = actor.aside if isinstance(actor, UserActor) else ()
    roles = [*aside, *((h.role, h.office) for h in actor.holdings)]
    return any(office in offices and role in WORKING for role, office in roles)


def proposing(calls: Iterable[str]) -> list[tuple[str, str]]:
    """(call, key of an actor) of whoever has worked, since a call was opened, in another office whose dossier was handed in."""
    handed_in = Nomination.objects.filter(call__pk__in=list(calls), state=NominationState.SUBMITTED).exclude(office=F("call__office"))
    asked = {(call, office): since for call, office, since in handed_in.values_list("call", "office", "call__opens_on")}
    offices = {office for _call, office in asked}
    roles = RoleHeld.objects.filter(office__in=offices, role__in=WORKING, withdrawn=False).values_list("office", "user", "valid")
    working = [(office, user, valid) for office, user, valid in roles]
    return [
        (str(call), f"user:{user}")
        for (call, office), since in asked.items()
        for where, user, valid in working
        if where == office and (valid.upper is None or valid.upper > since)
    ]


def leads(actor: Actor, unit: UUID) -> bool:
    """Leader at a unit."""
    return any(h.role == Role.LEADER and h.unit == unit for h in actor.holdings)


def above(actor: Actor, unit: UUID, *, itself: bool = True) -> bool:
    """Leader or specialist in a unit above, or with `itself` in the unit."""
    mine = [h for h in actor.holdings if h.role in OVERSEERS and (itself or h.unit != unit)]
    return any(h.unit is None or h.unit in units.ancestor_ids(unit, h.on) for h in mine)


def scores(actor: Actor, thing: Any) -> bool:
    """Sits in the council of the call while it scores; of a nominee: without a conflict in its appraisal."""
    if isinstance(thing, Nominee):
        return thing.pk in scoring(actor, [thing])
    call = call_of(thing)
    return call is not None and _scores_now(call) and call.council_id in _seats(actor, [call.council_id])


def scoring(actor: Actor, nominees: Sequence[Nominee]) -> set[UUID]:
    """Which of them the actor scores, without a conflict; two questions for all of them. Who was left out before the council began is
    none of its business."""
    open_ = [n for n in nominees if n.appraisal_id is not None and _scores_now(n.nomination.call)]
    seats = _seats(actor, {n.nomination.call.council_id for n in open_})
    found = [n for n in open_ if n.nomination.call.council_id in seats]
    appraisals = [n.appraisal_id for n in found if n.appraisal_id is not None]
    tied = (
        set(Conflict.objects.filter(appraisal__in=appraisals, seat__in=seats.values()).values_list("appraisal", flat=True))
        if found
        else set()
    )
    return {n.pk for n in found if n.appraisal_id not in tied}


def _scores_now(call: Call) -> bool:
    return call.council_id is not None and call.state in {CallState.COUNCIL, CallState.POSTED}


def _seats(actor: Actor, councils: Iterable[UUID | None]) -> dict[UUID, UUID]:
    """The actor's seats in councils, by council."""
    wanted = [council for council in councils if council is not None]
    if not wanted or not actor.key.startswith("user:"):
        return {}
    rows = Seat.objects.filter(council__in=wanted, user=UUID(actor.key.removeprefix("user:")), until=None)
    return dict(rows.values_list("council", "pk"))


def answering(office: UUID) -> frozenset[UUID]:
    """An office and the offices of its kind in the units that its unit became."""
    row = Office.objects.filter(pk=office).first()
    if row is None:
        return frozenset({office})
    now = [b.place.id for b in units.became(row.unit_id)]
    return frozenset({office, *Office.objects.filter(unit__in=now, kind=row.kind).values_list("pk", flat=True)})


def may_take(thing: Call | Nomination) -> list[UUID]:
    """Units that may take what a unit left when it ended; none while its unit stands, but itself when only the office ended."""
    end = units.ending_of(thing.unit_id)
    return [taker.pk for taker in end.takers] if end else [thing.unit_id]


def limit(call: Call, unit: UUID, whom: str) -> int | None:
    """How many a unit may propose: its own line, else the sum of those of units that went into it since, else the line for each unit."""
    lines = {q.unit_id: q.most for q in Quota.objects.filter(call=call, whom=Whom(whom))}
    return _limit(lines, unit, before=_gone_into(call, unit))


def counted_units(call: Call, unit: UUID) -> frozenset[UUID]:
    """Under the quota of a unit count its own proposals and those of units that went into it while the call ran."""
    return frozenset({unit, *_gone_into(call, unit)})


def _gone_into(call: Call, unit: UUID) -> list[UUID]:
    """Units that ended since the day before the call was opened: on its first day the new ones stand already."""
    first = call.opens_on - timedelta(days=1)
    return [b.place.id for b in units.predecessors(unit) if b.place.valid_to is not None and b.place.valid_to >= first]


def _limit(lines: dict[UUID | None, int], unit: UUID, *, before: list[UUID]) -> int | None:
    if unit in lines:
        return lines[unit]
    if before and (any(b in lines for b in before) or None in lines):
        return sum(lines.get(b, lines.get(None, 0)) for b in before)
    return lines.get(None)
