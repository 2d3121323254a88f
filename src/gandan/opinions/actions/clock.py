"""WRITE: the legal clock of a case. No deeds of their own but parts of one: called inside its transaction, with the case held; what they
answer are facts for that deed's one event.

`begin` and `again` set `case.due` and write the rows that say why; they save `due` themselves, unless the case is only being made. `stop`
and whatever ends a pause set `case.stopped_on`, which the deed keeps. Whoever ends what is owed (an answer, a refusal, a withdrawal) calls
`rest`.
"""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils import timezone

from gandan.core.events.facts import Fact
from gandan.opinions.calc import clock as calc
from gandan.opinions.enums import OWED, Cause
from gandan.opinions.models import Case, DueDate, Pause
from gandan.opinions.queries.ground import Ground, ground
from gandan.opinions.queries.pauses import until
from gandan.opinions.queries.terms import codes_of, dated, spans_of

Facts = dict[str, Fact]


def begin(case: Case, *, now: datetime) -> Facts:
    """The first date of a case, counted from `received_on`; the case may be unsaved. Two queries: what holds, and the row."""
    found = ground(units={case.made_in_id}, first=case.received_on, codes=codes_of(case))
    return _write(case, found, rows=(), spans=(), cause=Cause.RECEIVED, now=now)


def again(case: Case, *, cause: Cause, now: datetime, added: Iterable[date] = ()) -> Facts:
    """Count anew after what changed: the class, acceptance, a pause that ended (`added`: its days), the law, a new round.

    The old date stays as a row. Where nothing comes out otherwise no row is added, so calling twice is as good as once. A new round is
    counted from today. Where nothing is owed nothing is counted, and the answer is empty.
    """
    if case.state not in OWED:
        return {}
    if cause == Cause.REOPENED:
        close_pause(case, day=timezone.localdate(now))
    found = ground(units={case.made_in_id, case.unit_id}, first=case.received_on)
    return _write(case, found, rows=list(case.due_dates.all()), spans=spans_of(case), cause=cause, now=now, added=added)


def stop(case: Case, *, day: date, asked: bool = False) -> Pause:
    """From the end of this day on time does not count. The date stands until the pause is over; nothing grows late meanwhile."""
    case.stopped_on = day
    return Pause.objects.create(case=case, began_on=day, is_asked=asked, round=case.round)


def go(case: Case, *, day: date, now: datetime) -> Facts:
    """Time counts again from the day after, as every period begins on the day after what starts it. The date moves by the pause's length.

    Called after the state is `ACCEPTED` or `RECEIVED` again. Without a pause that goes on it changes nothing.
    """
    return again(case, cause=Cause.PAUSED, now=now, added=close_pause(case, day=day))


def rest(case: Case, *, day: date) -> None:
    """Nothing is owed any more: no date, and no pause that goes on. Every date that held stays as a row. The deed that ends it keeps it."""
    close_pause(case, day=day)
    case.due = None


def close_pause(case: Case, *, day: date) -> frozenset[date]:
    """End the pause that goes on, if any; which days it took that no earlier pause had taken.

    It takes no day beyond the longest that it may last: a job that did not run wins nobody time.
    """
    case.stopped_on = None
    pauses = list(Pause.objects.filter(case=case))
    going = next((p for p in pauses if p.ended_on is None), None)
    if going is None:
        return frozenset()
    ended = max(going.began_on, min(day, until(going, pauses)))
    going.ended_on = ended
    going.save(update_fields=["ended_on"])
    before = [calc.Span(p.began_on, p.ended_on) for p in pauses if p is not going and p.ended_on is not None]
    return calc.paused_days([calc.Span(going.began_on, ended)], after=going.began_on) - calc.paused_days(before, after=going.began_on)


def _write(
    case: Case,
    found: Ground,
    *,
    rows: Iterable[DueDate],
    spans: Iterable[calc.Span],
    cause: Cause,
    now: datetime,
    added: Iterable[date] = (),
) -> Facts:
    """Set the date, and add a row for each date that is another than before, or has another pause in it."""
    was = case.due
    owed = dated(case, found, list(rows), spans, today=timezone.localdate(now), added=added)
    new = [one for one in owed if one.is_other or (cause == Cause.PAUSED and one.is_paused_longer)]
    DueDate.objects.bulk_create([_row(case, one.terms, one.counted, cause=cause, now=now) for one in new])
    main = owed[0]
    case.due = main.counted.due
    if not case._state.adding and was != case.due:
        case.save(update_fields=["due"])
    return {"due": case.due, "was_due": was, "rule": main.terms.rule, "stage": main.terms.stage, "cause": cause.value}


def _row(case: Case, terms: calc.Terms, counted: calc.Counted, *, cause: Cause, now: datetime) -> DueDate:
    return DueDate(
        case_id=case.pk,
        stage=terms.stage,
        cause=cause,
        due=counted.due,
        start=terms.start,
        rule=terms.rule,
        rule_from=terms.rule_from,
        days=terms.days,
        measure=terms.measure,
        pledge=terms.pledge,
        paused=counted.paused,
        round=terms.round,
        set_at=now,
    )
