"""WRITE: the legal clock of a case. No deeds of their own but parts of A deed: called inside its transaction, with the case held; what they
answer are facts for that deed's one event.

`begin` and `again` set `case.due` and write the row that says why; they save `due` themselves unless the case is only being made. Whoever
ends what is owed (answers, refuses) calls `rest`.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.utils import timezone

from gandan.core.events.facts import Fact
from gandan.opinions import topics
from gandan.opinions.calc import clock as calc
from gandan.opinions.calc import law
from gandan.opinions.enums import OWED, Cause, Channel, Content
from gandan.opinions.models import Case, DueDate, Pause
from gandan.opinions.queries.ground import Ground, ground

Facts = dict[str, Fact]


def begin(case: Case, *, now: datetime, cause: Cause = Cause.RECEIVED) -> Facts:
    """The first date of a case, counted from `received_on`; works on a case that is not saved yet. Two queries: what holds, and the rows."""
    asked = asked_of(case)
    codes = {law.rule(asked), *(code for _, code in law.steps(asked))}
    found = ground(units={case.made_in_id}, first=case.received_on, codes=codes)
    return _write(case, found, rows=(), spans=(), cause=cause, now=now)


def again(case: Case, *, cause: Cause, now: datetime, added: Iterable[date] = ()) -> Facts:
    """Count anew after what changed: the class, acceptance, a pause that ended (`added`: its days), the law, a new round.

    The old date stays as a row. Where nothing came out otherwise no row is added, so calling twice is as good as once. A reopened case is
    counted from today. Nothing is counted where nothing is owed.
    """
    if case.state not in OWED:
        return {}
    rows = list(case.due_dates.all())
    if cause == Cause.REOPENED:
        close_pause(case, day=timezone.localdate(now))
    spans = [calc.Span(p.began_on, p.ended_on) for p in case.pauses.all() if p.ended_on is not None and p.round == case.round]
    found = ground(units={case.made_in_id, case.unit_id}, first=case.received_on)
    return _write(case, found, rows=rows, spans=spans, cause=cause, now=now, added=added)


def stop(case: Case, *, day: date) -> Pause:
    """From this day on time does not count. The date stands until the pause is over; `is_late` is silent meanwhile."""
    return Pause.objects.create(case=case, began_on=day, round=case.round)


def go(case: Case, *, day: date, now: datetime) -> Facts:
    """Time counts again from the day after: a period begins on the day after what starts it. The date moves by the pause's length."""
    days = close_pause(case, day=day)
    return again(case, cause=Cause.PAUSED, now=now, added=days)


def rest(case: Case, *, day: date) -> None:
    """Nothing is owed any more: no date, and no pause that goes on. Every date that held stays as a row."""
    close_pause(case, day=day)
    case.due = None
    if not case._state.adding:
        case.save(update_fields=["due"])


def close_pause(case: Case, *, day: date) -> frozenset[date]:
    """End the pause that goes on, if any; which days it took that no earlier pause had taken."""
    pauses = list(case.pauses.all())
    going = next((p for p in pauses if p.ended_on is None), None)
    if going is None:
        return frozenset()
    going.ended_on = max(going.began_on, day)
    going.save(update_fields=["ended_on"])
    before = [calc.Span(p.began_on, p.ended_on) for p in pauses if p is not going and p.ended_on is not None]
    ever = going.began_on - timedelta(days=1)
    return calc.paused_days([calc.Span(going.began_on, going.ended_on)], after=ever) - calc.paused_days(before, after=ever)


def asked_of(case: Case) -> law.Asked:
    """What of a case decides its rule."""
    return law.Asked(
        content=Content(case.content),
        channel=Channel(case.channel),
        is_accepted=case.accepted_on is not None,
        is_second_time=case.is_second_time,
        is_complex=case.is_complex,
        is_remote=case.is_remote,
        is_on_rules=case.topic == topics.ADMINISTRATIVE_RULES,
    )


def terms_of(case: Case, found: Ground, rows: Iterable[DueDate], *, cause: Cause, today: date) -> list[calc.Terms]:
    """What is owed, and what besides on the way, with the version of the law that held when each period began."""
    asked, begun = asked_of(case), _round_began(case, rows, cause=cause, today=today)
    stage = law.stage(asked)
    start = max(begun, case.accepted_on) if stage == "answer" and asked.content == Content.COMPLAINT and case.accepted_on else begun
    main = _terms(case, found, stage, law.rule(asked), start, rows)
    return [main, *(_terms(case, found, step, code, begun, rows) for step, code in law.steps(asked) if case.round == 1)]


def _round_began(case: Case, rows: Iterable[DueDate], *, cause: Cause, today: date) -> date:
    if case.round == 1:
        return case.received_on
    begun = [row.start for row in rows if row.round == case.round]
    return min(begun) if begun else today


def _terms(case: Case, found: Ground, stage: str, code: str, start: date, rows: Iterable[DueDate]) -> calc.Terms:
    """A pledge that a case was given stays its pledge for the round, whoever answers for it now: a merger takes back no word."""
    if code == law.PLEDGE:
        given = next((r for r in rows if r.pledge and r.round == case.round and r.start == start), None)
        if given is not None:
            return calc.Terms(stage, start, code, given.rule_from, given.days, given.measure, pledge=True, round=case.round)
        own = found.pledge(case.made_in_id if case.round == 1 else case.unit_id, on=start)
        if own is not None:
            return calc.Terms(stage, start, code, own.first, own.days, own.measure, pledge=True, round=case.round)
    version = found.rule(code, on=start)
    return calc.Terms(stage, start, code, version.first, version.days, version.measure, pledge=False, round=case.round)


def terms_of_row(row: DueDate) -> calc.Terms:
    """The terms a date was given under."""
    return calc.Terms(row.stage, row.start, row.rule, row.rule_from, row.days, row.measure, row.pledge, row.round)


def counted(
    case: Case, found: Ground, rows: list[DueDate], spans: Iterable[calc.Span], *, cause: Cause, today: date, added: Iterable[date] = ()
) -> list[tuple[calc.Terms, calc.Counted, bool]]:
    """Every date owed as it is today, the main one first, and whether it says anything that the newest row of its stage does not."""
    out = []
    for terms in terms_of(case, found, rows, cause=cause, today=today):
        held = next((row.due for row in reversed(rows) if terms_of_row(row) == terms), None)
        result = calc.due(terms, spans, found.calendar, last_day_moves=found.last_day_moves(on=terms.start), held=held, added=added)
        newest = next((row for row in reversed(rows) if row.stage == terms.stage), None)
        said = newest is not None and terms_of_row(newest) == terms and newest.due == result.due and newest.paused == result.paused
        out.append((terms, result, not said))
    return out


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
    was, results = case.due, counted(case, found, list(rows), spans, cause=cause, today=timezone.localdate(now), added=added)
    DueDate.objects.bulk_create(
        DueDate(
            case_id=case.pk,
            stage=terms.stage,
            cause=cause,
            due=result.due,
            start=terms.start,
            rule=terms.rule,
            rule_from=terms.rule_from,
            days=terms.days,
            measure=terms.measure,
            pledge=terms.pledge,
            paused=result.paused,
            round=terms.round,
            set_at=now,
        )
        for terms, result, is_new in results
        if is_new
    )
    terms, main, _ = results[0]
    case.due = main.due
    if not case._state.adding and was != main.due:
        case.save(update_fields=["due"])
    return {"due": main.due, "was_due": was, "rule": terms.rule, "stage": terms.stage, "cause": str(cause.value)}
