"""Over sequences of deeds: no card is read before it is shown, no result changes once closed, one event for each deed."""

from datetime import timedelta
from fractions import Fraction

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from gandan.appraisals import actions, queries
from gandan.appraisals.enums import NEXT, State, Tie
from gandan.appraisals.models import Appraisal, Scorecard, ScoreSheet
from gandan.core import events
from gandan.core.access import Refusal
from tests.appraisals.conftest import TODAY, WHY, at, marks, on_day

pytestmark = pytest.mark.django_db
SEATS = ("chair", "one", "two", "three", "secretary")
OWN = ("front_officer", "outsider", "administrator", "provincial_leader")
READERS = ("one", "secretary", "front_officer", "provincial_leader", "administrator")
CARD = st.tuples(st.just("card"), st.sampled_from(SEATS + OWN), st.integers(0, 6000), st.integers(0, 4000))
MOVE = st.tuples(st.sampled_from(["begin", "show", "again", "close", "aside", "conflict", "version"]), st.sampled_from(SEATS + OWN))
STEPS = st.lists(st.tuples(st.one_of(CARD, CARD, MOVE), st.integers(0, 2)), min_size=4, max_size=14)
ALL = SEATS[:4]
USUAL = [("begin", "chair"), *(("card", who, 5000, 3000) for who in ALL), ("show", "secretary"), ("close", "chair"), ("aside", "chair")]
APART = [("begin", "chair"), *(("card", who, 1500 * n, 4000) for n, who in enumerate(ALL)), ("show", "chair"), ("close", "chair")]
SPLIT = [*APART, ("again", "chair"), *(("card", who, 1400 * n, 3000) for n, who in enumerate(ALL)), ("show", "chair")]
SPLIT += [("close", "outsider"), ("version", "chair"), ("close", "chair"), ("card", "one", 0, 0)]
ASIDE = [("begin", "front_officer"), ("begin", "chair"), ("card", "one", 1, 1), ("aside", "chair"), ("show", "chair")]


def test_whatever_a_council_does(opened, seated, cast, sheet):
    reached = set()
    people = {**cast, **seated}

    @given(walk=STEPS)
    @example(walk=[(step, 0) for step in USUAL])
    @example(walk=[(step, 1) for step in SPLIT])
    @example(walk=[(step, 0) for step in ASIDE])
    @settings(max_examples=5, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
    def walks(walk):
        with transaction.atomic():
            _walk(opened(), people, sheet, walk, reached)
            transaction.set_rollback(True)

    walks()
    assert {State.SCORING, State.SHOWN, State.CLOSED, State.SET_ASIDE} <= reached, "walks that get nowhere prove nothing"
    assert 2 in reached, "nobody ever scored a second time"


def _walk(a, people, sheet, walk, reached):
    day, frozen = 0, None
    for step, days in walk:
        day += days
        by, was, had = on_day(people[step[1]], day), Appraisal.objects.get(pk=a.pk), events.of(a).count()
        try:
            with transaction.atomic():
                _do(was, step, by, day, sheet)
        except Refusal:
            assert events.of(a).count() == had, "what is refused leaves nothing behind"
        else:
            assert events.of(a).count() == had + (step[0] != "version"), "one deed, one event"
            assert step[1] not in OWN, "nobody of the owner's, nobody from outside"
        a = Appraisal.objects.get(pk=a.pk)
        assert a.state == was.state or State(a.state) in set(NEXT[State(was.state)].values())
        _sealed(a, people, day)
        if a.state == State.CLOSED:
            result = (a.points, a.spread, a.grade_id, a.passed, a.sheet_id)
            assert frozen in (None, result), "a result never changes"
            frozen = result
            _exact(a)
        reached |= {State(a.state), a.round}


def _do(a, step, by, day, sheet):
    name, now = step[0], at(day)
    later = TODAY + timedelta(days=day + 3)
    if name == "card":
        given = marks(sheet, step[2] / 100, step[3] / 100)
        actions.hand_in(a, marks=given, reason=WHY, by=by, now=now)
    elif name == "again":
        actions.score_again(a, closes_on=later, by=by, now=now)
    elif name == "aside":
        actions.set_aside(a, reason=WHY, by=by, now=now)
    elif name == "conflict":
        actions.declare_conflict(a, tie=Tie.KIN, by=by, now=now)
    elif name == "version":
        newest = ScoreSheet.objects.filter(code=sheet.code).first()
        draft = newest if newest.valid_from is None else actions.new_version(newest, by=by, now=now)
        actions.put_in_force(draft, from_day=later, by=by, now=now)
    else:
        getattr(actions, name)(a, by=by, now=now)


def _sealed(a, people, day):
    """Cards of a round are read only once that round was shown, by the council and its office; the record tells no number before."""
    shown = {e.facts["round"] for e in events.of(a) if e.verb == "appraisals.shown"}
    for who in READERS:
        cards = queries.cards_shown(a, on_day(people[who], day))
        if cards is None:
            continue
        assert {c.round for c in cards} <= shown, "read before it was shown"
        assert who in {"one", "secretary", "front_officer"}
        assert who != "front_officer" or (a.state == State.CLOSED and not any(c.who for c in cards))
    assert (queries.shown_result(a) is not None) == (a.state in {State.SHOWN, State.CLOSED})
    assert all(set(e.facts) == {"card_id", "seat_id", "round", "late"} for e in events.of(a) if e.verb == "appraisals.handed_in")


def _exact(a):
    totals = list(Scorecard.objects.filter(appraisal=a, round=a.round).values_list("total", flat=True))
    for card in Scorecard.objects.filter(appraisal=a):
        assert card.total == sum(m.points for m in card.marks.all())
    mean = sum(map(Fraction, totals), Fraction(0)) / len(totals)
    assert abs(Fraction(a.points) - mean) <= Fraction(1, 200)
    assert a.spread == max(totals) - min(totals)
    assert a.passed == (a.points >= a.sheet.pass_points)
    assert len(totals) >= a.sheet.members_least
