"""An office answers, perhaps with a promise, and says when something is done. That is its word; the end is the senders' (`verdict.py`)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from gandan.commitments import actions as commitments
from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.opinions import policies
from gandan.opinions.actions import clock
from gandan.opinions.actions.held import attach, held, keep, line, lines, standing, step, step_to, tell
from gandan.opinions.enums import Deed, State
from gandan.opinions.given import PromiseGiven
from gandan.opinions.models import Answer, Case


@transaction.atomic
def answer(
    case: Case,
    *,
    text: str,
    by: Actor,
    now: datetime,
    law: str = "",
    partial: bool = False,
    promise: PromiseGiven | None = None,
    uploads: "Sequence[File[Any]]" = (),
) -> Answer:
    """Answer all senders; a part at first where the rest takes longer. What it promises becomes a commitment in the same deed, which the
    senders confirm with their codes."""
    if promise is not None:
        standing(promise.lead, alone=True)
    case = held(case)
    require(by, "opinions.answer", case)
    text, law = lines(text), line(law)
    refuse_if(policies.answer(case, text=text, law=law, partial=partial) or policies.files(uploads))
    refuse_if(policies.promise(case, promise.due if promise else None, today=timezone.localdate(now)))
    row, was = _answered(case, Deed.ANSWER_PARTLY if partial else Deed.ANSWER, text=text, law=law, now=now)
    attach(row, uploads, by=by, now=now)
    facts: dict[str, Fact] = {"answer_id": row.pk, "partial": partial, "late": row.is_late, "due": case.due}
    if promise is not None:
        facts["commitment_id"] = _promise(case, promise, by=by, now=now)
    tell("answered", case, by=by, now=now, was=was, facts=facts, binds=[row])
    return row


@transaction.atomic
def report_done(case: Case, *, summary: str, by: Actor, now: datetime) -> Case:
    """The unit says that it was done. Straight from the work, what was done is the answer too."""
    case = held(case)
    require(by, "opinions.report_done", case)
    summary = lines(summary)
    refuse_if(policies.report_done(case, summary=summary))
    if case.state == State.ACCEPTED:
        row, was = _answered(case, Deed.REPORT_DONE, text=summary, law="", now=now)
        told = step(case, Deed.REPORT_DONE, now=now)
        facts: dict[str, Fact] = {"answer_id": row.pk, "late": row.is_late}
        tell("reported_done", case, by=by, now=now, was=was, facts=facts, binds=[row, told])
        return case
    was = step_to(case, Deed.REPORT_DONE, now=now)
    keep(case, now=now)
    told = step(case, Deed.REPORT_DONE, now=now, reason=summary)
    tell("reported_done", case, by=by, now=now, was=was, facts={"step_id": told.pk}, binds=[told])
    return case


def _answered(case: Case, deed: Deed, *, text: str, law: str, now: datetime) -> tuple[Answer, str]:
    """The answer, and the state before it. Whether it came late is said by the date that held until now."""
    today = timezone.localdate(now)
    row = Answer(case=case, office=case.office, is_partial=deed == Deed.ANSWER_PARTLY, text=text, law=law, round=case.round)
    row.given_on, row.given_at, row.is_late = today, now, case.is_late(today)
    row.save(force_insert=True)
    was = step_to(case, deed, now=now)
    if not row.is_partial:
        case.answered_on = today
    keep(case, now=now)
    if not row.is_partial:
        clock.rest(case, day=today)
    return row, was


def _promise(case: Case, given: PromiseGiven, *, by: Actor, now: datetime) -> Fact:
    """The commitment whose origin is the case, and the code by which its senders confirm it."""
    here = case.hamlet if case.hamlet is not None and case.hamlet.unit_id == given.lead.unit_id else None
    made = commitments.promise(
        title=given.title, deliverable=given.deliverable, due=given.due, lead=given.lead, hamlet=here, origin=case, by=by, now=now
    )
    commitments.lend_code(made, by=by, now=now)
    return made.pk
