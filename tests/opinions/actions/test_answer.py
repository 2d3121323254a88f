"""Answered, perhaps with a promise; judged by those who spoke."""

from datetime import timedelta

import pytest

from gandan.commitments import actions as commitments
from gandan.commitments.enums import EvidenceKind, How
from gandan.commitments.enums import State as Promised
from gandan.commitments.models import Commitment
from gandan.core import events
from gandan.core.access import Refusal
from gandan.opinions import actions, queries
from gandan.opinions.enums import Content, Deed, State
from gandan.opinions.given import PromiseGiven
from gandan.opinions.models import Case, Opinion, Verdict
from tests.opinions.conftest import CLOCK, LAW, NOW, REASON, TODAY, at, fresh, on_day

WORDS = "Đã giao đội chiếu sáng thay bóng trong tuần này."
NO = "Đèn thứ ba vẫn chưa sáng, xin xem lại."


def own(said) -> Opinion:
    return queries.of_code(said.code)


@pytest.fixture
def promised(case, committee_officer, ground):
    """A case that was answered with a promise."""

    def make() -> tuple[Case, Commitment]:
        c = case(State.ACCEPTED)
        promise = PromiseGiven("Thay 12 bóng đèn hẻm 51", "12 bóng sáng", TODAY + timedelta(days=7), ground.committee)
        actions.answer(c, text=WORDS, promise=promise, by=committee_officer, now=NOW)
        return fresh(c), Commitment.objects.get(origin_type="opinions.case", origin_id=str(c.pk))

    return make


@pytest.fixture
def joined(case, said_of, committee_officer):
    """A case that is worked on, and those beside its first sender who said the same in words of their own."""

    def make(senders: int) -> tuple[Case, list]:
        c = case(State.ACCEPTED, now=NOW - timedelta(days=1))
        others = [case() for _ in range(senders - 1)]
        for other in others:
            actions.join(other, into=c, by=committee_officer, now=NOW)
        return fresh(c), [said_of(other) for other in others]

    return make


@pytest.fixture
def kept(committee_officer):
    """The unit reports its promise, and then the case, done."""

    def report(c: Case, promise: Commitment) -> None:
        commitments.add_evidence(promise, kind=EvidenceKind.NOTE, note="Đã nghiệm thu", by=committee_officer, now=NOW)
        commitments.report_done(promise, summary="Đã thay 12 bóng đèn.", by=committee_officer, now=NOW)
        actions.report_done(c, summary="Đã thay 12 bóng đèn.", by=committee_officer, now=NOW)

    return report


def test_an_answer_ends_what_is_owed(case, committee_officer):
    c = case(State.ACCEPTED)
    row = actions.answer(c, text=WORDS, law=LAW, by=committee_officer, now=NOW)
    c = fresh(c)
    assert (c.state, c.due, c.answered_on, row.is_late, row.is_partial) == (State.ANSWERED, None, TODAY, False, False)
    event = events.of(c).last()
    assert (event.verb, event.was, event.now) == ("opinions.answered", State.ACCEPTED, State.ANSWERED)
    assert "chiếu sáng" not in str(event.facts)


def test_a_part_leaves_the_rest_owed(case, committee_officer):
    c = case(State.ACCEPTED)
    row = actions.answer(c, text=WORDS, partial=True, by=committee_officer, now=NOW)
    assert row.is_partial
    assert (fresh(c).state, fresh(c).due) == (State.ACCEPTED, c.due)


def test_late_is_said_of_the_answer(case, committee_officer):
    c = case(State.ACCEPTED)
    late = actions.answer(c, text=WORDS, by=on_day(committee_officer, 60), now=at(60))
    assert late.is_late


def test_what_is_not_classified_or_not_taken_up_is_not_answered(case, committee_officer):
    c = case(content=None)
    with pytest.raises(Refusal, match="nhận giải quyết trước"):
        actions.answer(c, text=WORDS, by=committee_officer, now=NOW)
    actions.accept(c, by=committee_officer, now=NOW)
    with pytest.raises(Refusal, match="phân loại trước"):
        actions.answer(c, text=WORDS, by=committee_officer, now=NOW)
    with pytest.raises(Refusal, match="ghi rõ hơn"):
        actions.answer(case(State.ACCEPTED), text="Đã rõ.", by=committee_officer, now=NOW)


def test_a_promise_is_made_in_the_same_deed_and_names_its_origin(promised):
    c, promise = promised()
    assert (c.state, promise.state) == (State.ANSWERED, Promised.OPEN)
    assert promise in queries.promises_of(c)
    assert events.of(c).last().facts["commitment_id"] == str(promise.pk)


def test_a_promise_that_is_refused_takes_the_answer_with_it(case, committee_officer, ground):
    c = case(State.ACCEPTED)
    bad = PromiseGiven("Thay bóng", "12 bóng sáng", TODAY - timedelta(days=1), ground.committee)
    with pytest.raises(Refusal, match="Hạn"):
        actions.answer(c, text=WORDS, promise=bad, by=committee_officer, now=NOW)
    assert fresh(c).state == State.ACCEPTED
    assert not c.answers.exists()


def test_done_is_not_said_while_a_promise_is_open(promised, committee_officer):
    c, _promise = promised()
    with pytest.raises(Refusal, match="Thay 12 bóng đèn hẻm 51"):
        actions.report_done(c, summary="Đã thay 12 bóng đèn.", by=committee_officer, now=NOW)


def test_a_yes_ends_case_and_promise(promised, kept, said_of, sender):
    c, promise = promised()
    with pytest.raises(Refusal, match="chưa báo xong"):
        actions.give_verdict(own(said_of(c)), is_done=True, by=sender(said_of(c)), now=NOW)
    kept(c, promise)
    actions.give_verdict(own(said_of(c)), is_done=True, rating=5, by=sender(said_of(c)), now=NOW)
    assert (fresh(c).state, fresh(promise).state) == (State.CONFIRMED, Promised.CONFIRMED)
    assert promise.confirmations.get().how == How.SENDER
    assert events.of(c).last().verb == "opinions.confirmed"


def test_a_no_opens_both_again_once_and_a_second_no_goes_up(promised, kept, said_of, sender, committee_officer):
    c, promise = promised()
    kept(c, promise)
    said = said_of(c)
    actions.give_verdict(own(said), is_done=False, text=NO, by=sender(said), now=NOW)
    c, promise = fresh(c), fresh(promise)
    assert (c.state, c.round, c.reopened_by_sender, c.ended_on, promise.state) == (State.ACCEPTED, 2, True, None, Promised.OPEN)
    assert c.due is not None
    assert c.steps.get(deed=Deed.REOPEN).reason == NO
    commitments.add_evidence(promise, kind=EvidenceKind.NOTE, note="Đã thay bóng thứ ba", by=committee_officer, now=NOW)
    commitments.report_done(promise, summary="Đã thay bóng thứ ba.", by=committee_officer, now=NOW)
    actions.report_done(c, summary="Đã thay bóng thứ ba.", by=committee_officer, now=NOW)
    actions.give_verdict(own(said), is_done=False, text=NO, by=sender(said), now=NOW)
    c = fresh(c)
    assert (c.state, c.round, c.escalated_on) == (State.DONE, 2, TODAY)
    assert events.of(c).last().verb == "opinions.found_not_done"
    assert fresh(promise).state == Promised.OPEN


def test_done_straight_from_the_work_is_the_answer_too(case, committee_officer):
    c = case(State.ACCEPTED)
    actions.report_done(c, summary="Đã thay bóng đèn.", by=committee_officer, now=NOW)
    c = fresh(c)
    assert (c.state, c.answered_on, c.answers.get().text) == (State.DONE, TODAY, "Đã thay bóng đèn.")


def test_a_no_says_what_is_missing_and_nobody_speaks_twice(case, said_of, sender):
    c = case(State.DONE)
    said = said_of(c)
    with pytest.raises(Refusal, match="ghi rõ hơn"):
        actions.give_verdict(own(said), is_done=False, text="chưa", by=sender(said), now=NOW)
    with pytest.raises(Refusal, match="1 đến 5"):
        actions.give_verdict(own(said), is_done=None, rating=6, by=sender(said), now=NOW)
    with pytest.raises(Refusal, match="chọn đã xong"):
        actions.give_verdict(own(said), is_done=None, by=sender(said), now=NOW)
    actions.give_verdict(own(said), is_done=None, rating=4, by=sender(said), now=NOW)
    actions.give_verdict(own(said), is_done=True, by=sender(said), now=NOW)
    verdict = Verdict.objects.get()
    assert (verdict.is_done, verdict.rating, fresh(c).state) == (True, 4, State.CONFIRMED)


def test_nothing_is_judged_before_it_is_answered(case, said_of, sender):
    c = case(State.ACCEPTED)
    for verdict in ({"is_done": True}, {"is_done": False, "text": NO}, {"is_done": None, "rating": 3}):
        with pytest.raises(Refusal):
            actions.give_verdict(own(said_of(c)), **verdict, by=sender(said_of(c)), now=NOW)


@pytest.mark.parametrize("state", [State.CLOSED, State.REFUSED])
def test_a_sender_opens_again_what_was_closed_or_refused(case, said_of, sender, state):
    c = case(state)
    actions.give_verdict(own(said_of(c)), is_done=False, text=NO, by=sender(said_of(c)), now=at(50))
    assert (fresh(c).state, fresh(c).ended_on, fresh(c).round) == (State.ACCEPTED, None, 2)


@pytest.mark.parametrize("who", ["committee_officer", "front_officer", "leader", "hamlet_head"])
def test_a_unit_never_certifies_itself(case, said_of, sender, cast, who):
    c = case(State.DONE)
    said = said_of(c)
    with pytest.raises(Refusal, match="không xác nhận thay"):
        actions.give_verdict(own(said), is_done=True, by=sender(said, behind=cast[who]), now=NOW)
    assert not Verdict.objects.exists()


def test_an_officer_of_another_unit_may_have_spoken(case, said_of, sender, outsider):
    c = case(State.DONE)
    actions.give_verdict(own(said_of(c)), is_done=True, by=sender(said_of(c), behind=outsider), now=NOW)
    assert fresh(c).state == State.CONFIRMED


def test_who_once_had_it_does_not_confirm_it_either(case, said_of, sender, ground, committee_officer, outsider):
    c = case()
    actions.forward(c, to=ground.other_front, reason=REASON, by=committee_officer, now=NOW)
    actions.accept(c, by=outsider, now=NOW)
    actions.answer(c, text=WORDS, by=outsider, now=NOW)
    with pytest.raises(Refusal, match="không xác nhận thay"):
        actions.give_verdict(own(said_of(c)), is_done=True, by=sender(said_of(c), behind=committee_officer), now=NOW)


def test_one_of_many_does_not_speak_for_the_others(case, said_of, sender, committee_officer, joined):
    c, others = joined(3)
    actions.report_done(c, summary="Đã thay bóng đèn.", by=committee_officer, now=NOW)
    actions.give_verdict(own(others[0]), is_done=True, by=sender(others[0]), now=NOW)
    assert fresh(c).state == State.DONE
    assert events.of(c).last().verb == "opinions.found_done"
    actions.give_verdict(own(others[1]), is_done=True, by=sender(others[1]), now=NOW)
    assert fresh(c).state == State.CONFIRMED


def test_any_no_opens_it_again(case, said_of, sender, committee_officer, joined):
    c, (other,) = joined(2)
    actions.report_done(c, summary="Đã thay bóng đèn.", by=committee_officer, now=NOW)
    actions.give_verdict(own(other), is_done=True, by=sender(other), now=NOW)
    actions.give_verdict(own(said_of(c)), is_done=False, text=NO, by=sender(said_of(c)), now=NOW)
    assert (fresh(c).state, fresh(c).round) == (State.ACCEPTED, 2)


def test_a_sender_puts_it_before_those_above_when_it_is_late_or_did_not_help(case, said_of, sender):
    c = case(State.ACCEPTED)
    said = said_of(c)
    with pytest.raises(Refusal, match="chưa quá hạn"):
        actions.escalate(c, reason=REASON, by=sender(said), now=NOW)
    actions.escalate(c, reason=REASON, by=sender(said), now=at(60))
    assert (fresh(c).escalated_on, fresh(c).state) == (TODAY + timedelta(days=60), State.ACCEPTED)
    with pytest.raises(Refusal, match="đã được đưa lên"):
        actions.escalate(c, reason=REASON, by=CLOCK, now=at(61))


def test_the_leader_and_the_clock_put_it_up_an_officer_does_not(case, leader, committee_officer):
    actions.escalate(case(), reason=REASON, by=leader, now=NOW)
    actions.escalate(case(), reason="", by=CLOCK, now=NOW)
    with pytest.raises(Refusal, match="lý do"):
        actions.escalate(case(), reason="", by=leader, now=NOW)
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.escalate(case(), reason=REASON, by=committee_officer, now=NOW)


@pytest.mark.parametrize("state", [State.ANSWERED, State.DONE, State.CLOSED, State.REFUSED])
def test_those_above_have_it_done_again_once_it_is_before_them(case, provincial_leader, leader, state):
    c = case(state)
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.order_reopen(c, reason=REASON, by=provincial_leader, now=NOW)
    actions.escalate(c, reason=REASON, by=leader, now=NOW)
    actions.order_reopen(c, reason=REASON, by=provincial_leader, now=NOW)
    c = fresh(c)
    assert (c.state, c.round, c.reopened_by_sender) == (State.ACCEPTED, 2, False)
    assert events.of(c).last().verb == "opinions.reopen_ordered"


def test_silence_closes_and_says_that_nobody_confirmed(case, committee_officer):
    c = case(State.ANSWERED)
    with pytest.raises(Refusal, match="chưa hết"):
        actions.close(c, by=CLOCK, now=at(30))
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.close(c, by=committee_officer, now=at(31))
    actions.close(c, by=CLOCK, now=at(31))
    assert fresh(c).state == State.CLOSED


def test_an_open_promise_keeps_the_case_open(promised):
    c, _promise = promised()
    with pytest.raises(Refusal, match="đã hứa"):
        actions.close(c, by=CLOCK, now=at(40))


def test_a_complaint_has_its_answer_too(case, committee_officer):
    c = case(State.ANSWERED, content=Content.COMPLAINT)
    assert c.answers.count() == 1
