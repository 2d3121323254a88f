"""READ: what is owed of a case, by which version of which rule, from which day. What `actions.clock` writes, and what tells it to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from gandan.opinions import topics
from gandan.opinions.calc import clock as calc
from gandan.opinions.calc import law
from gandan.opinions.enums import Channel, Content, Stage
from gandan.opinions.models import Case, DueDate
from gandan.opinions.queries.ground import Ground


@dataclass(frozen=True)
class Dated:
    """One date that is owed, with what it follows from, beside the newest row that tells of it (None: none does yet)."""

    terms: calc.Terms
    counted: calc.Counted
    newest: DueDate | None

    @property
    def is_other(self) -> bool:
        """Another date, or the same one for another reason."""
        return self.newest is None or (terms_of_row(self.newest), self.newest.due) != (self.terms, self.counted.due)

    @property
    def is_paused_longer(self) -> bool:
        """A pause was added, though the date may stand: it ended on days off."""
        return self.newest is None or self.newest.paused != self.counted.paused


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


def codes_of(case: Case) -> frozenset[str]:
    """The rules that a case asks for as it is."""
    asked = asked_of(case)
    return frozenset({law.rule(asked), *(code for _, code in law.steps(asked))})


def terms_of_row(row: DueDate) -> calc.Terms:
    """The terms that a date was given under."""
    return calc.Terms(row.stage, row.start, row.rule, row.rule_from, row.days, row.measure, row.pledge, row.round)


def spans_of(case: Case) -> list[calc.Span]:
    """The pauses of this round that are over."""
    return [calc.Span(p.began_on, p.ended_on) for p in case.pauses.all() if p.ended_on is not None and p.round == case.round]


def dated(
    case: Case, found: Ground, rows: Sequence[DueDate], spans: Iterable[calc.Span], *, today: date, added: Iterable[date] = ()
) -> list[Dated]:
    """Every date owed as things stand, the one that the case shows first. `rows`: its dates until now, oldest first."""
    out = []
    spans, added = list(spans), frozenset(added)
    for terms in _terms_of(case, found, rows, today=today):
        held = next((row.due for row in reversed(rows) if terms_of_row(row) == terms), None)
        moves = found.last_day_moves(on=terms.start)
        counted = calc.due(terms, spans, found.calendar, last_day_moves=moves, held=held, added=added)
        out.append(Dated(terms, counted, _newest(rows, terms.stage)))
    return out


def _newest(rows: Sequence[DueDate], stage: str) -> DueDate | None:
    """The row whose date holds now. What is passed on stands beside the date that the case shows; that one is a single line of rows."""
    beside = stage == Stage.PASS_ON
    return next((row for row in reversed(rows) if (row.stage == Stage.PASS_ON) == beside), None)


def _terms_of(case: Case, found: Ground, rows: Sequence[DueDate], *, today: date) -> list[calc.Terms]:
    """The version of the law that held when each period began. A period begins when the case was received or reopened; to settle a
    complaint there is time from its acceptance."""
    asked, begun = asked_of(case), _round_began(case, rows, today=today)
    stage, start = law.stage(asked), begun
    if asked.content == Content.COMPLAINT and case.accepted_on is not None:
        start = max(begun, case.accepted_on)
    steps = law.steps(asked) if case.round == 1 else ()
    return [
        _terms(case, found, rows, stage, law.rule(asked), start),
        *(_terms(case, found, rows, step, code, begun) for step, code in steps),
    ]


def _round_began(case: Case, rows: Sequence[DueDate], *, today: date) -> date:
    if case.round == 1:
        return case.received_on
    return min((row.start for row in rows if row.round == case.round), default=today)


def _terms(case: Case, found: Ground, rows: Sequence[DueDate], stage: Stage, code: str, start: date) -> calc.Terms:
    """Whose number a pledge is, is settled when its date is first given: a merger takes back no word of the old unit's, and a pledge that
    begins on the very day says nothing to who was given a date that morning."""
    if code == law.PLEDGE:
        given = next((r for r in rows if r.rule == code and r.round == case.round and r.start == start), None)
        if given is not None and given.pledge:
            return terms_of_row(given)
        own = found.pledge(case.made_in_id if case.round == 1 else case.unit_id, on=start) if given is None else None
        if own is not None:
            return calc.Terms(stage, start, code, own.first, own.days, own.measure, pledge=True, round=case.round)
    version = found.rule(code, on=start)
    return calc.Terms(stage, start, code, version.first, version.days, version.measure, pledge=False, round=case.round)
