"""WRITE: what the clock does each day, in pieces that each stand by themselves: killed at any moment and run again, nothing is doubled."""

from datetime import date, datetime, timedelta
from functools import partial
from itertools import chain
from uuid import UUID

from django.db import transaction
from django.db.models import DateField, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone
from django.utils.translation import ngettext

from gandan.commitments.calc.lateness import latest_due_late_by, working_days_late
from gandan.core import legal
from gandan.core.access import Actor, refuse_if, require
from gandan.core.calendar.queries import work_calendar
from gandan.core.jobs.trying import tried
from gandan.opinions.actions.above import close, escalate
from gandan.opinions.actions.course import go_on, resume
from gandan.opinions.actions.erase import erase
from gandan.opinions.actions.held import held, tell
from gandan.opinions.actions.reorganise import settle
from gandan.opinions.calc.reminders import Reminder
from gandan.opinions.enums import LetterKind, State
from gandan.opinions.models import Case, Letter, PendingCase, Step, Verdict
from gandan.opinions.policies import clock as policies
from gandan.opinions.queries.lateness import late
from gandan.opinions.queries.pauses import over
from gandan.opinions.queries.reminders import owed

SILENCE, ESCALATE_AFTER, KEPT = "opinion.silence", "opinion.escalate_after", "opinion.keep_ended"
BATCH = 200
BACK = timedelta(days=90)  # more days than the working days of any rule here take, with Tết among them


def settle_handovers(*, by: Actor, now: datetime) -> int:
    """What waits for an office after a reorganisation, where that office has been set up meanwhile; returns how many went over."""
    require(by, "opinions.move_with_office")
    waiting = PendingCase.objects.filter(settled_on=None).order_by("pk")
    return sum(tried(partial(settle, pending, by=by, now=now), pending.pk) for pending in waiting.iterator(chunk_size=BATCH))


def close_silent(*, by: Actor, now: datetime) -> int:
    """What was answered, and whose senders said nothing since for as long as the rule waits; returns how many were closed."""
    require(by, "opinions.run_clock")
    rows = silent(timezone.localdate(now)).order_by("pk")
    return sum(tried(partial(close, case, by=by, now=now), case.pk) for case in rows.iterator(chunk_size=BATCH))


def silent(today: date) -> QuerySet[Case]:
    """Answered or reported done, and neither news of the office nor a word of a sender came later than the rule waits. What a sender calls
    not done waits for those above, however long nobody says more."""
    before = today - timedelta(days=legal.rule(SILENCE, on=today).days)
    word = (
        Letter.objects.filter(case=OuterRef("pk"), kind__in=[LetterKind.WORD, LetterKind.REPLY]).order_by("-sent_on").values("sent_on")[:1]
    )
    spoke = Coalesce(Subquery(word, output_field=DateField()), "answered_on")
    no = Verdict.objects.filter(case=OuterRef("pk"), round=OuterRef("round"), is_done=False)
    rows = Case.objects.filter(~Exists(no), state__in=[State.ANSWERED, State.DONE], answered_on__lt=before)
    return rows.annotate(last_word=Greatest("answered_on", spoke)).filter(last_word__lt=before)


def end_pauses(*, by: Actor, now: datetime) -> int:
    """What has stood still, or waited for its sender, as long as it may goes on, and its office is told; returns how many."""
    require(by, "opinions.run_clock")
    return sum(tried(partial(go_on_with, key, by=by, now=now), key) for key in over(timezone.localdate(now)))


@transaction.atomic
def go_on_with(key: UUID, *, by: Actor, now: datetime) -> None:
    """One of them, by the deed that its office could have done."""
    case = held(key)
    if case.state == State.PAUSED:
        resume(case, by=by, now=now)
    else:
        go_on(case, by=by, now=now)


def escalate_late(*, by: Actor, now: datetime) -> int:
    """What is later than the rule lets an office be goes before those above, once; returns how many went."""
    require(by, "opinions.run_clock")
    today = timezone.localdate(now)
    days = legal.rule(ESCALATE_AFTER, on=today).days
    waiting = Case.objects.filter(late(today), escalated_on=None)
    first = waiting.order_by("due").values_list("due", flat=True).first()
    if first is None:
        return 0
    calendar = work_calendar(min(first, today - BACK), today)
    rows = waiting.filter(due__lte=latest_due_late_by(days, today, calendar))

    def reason(case: Case) -> str:
        n = working_days_late(case.due or today, today, calendar)
        return ngettext("Trả lời chậm %(n)s ngày làm việc.", "Trả lời chậm %(n)s ngày làm việc.", n) % {"n": n}

    found = rows.order_by("pk").iterator(chunk_size=BATCH)
    return sum(tried(partial(escalate, case, reason=reason(case), by=by, now=now), case.pk) for case in found)


def remind(*, by: Actor, now: datetime) -> int:
    """Offices that owe a word today: news for who waits too long, a remark on rules to be passed on; returns how many were reminded."""
    require(by, "opinions.run_clock")
    today = timezone.localdate(now)
    return sum(tried(partial(remind_one, key, one, by=by, now=now), key) for key, one in owed(today))


@transaction.atomic
def remind_one(key: UUID, one: Reminder, *, by: Actor, now: datetime) -> None:
    """The event is the reminder: who reads the office's notices hears of it, and the next run finds it."""
    case = held(key)
    require(by, "opinions.run_clock", case)
    refuse_if(policies.remind(case, today=timezone.localdate(now)))
    tell("reminded", case, by=by, now=now, facts={"stage": one.stage, "for_day": one.for_day, "due": case.due})


def forget(*, by: Actor, now: datetime) -> int:
    """Words, contacts and files of what ended longer ago than the rule keeps them, and reasons given since; returns how many cases."""
    require(by, "opinions.erase")
    today = timezone.localdate(now)
    before = today - timedelta(days=legal.rule(KEPT, on=today).days)
    rows = Case.objects.filter(ended_on__lt=before, erased_on=None).exclude(state=State.JOINED).order_by("pk")
    later = Step.objects.filter(content_salt__isnull=False, given_on__lt=before, case__erased_on__isnull=False).exclude(
        case__state=State.JOINED
    )
    again = Case.objects.filter(pk__in=later.values("case")).order_by("pk")
    found = chain(rows.iterator(chunk_size=BATCH), again.iterator(chunk_size=BATCH))
    return sum(tried(partial(erase, case, by=by, now=now), case.pk) for case in found)
