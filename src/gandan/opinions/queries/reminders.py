"""READ: which offices owe somebody a word today, and what they were reminded of already."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import DateField, Exists, OuterRef, Q, QuerySet, Subquery

from gandan.core import legal
from gandan.core.events import Event
from gandan.opinions.calc import law
from gandan.opinions.calc.reminders import Reminder, late, news, pass_on
from gandan.opinions.enums import Channel, Deed, LetterKind, Stage
from gandan.opinions.models import Case, DueDate, Letter, Step
from gandan.opinions.queries import lateness

VERB = "opinions.reminded"
BATCH = 500


@dataclass(frozen=True)
class Waiting:
    """What of a case says whether its office owes a word."""

    pk: UUID
    channel: str
    due: date
    accepted_on: date | None
    last_told: date | None
    pass_by: date | None
    forwarded: bool


FIELDS = ("pk", "channel", "due", "accepted_on", "last_told", "pass_by", "forwarded")


def waiting(today: date) -> QuerySet[Case]:
    """Cases of which an answer is late, or that may have to be passed on, with the fields of `Waiting`."""
    told = Letter.objects.filter(case=OuterRef("pk"), kind__in=[LetterKind.NEWS, LetterKind.ASK]).order_by("-sent_on").values("sent_on")[:1]
    by = DueDate.objects.filter(case=OuterRef("pk"), stage=Stage.PASS_ON).order_by("-set_at", "-pk").values("due")[:1]
    return (
        Case.objects.annotate(last_told=Subquery(told, output_field=DateField()), pass_by=Subquery(by, output_field=DateField()))
        .annotate(forwarded=Exists(Step.objects.filter(case=OuterRef("pk"), deed=Deed.FORWARD)))
        .filter(lateness.late(today) | lateness.RUNS & Q(pass_by__lte=today, forwarded=False, accepted_on=None))
    )


def owed(today: date) -> Iterator[tuple[UUID, Reminder]]:
    """What offices are to be reminded of today, without what they were reminded of already; two queries for a batch of cases."""
    every = {on_portal: legal.rule(code, on=today).days for on_portal, code in ((True, law.GOVERNMENT_NEWS), (False, law.NEWS))}
    for batch in _batches(waiting(today)):
        had = _had(case.pk for case in batch)
        for case in batch:
            asked = (
                late(case.due, today),
                news(case.due, case.last_told, today, every=every[case.channel == Channel.GOVERNMENT]),
                pass_on(case.pass_by, today, done=case.forwarded or case.accepted_on is not None),
            )
            yield from ((case.pk, one) for one in asked if one is not None and (case.pk, one) not in had)


def _batches(rows: QuerySet[Case]) -> Iterator[list[Waiting]]:
    last: UUID | None = None
    rows = rows.order_by("pk")
    while batch := [Waiting(*row) for row in (rows if last is None else rows.filter(pk__gt=last)).values_list(*FIELDS)[:BATCH]]:
        last = batch[-1].pk
        yield batch


def _had(cases: Iterable[UUID]) -> set[tuple[UUID, Reminder]]:
    told = Event.objects.filter(verb=VERB, thing_type=Case._meta.label_lower, thing_id__in=[str(pk) for pk in cases])
    return {
        (UUID(thing), Reminder(facts["stage"], date.fromisoformat(facts["for_day"])))
        for thing, facts in told.values_list("thing_id", "facts")
    }
