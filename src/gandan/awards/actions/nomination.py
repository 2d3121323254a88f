"""An office's dossier: begun, handed in, returned, withdrawn."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gandan.awards import policies
from gandan.awards.actions.checking import look
from gandan.awards.actions.held import cleaned, emptied, held, held_nomination, one_line, standing, step, to_state, unsaid
from gandan.awards.enums import NominationState, NomineeDeed, NomineeState
from gandan.awards.models import Call, Check, Nomination, Nominee, Step
from gandan.awards.queries.checking import last_day
from gandan.core import events
from gandan.core.access import Actor, SystemActor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.core.files import actions as files
from gandan.core.files.queries import of as files_of
from gandan.units.models import Office

OUT = (NomineeState.PROPOSED, NomineeState.EXCLUDED)


@transaction.atomic
def begin_nomination(call: Call, *, office: Office, by: Actor, now: datetime) -> Nomination:
    """An office begins its proposal; until it is handed in nobody else sees it."""
    office = standing(office)
    require(by, "awards.nominate", office)
    call = held(call)
    refuse_if(policies.nomination.begin(call, office, today=timezone.localdate(now)))
    made = Nomination(call=call, unit_id=office.unit_id, office=office, made_in_id=office.unit_id, begun_at=now)
    made.save(force_insert=True)
    facts: dict[str, Fact] = {"call_id": call.pk, "office_id": office.pk}
    events.record("awards.nomination_begun", made, by=by, at=now, unit=made.unit_id, now=made.state, facts=facts, binds=[made])
    return made


@transaction.atomic
def submit_nomination(nomination: Nomination, *, number: str, by: Actor, now: datetime) -> Nomination:
    """Hand in, with the number of the paper. What the rules say of each is looked at and kept; nobody is left out by it.

    What was returned and comes again keeps the day on which it first came: who was in time is not made late by a question.
    """
    nomination, today = held_nomination(nomination), timezone.localdate(now)
    require(by, "awards.nominate", nomination)
    refuse_if(policies.nomination.submit(nomination, paper=number, today=today))
    was, nomination.state = nomination.state, NominationState.SUBMITTED
    nomination.number = one_line(number)
    if nomination.submitted_on is None:
        nomination.submitted_on = today
        nomination.is_late = today > last_day(nomination.call)[0]
    nomination.save(update_fields=["state", "number", "submitted_on", "is_late"])
    rows = list(Nominee.objects.select_for_update().filter(nomination=nomination, state=NomineeState.PROPOSED))
    found = 0
    for nominee in rows:
        nominee.nomination = nomination
        found += sum(f.outcome != "meets" for f in look(nominee, on=today))
    facts: dict[str, Fact] = {"call_id": nomination.call_id, "nominees": len(rows), "late": nomination.is_late, "to_look_at": found}
    unit = nomination.unit_id
    events.record("awards.nomination_submitted", nomination, by=by, at=now, unit=unit, was=was, now=nomination.state, facts=facts)
    return nomination


@transaction.atomic
def return_nomination(nomination: Nomination, *, reason: str, by: Actor, now: datetime) -> Nomination:
    """Something is missing: the office may mend it and hand it in again."""
    nomination = held_nomination(nomination)
    require(by, "awards.return", nomination)
    refuse_if(policies.nomination.give_back(nomination, why=reason))
    was, nomination.state, nomination.returned_why = nomination.state, NominationState.RETURNED, cleaned(reason)
    nomination.save(update_fields=["state", "returned_why"])
    unit, state = nomination.unit_id, nomination.state
    events.record("awards.nomination_returned", nomination, by=by, at=now, unit=unit, was=was, now=state, binds=[nomination])
    return nomination


@transaction.atomic
def withdraw_nomination(nomination: Nomination, *, by: Actor, now: datetime) -> Nomination:
    """The office proposes nobody after all: every dossier in it is emptied at once, with its checks, reasons and papers, because nothing
    needs it any more."""
    nomination, today = held_nomination(nomination), timezone.localdate(now)
    require(by, "awards.nominate", nomination)
    refuse_if(policies.nomination.withdraw(nomination))
    rows = list(Nominee.objects.select_for_update().filter(nomination=nomination, state__in=OUT))
    steps = unsaid(Step.objects.filter(nominee__nomination=nomination))
    for nominee in rows:
        to_state(nominee, NomineeDeed.WITHDRAW)
        steps.append(step(nominee, NomineeDeed.WITHDRAW, "", on=today))
    was, nomination.state = nomination.state, NominationState.WITHDRAWN
    nomination.erase_content()
    nomination.save(update_fields=["state", "returned_why"])
    Check.objects.filter(nominee__nomination=nomination).delete()
    for file in files_of(nomination):
        files.erase(file, by=SystemActor("retention"), now=now)
    binds = [*emptied(rows), *steps, nomination]
    facts: dict[str, Fact] = {"nominees": len(rows)}
    unit, state = nomination.unit_id, nomination.state
    events.record("awards.nomination_withdrawn", nomination, by=by, at=now, unit=unit, was=was, now=state, facts=facts, binds=binds)
    return nomination
