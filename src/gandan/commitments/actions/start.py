"""Something is promised, assigned, taken up; who is in charge and who works along."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from gandan.accounts.models import User
from gandan.commitments import policies
from gandan.commitments.actions.held import held, one_line, places, standing
from gandan.commitments.enums import TO_PEOPLE, Kind, State
from gandan.commitments.models import Commitment, Coordinator
from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.units.models import Hamlet, Office

BEGINNINGS = ("commitments.promised", "commitments.assigned", "commitments.taken_up", "commitments.reworded")


@transaction.atomic
def promise(
    *,
    title: str,
    deliverable: str,
    lead: Office,
    due: date,
    by: Actor,
    now: datetime,
    beneficiary: str = "",
    due_rule: str = "",
    made_on: date | None = None,
    lead_person: User | None = None,
    coordinators: Iterable[Office] = (),
    hamlet: Hamlet | None = None,
    origin: Model | None = None,
) -> Commitment:
    """An office promises something to people. Public from now on; only they, or who watches for them, can say that it was kept."""
    commitment = Commitment(kind=Kind.PROMISE, title=title, deliverable=deliverable, beneficiary=beneficiary, lead=lead, due=due)
    commitment.due_rule, commitment.lead_person, commitment.hamlet = due_rule, lead_person, hamlet
    return _begin(commitment, "promise", "promised", made_on, coordinators, origin, by=by, now=now)


@transaction.atomic
def assign(
    *,
    title: str,
    deliverable: str,
    lead: Office,
    due: date,
    assigned_by: Office,
    by: Actor,
    now: datetime,
    beneficiary: str = "",
    due_rule: str = "",
    made_on: date | None = None,
    lead_person: User | None = None,
    coordinators: Iterable[Office] = (),
    hamlet: Hamlet | None = None,
    origin: Model | None = None,
) -> Commitment:
    """An office assigns a task to an office of its own unit or of one beneath. Internal; accepted by who assigned it."""
    commitment = Commitment(kind=Kind.TASK, title=title, deliverable=deliverable, beneficiary=beneficiary, lead=lead, due=due)
    commitment.due_rule, commitment.lead_person, commitment.hamlet, commitment.assigned_by = due_rule, lead_person, hamlet, assigned_by
    return _begin(commitment, "assign", "assigned", made_on, coordinators, origin, by=by, now=now)


@transaction.atomic
def take_up(
    *,
    title: str,
    deliverable: str,
    lead: Office,
    due: date,
    by: Actor,
    now: datetime,
    asked_by: Office | None = None,
    beneficiary: str = "",
    due_rule: str = "",
    made_on: date | None = None,
    lead_person: User | None = None,
    coordinators: Iterable[Office] = (),
    hamlet: Hamlet | None = None,
    origin: Model | None = None,
) -> Commitment:
    """An office takes up a request; `asked_by` is the office that made it, where the record of `origin` shows so."""
    commitment = Commitment(kind=Kind.REQUEST, title=title, deliverable=deliverable, beneficiary=beneficiary, lead=lead, due=due)
    commitment.due_rule, commitment.lead_person, commitment.hamlet, commitment.asked_by = due_rule, lead_person, hamlet, asked_by
    return _begin(commitment, "take_up", "taken_up", made_on, coordinators, origin, by=by, now=now)


def _begin(
    commitment: Commitment,
    permission: str,
    verb: str,
    made_on: date | None,
    coordinators: Iterable[Office],
    origin: Model | None,
    *,
    by: Actor,
    now: datetime,
) -> Commitment:
    today = timezone.localdate(now)
    commitment.lead = standing(commitment.lead)
    commitment.title, commitment.deliverable = one_line(commitment.title), one_line(commitment.deliverable)
    commitment.beneficiary = one_line(commitment.beneficiary)
    commitment.unit_id = commitment.made_in_id = commitment.lead.unit_id
    commitment.first_due = commitment.due
    commitment.made_on, commitment.recorded_at = made_on or today, now
    commitment.is_public = commitment.kind in TO_PEOPLE
    if origin is not None:
        commitment.origin_type, commitment.origin_id = origin._meta.label_lower, str(origin.pk)
    require(by, f"commitments.{permission}", commitment)
    refuse_if(policies.begin(commitment, today=today) or policies.asked_by(commitment))
    refuse_if(policies.said_already(commitment, by=by, now=now))
    commitment.save(force_insert=True)
    for office in coordinators:
        refuse_if(policies.coordinate(commitment, office, today=today))
        Coordinator.objects.create(commitment=commitment, office=office)
    unit, facts = commitment.unit_id, places(commitment)
    events.record(f"commitments.{verb}", commitment, by=by, at=now, unit=unit, now=State.OPEN, facts=facts, binds=[commitment])
    return commitment


@transaction.atomic
def reword(
    commitment: Commitment,
    *,
    by: Actor,
    now: datetime,
    title: str | None = None,
    deliverable: str | None = None,
    beneficiary: str | None = None,
) -> Commitment:
    """Mend a slip of the pen, on the day of writing; what is not given stays."""
    commitment = held(commitment)
    require(by, "commitments.reword", commitment)
    today = timezone.localdate(now)
    touched = events.of(commitment).exclude(verb__in=BEGINNINGS).exists()
    refuse_if(policies.reword(commitment, recorded_on=timezone.localdate(commitment.recorded_at), touched=touched, today=today))
    commitment.title = commitment.title if title is None else one_line(title)
    commitment.deliverable = commitment.deliverable if deliverable is None else one_line(deliverable)
    commitment.beneficiary = commitment.beneficiary if beneficiary is None else one_line(beneficiary)
    refuse_if(policies.wording(commitment))
    commitment.save(update_fields=["title", "deliverable", "beneficiary"])
    events.record("commitments.reworded", commitment, by=by, at=now, unit=commitment.unit_id, binds=[commitment])
    return commitment


@transaction.atomic
def name_person(commitment: Commitment, *, person: User | None, by: Actor, now: datetime) -> Commitment:
    """Say who in the lead office is in charge; None: nobody by name."""
    commitment = held(commitment)
    require(by, "commitments.name_person", commitment)
    refuse_if(policies.name_person(commitment, person, today=timezone.localdate(now)))
    was, commitment.lead_person = commitment.lead_person_id, person
    commitment.save(update_fields=["lead_person"])
    facts = {"was_person": was, "person_id": person.pk if person else None}
    events.record("commitments.person_named", commitment, by=by, at=now, unit=commitment.unit_id, facts=facts)
    return commitment


@transaction.atomic
def add_coordinator(commitment: Commitment, *, office: Office, by: Actor, now: datetime) -> Coordinator:
    """Another office works along."""
    commitment = held(commitment)
    require(by, "commitments.change_coordinators", commitment)
    refuse_if(policies.coordinate(commitment, office, today=timezone.localdate(now)))
    coordinator = Coordinator.objects.create(commitment=commitment, office=office)
    facts = {"office_id": office.pk}
    events.record("commitments.coordinator_added", commitment, by=by, at=now, unit=commitment.unit_id, facts=facts)
    return coordinator


@transaction.atomic
def remove_coordinator(commitment: Commitment, *, office: Office, by: Actor, now: datetime) -> Commitment:
    """An office works along no longer; the events keep that it did."""
    commitment = held(commitment)
    require(by, "commitments.change_coordinators", commitment)
    refuse_if(policies.uncoordinate(commitment, office))
    commitment.coordinators.filter(office=office).delete()
    facts = {"office_id": office.pk}
    events.record("commitments.coordinator_removed", commitment, by=by, at=now, unit=commitment.unit_id, facts=facts)
    return commitment
