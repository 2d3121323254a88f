"""READ: how long the clock of a case may stand still. Whoever waits knows by when it goes on at the latest."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import DateField, OuterRef, Subquery

from gandan.core import legal
from gandan.opinions.enums import LetterKind, State
from gandan.opinions.models import Case, Letter, Pause

LONGEST, WAIT = "opinion.longest_pause", "opinion.wait_for_sender"


@dataclass(frozen=True)
class Stands:
    """A case that waits. `by_reason`: its office stopped it for a reason; else a sender is asked. `stops`: time does not count meanwhile;
    who is late already may ask, but stops nothing."""

    since: date
    until: date
    by_reason: bool
    stops: bool


def left(case: Case, *, on: date) -> int:
    """How many days the office may still stop the clock for in this round: all its pauses together are no longer than the rule."""
    return _longest(on) - _taken(case.pauses.all(), case.round)


def until(pause: Pause, beside: Iterable[Pause]) -> date:
    """The last day that a pause can take, however late it is ended; `beside`: the pauses of its case."""
    if pause.is_asked:
        return pause.began_on + _wait(pause.began_on)
    left = _longest(pause.began_on) - _taken(beside, pause.round)
    return pause.began_on + timedelta(days=max(0, left))


def asking_stops(case: Case, *, today: date) -> bool:
    """Whether a question stops the clock: not of a case that is late, and not again where this round's last question had no reply."""
    if case.is_late(today):
        return False
    if not any(pause.is_asked and pause.round == case.round for pause in case.pauses.all()):
        return True
    last = case.letters.filter(kind__in=[LetterKind.ASK, LetterKind.REPLY]).order_by("sent_at", "pk").last()
    return last is None or last.kind == LetterKind.REPLY


def stands(case: Case) -> Stands | None:
    """Since when and until when at most a case waits; None where it waits for nothing."""
    if case.state == State.PAUSED and case.stopped_on is not None:
        rows = list(case.pauses.all())
        going = next(pause for pause in rows if pause.ended_on is None)
        return Stands(going.began_on, until(going, rows), by_reason=True, stops=True)
    if case.state == State.ASKED:
        since = case.stopped_on or case.letters.filter(kind=LetterKind.ASK).order_by("-sent_on").values_list("sent_on", flat=True).first()
        since = since or case.received_on
        return Stands(since, since + _wait(since), by_reason=False, stops=case.stopped_on is not None)
    return None


def over(today: date) -> Iterator[UUID]:
    """Cases that have waited as long as they may."""
    asked = Letter.objects.filter(case=OuterRef("pk"), kind=LetterKind.ASK).order_by("-sent_on").values("sent_on")[:1]
    waiting = Case.objects.filter(state__in=[State.ASKED, State.PAUSED]).annotate(asked_on=Subquery(asked, output_field=DateField()))
    for case in waiting.prefetch_related("pauses").order_by("pk").iterator(chunk_size=500):
        if case.state == State.ASKED:
            since = case.stopped_on or case.asked_on or case.received_on
            ends = since + _wait(since)
        else:
            rows = list(case.pauses.all())
            ends = until(next(pause for pause in rows if pause.ended_on is None), rows)
        if ends <= today:
            yield case.pk


def _taken(pauses: Iterable[Pause], round_: int) -> int:
    return sum((p.ended_on - p.began_on).days for p in pauses if p.ended_on is not None and p.round == round_ and not p.is_asked)


def _longest(on: date) -> int:
    return legal.rule(LONGEST, on=on).days


def _wait(on: date) -> timedelta:
    return timedelta(days=legal.rule(WAIT, on=on).days)
