"""What becomes of models and drives when their unit or office ends. Registered with `units.handover`; runs inside the deed on the place.

What has ended keeps its office: pages find it through the predecessors of a unit. What lives goes to the office of the same kind in the
unit that took over, else to that unit's office for dân vận work, else it waits for a person. After a split a person always chooses.
What only a text told has no office: after a merger it stands with the unit that took over, else where it stood.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from gandan.appraisals import actions as appraisals
from gandan.core import events, legal
from gandan.core.access import Actor, SystemActor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.movement.actions.drive import carry_on
from gandan.movement.actions.held import held, standing
from gandan.movement.enums import LIVING, DriveState, Moved, State
from gandan.movement.models import Drive, PendingPractice, Practice
from gandan.movement.policies import handover as policies
from gandan.movement.policies.life import NOTICE
from gandan.units import queries as units
from gandan.units.enums import Change
from gandan.units.models import Hamlet, Office, Succession, Unit

BY = SystemActor("handover")
CAUSES = {Change.MERGE: Moved.MERGER, Change.RENAME: Moved.MERGER, Change.SPLIT: Moved.SPLIT, Change.ABOLITION: Moved.ABOLITION}


@transaction.atomic
def leave_to_successors(steps: Sequence[Succession], first_day: date, /, *, by: Actor, now: datetime) -> None:
    """Living models and drives of units that end."""
    for end in units.endings(steps):
        cause = CAUSES[end.change]
        for practice in _living().filter(unit=end.old):
            _leave(practice, to=end.alone, candidates=end.takers, cause=cause, now=now, from_day=first_day)
        if end.alone is not None:
            for drive in _drives().filter(unit=end.old):
                _hand_on(drive, end.alone, first_day, now=now)


@transaction.atomic
def leave_with_office(place: Hamlet | Office, first_day_without: date, /, *, by: Actor, now: datetime) -> None:
    """Living models and drives of an office that ends; one of a hamlet that ends stays with its office."""
    if isinstance(place, Office):
        for practice in _living().filter(office=place):
            _leave(practice, to=place.unit, candidates=[place.unit], cause=Moved.OFFICE_END, now=now, from_day=first_day_without)
        for drive in _drives().filter(office=place):
            _hand_on(drive, place.unit, first_day_without, now=now)


@transaction.atomic
def settle(pending: PendingPractice, *, by: Actor, now: datetime) -> bool:
    """After a merger or the end of an office the right office may be set up later: then nobody needs to choose. Never after a split."""
    practice = held(pending.practice_id)
    pending = PendingPractice.objects.select_for_update().get(pk=pending.pk)
    require(by, "movement.move_with_office", practice)
    taker = pending.candidates.first()
    if pending.settled_on is not None or pending.cause not in {Moved.MERGER, Moved.OFFICE_END} or taker is None:
        return False
    office = _office(practice.office, taker, timezone.localdate(now))
    if office is None:
        return False
    _settled(pending, now)
    move(practice, to=office, cause=Moved(pending.cause), by=by, now=now)
    return True


@transaction.atomic
def leave_behind(practice: Practice, *, by: Actor, now: datetime) -> bool:
    """Of an office that ended without it (begun in that very moment, or given back later): the same way. Answers whether it moved."""
    practice = held(practice)
    require(by, "movement.move_with_office", practice)
    end = units.ending_of(practice.unit_id)
    if end is None:
        _leave(practice, to=practice.unit, candidates=[practice.unit], cause=Moved.OFFICE_END, now=now)
    else:
        _leave(practice, to=end.alone, candidates=end.takers, cause=CAUSES[end.change], now=now)
    return not practice.pending.filter(settled_on=None).exists()


@transaction.atomic
def choose_successor(pending: PendingPractice, *, to: Office, by: Actor, now: datetime) -> Practice:
    """A person says which office takes on what a reorganisation left without one."""
    to, practice = standing(to), held(pending.practice_id)
    pending = PendingPractice.objects.select_for_update().get(pk=pending.pk)
    pending.practice = practice
    require(by, "movement.choose_successor", pending)
    refuse_if(policies.choose_successor(pending, to=to, today=timezone.localdate(now)))
    _settled(pending, now)
    return move(practice, to=to, cause=Moved(pending.cause), by=by, now=now)


def move(practice: Practice, *, to: Office, cause: Moved, by: Actor, now: datetime) -> Practice:
    """Its new office and unit, and one event. Where it was registered stays. While nobody answered for it nobody could say that it lives,
    so the new office has at least the time of a notice to do so."""
    today = timezone.localdate(now)
    was, from_unit = practice.office_id, practice.unit_id
    practice.office, practice.unit_id, practice.changed_at = to, to.unit_id, now
    if practice.state == State.REGISTERED and practice.alive_until is not None:
        practice.alive_until = max(practice.alive_until, today + timedelta(days=legal.rule(NOTICE, on=today).days))
    practice.save()
    facts: dict[str, Fact] = {"from_office": was, "to_office": to.pk, "from_unit": from_unit, "cause": cause}
    events.record("movement.handed_over", practice, by=by, at=now, unit=to.unit_id, facts=facts)
    appraisals.follow("movement.practice", str(practice.pk), unit=to.unit, owner_office=to, by=by, now=now)
    return practice


def _living() -> QuerySet[Practice]:
    rows = Practice.objects.select_for_update(of=("self",)).select_related("office", "unit")
    return rows.filter(state__in=sorted(LIVING)).order_by("pk")


def _drives() -> QuerySet[Drive]:
    rows = Drive.objects.select_for_update(of=("self",)).select_related("office", "unit")
    return rows.filter(state__in=(DriveState.PLANNED, DriveState.LAUNCHED)).order_by("pk")


def _leave(
    practice: Practice, *, to: Unit | None, candidates: Sequence[Unit], cause: Moved, now: datetime, from_day: date | None = None
) -> None:
    """To the office that follows by rule, or to wait."""
    require(BY, "movement.move_with_office", practice)
    if practice.is_told:
        _told(practice, to, cause, now=now)
        return
    day = max(timezone.localdate(now), from_day or date.min)
    office = _office(practice.office, to, day) if to is not None else None
    waiting = practice.pending.filter(settled_on=None).first()
    if waiting is not None:  # reorganised again before anybody chose
        _settled(waiting, now)
    if office is not None:
        move(practice, to=office, cause=cause, by=BY, now=now)
        return
    pending = PendingPractice.objects.create(practice=practice, cause=cause, since=timezone.localdate(now))
    pending.candidates.set(candidates)
    facts: dict[str, Fact] = {"pending_id": pending.pk, "cause": cause, **{f"candidate_{i}": u.pk for i, u in enumerate(candidates, 1)}}
    events.record("movement.handover_pending", practice, by=BY, at=now, unit=practice.unit_id, facts=facts)


def _told(practice: Practice, to: Unit | None, cause: Moved, *, now: datetime) -> None:
    if to is None or to.pk == practice.unit_id:
        return
    was, practice.unit_id, practice.changed_at = practice.unit_id, to.pk, now
    practice.save()
    facts: dict[str, Fact] = {"from_unit": was, "cause": cause}
    events.record("movement.handed_over", practice, by=BY, at=now, unit=to.pk, facts=facts)


def _hand_on(drive: Drive, to: Unit, day: date, *, now: datetime) -> None:
    """A drive goes the same way; where no office follows by rule, somebody takes it (`take_drive`)."""
    office = _office(drive.office, to, max(timezone.localdate(now), day))
    if office is not None:
        carry_on(drive, office, by=BY, now=now)


def _settled(pending: PendingPractice, now: datetime) -> None:
    pending.settled_on = max(timezone.localdate(now), pending.since)
    pending.save(update_fields=["settled_on"])


def _office(was: Office | None, unit: Unit, day: date) -> Office | None:
    """The office of the same kind in the unit that stands on the day, else the one for dân vận work; never the one that ends."""
    owner = (units.same_kind(was, at=unit, on=day) if was is not None else None) or units.dan_van_owner(unit.pk, on=day)
    return owner if owner is not None and (was is None or owner.pk != was.pk) and owner.exists(day) else None
