"""Requests made at an activity, and what became of them."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.accounts.models import User
from gandan.activities.actions.part import add, line, lock, open_for, take_off
from gandan.activities.enums import RequestState
from gandan.activities.models import Activity, Request
from gandan.activities.policies import open_words
from gandan.activities.policies import request as policies
from gandan.commitments import actions as commitments
from gandan.commitments.models import Commitment
from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.units.models import Office, Unit


@transaction.atomic
def note_request(
    activity: Activity,
    *,
    text: str,
    by: Actor,
    now: datetime,
    by_text: str = "",
    to_text: str = "",
    addressed: Unit | None = None,
    quote: str = "",
) -> Request:
    """Somebody asked for something; it waits for an answer of the unit addressed, or of what became of it."""
    activity, text, quote = open_for(activity, by=by), line(text), line(quote)
    by_text, to_text = line(by_text), line(to_text)
    refuse_if(policies.note(activity, text=text, by_text=by_text, to_text=to_text, addressed=addressed, quote=quote))
    row = Request(activity=activity, text=text, quote=quote, by_text=by_text, to_text=to_text, addressed=addressed)
    return add(row, what="request", by=by, now=now, facts={"addressed": addressed.pk if addressed else None})


@transaction.atomic
def remove_request(request: Request, *, by: Actor, now: datetime) -> Request:
    """It was noted by mistake; one that somebody answered stays."""
    request = _locked(request)
    require(by, "activities.remove", request)
    refuse_if(policies.remove(request))
    return take_off(request, what="request", by=by, now=now, becomes={"state": RequestState.WITHDRAWN})


@transaction.atomic
def take_up_request(
    request: Request,
    *,
    title: str,
    deliverable: str,
    lead: Office,
    due: date,
    by: Actor,
    now: datetime,
    beneficiary: str = "",
    lead_person: User | None = None,
    coordinators: Sequence[Office] = (),
    asked_by: Office | None = None,
) -> Commitment:
    """The office that was asked (or its successor) takes it up: from here on it is a commitment with an owner, a product and a date."""
    request = _locked(request)
    require(by, "activities.take_up_request", request)
    today = timezone.localdate(now)
    refuse_if(policies.take_up(request, lead=lead, asked_by=asked_by, today=today))
    owed = commitments.take_up(
        title=title,
        deliverable=deliverable,
        lead=lead,
        due=due,
        beneficiary=beneficiary,
        lead_person=lead_person,
        coordinators=coordinators,
        asked_by=asked_by,
        origin=request.activity,
        by=by,
        now=now,
    )
    earlier, was = request.commitment_id, request.state
    request.state, request.commitment, request.answered_on = RequestState.TAKEN_UP, owed, today
    request.reason = ""
    request.save()
    facts: dict[str, Fact] = {"commitment": owed.pk, "due": due, **({"earlier": earlier} if earlier else {})}
    _answered(request, "activities.request_taken_up", was=was, by=by, now=now, facts=facts)
    return owed


@transaction.atomic
def decline_request(request: Request, *, reason: str, by: Actor, now: datetime) -> Request:
    """Say why it is not taken up; whoever asked can read it. Also after the work that was begun on it was withdrawn."""
    request = _locked(request)
    require(by, "activities.decline_request", request)
    reason = line(reason)
    refuse_if(policies.decline(request, reason=reason) or open_words.answer(request, reason))
    earlier, was = request.commitment_id, request.state
    request.state, request.reason, request.answered_on = RequestState.DECLINED, reason, timezone.localdate(now)
    request.commitment = None
    request.save()
    facts: dict[str, Fact] = {"earlier": earlier} if earlier else {}
    _answered(request, "activities.request_declined", was=was, by=by, now=now, facts=facts)
    return request


def _locked(request: Request) -> Request:
    """The request as it is now, with its activity; both for this deed alone."""
    activity = lock(request.activity)
    request = Request.objects.select_for_update(of=("self",)).select_related("addressed", "commitment").get(pk=request.pk)
    request.activity = activity
    return request


def _answered(request: Request, verb: str, *, was: str, by: Actor, now: datetime, facts: dict[str, Fact]) -> None:
    facts = {"activity": request.activity_id, **facts}
    unit = request.addressed_id or request.activity.unit_id
    events.record(verb, request, by=by, at=now, unit=unit, was=was, now=request.state, facts=facts, binds=[request])
