"""A drive: planned, launched, its fields and windows, cancelled."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.directives.models import Document
from gandan.movement.actions.held import cleaned, held_drive, one_line, standing
from gandan.movement.enums import PUBLIC, DriveState
from gandan.movement.models import Drive, Field, Practice, Window
from gandan.movement.permissions import Taking
from gandan.movement.policies import drive as policies
from gandan.movement.policies.handover import take_drive as may_take
from gandan.units.models import Office


@transaction.atomic
def plan_drive(
    *,
    office: Office,
    title: str,
    aim: str,
    starts_on: date,
    ends_on: date,
    sheet_code: str,
    fields: Sequence[str],
    by: Actor,
    now: datetime,
    document: Document | None = None,
    before: Drive | None = None,
) -> Drive:
    """An office prepares a drive for its unit and all units below. Nothing is registered before it is launched."""
    office = standing(office)
    drive = Drive(office=office, unit=office.unit, title=one_line(title), aim=cleaned(aim), starts_on=starts_on, ends_on=ends_on)
    drive.sheet_code, drive.document, drive.before, drive.changed_at = sheet_code, document, before, now
    require(by, "movement.plan_drive", drive)
    names = [one_line(name) for name in fields]
    refuse_if(policies.plan(drive, office=office, fields=names, today=timezone.localdate(now)))
    drive.save(force_insert=True)
    Field.objects.bulk_create(Field(drive=drive, name=name, order=n) for n, name in enumerate(names, 1))
    facts: dict[str, Fact] = {"office": office.pk, "starts_on": starts_on, "ends_on": ends_on, "fields": len(names)}
    events.record("movement.drive_planned", drive, by=by, at=now, unit=drive.unit_id, now=drive.state, facts=facts)
    return drive


@transaction.atomic
def change_drive(
    drive: Drive,
    *,
    by: Actor,
    now: datetime,
    title: str | None = None,
    aim: str | None = None,
    starts_on: date | None = None,
    ends_on: date | None = None,
    sheet_code: str | None = None,
    document: Document | None = None,
) -> Drive:
    """Before it is launched all of it may change; afterwards only the document that was issued meanwhile. What is not given stays."""
    drive = held_drive(drive)
    require(by, "movement.change_drive", drive)
    refuse_if(policies.running(drive))
    if any(said is not None for said in (title, aim, starts_on, ends_on, sheet_code)):
        refuse_if(policies.planned(drive))
    drive.title = drive.title if title is None else one_line(title)
    drive.aim = drive.aim if aim is None else cleaned(aim)
    drive.starts_on, drive.ends_on = starts_on or drive.starts_on, ends_on or drive.ends_on
    drive.sheet_code, drive.document, drive.changed_at = sheet_code or drive.sheet_code, document or drive.document, now
    refuse_if(policies.wording(drive) or policies.stage(drive) or policies.follows(drive))
    drive.save()
    facts: dict[str, Fact] = {"starts_on": drive.starts_on, "ends_on": drive.ends_on, "document": drive.document_id}
    events.record("movement.drive_changed", drive, by=by, at=now, unit=drive.unit_id, facts=facts)
    return drive


@transaction.atomic
def launch(drive: Drive, *, by: Actor, now: datetime) -> Drive:
    """From today models are begun in it; they are sent in while a window is open."""
    drive = held_drive(drive)
    require(by, "movement.launch", drive)
    today = timezone.localdate(now)
    refuse_if(policies.launch(drive, today=today))
    drive.launched_on = today
    return _to(drive, DriveState.LAUNCHED, "launched", by=by, now=now)


@transaction.atomic
def set_window(drive: Drive, *, year: int, opens_on: date, closes_on: date, by: Actor, now: datetime) -> Window:
    """When models are registered in a year; said again, the days of that year move."""
    drive = held_drive(drive)
    require(by, "movement.set_window", drive)
    refuse_if(policies.window(drive, year=year, opens_on=opens_on, closes_on=closes_on))
    window, _made = Window.objects.update_or_create(drive=drive, year=year, defaults={"opens_on": opens_on, "closes_on": closes_on})
    facts: dict[str, Fact] = {"year": year, "opens_on": opens_on, "closes_on": closes_on}
    events.record("movement.window_set", drive, by=by, at=now, unit=drive.unit_id, facts=facts)
    return window


@transaction.atomic
def add_field(drive: Drive, *, name: str, by: Actor, now: datetime) -> Field:
    """Another field; some places count a fifth."""
    drive = held_drive(drive)
    require(by, "movement.change_fields", drive)
    refuse_if(policies.add_field(drive, name=one_line(name)))
    field = Field.objects.create(drive=drive, name=one_line(name), order=drive.fields.count() + 1)
    events.record("movement.field_added", drive, by=by, at=now, unit=drive.unit_id, facts={"field_id": field.pk})
    return field


@transaction.atomic
def rename_field(field: Field, *, name: str, by: Actor, now: datetime) -> Field:
    """Another name for a field in which nothing is registered yet."""
    field.drive = held_drive(field.drive)
    require(by, "movement.change_fields", field.drive)
    counted = Practice.objects.filter(field=field, state__in=sorted(PUBLIC)).exists()
    refuse_if(policies.rename_field(field, name=one_line(name), counted=counted))
    field.name = one_line(name)
    field.save(update_fields=["name"])
    events.record("movement.field_renamed", field.drive, by=by, at=now, unit=field.drive.unit_id, facts={"field_id": field.pk})
    return field


@transaction.atomic
def end_field(field: Field, *, by: Actor, now: datetime) -> Field:
    """Nothing is begun in it any more; what stands in it is counted there for good."""
    field.drive = held_drive(field.drive)
    require(by, "movement.change_fields", field.drive)
    refuse_if(policies.end_field(field))
    field.ended_on = timezone.localdate(now)
    field.save(update_fields=["ended_on"])
    events.record("movement.field_ended", field.drive, by=by, at=now, unit=field.drive.unit_id, facts={"field_id": field.pk})
    return field


@transaction.atomic
def cancel_drive(drive: Drive, *, by: Actor, now: datetime) -> Drive:
    """It does not take place. One in which models were sent in is summed up instead."""
    drive = held_drive(drive)
    require(by, "movement.cancel_drive", drive)
    refuse_if(policies.cancel(drive))
    drive.ended_on = timezone.localdate(now)
    return _to(drive, DriveState.CANCELLED, "drive_cancelled", by=by, now=now)


@transaction.atomic
def take_drive(drive: Drive, *, office: Office, by: Actor, now: datetime) -> Drive:
    """The office that launched it is gone: another goes on with it, chosen by who leads that one."""
    office = standing(office)
    drive = held_drive(drive)
    require(by, "movement.take_drive", Taking(drive, office))
    refuse_if(may_take(drive, office=office, today=timezone.localdate(now)))
    return carry_on(drive, office, by=by, now=now)


def carry_on(drive: Drive, office: Office, *, by: Actor, now: datetime) -> Drive:
    """A drive with its new office and unit, and one event: a part of deeds."""
    was, drive.office, drive.unit_id = drive.office_id, office, office.unit_id
    drive.changed_at = now
    drive.save(update_fields=["office", "unit", "changed_at"])
    facts: dict[str, Fact] = {"from_office": was, "to_office": office.pk}
    events.record("movement.drive_taken", drive, by=by, at=now, unit=drive.unit_id, facts=facts)
    return drive


def _to(drive: Drive, state: DriveState, verb: str, *, by: Actor, now: datetime) -> Drive:
    was, drive.state, drive.changed_at = drive.state, state, now
    drive.save()
    events.record(f"movement.{verb}", drive, by=by, at=now, unit=drive.unit_id, was=was, now=state)
    return drive
