"""Dates over Tết, make-up Saturdays and the change of law, on the real calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gandan.core.calendar.calc import Override, WorkCalendar
from gandan.core.calendar.queries import shipped_decrees
from gandan.opinions.calc.clock import Counted, Span, Terms, count, due, end_of, last_counted, length, paused_days

DAY = timedelta(days=1)
DECREED = {day: Override(said["working"], said["reason"]) for day, said in shipped_decrees().items()}
REAL = WorkCalendar(DECREED)
TET_2026 = (date(2026, 2, 14), date(2026, 2, 22))


def terms(start: date, days: int = 10, measure: str = "working_days", **more) -> Terms:
    said = {"stage": "answer", "rule": "opinion.pledge", "rule_from": None, "pledge": False, "round": 1}
    return Terms(start=start, days=days, measure=measure, **{**said, **more})


def reckon(said: Terms, *spans: Span, calendar: WorkCalendar = REAL, **more):
    return due(said, spans, calendar, last_day_moves=True, **more)


# ──── by hand


def test_working_days_pass_over_the_whole_of_tet():
    # ten working days from Monday 9 February 2026: four before Tết (10–13), then from the 23rd
    assert reckon(terms(date(2026, 2, 9))).due == date(2026, 3, 2)


def test_calendar_days_run_through_tet_and_end_on_the_next_working_day():
    # ten days from 9 February end on the 19th, the third day of Tết
    assert reckon(terms(date(2026, 2, 9), 10, "calendar_days")).due == date(2026, 2, 23)


def test_a_pause_over_tet_costs_the_working_days_around_it():
    tet_and_one_day = Span(date(2026, 2, 12), date(2026, 2, 22))  # the 12th is counted
    assert reckon(terms(date(2026, 2, 9)), tet_and_one_day) == Counted(date(2026, 3, 3), paused=1)


def test_a_pause_over_tet_adds_every_day_of_it_to_calendar_days():
    tet = Span(TET_2026[0] - DAY, TET_2026[1])  # nine days: the nineteenth day is 28 February, a Saturday
    assert reckon(terms(date(2026, 2, 9), 10, "calendar_days"), tet).due == date(2026, 3, 2)
    assert reckon(terms(date(2026, 2, 9), 10, "calendar_days"), tet).paused == 9


def test_a_make_up_saturday_is_a_day_of_the_office():
    saturday = date(2026, 8, 22)  # worked for Monday 31 August
    assert reckon(terms(saturday - DAY, 1)).due == saturday
    assert not REAL.is_working(saturday + 9 * DAY)


def test_the_last_day_moves_once_at_the_end_not_once_for_each_pause():
    # thirty days from 1 June end on 1 July; two pauses of one day each bring it to Friday the 3rd, no weekend is met on the way
    said = terms(date(2026, 6, 1), 30, "calendar_days")
    one, two = Span(date(2026, 6, 5), date(2026, 6, 6)), Span(date(2026, 6, 12), date(2026, 6, 13))
    assert reckon(said, one, two).due == date(2026, 7, 3)
    third = Span(date(2026, 6, 19), date(2026, 6, 20))  # a third: Saturday the 4th, so Monday the 6th
    assert reckon(said, one, two, third).due == date(2026, 7, 6)
    assert due(said, [one, two, third], REAL, last_day_moves=False).due == date(2026, 7, 4)


def test_the_change_of_law_on_1_july_2026():
    before = terms(date(2026, 6, 30), 10, "calendar_days", rule="complaint.acceptance", stage="accept")
    after = terms(date(2026, 7, 1), 7, "working_days", rule="complaint.acceptance", rule_from=date(2026, 7, 1), stage="accept")
    assert reckon(before).due == date(2026, 7, 10)
    assert reckon(after).due == date(2026, 7, 10)


def test_other_terms_may_give_an_earlier_date():
    assert reckon(terms(date(2026, 7, 1), 3)).due < reckon(terms(date(2026, 7, 1), 10)).due  # no `held`: another rule


def test_a_day_under_two_pauses_counts_once_and_days_up_to_the_start_are_nobodys():
    spans = [Span(date(2026, 6, 29), date(2026, 7, 3)), Span(date(2026, 7, 2), date(2026, 7, 6))]
    assert sorted(paused_days(spans, after=date(2026, 7, 1))) == [date(2026, 7, d) for d in (2, 3, 4, 5, 6)]


@pytest.mark.parametrize("measure", ["working_days", "calendar_days"])
def test_pauses_of_seconds_win_nobody_a_day(measure):
    said = terms(date(2026, 7, 1), 10, measure)
    day_by_day = [Span(d, d) for d in (date(2026, 7, n) for n in range(2, 15))]
    assert reckon(said, *day_by_day) == Counted(reckon(said).due, paused=0)


def test_a_date_kept_after_an_edit_of_the_calendar_moves_by_the_whole_pause():
    said = terms(date(2026, 7, 1), 5)
    given_date = reckon(said).due
    worked = WorkCalendar({**DECREED, date(2026, 7, 4): Override(working=True, reason="làm bù")})
    kept = reckon(said, calendar=worked, held=given_date)
    assert (reckon(said, calendar=worked).due, kept.due) == (date(2026, 7, 7), date(2026, 7, 8))
    pause = Span(date(2026, 7, 5), date(2026, 7, 7))
    after = reckon(said, pause, calendar=worked, held=kept.due, added=paused_days([pause], after=said.start))
    assert worked.working_days_between(kept.due, after.due) == 2


# ──── properties

starts = st.dates(date(2025, 12, 1), date(2026, 9, 30))
measures = st.sampled_from(["working_days", "calendar_days"])
numbers = st.integers(1, 70)


@st.composite
def agreed(draw):
    return terms(draw(starts), draw(numbers), draw(measures))


@st.composite
def pauses(draw, start: date, most: int = 4):
    """Pauses one after the other, as a case has them: the next begins on the last day of the one before at the earliest."""
    out, day = [], start
    for _ in range(draw(st.integers(0, most))):
        first = day + timedelta(days=draw(st.integers(0, 15)))
        day = first + timedelta(days=draw(st.integers(0, 20)))
        out.append(Span(first, day))
    return out


@st.composite
def edits(draw, start: date):
    """Decrees that turn some days of the months that follow."""
    found = draw(st.dictionaries(st.integers(0, 200), st.booleans(), max_size=12))
    return WorkCalendar({**DECREED, **{start + timedelta(days=n): Override(w, "quyết định") for n, w in found.items()}})


@given(agreed())
def test_without_a_pause_the_date_is_the_nth_day(said):
    got = reckon(said).due
    if said.measure == "working_days":
        assert sum(REAL.is_working(said.start + n * DAY) for n in range(1, (got - said.start).days + 1)) == said.days
        assert REAL.is_working(got)
    else:
        bare = said.start + timedelta(days=said.days)
        assert got >= bare
        assert REAL.is_working(got)
        assert not any(REAL.is_working(bare + n * DAY) for n in range((got - bare).days))


@given(st.data(), agreed())
def test_a_pause_moves_a_date_by_exactly_its_length(data, said):
    spans = data.draw(pauses(said.start))
    pause = Span(first := data.draw(starts), first + timedelta(days=data.draw(st.integers(0, 25))))
    new = paused_days([pause], after=said.start) - paused_days(spans, after=said.start)
    before, after = reckon(said, *spans), reckon(said, *spans, pause)
    taken = length(new, said.measure, REAL)
    assert after.paused - before.paused == taken
    if said.measure == "working_days":
        assert REAL.working_days_between(before.due, after.due) == taken
    else:
        assert last_counted(said, after.paused) - last_counted(said, before.paused) == timedelta(days=taken)
        assert after.due == REAL.next_working_day(last_counted(said, after.paused))


@given(st.data(), agreed())
def test_with_terms_unchanged_a_date_never_moves_earlier_whatever_becomes_of_the_calendar(data, said):
    held, spans, day = None, [], said.start
    for _ in range(data.draw(st.integers(1, 6))):
        calendar, added = data.draw(edits(said.start)), frozenset()
        if data.draw(st.booleans()):
            first = day + timedelta(days=data.draw(st.integers(0, 10)))
            day = first + timedelta(days=data.draw(st.integers(0, 15)))
            new = Span(first, day)
            added = paused_days([new], after=said.start) - paused_days(spans, after=said.start)
            spans.append(new)
        got = reckon(said, *spans, calendar=calendar, held=held, added=added).due
        if held is not None:
            assert got >= held
            if said.measure == "working_days":
                assert calendar.working_days_between(held, got) >= length(added, said.measure, calendar)
        assert got >= end_of(said, length(paused_days(spans, after=said.start), said.measure, calendar), calendar, last_day_moves=True)
        held = got


@given(st.data(), agreed())
def test_on_an_unchanged_calendar_history_does_not_matter(data, said):
    """Told step by step or counted at once: the same date, so recomputing nightly changes nothing."""
    spans, held, done = data.draw(pauses(said.start)), None, []
    for span in [None, *spans]:
        added = frozenset()
        if span is not None:
            added = paused_days([span], after=said.start) - paused_days(done, after=said.start)
            done.append(span)
        held = reckon(said, *done, held=held, added=added).due
        assert held == reckon(said, *done, held=held).due
    assert held == count(said, spans, REAL, last_day_moves=True).due


@pytest.mark.parametrize("measure", ["working_days", "calendar_days"])
@given(st.data(), starts, numbers)
def test_more_days_are_never_earlier(measure, data, start, days):
    spans = data.draw(pauses(start))
    assert reckon(terms(start, days, measure), *spans).due <= reckon(terms(start, days + 1, measure), *spans).due


@given(st.data(), agreed())
def test_a_pause_after_the_date_leaves_lateness_as_it_was(data, said):
    assume(said.measure == "working_days")
    before = reckon(said).due
    pause = Span(before, before + data.draw(st.integers(1, 30)) * DAY)
    taken = length(paused_days([pause], after=said.start), said.measure, REAL)
    assert REAL.working_days_between(before, reckon(said, pause).due) == taken
