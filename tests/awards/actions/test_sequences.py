"""Whatever is tried, in whatever order: a decision never exists without an ended posting and answered objections."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gandan.appraisals import actions as appraisals
from gandan.appraisals.enums import ObjectionState
from gandan.appraisals.models import Decision, Objection
from gandan.awards import actions
from gandan.awards.enums import CallState, NomineeState
from gandan.awards.models import Call, Conferral, Holder, Nominee
from gandan.core.access import Anyone, Refusal
from gandan.core.events.verify import verify
from tests.awards.conftest import WHY, at, collective, fresh, on_day, person

pytestmark = pytest.mark.django_db
DEEDS = ("choose", "pass_over", "exclude", "readmit", "post", "take_down", "object", "object_all", "uphold", "dismiss", "decide", "cancel")
STEPS = st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 1), st.integers(0, 15)), min_size=4, max_size=14)


class Undo(Exception):
    """Each sequence begins where the first began."""


def deed(house, call: Call, name: str, which: int, day: int) -> None:
    board, now = on_day(house.board, day), at(day)
    nominee = house.nominees(call)[which]
    judged = {"reason": WHY, "by": board, "now": now}
    open_ = Objection.objects.filter(posting__subject_id=str(call.pk), state=ObjectionState.OPEN).first()
    match name:
        case "choose":
            house.choose(nominee, day=day)
        case "pass_over" | "exclude":
            getattr(actions, name)(nominee, **judged)
        case "readmit":
            actions.readmit(nominee, **judged, closes_on=at(day + 5).date())
        case "post":
            house.post(call, day=day)
        case "take_down":
            actions.take_down_call(call, **judged)
        case "cancel":
            actions.cancel_call(call, **judged)
        case "decide":
            house.decide(call, day=day)
        case "object" | "object_all" if call.posting is not None:
            about = str(nominee.pk) if name == "object" else ""
            appraisals.object_to(call.posting, text="Danh sách này chưa đúng đâu.", about=about, by=Anyone(), now=now)
        case "uphold" | "dismiss" if open_ is not None:
            answer = {"is_upheld": name == "uphold", "reply": "Đã xem xét kỹ.", "by": board, "now": now}
            appraisals.answer_objection(open_, **answer)


def holds(call: Call) -> None:
    """What must be true after every deed."""
    decided = call.state == CallState.DECIDED
    assert Decision.objects.exists() == decided
    assert Conferral.objects.exists() == decided
    conferred = set(Nominee.objects.filter(state=NomineeState.CONFERRED).values_list("pk", flat=True))
    assert conferred == set(Holder.objects.values_list("nominee", flat=True))
    if decided:
        assert conferred
        assert call.posting.taken_down_on is None
        assert call.posting.until < call.decision.decided_on
        objections = Objection.objects.filter(posting=call.posting)
        assert not objections.filter(state=ObjectionState.OPEN).exists()
        upheld = set(objections.filter(state=ObjectionState.UPHELD).values_list("about", flat=True))
        assert not upheld & {"", *map(str, conferred)}


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_a_decision_rests_on_a_posting_and_answers(house, scored, steps):
    try:
        with transaction.atomic():
            day = 13
            for name, which, pause in steps:
                day += pause
                try:
                    with transaction.atomic():
                        deed(house, fresh(scored), name, which, day)
                except Refusal:
                    pass
                holds(fresh(scored))
            assert not list(verify().problems)
            raise Undo
    except Undo:
        pass
    assert fresh(scored).state == CallState.COUNCIL


@pytest.fixture
def scored(house) -> Call:
    """Two nominees whose points pass."""
    call = house.through(CallState.COUNCIL, person(), collective())
    for nominee in house.nominees(call):
        house.score(nominee)
    return call


def test_a_decision_is_reached_at_all(house, scored):
    """So that the property above is not true of nothing."""
    for name, which, day in (("choose", 0, 13), ("pass_over", 1, 13), ("post", 0, 13), ("decide", 0, 40)):
        deed(house, fresh(scored), name, which, day)
    holds(fresh(scored))
    assert fresh(scored).state == CallState.DECIDED
