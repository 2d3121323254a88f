"""Deeds on hamlets."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.units import handover
from gandan.units.actions.held import held
from gandan.units.models import Hamlet, HamletPlace, HouseholdCount, Unit
from gandan.units.models.time import first_day
from gandan.units.models.time import since as period
from gandan.units.policies import hamlet as policies


@transaction.atomic
def add_hamlet(unit: Unit, *, kind: str, name: str, since: date, by: Actor, now: datetime) -> Hamlet:
    """A commune adds a hamlet from a day on."""
    name = " ".join(name.split())
    unit = held(unit)
    require(by, "units.add_hamlet", unit)
    refuse_if(policies.add(unit, kind=kind, name_=name, since=since, today=timezone.localdate(now)))
    hamlet = Hamlet.objects.create(unit=unit, added_in=unit, kind=kind, name=name, key=policies.key_of(name), existed=period(since))
    HamletPlace.objects.create(hamlet=hamlet, unit=unit, during=period(since))
    events.record("units.hamlet_added", hamlet, by=by, at=now, unit=unit.pk, now=kind, facts={"since": since})
    return hamlet


@transaction.atomic
def rename_hamlet(hamlet: Hamlet, *, kind: str, name: str, by: Actor, now: datetime) -> Hamlet:
    """Give the right name or kind. The event keeps the kinds; a hamlet's name is no secret, yet names stay out of events."""
    name = " ".join(name.split())
    hamlet = held(hamlet)
    require(by, "units.rename_hamlet", hamlet)
    refuse_if(policies.rename(hamlet, kind=kind, name_=name, today=timezone.localdate(now)))
    was, hamlet.kind, hamlet.name, hamlet.key = hamlet.kind, kind, name, policies.key_of(name)
    hamlet.save(update_fields=["kind", "name", "key"])
    events.record("units.hamlet_renamed", hamlet, by=by, at=now, unit=hamlet.unit_id, was=was, now=kind)
    return hamlet


@transaction.atomic
def end_hamlet(hamlet: Hamlet, *, after: date, by: Actor, now: datetime) -> Hamlet:
    """`after` is its last day."""
    hamlet = held(hamlet)
    require(by, "units.end_hamlet", hamlet)
    refuse_if(policies.end(hamlet, after=after, today=timezone.localdate(now)))
    end = after + timedelta(days=1)
    hamlet.existed = period(first_day(hamlet.existed), end)
    hamlet.save(update_fields=["existed"])
    place = hamlet.places.order_by("during").last()
    if place is not None:
        place.during = period(first_day(place.during), end)
        place.save(update_fields=["during"])
    handover.run_end(hamlet, first_day_without=end, by=by, now=now)
    events.record("units.hamlet_ended", hamlet, by=by, at=now, unit=hamlet.unit_id, facts={"last_day": after})
    return hamlet


@transaction.atomic
def count_households(
    hamlet: Hamlet, *, households: int, counted_on: date, corrects: HouseholdCount | None = None, by: Actor, now: datetime
) -> HouseholdCount:
    """Write down how many households there are, or correct an earlier count by naming it. Nothing is overwritten."""
    hamlet = held(hamlet)
    require(by, "units.count_households", hamlet)
    refuse_if(policies.count(hamlet, counted_on=counted_on, households=households, corrects=corrects, today=timezone.localdate(now)))
    count = HouseholdCount.objects.create(hamlet=hamlet, counted_on=counted_on, households=households, corrects=corrects)
    facts: dict[str, Fact] = {"households": households, "counted_on": counted_on, "corrects": corrects.pk if corrects else None}
    events.record("units.households_counted", hamlet, by=by, at=now, unit=hamlet.unit_id, facts=facts)
    return count
