"""What the clock does each day, in pieces that each stand by themselves: killed at any moment and run again, nothing is doubled.

A reminder is a row that the database takes once for a commitment, stage, date and day; row and event are written in one transaction while
the commitment is held, so a second run finds the row, and a killed one leaves neither.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from gandan.commitments.actions.erase import erase_words
from gandan.commitments.actions.finish import end_posting
from gandan.commitments.actions.reorganise import settle
from gandan.commitments.calc.lateness import working_days_before
from gandan.commitments.calc.stages import Pace, Step, steps
from gandan.commitments.enums import ENDED, Kind, Stage, State
from gandan.commitments.models import Commitment, DoneReport, Objection, PendingHandover, Reminder
from gandan.core import events, legal
from gandan.core.access import Actor, Refusal, require
from gandan.core.calendar.calc import WorkCalendar
from gandan.core.calendar.queries import work_calendar
from gandan.core.events.facts import Fact
from gandan.units.models import Unit

BATCH = 200


def send_reminders(*, by: Actor, now: datetime) -> int:
    """Every reminder that the dates of open commitments ask for today; returns how many went out. Dates first, rows in batches."""
    require(by, "commitments.run_clock")
    today, sent = timezone.localdate(now), 0
    pace = Pace(*(legal.rule(f"commitment.remind_{name}", on=today).days for name in ("before", "after", "leader", "above")))
    first = Commitment.objects.filter(state=State.OPEN).order_by("due").values_list("due", flat=True).first()
    if first is None:
        return 0
    calendar = work_calendar(first - timedelta(days=60), today + timedelta(days=60 + 3 * pace.before))
    for due in _dates(today, pace, calendar):
        for step in steps(due, today, pace, calendar):
            send = _escalate if step.stage == Stage.ABOVE else _remind
            sent += send(due, step, by=by, now=now)
    return sent


def _dates(today: date, pace: Pace, calendar: WorkCalendar) -> list[date]:
    """Dates of open commitments that could ask for something today, oldest first."""
    last = today
    while working_days_before(last + timedelta(days=1), pace.before, calendar) <= today:
        last += timedelta(days=1)
    rows = Commitment.objects.filter(state=State.OPEN, due__lte=last).order_by("due")
    return list(rows.values_list("due", flat=True).distinct())


def _waiting(due: date, step: Step) -> QuerySet[Commitment]:
    """Open ones of a date that were not reminded of this step."""
    had = Reminder.objects.filter(commitment=OuterRef("pk"), stage=step.stage, for_due=due, for_day=step.for_day)
    return Commitment.objects.filter(~Exists(had), state=State.OPEN, due=due)


def _batches(rows: QuerySet[Commitment]) -> Iterator[list[Commitment]]:
    """So many at a time, each batch in a transaction of its own with its rows held; rows that somebody works on wait for the next run."""
    last: UUID | None = None
    while True:
        with transaction.atomic():
            left = rows if last is None else rows.filter(pk__gt=last)
            batch = list(left.select_for_update(of=("self",), skip_locked=True).order_by("pk")[:BATCH])
            if not batch:
                return
            last = batch[-1].pk
            yield batch


def _remind(due: date, step: Step, *, by: Actor, now: datetime) -> int:
    """One row and one event for each."""
    sent = 0
    for batch in _batches(_waiting(due, step)):
        _rows(batch, step, now)
        facts: dict[str, Fact] = {"stage": step.stage, "due": due, "for_day": step.for_day}
        for commitment in batch:
            events.record("commitments.reminded", commitment, by=by, at=now, unit=commitment.unit_id, facts=facts)
        sent += len(batch)
    return sent


def _escalate(due: date, step: Step, *, by: Actor, now: datetime) -> int:
    """A row for each, and one event for each unit: those above learn how many are late, not what."""
    sent = 0
    units = Unit.objects.filter(pk__in=_waiting(due, step).order_by().values("unit").distinct())
    for unit in units.order_by("pk"):
        with transaction.atomic():
            rows = list(_waiting(due, step).filter(unit=unit).select_for_update(of=("self",), skip_locked=True).order_by("pk"))
            if not rows:
                continue
            _rows(rows, step, now)
            late = Commitment.objects.filter(unit=unit, state=State.OPEN, due__lte=due).count()
            facts: dict[str, Fact] = {"newly": len(rows), "late": late, "due": due, "for_day": step.for_day}
            events.record("commitments.escalated", unit, by=by, at=now, unit=unit.pk, facts=facts)
        sent += len(rows)
    return sent


def _rows(batch: list[Commitment], step: Step, now: datetime) -> None:
    made = [Reminder(commitment=c, stage=step.stage, for_due=c.due, for_day=step.for_day, at=now) for c in batch]
    Reminder.objects.bulk_create(made)


def _allowed(deed: Callable[[], object]) -> bool:
    """Do it, unless it changed meanwhile."""
    try:
        deed()
    except Refusal:
        return False
    return True


def end_postings(*, by: Actor, now: datetime) -> int:
    """What was posted long enough without an objection; returns how many. Each is a deed of its own, which asks again."""
    require(by, "commitments.run_clock")
    over = DoneReport.objects.filter(posted_until__lt=timezone.localdate(now), commitment=OuterRef("pk"), round=OuterRef("round"))
    rows = Commitment.objects.filter(Exists(over), state=State.REPORTED).exclude(kind=Kind.TASK)
    return sum(_allowed(partial(end_posting, commitment, by=by, now=now)) for commitment in rows.order_by("pk").iterator(chunk_size=BATCH))


def settle_handovers(*, by: Actor, now: datetime) -> int:
    """What waits for an office that has been set up meanwhile; returns how many went over."""
    require(by, "commitments.move_with_office")
    waiting = PendingHandover.objects.filter(settled_on=None).order_by("pk")
    return sum(settle(pending, by=by, now=now) for pending in waiting.iterator(chunk_size=BATCH))


def forget_objections(*, by: Actor, now: datetime) -> int:
    """Words of objections to what ended longer ago than the rule keeps them; returns how many."""
    require(by, "commitments.erase_words")
    today = timezone.localdate(now)
    before = today - timedelta(days=legal.rule("commitment.objection_kept", on=today).days)
    rows = Objection.objects.filter(commitment__state__in=ENDED, commitment__ended_on__lt=before, content_salt__isnull=False)
    return sum(_allowed(partial(erase_words, objection, by=by, now=now)) for objection in rows.order_by("pk").iterator(chunk_size=BATCH))
