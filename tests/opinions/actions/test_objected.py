"""A second no waits for those above: no silence ends it, and who ends it against the sender says why."""

import pytest

from gandan.core import events
from gandan.core.access import Refusal
from gandan.opinions import actions, queries
from gandan.opinions.actions import daily
from gandan.opinions.enums import Deed, State
from gandan.opinions.models import Case
from gandan.opinions.policies import states
from gandan.opinions.queries.ward import ward
from gandan.opinions.web import public_story, public_words
from tests.opinions.conftest import CLOCK, NOW, REASON, TODAY, at, fresh, on_day, sent_by

STILL = "Vẫn chưa có bóng nào được thay."


@pytest.fixture
def objected(case, said_of, committee_officer) -> Case:
    """Answered twice, and twice its sender said that it was not done."""
    c = case(State.ANSWERED)
    home = said_of(c)
    actions.give_verdict(home.opinion, is_done=False, text="Chưa có bóng nào được thay.", by=sent_by(home), now=NOW)
    actions.answer(fresh(c), text="Đã thay rồi, xin kiểm tra lại giúp.", by=committee_officer, now=NOW)
    actions.give_verdict(home.opinion, is_done=False, text=STILL, by=sent_by(home), now=at(1))
    return fresh(c)


def test_no_silence_ends_it(objected):
    assert objected.escalated_on is not None
    assert daily.close_silent(by=CLOCK, now=at(400)) == 0
    with pytest.raises(Refusal, match="chờ cấp trên"):
        actions.close(objected, by=CLOCK, now=at(400))
    assert fresh(objected).state == State.ANSWERED


def test_those_above_have_it_done_again(objected, provincial_leader):
    actions.order_reopen(objected, reason=REASON, by=on_day(provincial_leader, 2), now=at(2))
    assert fresh(objected).state == State.ACCEPTED


def test_those_above_end_it_with_a_reason_that_the_sender_reads(objected, said_of, provincial_leader):
    actions.end_objected(objected, reason=REASON, by=on_day(provincial_leader, 2), now=at(2))
    c = fresh(objected)
    assert c.state == State.CLOSED
    event = events.of(c).last()
    assert (event.verb, event.facts["step_id"]) == ("opinions.ended_objected", str(c.steps.get(deed=Deed.CLOSE).pk))
    assert REASON not in str(event.facts)
    opinion = queries.of_code(said_of(objected).code)
    whole = queries.whole(Case.objects.filter(pk=c.pk)).get()
    assert public_story.story(opinion, whole)[-1].text == REASON
    assert "người gửi không đồng ý" in public_words.next_step(whole, opinion).text


@pytest.mark.parametrize("who", ["leader", "committee_officer", "administrator", "outsider", "hamlet_head"])
def test_nobody_else_ends_it(objected, cast, who):
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.end_objected(objected, reason=REASON, by=on_day(cast[who], 2), now=at(2))


def test_it_is_counted_apart_from_silence(case, objected, provincial_leader):
    case(State.CLOSED)
    actions.end_objected(objected, reason=REASON, by=on_day(provincial_leader, 2), now=at(2))
    numbers = ward([objected.unit_id], today=at(41).date())
    assert (numbers.silent, numbers.disagreed) == (1, 1)


def test_a_reason_is_needed(objected, provincial_leader):
    with pytest.raises(Refusal):
        actions.end_objected(objected, reason="", by=on_day(provincial_leader, 2), now=at(2))


def test_what_nobody_calls_not_done_is_not_ended_so(case, leader, provincial_leader):
    c = case(State.ANSWERED)
    actions.escalate(c, reason=REASON, by=leader, now=NOW)
    with pytest.raises(Refusal, match="chưa nói gì trái ý"):
        actions.end_objected(fresh(c), reason=REASON, by=provincial_leader, now=NOW)


@pytest.mark.parametrize("state", [s for s in State if s not in (State.ANSWERED, State.DONE)])
def test_only_what_was_answered_is_ended(case, state, leader):
    c = case(state)
    assert Deed.CLOSE not in states.deeds(c)
    assert c.received_on == TODAY
