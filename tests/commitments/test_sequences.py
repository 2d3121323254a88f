"""Random deeds by random people: what must hold after any of them."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gandan.commitments import actions, queries
from gandan.commitments.enums import NEXT, STATES_OF, CodeKind, Kind, State
from gandan.commitments.models import Commitment
from gandan.core import events
from gandan.core.access import Refusal
from gandan.core.events.verify import verify
from tests.commitments.conftest import CLOCK, WORDS, at, on_day
from tests.people import CAST, TODAY

BY_STATE = {"confirmed", "accepted", "unopposed", "reported", "open", "late", "withdrawn"}  # the others say more of one of these
pytestmark = [pytest.mark.django_db, pytest.mark.slow]
PEOPLE = [*CAST, "clock", "holder", "household_1", "household_2"]
OWN = {"front_officer", "committee_officer", "leader"}


def deeds(ground):
    """Every deed as somebody would ask for it on a day."""
    return {
        "note": lambda c, by, day: actions.note_progress(c, note="Đã làm", by=by, now=at(day)),
        "evidence": lambda c, by, day: actions.add_evidence(c, kind="note", note="Đã làm tại chỗ hôm nay", by=by, now=at(day)),
        "report": lambda c, by, day: actions.report_done(c, summary="Đã làm xong cả rồi", by=by, now=at(day)),
        "object": lambda c, by, day: actions.object_to(c, text=WORDS, by=by, now=at(day)),
        "confirm": lambda c, by, day: actions.confirm(c, by=by, now=at(day)),
        "accept": lambda c, by, day: actions.accept(c, by=by, now=at(day)),
        "send_back": lambda c, by, day: actions.send_back(c, reason="Còn thiếu số liệu", by=by, now=at(day)),
        "extend": lambda c, by, day: actions.extend(c, to=c.due + timedelta(days=3), reason="Mưa kéo dài nhiều ngày", by=by, now=at(day)),
        "earlier": lambda c, by, day: actions.extend(c, to=c.due - timedelta(days=3), reason="Mưa kéo dài nhiều ngày", by=by, now=at(day)),
        "hand_over": lambda c, by, day: actions.hand_over(c, to=ground.committee, reason="Đúng việc của cơ quan này", by=by, now=at(day)),
        "withdraw": lambda c, by, day: actions.withdraw(c, reason="Hết vốn, không làm được", by=by, now=at(day)),
        "end_posting": lambda c, by, day: actions.end_posting(c, by=by, now=at(day)),
        "remind": lambda c, by, day: actions.remind(c, by=by, now=at(day)),
        "code": lambda c, by, day: actions.issue_code(c, kind=CodeKind.HOLDER, by=by, now=at(day)),
    }


# A walk of likely and unlikely steps: half of them are the ordinary way, so that ends are reached.
ORDINARY = st.sampled_from(
    [
        *(("evidence", "front_officer"), ("report", "front_officer"), ("note", "front_officer"), ("object", "citizen")),
        *(("confirm", "holder"), ("confirm", "household_1"), ("confirm", "household_2"), ("confirm", "supervisor")),
        *(("accept", "provincial_leader"), ("send_back", "provincial_specialist"), ("end_posting", "clock"), ("extend", "leader")),
        *(("hand_over", "leader"), ("withdraw", "leader"), ("withdraw", "provincial_leader")),
    ]
)
DONE = [(("evidence", "front_officer"), 0), (("report", "front_officer"), 1)]
NAMES = sorted(deeds(None))
STEP = st.tuples(st.one_of(ORDINARY, st.tuples(st.sampled_from(NAMES), st.sampled_from(PEOPLE))), st.integers(0, 6)).map(lambda s: [s])
STEPS = st.lists(st.one_of(STEP, st.just(DONE)), min_size=4, max_size=16).map(lambda parts: [step for part in parts for step in part])


def test_whatever_people_do(any_kind, ground, cast, front_officer):
    reached = set()

    @given(kind=st.sampled_from(list(Kind)), walk=STEPS)
    @settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
    def walks(kind, walk):
        with transaction.atomic():
            _walk(any_kind[kind](), ground, cast, front_officer, walk, reached)
            transaction.set_rollback(True)

    walks()
    assert {State.OPEN, State.REPORTED, State.ACCEPTED, State.CONFIRMED} <= reached, "walks that get nowhere prove nothing"


def _walk(c, ground, cast, front_officer, walk, reached):
    actors, day = {**cast, "clock": CLOCK}, 0
    if not c.is_task:
        for name, kind in (("holder", CodeKind.HOLDER), ("household_1", CodeKind.HOUSEHOLD), ("household_2", CodeKind.HOUSEHOLD)):
            actors[name] = queries.code_holder(actions.issue_code(c, kind=kind, by=front_officer, now=at(0)))
    all_deeds = deeds(ground)
    for (name, who), days in walk:
        day += days
        if who not in actors:
            continue
        before, had = Commitment.objects.get(pk=c.pk), events.of(c).count()
        by = on_day(actors[who], day)
        try:
            with transaction.atomic():
                all_deeds[name](before, by, day)
        except Refusal:
            assert events.of(c).count() == had, "what is refused leaves nothing behind"
            continue
        after = Commitment.objects.get(pk=c.pk)
        assert events.of(c).count() == had + 1, "one deed, one event"
        assert after.state == before.state or State(after.state) in NEXT[State(before.state)]
        assert after.state in STATES_OF[Kind(c.kind)]
        assert after.due >= before.due
        assert (after.first_due, after.made_on) == (c.first_due, c.made_on)
        if after.state == State.CONFIRMED and before.state != State.CONFIRMED:
            assert who not in OWN
            assert who in {"holder", "household_1", "household_2", "supervisor", "outsider"}
        reached.add(State(after.state))
        _stands(after, day)
    assert verify().problems == []


def _stands(c, day):
    """What the rows and the events say agrees."""
    written = [e for e in events.of(c) if e.now]
    assert written[-1].now == c.state
    for one, next_ in pairwise(written):
        assert next_.was == one.now
    assert c.extensions.count() <= 2
    dates = [c.first_due, *(e.now for e in c.extensions.all())]
    assert dates == sorted(dates)
    assert dates[-1] == c.due
    today = TODAY + timedelta(days=day)
    told = queries.counts([c.unit_id], today=today)
    every = [n for group in (told.promises, told.tasks, told.requests) for name, n in vars(group).items() if name in BY_STATE]
    assert sum(every) == Commitment.objects.filter(unit=c.unit_id).count()
    for group in (told.promises, told.requests):
        assert group.confirmed == sum(n for name, n in vars(group).items() if name.startswith("confirmed_"))
