"""What the clock does each day, in pieces that each stand by themselves: killed at any moment and run again, nothing is doubled.

A reminder is a row that the database takes once for a commitment, stage, date and day; row and event are written in one transaction while
the commitment is held, so a second run finds the row, and a killed one leaves neither.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import partial
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from gandan.commitments.actions.erase import erase_words
from gandan.commitments.actions.finish import end_posting
from gandan.commitments.actions.reorganise import leave_behind, settle
from gandan.commitments.calc.lateness import working_days_before
from gandan.commitments.calc.stages import Pace, Step, steps
from gandan.commitments.enums import ENDED, LIVING, ErasedFor, Kind, Stage, State
from gandan.commitments.models import Commitment, DoneReport, Objection, PendingHandover, Reminder
from gandan.commitments.policies.start import EARLIEST
from gandan.core import events, legal
from gandan.core.access import Actor, require
from gandan.core.calendar.calc import WorkCalendar
from gandan.core.calendar.queries import work_calendar
from gandan.core.events.facts import Fact
from gandan.core.jobs.trying import tried
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
    calendar = work_calendar(max(first, EARLIEST) - timedelta(days=60), today + timedelta(days=60 + 3 * pace.before))
    for due in _dates(today, pace, calendar):
        found: list[Step] = []
        tried(partial(lambda due, found: found.extend(steps(due, today, pace, calendar)), due, found), due)
        for step in found:
            send = _escalate if step.stage == Stage.ABOVE else _remind
            sent += send(due, step, by=by, now=now)
    return sent


def _dates(today: date, pace: Pace, calendar: WorkCalendar) -> list[date]:
    """Dates of open commitments that could ask for something today, oldest first."""
    last = today
    while working_days_before(last + timedelta(days=1), pace.before, calendar) <= today:
        last += timedelta(days=1)
    rows = Commitment.objects.filter(state=State.OPEN, due__lte=last, due__gte=EARLIEST).order_by("due")
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
    return sum(tried(partial(_remind_one, c, step, by=by, now=now), c.pk) for batch in _batches(_waiting(due, step)) for c in batch)


def _remind_one(commitment: Commitment, step: Step, *, by: Actor, now: datetime) -> None:
    _rows([commitment], step, now)
    facts: dict[str, Fact] = {"stage": step.stage, "due": commitment.due, "for_day": step.for_day}
    events.record("commitments.reminded", commitment, by=by, at=now, unit=commitment.unit_id, facts=facts)


def _escalate(due: date, step: Step, *, by: Actor, now: datetime) -> int:
    """A row for each, and one event for each unit: those above learn how many of which kind are late, not what.

    What waits for an office after a reorganisation is told of every unit that may take it, so that it is nobody's no longer.
    """
    units = Unit.objects.filter(pk__in=_waiting(due, step).order_by().values("unit").distinct())
    return sum(tried(partial(_escalate_unit, unit, due, step, by=by, now=now), unit.pk) for unit in units.order_by("pk"))


def _escalate_unit(unit: Unit, due: date, step: Step, *, by: Actor, now: datetime) -> int:
    rows = list(_waiting(due, step).filter(unit=unit).select_for_update(of=("self",), skip_locked=True).order_by("pk"))
    if not rows:
        return 0
    _rows(rows, step, now)
    pending = PendingHandover.objects.filter(settled_on=None, commitment__in=rows)
    takers = Unit.objects.filter(pk__in=pending.values("candidates")).exclude(pk=unit.pk).order_by("pk")
    told: list[tuple[Unit, Q]] = [(unit, Q(unit=unit))]
    told += [(taker, Q(pending_handovers__settled_on=None, pending_handovers__candidates=taker)) for taker in takers]
    for about, whose in told:
        late = _late_by_kind(Commitment.objects.filter(whose, state=State.OPEN, due__lte=due))
        facts: dict[str, Fact] = {"newly": len(rows), "late": sum(late.values()), "due": due, "for_day": step.for_day, **late}
        events.record("commitments.escalated", about, by=by, at=now, unit=about.pk, facts=facts)
    return len(rows)


def _late_by_kind(rows: QuerySet[Commitment]) -> Mapping[str, int]:
    """Three kinds apart: late_promise, late_request, late_task."""
    found = dict(rows.order_by().values_list("kind").annotate(n=Count("pk", distinct=True)))
    return {f"late_{kind}": found.get(kind, 0) for kind in Kind}


def _rows(batch: list[Commitment], step: Step, now: datetime) -> None:
    made = [Reminder(commitment=c, stage=step.stage, for_due=c.due, for_day=step.for_day, at=now) for c in batch]
    Reminder.objects.bulk_create(made)


def end_postings(*, by: Actor, now: datetime) -> int:
    """What was posted long enough without an objection; returns how many. Each is a deed of its own, which asks again."""
    require(by, "commitments.run_clock")
    over = DoneReport.objects.filter(posted_until__lt=timezone.localdate(now), commitment=OuterRef("pk"), round=OuterRef("round"))
    rows = Commitment.objects.filter(Exists(over), state=State.REPORTED).exclude(kind=Kind.TASK)
    return sum(tried(partial(end_posting, c, by=by, now=now), c.pk) for c in rows.order_by("pk").iterator(chunk_size=BATCH))


def settle_handovers(*, by: Actor, now: datetime) -> int:
    """What waits for an office that has been set up meanwhile; returns how many went over.

    First what is owed by an office that has ended and waits for none (opened again afterwards, or made in that very moment): it goes
    the way of all that the office owed.
    """
    require(by, "commitments.move_with_office")
    today = timezone.localdate(now)
    unsettled = PendingHandover.objects.filter(commitment=OuterRef("pk"), settled_on=None)
    left = Commitment.objects.filter(~Exists(unsettled), state__in=LIVING, lead__existed__fully_lt=(today, None)).order_by("pk")
    went = sum(tried(partial(leave_behind, c, by=by, now=now), c.pk) for c in left.iterator(chunk_size=BATCH))
    waiting = PendingHandover.objects.filter(settled_on=None).order_by("pk")
    return went + sum(tried(partial(settle, p, by=by, now=now), p.pk) for p in waiting.iterator(chunk_size=BATCH))


def forget_objections(*, by: Actor, now: datetime) -> int:
    """Words of objections to what ended, or was posted without another one, longer ago than the rule keeps them; returns how many."""
    require(by, "commitments.erase_words")
    today = timezone.localdate(now)
    before = today - timedelta(days=legal.rule("commitment.objection_kept", on=today).days)
    ended = Q(commitment__state__in=ENDED, commitment__ended_on__lt=before)
    posted = DoneReport.objects.filter(commitment=OuterRef("commitment"), round=OuterRef("commitment__round"), posted_until__lt=before)
    quiet = Q(Exists(posted), commitment__state=State.UNOPPOSED)
    rows = Objection.objects.filter(ended | quiet, content_salt__isnull=False)
    erase = partial(erase_words, reason=ErasedFor.EXPIRED, by=by, now=now)
    return sum(tried(partial(erase, objection), objection.pk) for objection in rows.order_by("pk").iterator(chunk_size=BATCH))
