"""READ: what a leader looks at in five minutes. Nine countings, however many cases; none reads a word that anybody said.

What is late counts today; topics the last thirty days beside the thirty before; answers the last ninety; confirmations a year, because
people take their time.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from gandan.core.calendar.queries import work_calendar
from gandan.opinions.calc import rising, spread
from gandan.opinions.enums import OWED, Content, State
from gandan.opinions.models import Answer, Case, ContactOpening
from gandan.opinions.queries import inbox, lateness
from gandan.opinions.queries.by_office import CONFIRMED_SO, withdrawn_so
from gandan.opinions.topics import OTHER

RECENT = timedelta(days=30)
ANSWERS = timedelta(days=90)
YEAR = timedelta(days=365)
MOST_LATE = 12


@dataclass(frozen=True)
class Answered:
    """Whole answers of a time, by whether their date was kept, and how many working days the middle one took."""

    in_time: int = 0
    late: int = 0
    median: float | None = None

    @property
    def all(self) -> int:
        """Both together."""
        return self.in_time + self.late

    @property
    def share(self) -> float | None:
        """Kept, of all; None where nothing was answered."""
        return self.in_time / self.all if self.all else None


@dataclass(frozen=True)
class Said:
    """What came of cases that were received within a year: the office's word, and the senders'. The numbers stand side by side."""

    confirmed: int = 0
    confirmed_by_office: int = 0
    reported: int = 0
    answered: int = 0
    closed: int = 0
    objected: int = 0


@dataclass(frozen=True)
class Dashboard:
    """Everything on the page."""

    numbers: inbox.Numbers
    late: list[Case]
    topics: list[rising.Topic]
    answered: Answered
    before: Answered
    said: Said
    load: list[inbox.Load]
    openings: int
    escalated: int
    withdrawn: int


def dashboard(units: Iterable[UUID], *, visible: QuerySet[Case], today: date, soon: date) -> Dashboard:
    """Of the units that somebody leads. `visible` are the cases whose contents they may read; only the list of late ones comes from it."""
    ids = list(units)
    cases = Case.objects.filter(unit__in=ids)
    lines = inbox.load(cases, today=today)
    late = visible.filter(lateness.late(today), unit__in=ids).order_by("due", "pk")
    return Dashboard(
        numbers=inbox.numbers(cases, today=today, soon=soon),
        late=list(late.select_related("office", "hamlet").prefetch_related(inbox.NAMES)[:MOST_LATE]),
        topics=topics(cases, today=today),
        answered=answered(cases, since=today - ANSWERS, until=today),
        before=answered(cases, since=today - 2 * ANSWERS, until=today - ANSWERS),
        said=said(cases, today=today),
        load=sorted(inbox.together(lines).values(), key=lambda x: (-x.late, -x.open, x.office)),
        openings=ContactOpening.objects.filter(unit__in=ids, opened_on__gt=today - YEAR).count(),
        withdrawn=withdrawn_so(cases).filter(ended_on__gt=today - YEAR).count(),
        escalated=cases.filter(escalated_on__isnull=False, state__in=sorted(OWED)).count(),
    )


def topics(cases: QuerySet[Case], *, today: date) -> list[rising.Topic]:
    """How often each topic of the closed list was spoken of; what was joined into another case is counted there, and what neither its
    sender nor an officer gave a topic yet is counted nowhere."""
    edge = today - RECENT
    seen = cases.filter(received_on__gt=today - 2 * RECENT, received_on__lte=today).exclude(state__in=[State.JOINED, State.WITHDRAWN])
    seen = seen.exclude(topic=OTHER, content=Content.UNSORTED)
    lines = (
        seen.order_by()
        .values("topic")
        .annotate(now=Count("pk", filter=Q(received_on__gt=edge)), before=Count("pk", filter=Q(received_on__lte=edge)))
    )
    found = list(lines)
    return rising.topics({x["topic"]: x["now"] for x in found}, {x["topic"]: x["before"] for x in found})


def answered(cases: QuerySet[Case], *, since: date, until: date) -> Answered:
    """Whole answers that were given after `since`, up to `until`. Of a case that was opened again the last answer counts.

    Days are counted from the day a case was received; days of the same length stand in one row of the counting.
    """
    last = cases.filter(answered_on__gt=since, answered_on__lte=until)
    rows = Answer.objects.filter(case__in=last, given_on=F("case__answered_on"), is_partial=False)
    lines = list(rows.order_by().values("is_late", "case__received_on", "given_on").annotate(n=Count("case", distinct=True)))
    if not lines:
        return Answered()
    calendar = work_calendar(min(x["case__received_on"] for x in lines), until)
    days = spread.Spread()
    for x in lines:
        days.add(calendar.working_days_between(x["case__received_on"], x["given_on"]), times=x["n"])
    kept = sum(x["n"] for x in lines if not x["is_late"])
    return Answered(in_time=kept, late=sum(x["n"] for x in lines) - kept, median=days.median)


def said(cases: QuerySet[Case], *, today: date) -> Said:
    """Who says that it is done: only senders confirm."""
    year = cases.filter(received_on__gt=today - YEAR)
    return Said(
        **year.annotate(by_office=CONFIRMED_SO).aggregate(
            confirmed=Count("pk", filter=Q(state=State.CONFIRMED, by_office=False)),
            confirmed_by_office=Count("pk", filter=Q(state=State.CONFIRMED, by_office=True)),
            reported=Count("pk", filter=Q(state=State.DONE)),
            answered=Count("pk", filter=Q(state=State.ANSWERED)),
            closed=Count("pk", filter=Q(state=State.CLOSED)),
            objected=Count("pk", filter=Q(reopened_by_sender=True)),
        )
    )
