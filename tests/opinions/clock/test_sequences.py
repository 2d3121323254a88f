"""Whatever happens to a case, in whatever order, across Tết, make-up Saturdays and the change of law on 1 July 2026: the rules as shipped,
the real calendar, the real choice of terms; only the database is left out."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import uuid4

from hypothesis import given, settings
from hypothesis import strategies as st

from gandan.core.calendar.calc import Override, WorkCalendar
from gandan.core.calendar.queries import shipped_decrees
from gandan.core.legal.adapters import shipped
from gandan.opinions.calc.clock import Span, last_counted, length, paused_days
from gandan.opinions.enums import Channel, Content, Stage
from gandan.opinions.models import Case, DueDate
from gandan.opinions.queries.ground import Ground, Version
from gandan.opinions.queries.terms import dated, terms_of_row

DAY = timedelta(days=1)
DECREED = {day: Override(said["working"], said["reason"]) for day, said in shipped_decrees().items()}
REAL = WorkCalendar(DECREED)
NEW_LAW = date(2026, 7, 1)


def versions() -> dict[str, tuple[Version, ...]]:
    found: dict[str, tuple[Version, ...]] = defaultdict(tuple)
    for v in shipped():
        if v.measure in ("working_days", "calendar_days", "yes_no"):
            found[v.code] += (Version(v.first, v.end, int(v.fraction), v.measure.value),)
    return found


UNIT = uuid4()
RULES = versions()
PLEDGES = {UNIT: (Version(date(2026, 3, 1), date(2026, 6, 1), 5, "working_days"), Version(date(2026, 6, 1), None, 3, "working_days"))}


@dataclass
class Told:
    """A case, every date it was given, its pauses, and the calendar as it stands."""

    case: Case
    calendar: WorkCalendar = REAL
    rows: list[DueDate] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)

    def count(self, today: date, added: frozenset[date] = frozenset()) -> None:
        """What `actions.clock` does, without the database."""
        ground = Ground(RULES, PLEDGES, self.calendar)
        for one in dated(self.case, ground, self.rows, self.spans, today=today, added=added):
            if one.is_other or (added and one.is_paused_longer):
                t = one.terms
                row = DueDate(stage=t.stage, start=t.start, rule=t.rule, rule_from=t.rule_from, days=t.days, measure=t.measure)
                row.pledge, row.round, row.due, row.paused = t.pledge, t.round, one.counted.due, one.counted.paused
                self.rows.append(row)

    def main(self) -> DueDate:
        return [row for row in self.rows if row.stage != Stage.PASS_ON][-1]


def begun(received_on: date, **more) -> Told:
    case = Case(channel=Channel.PORTAL, content=Content.UNSORTED, topic="waste", made_in_id=UNIT, unit_id=UNIT, received_on=received_on)
    for name, value in more.items():
        setattr(case, name, value)
    told = Told(case)
    told.count(received_on)
    return told


@settings(max_examples=300)
@given(st.data())
def test_no_history_makes_a_promise_earlier_or_forgets_a_date(data):
    told = begun(
        data.draw(st.dates(date(2026, 1, 20), date(2026, 8, 31))),
        channel=data.draw(st.sampled_from(Channel)),
        content=data.draw(st.sampled_from(Content)),
        topic=data.draw(st.sampled_from(["waste", "administrative-rules"])),
    )
    day = told.case.received_on
    for deed in data.draw(st.lists(st.sampled_from(["classify", "accept", "pause", "decree", "reopen", "ask"]), max_size=8)):
        day += timedelta(days=data.draw(st.integers(0, 12)))
        before, added = list(told.rows), frozenset()
        if deed == "classify":
            told.case.content = data.draw(st.sampled_from(Content))
            told.case.is_complex, told.case.is_remote, told.case.is_second_time = (data.draw(st.booleans()) for _ in range(3))
        elif deed == "accept":
            told.case.accepted_on = told.case.accepted_on or day
        elif deed == "pause":
            first, day = day, day + timedelta(days=data.draw(st.integers(0, 20)))
            ever = told.case.received_on - DAY
            added = paused_days([Span(first, day)], after=ever) - paused_days(told.spans, after=ever)
            told.spans.append(Span(first, day))
        elif deed == "decree":
            turned = day + timedelta(days=data.draw(st.integers(0, 30)))
            told.calendar = WorkCalendar({**told.calendar.overrides, turned: Override(data.draw(st.booleans()), "quyết định")})
        elif deed == "reopen":
            told.case.round, told.spans = told.case.round + 1, []
        told.count(day, added)
        assert told.rows[: len(before)] == before  # every date that held stays
        if deed == "ask":
            assert len(told.rows) == len(before)  # nothing changed: nothing is told anew
    for n, row in enumerate(told.rows):
        earlier = [r.due for r in told.rows[:n] if terms_of_row(r) == terms_of_row(row)]
        assert all(row.due >= due for due in earlier)
        if not row.pledge:
            held = next(v for v in RULES[row.rule] if v.holds(row.start))
            assert (row.rule_from, row.days, row.measure) == (held.first, held.days, held.measure)


@given(st.dates(date(2026, 5, 1), date(2026, 8, 31)))
def test_a_complaint_is_accepted_by_the_law_of_the_day_on_which_it_came(day):
    row = begun(day, content=Content.COMPLAINT).main()
    if day < NEW_LAW:
        assert (row.days, row.measure, row.rule_from) == (10, "calendar_days", date(2012, 7, 1))
        assert row.due == REAL.next_working_day(day + timedelta(days=10))
    else:
        assert (row.days, row.measure, row.rule_from) == (7, "working_days", NEW_LAW)
        assert REAL.working_days_between(day, row.due) == 7


@given(st.dates(date(2026, 1, 20), date(2026, 8, 31)), st.integers(0, 25), st.integers(0, 25), st.sampled_from(Channel), st.booleans())
def test_one_pause_moves_a_date_by_exactly_its_length(day, wait, long, channel, complains):
    told = begun(day, channel=channel, content=Content.COMPLAINT if complains else Content.REMARK)
    before = told.main()
    span = Span(day + timedelta(days=wait), day + timedelta(days=wait + long))
    added = paused_days([span], after=day)
    told.spans.append(span)
    told.count(span.ended, added)
    after, taken = told.main(), length(added, before.measure, REAL)
    if before.measure == "working_days":
        assert REAL.working_days_between(before.due, after.due) == taken
    else:
        assert after.due == REAL.next_working_day(last_counted(terms_of_row(before), taken))


@given(st.dates(date(2026, 1, 20), date(2026, 8, 31)))
def test_the_unit_s_word_is_the_one_of_the_day(day):
    row = begun(day).main()
    expected = (10, False) if day < date(2026, 3, 1) else (5, True) if day < date(2026, 6, 1) else (3, True)
    assert (row.days, row.pledge) == expected
