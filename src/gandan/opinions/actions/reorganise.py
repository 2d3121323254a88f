"""What becomes of cases when their unit or their office ends. Registered with `units.handover`; runs inside the deed on the place.

What has ended keeps its office: pages find it through the predecessors of a unit. What lives goes, with state, date and everything said, to
the office of the same kind in the unit that took over, else to whoever answers there for its topic, else it waits for a person. After a
split a person always chooses. `made_in` stays for good.
"""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.core.access import Actor, SystemActor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.opinions import policies
from gandan.opinions.actions.held import held, keep, standing, step, tell
from gandan.opinions.enums import LIVING, Deed, Moved
from gandan.opinions.models import Case, PendingCase
from gandan.opinions.queries.competence import office_for
from gandan.units import queries as units
from gandan.units.enums import Change
from gandan.units.models import Hamlet, Office, Succession, Unit

BY = SystemActor("handover")
CAUSES = {Change.MERGE: Moved.MERGER, Change.RENAME: Moved.MERGER, Change.SPLIT: Moved.SPLIT, Change.ABOLITION: Moved.ABOLITION}


@transaction.atomic
def leave_to_successors(steps: Sequence[Succession], first_day: date, /, *, by: Actor, now: datetime) -> None:
    """Living cases of units that end."""
    for end in units.endings(steps):
        for case in _living(unit=end.old):
            _leave(case, to=end.alone, candidates=end.takers, cause=CAUSES[end.change], now=now, from_day=first_day)


@transaction.atomic
def leave_with_office(place: Hamlet | Office, first_day_without: date, /, *, by: Actor, now: datetime) -> None:
    """Living cases of an office that ends; a hamlet answers for nothing."""
    if isinstance(place, Office):
        for case in _living(office=place):
            _leave(case, to=place.unit, candidates=[place.unit], cause=Moved.OFFICE_END, now=now, from_day=first_day_without)


@transaction.atomic
def choose_successor(pending: PendingCase, *, to: Office, by: Actor, now: datetime) -> Case:
    """A person says which office takes on what a reorganisation left without one."""
    to, case = standing(to), held(pending.case_id)
    pending = PendingCase.objects.select_for_update().get(pk=pending.pk)
    pending.case = case
    require(by, "opinions.choose_successor", pending)
    refuse_if(policies.choose_successor(pending, to=to, today=timezone.localdate(now)))
    _settle(pending, now=now)
    _move(case, to=to, cause=Moved(pending.cause), by=by, now=now)
    return case


@transaction.atomic
def settle(pending: PendingCase, *, by: Actor, now: datetime) -> bool:
    """After a merger or the end of an office the right office may be set up later: then nobody needs to choose. Never after a split."""
    case = held(pending.case_id)
    pending = PendingCase.objects.select_for_update().get(pk=pending.pk)
    require(by, "opinions.move_with_office", case)
    taker = pending.candidates.first()
    if pending.settled_on is not None or pending.cause not in {Moved.MERGER, Moved.OFFICE_END} or taker is None:
        return False
    office = _office(case, taker, timezone.localdate(now))
    if office is None or case.state not in LIVING:  # withdrawn meanwhile: nobody need take it
        return False
    _settle(pending, now=now)
    _move(case, to=office, cause=Moved(pending.cause), by=by, now=now)
    return True


def follow(case: Case, *, now: datetime) -> None:
    """A part of deeds that open an ended case again: where its unit or its office has ended meanwhile, it goes where the living went."""
    today = timezone.localdate(now)
    if case.office.exists(today) and case.unit.exists(today):
        return
    end = units.ending_of(case.unit_id)
    if end is not None:
        _leave(case, to=end.alone, candidates=end.takers, cause=CAUSES[end.change], now=now, from_day=today)
    else:
        _leave(case, to=case.unit, candidates=[case.unit], cause=Moved.OFFICE_END, now=now, from_day=today)


def _living(**there: Unit | Office) -> list[Case]:
    """Living cases of a place, held. Asked twice: from what was held the first time, somebody may have split off a case meanwhile."""
    rows = Case.objects.filter(state__in=LIVING, **there).order_by("pk")
    list(rows.select_for_update().values_list("pk"))
    return list(rows.select_for_update(of=("self",)).select_related("office", "unit", "hamlet"))


def _leave(case: Case, *, to: Unit | None, candidates: Sequence[Unit], cause: Moved, now: datetime, from_day: date) -> None:
    """To the office that follows by rule, or to wait."""
    require(BY, "opinions.move_with_office", case)
    office = _office(case, to, max(timezone.localdate(now), from_day)) if to is not None else None
    for waiting in case.pending.filter(settled_on=None):  # reorganised again before anybody chose
        _settle(waiting, now=now)
    if office is not None:
        _move(case, to=office, cause=cause, by=BY, now=now)
        return
    pending = PendingCase.objects.create(case=case, cause=cause, since=timezone.localdate(now))
    pending.candidates.set(candidates)
    facts: dict[str, Fact] = {"pending_id": pending.pk, "cause": cause, **{f"candidate_{i}": u.pk for i, u in enumerate(candidates, 1)}}
    tell("handover_pending", case, by=BY, now=now, facts=facts)


def _settle(pending: PendingCase, *, now: datetime) -> None:
    pending.settled_on = max(timezone.localdate(now), pending.since)
    pending.save(update_fields=["settled_on"])


def _move(case: Case, *, to: Office, cause: Moved, by: Actor, now: datetime) -> None:
    """The new office; state and date as they were. The person in charge stays behind."""
    was, from_unit = case.office, case.unit_id
    case.office, case.unit, case.person = to, to.unit, None
    keep(case, now=now)
    row = step(case, Deed.FORWARD, now=now, was_office=was, to_office=to)
    facts: dict[str, Fact] = {"from_office": was.pk, "to_office": to.pk, "from_unit": from_unit, "to_unit": to.unit_id, "cause": cause}
    tell("handed_over", case, by=by, now=now, facts={**facts, "step_id": row.pk}, binds=[row])


def _office(case: Case, unit: Unit, day: date) -> Office | None:
    """The office of the same kind in the unit that stands on the day, else the one that answers there for the topic; never the one that
    ends."""
    found = units.same_kind(case.office, at=unit, on=day) or office_for(case.topic, unit, today=day)
    return found if found is not None and found.pk != case.office_id and found.exists(day) else None
