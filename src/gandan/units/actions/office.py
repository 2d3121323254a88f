"""Deeds on offices."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.units import handover
from gandan.units.actions.held import held, held_office
from gandan.units.models import DanVanOwner, Office, OfficeName, Unit
from gandan.units.models.time import first_day
from gandan.units.models.time import since as period
from gandan.units.policies import office as policies


@transaction.atomic
def add_office(unit: Unit, *, kind: str, name: str, since: date, by: Actor, now: datetime) -> Office:
    """An office from a day on, with its name."""
    unit = held(unit)
    require(by, "units.add_office", unit)
    refuse_if(policies.add(unit, kind=kind, name=name, since=since, today=timezone.localdate(now)))
    office = Office.objects.create(unit=unit, kind=kind, existed=period(since))
    OfficeName.objects.create(office=office, name=" ".join(name.split()), during=period(since))
    events.record("units.office_added", office, by=by, at=now, unit=unit.pk, now=kind, facts={"since": since})
    return office


@transaction.atomic
def note_past_office(unit: Unit, *, kind: str, name: str, by: Actor, now: datetime) -> Office:
    """An office that a unit had until it ended, so that what happened there has its place. It stood as long as the unit did."""
    unit = held(unit)
    require(by, "units.note_past_office", unit)
    refuse_if(policies.note_past(unit, kind=kind, name=name, today=timezone.localdate(now)))
    during = period(first_day(unit.existed), unit.existed.upper)
    office = Office.objects.create(unit=unit, kind=kind, existed=during)
    OfficeName.objects.create(office=office, name=" ".join(name.split()), during=during)
    events.record("units.past_office_noted", office, by=by, at=now, unit=unit.pk, now=kind)
    return office


@transaction.atomic
def rename_office(office: Office, *, name: str, since: date, by: Actor, now: datetime) -> Office:
    """A new name from a day on; the old one stays with its time."""
    office = held(office)
    require(by, "units.rename_office", office)
    refuse_if(policies.rename(office, name=name, since=since, today=timezone.localdate(now)))
    for old in office.names.filter(during__upper_inf=True):
        old.during = period(first_day(old.during), since)
        old.save(update_fields=["during"])
    OfficeName.objects.create(office=office, name=" ".join(name.split()), during=period(since))
    events.record("units.office_renamed", office, by=by, at=now, unit=office.unit_id, facts={"since": since})
    return office


@transaction.atomic
def end_office(office: Office, *, after: date, by: Actor, now: datetime) -> Office:
    """`after` is its last day."""
    office = held_office(office)
    require(by, "units.end_office", office)
    refuse_if(policies.end(office, after=after, today=timezone.localdate(now)))
    close(office, first_day_after=after + timedelta(days=1))
    handover.run_end(office, first_day_without=after + timedelta(days=1), by=by, now=now)
    events.record("units.office_ended", office, by=by, at=now, unit=office.unit_id, facts={"last_day": after})
    return office


def close(office: Office, *, first_day_after: date) -> None:
    """End an office and its name; part of a deed, never one by itself."""
    office.existed = period(first_day(office.existed), first_day_after)
    office.save(update_fields=["existed"])
    for name in office.names.filter(during__upper_inf=True):
        name.during = period(first_day(name.during), first_day_after)
        name.save(update_fields=["during"])


@transaction.atomic
def set_dan_van_owner(unit: Unit, *, office: Office, since: date, by: Actor, now: datetime) -> DanVanOwner:
    """Say which office of the unit holds dân vận work from a day on: in one commune the Party's board, in the next the Front."""
    unit = held(unit)
    require(by, "units.set_dan_van_owner", unit)
    refuse_if(policies.own(unit, office=office, since=since, today=timezone.localdate(now)))
    last = DanVanOwner.objects.filter(unit=unit, during__upper_inf=True).first()
    if last is not None:
        last.during = period(first_day(last.during), since)
        last.save(update_fields=["during"])
    owner = DanVanOwner.objects.create(unit=unit, office=office, during=period(since))
    was = last.office.kind if last else ""
    facts: dict[str, Fact] = {"since": since, "office_id": office.pk}
    events.record("units.dan_van_owner_set", unit, by=by, at=now, unit=unit.pk, was=was, now=office.kind, facts=facts)
    return owner
