"""What becomes of what is owed when its unit or its office ends. Registered with `units.handover`; runs inside the deed on the place.

What has ended keeps its office: pages find it through the predecessors of a unit. What lives goes to the office of the same kind in the
unit that took over, else to that unit's office for dân vận work, else it waits for a person. After a split a person always chooses.
"""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from gandan.commitments.actions.held import held
from gandan.commitments.actions.moving import move
from gandan.commitments.enums import LIVING, Cause
from gandan.commitments.models import Commitment, PendingHandover
from gandan.core import events
from gandan.core.access import Actor, SystemActor, require
from gandan.core.events.facts import Fact
from gandan.units import queries as units
from gandan.units.enums import Change
from gandan.units.models import Hamlet, Office, Succession, Unit

BY = SystemActor("handover")
CAUSES = {Change.MERGE: Cause.MERGER, Change.RENAME: Cause.MERGER, Change.SPLIT: Cause.SPLIT, Change.ABOLITION: Cause.ABOLITION}


@transaction.atomic
def leave_to_successors(steps: Sequence[Succession], first_day: date, /, *, by: Actor, now: datetime) -> None:
    """Living commitments of units that end."""
    for end in units.endings(steps):
        for commitment in _living().filter(unit=end.old):
            _leave(commitment, to=end.alone, candidates=end.takers, cause=CAUSES[end.change], now=now)


@transaction.atomic
def leave_with_office(place: Hamlet | Office, first_day_without: date, /, *, by: Actor, now: datetime) -> None:
    """Living commitments of an office that ends; a hamlet owes nothing."""
    if isinstance(place, Office):
        for commitment in _living().filter(lead=place):
            _leave(commitment, to=place.unit, candidates=[place.unit], cause=Cause.OFFICE_END, now=now, from_day=first_day_without)


@transaction.atomic
def settle(pending: PendingHandover, *, by: Actor, now: datetime) -> bool:
    """After a merger or the end of an office the right office may be set up later: then nobody needs to choose. Never after a split."""
    commitment = held(pending.commitment_id)
    pending = PendingHandover.objects.select_for_update().get(pk=pending.pk)
    require(by, "commitments.move_with_office", commitment)
    taker = pending.candidates.first()
    if pending.settled_on is not None or pending.cause not in {Cause.MERGER, Cause.OFFICE_END} or taker is None:
        return False
    office = _office(commitment, taker, timezone.localdate(now))
    if office is None:
        return False
    pending.settled_on = timezone.localdate(now)
    pending.save(update_fields=["settled_on"])
    move(commitment, to=office, cause=Cause(pending.cause), by=by, now=now)
    return True


@transaction.atomic
def leave_behind(commitment: Commitment, *, by: Actor, now: datetime) -> bool:
    """Living work of an office that ended without it: over to the office that follows by rule, or to wait. Answers whether it moved."""
    commitment = held(commitment)
    require(by, "commitments.move_with_office", commitment)
    end = units.ending_of(commitment.unit_id)
    if end is None:
        _leave(commitment, to=commitment.unit, candidates=[commitment.unit], cause=Cause.OFFICE_END, now=now)
    else:
        _leave(commitment, to=end.alone, candidates=end.takers, cause=CAUSES[end.change], now=now)
    return not commitment.pending_handovers.filter(settled_on=None).exists()


def _living() -> QuerySet[Commitment]:
    return Commitment.objects.select_for_update(of=("self",)).select_related("lead").filter(state__in=LIVING).order_by("pk")


def _leave(
    commitment: Commitment, *, to: Unit | None, candidates: Sequence[Unit], cause: Cause, now: datetime, from_day: date | None = None
) -> None:
    """To the office that follows by rule, or to wait."""
    require(BY, "commitments.move_with_office", commitment)
    day = max(timezone.localdate(now), from_day or date.min)
    office = _office(commitment, to, day) if to is not None else None
    waiting = commitment.pending_handovers.filter(settled_on=None).first()
    if waiting is not None:  # reorganised again before anybody chose
        waiting.settled_on = max(timezone.localdate(now), waiting.since)
        waiting.save(update_fields=["settled_on"])
    if office is not None:
        move(commitment, to=office, cause=cause, by=BY, now=now)
        return
    pending = PendingHandover.objects.create(commitment=commitment, cause=cause, since=timezone.localdate(now))
    pending.candidates.set(candidates)
    facts: dict[str, Fact] = {"pending_id": pending.pk, "cause": cause, **{f"candidate_{i}": u.pk for i, u in enumerate(candidates, 1)}}
    events.record("commitments.handover_pending", commitment, by=BY, at=now, unit=commitment.unit_id, facts=facts)


def _office(commitment: Commitment, unit: Unit, day: date) -> Office | None:
    """The office of the same kind in the unit that stands on the day, else the one for dân vận work; never the one that ends."""
    owner = units.same_kind(commitment.lead, at=unit, on=day) or units.dan_van_owner(unit.pk, on=day)
    return owner if owner is not None and owner.pk != commitment.lead_id and owner.exists(day) else None
