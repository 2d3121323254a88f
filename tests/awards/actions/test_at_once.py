"""Two people at the same time, each over a connection of their own."""

import pytest

from gandan.appraisals import actions as appraisals
from gandan.awards.enums import CallState
from gandan.core.access import Anyone, Refusal
from tests.at_once import LONG, aside, stopped, until_waiting
from tests.awards.conftest import at, on_day

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_answer_given_while_it_is_decided_counts_and_nobody_waits_in_a_circle(house, provincial_specialist):
    call = house.through(CallState.POSTED)
    about = str(house.one(call).pk)
    said = appraisals.object_to(call.posting, text="Thành tích này là của người khác.", about=about, by=Anyone(), now=at(15)).objection
    answer = {"is_upheld": True, "reply": "Đúng như vậy.", "by": on_day(provincial_specialist, 40), "now": at(40)}
    with stopped(call.posting):
        answered = aside(lambda: appraisals.answer_objection(said, **answer))
        until_waiting()
        decided = aside(lambda: house.decide(call))
        until_waiting(2)
    assert answered.result(LONG).state == "upheld"
    with pytest.raises(Refusal, match="đưa ra khỏi danh sách"):
        decided.result(LONG)
