"""A form is begun, written, and sent in."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.movement.actions.held import held, held_drive, is_head, places, standing, to_state
from gandan.movement.actions.writing import as_written, fill, more_rows, rows
from gandan.movement.enums import Deed, State
from gandan.movement.models import Drive, Practice
from gandan.movement.policies import form as policies
from gandan.movement.policies.state import possible
from gandan.movement.written import MilestoneGiven, ResourceGiven, Written
from gandan.units.models import Hamlet, Office


@transaction.atomic
def begin(
    *,
    drive: Drive,
    office: Office,
    written: Written,
    by: Actor,
    now: datetime,
    hamlet: Hamlet | None = None,
    learnt: Practice | None = None,
) -> Practice:
    """Begin a form for an office, or as the head of a hamlet for that hamlet. A draft: nobody outside reads it.

    `learnt`: the model from which this one is learnt; the deed `adopt` gives it.
    """
    office = standing(office)
    practice = Practice(drive=drive, field=written.field, kind=written.kind, subject=written.subject, office=office, hamlet=hamlet)
    practice.unit_id = practice.made_in_id = office.unit_id
    practice.written_by, practice.written_at = by.key, now
    if learnt is not None:
        practice.adopted_from, practice.root_id = learnt, learnt.root_id or learnt.pk
    require(by, "movement.begin", practice)
    today, by_head = timezone.localdate(now), is_head(by, practice)
    practice.is_light = by_head
    refuse_if(policies.begin(drive, office=office, hamlet=hamlet, by_head=by_head, today=today))
    refuse_if(policies.write(practice, written=written, today=today))
    fill(practice, written, now=now)
    practice.save(force_insert=True)
    rows(practice, written)
    events.record(
        "movement.begun", practice, by=by, at=now, unit=practice.unit_id, now=State.DRAFT, facts=places(practice), binds=[practice]
    )
    return practice


@transaction.atomic
def write(practice: Practice, *, written: Written, by: Actor, now: datetime) -> Practice:
    """Write the form anew, the whole of it, until it is sent in."""
    practice = held(practice)
    require(by, "movement.write", practice)
    refuse_if(possible(practice, Deed.WRITE))
    refuse_if(policies.write(practice, written=written, today=timezone.localdate(now)))
    fill(practice, written, now=now)
    practice.save()
    rows(practice, written)
    events.record("movement.written", practice, by=by, at=now, unit=practice.unit_id, binds=[practice])
    return practice


@transaction.atomic
def submit(practice: Practice, *, by: Actor, now: datetime) -> Practice:
    """Send the form in. What it resembles is looked up in the same deed and shown to who registers it, and why."""
    from gandan.movement.actions.likeness import look  # a deed of its own file, which reads drafts as this one does

    practice = held(practice)
    practice.drive = held_drive(practice.drive)  # a closing meeting counts what was sent in, or waits for what is being sent in
    require(by, "movement.submit", practice)
    today = timezone.localdate(now)
    refuse_if(possible(practice, Deed.SUBMIT) or policies.submit(practice, today=today))
    practice.submitted_on, practice.submitted_by = practice.submitted_on or today, by.key
    was = to_state(practice, Deed.SUBMIT, now=now)
    found = look(practice, now=now)
    facts = {**places(practice), "alike": len(found)}
    events.record(
        "movement.submitted", practice, by=by, at=now, unit=practice.unit_id, was=was, now=State.SUBMITTED, facts=facts, binds=[practice]
    )
    return practice


@transaction.atomic
def complete(
    practice: Practice,
    *,
    by: Actor,
    now: datetime,
    audience: str = "",
    output: str = "",
    upkeep: str = "",
    starts_on: date | None = None,
    resources: Sequence[ResourceGiven] = (),
    milestones: Sequence[MilestoneGiven] = (),
) -> Practice:
    """Add parts that were left empty when it was registered: the head of a hamlet begins with the short form, and the rest follows.

    What stands there already is not written anew: others read it, judged it, learnt from it.
    """
    practice = held(practice)
    require(by, "movement.complete", practice)
    said: dict[str, Any] = {"audience": audience.strip(), "output": output.strip(), "upkeep": upkeep.strip(), "starts_on": starts_on}
    said |= {"resources": tuple(resources), "milestones": tuple(milestones)}
    given = {name: value for name, value in said.items() if value}
    written = replace(as_written(practice), **given)
    refuse_if(policies.complete(practice, written=written, given=given, today=timezone.localdate(now)))
    fill(practice, written, now=now)
    practice.save()
    more_rows(practice, resources, milestones)
    facts = {"parts": len(given)}
    events.record("movement.completed", practice, by=by, at=now, unit=practice.unit_id, facts=facts, binds=[practice])
    return practice
