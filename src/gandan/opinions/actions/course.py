"""An office takes a case up, asks back, waits, goes on, or refuses it with reason and law."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from gandan.accounts.models import User
from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.denunciations.actions import SetAside
from gandan.opinions import policies
from gandan.opinions.actions import clock
from gandan.opinions.actions.accused import accuses, put_aside
from gandan.opinions.actions.held import attach, held, held_with, keep, line, lines, step, step_to, tell
from gandan.opinions.actions.letters import letter
from gandan.opinions.enums import Cause, Deed, LetterKind
from gandan.opinions.models import Case, Letter, Opinion
from gandan.opinions.queries.pauses import asking_stops


@transaction.atomic
def accept(case: Case, *, by: Actor, now: datetime, person: User | None = None) -> Case:
    """The office answers for it; of a complaint the date for settling it runs from the day it was first taken up: whoever takes
    it up after it was handed on wins no time."""
    case = held(case)
    require(by, "opinions.accept", case)
    today = timezone.localdate(now)
    refuse_if(policies.accept(case, person=person, today=today))
    was = step_to(case, Deed.ACCEPT, now=now)
    case.accepted_on, case.person = case.accepted_on or today, person or case.person
    facts = clock.again(case, cause=Cause.ACCEPTED, now=now)
    keep(case, now=now)
    facts |= {"person_id": case.person_id, "office_id": case.office_id}
    tell("accepted", case, by=by, now=now, was=was, facts=facts)
    return case


@transaction.atomic
def ask_back(
    case: Case, *, text: str, by: Actor, now: datetime, opinion: Opinion | None = None, uploads: "Sequence[File[Any]]" = ()
) -> Letter:
    """Ask one sender, or all, for what is missing. Time stands still until somebody answers or the office goes on; not where the case is
    late already, nor for another question after one that had no reply."""
    case = held(case)
    require(by, "opinions.ask_back", case)
    text = lines(text)
    refuse_if(policies.ask_back(case, text=text, opinion=opinion) or policies.files(uploads))
    today = timezone.localdate(now)
    stops = asking_stops(case, today=today)
    was = step_to(case, Deed.ASK_BACK, now=now)
    if stops:
        clock.stop(case, day=today, asked=True)
    keep(case, now=now)
    row = letter(case, LetterKind.ASK, text=text, now=now, opinion=opinion)
    attach(row, uploads, by=by, now=now)
    facts: dict[str, Fact] = {"letter_id": row.pk, "opinion_id": opinion.pk if opinion else None, "due": case.due, "stops": stops}
    tell("asked_back", case, by=by, now=now, was=was, facts=facts, binds=[row])
    return row


@transaction.atomic
def reply(opinion: Opinion, *, text: str, by: Actor, now: datetime, uploads: "Sequence[File[Any]]" = ()) -> Letter | SetAside:
    """The sender answers what was asked: the case is where it was, the date later by the time that stood still. An accusation is set aside
    instead, and the office waits on."""
    opinion, case = held_with(opinion)
    require(by, "opinions.reply", opinion)
    text = lines(text)
    refuse_if(policies.reply(case, opinion, text=text) or policies.files(uploads))
    if accuses(text):
        return put_aside(opinion, text=text, uploads=uploads, now=now)
    was = step_to(case, Deed.REPLY, now=now)
    facts = clock.go(case, day=timezone.localdate(now), now=now)
    keep(case, now=now)
    row = letter(case, LetterKind.REPLY, text=text, now=now, opinion=opinion)
    attach(row, uploads, by=by, now=now)
    facts |= {"letter_id": row.pk, "opinion_id": opinion.pk}
    tell("replied", case, by=by, now=now, was=was, facts=facts, binds=[row])
    return row


@transaction.atomic
def go_on(case: Case, *, by: Actor, now: datetime) -> Case:
    """The office waits no longer for a reply; or the clock, when it was waited for as long as the rule lets it."""
    case = held(case)
    require(by, "opinions.go_on", case)
    refuse_if(policies.go_on(case, by=by))
    was = step_to(case, Deed.GO_ON, now=now)
    facts = clock.go(case, day=timezone.localdate(now), now=now)
    keep(case, now=now)
    tell("gone_on", case, by=by, now=now, was=was, facts=facts)
    return case


@transaction.atomic
def refuse(case: Case, *, reason: str, law: str, by: Actor, now: datetime) -> Case:
    """Not taken up, with the reason and the article it stands on; the sender may ask once to have it looked at again."""
    case = held(case)
    require(by, "opinions.refuse", case)
    reason, law = lines(reason), line(law)
    refuse_if(policies.refuse(case, reason=reason, law=law))
    today, due = timezone.localdate(now), case.due
    late = case.is_late(today)
    was = step_to(case, Deed.REFUSE, now=now)
    case.refused_late = case.refused_late or late
    keep(case, now=now)
    clock.rest(case, day=today)
    row = step(case, Deed.REFUSE, now=now, reason=reason, law=law)
    tell("refused", case, by=by, now=now, was=was, facts={"step_id": row.pk, "was_due": due, "late": late}, binds=[row])
    return case


@transaction.atomic
def pause(case: Case, *, reason: str, by: Actor, now: datetime) -> Case:
    """Time stands still, for a reason that the senders read, for no longer than the rule lets it; what is late stops no clock."""
    case = held(case)
    require(by, "opinions.pause", case)
    reason, today = lines(reason), timezone.localdate(now)
    refuse_if(policies.pause(case, reason=reason, today=today))
    was = step_to(case, Deed.PAUSE, now=now)
    clock.stop(case, day=today)
    keep(case, now=now)
    row = step(case, Deed.PAUSE, now=now, reason=reason)
    tell("paused", case, by=by, now=now, was=was, facts={"step_id": row.pk, "due": case.due}, binds=[row])
    return case


@transaction.atomic
def resume(case: Case, *, by: Actor, now: datetime) -> Case:
    """Time goes on; the date is later by exactly the time that stood still. By the office, or by the clock when a pause has lasted its
    longest."""
    case = held(case)
    require(by, "opinions.resume", case)
    refuse_if(policies.resume(case, by=by))
    was = step_to(case, Deed.RESUME, now=now)
    facts = clock.go(case, day=timezone.localdate(now), now=now)
    keep(case, now=now)
    tell("resumed", case, by=by, now=now, was=was, facts=facts)
    return case
