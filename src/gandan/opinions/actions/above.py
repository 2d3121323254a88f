"""What goes beyond the office: put before those above, done again by order, ended by those above against a sender's no, and closed by the
clock when its senders stay silent."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.denunciations.actions import SetAside
from gandan.opinions import policies
from gandan.opinions.actions.accused import accuses, put_aside
from gandan.opinions.actions.held import held, keep, lines, step, step_to, tell
from gandan.opinions.actions.verdict import reopened
from gandan.opinions.actor import Sender
from gandan.opinions.enums import Deed, LetterKind
from gandan.opinions.models import Case, Opinion


@transaction.atomic
def escalate(case: Case, *, reason: str, by: Actor, now: datetime) -> Case | SetAside:
    """From now on those above read it too; the office still answers. By a sender (late, or it did not help), the leader, or the clock. A
    sender's reason that accuses somebody is set aside instead."""
    case = held(case)
    require(by, "opinions.escalate", case)
    reason, today = lines(reason), timezone.localdate(now)
    refuse_if(policies.escalate(case, reason=reason, by=by, today=today))
    opinion = Opinion.objects.get(pk=by.opinion) if isinstance(by, Sender) else None
    if opinion is not None and accuses(reason):
        return put_aside(opinion, text=reason, now=now)
    late = case.is_late(today)
    was = step_to(case, Deed.ESCALATE, now=now)
    case.escalated_on = today
    keep(case, now=now)
    row = step(case, Deed.ESCALATE, now=now, reason=reason, opinion=opinion)
    tell("escalated", case, by=by, now=now, was=was, facts={"step_id": row.pk, "late": late, "due": case.due}, binds=[row])
    return case


@transaction.atomic
def order_reopen(case: Case, *, reason: str, by: Actor, now: datetime) -> Case:
    """Whoever leads the unit, or stands above it once it was escalated, has it done again."""
    case = held(case)
    require(by, "opinions.order_reopen", case)
    reason = lines(reason)
    refuse_if(policies.order_reopen(case, reason=reason))
    row = step(case, Deed.ORDER_REOPEN, now=now, reason=reason)
    was, facts = reopened(case, Deed.ORDER_REOPEN, now=now)
    tell("reopen_ordered", case, by=by, now=now, was=was, facts={**facts, "step_id": row.pk}, binds=[row])
    return case


@transaction.atomic
def close(case: Case, *, by: Actor, now: datetime) -> Case:
    """The days of silence are over. That is all it says: nobody confirmed it."""
    case = held(case)
    require(by, "opinions.close", case)
    told = last_told(case)
    refuse_if(policies.close(case, last_told=told, today=timezone.localdate(now)))
    was = step_to(case, Deed.CLOSE, now=now)
    keep(case, now=now)
    facts: dict[str, Fact] = {"last_told": told}
    tell("closed", case, by=by, now=now, was=was, facts=facts)
    return case


@transaction.atomic
def end_objected(case: Case, *, reason: str, by: Actor, now: datetime) -> Case:
    """Those above end what a sender still calls not done, and say why. It is counted as that: neither confirmed nor silent."""
    case = held(case)
    require(by, "opinions.end_objected", case)
    reason = lines(reason)
    refuse_if(policies.end_objected(case, reason=reason))
    was = step_to(case, Deed.CLOSE, now=now)
    keep(case, now=now)
    row = step(case, Deed.CLOSE, now=now, reason=reason)
    tell("ended_objected", case, by=by, now=now, was=was, facts={"step_id": row.pk}, binds=[row])
    return case


def last_told(case: Case) -> date:
    """From when on silence counts: the last answer, report, verdict or escalation, and the last word of a sender."""
    steps = case.steps.filter(deed__in=[Deed.REPORT_DONE, Deed.ESCALATE]).values_list("given_on", flat=True)
    words = case.letters.filter(kind__in=[LetterKind.WORD, LetterKind.REPLY]).values_list("sent_on", flat=True)
    said = case.verdicts.filter(round=case.round).values_list("given_on", flat=True)
    return max([day for day in (case.answered_on, case.escalated_on, case.received_on, *steps, *words, *said) if day is not None])
