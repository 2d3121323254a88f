"""Joined, split, withdrawn: nobody's code is lost and nobody waits longer."""

from datetime import timedelta

import pytest

from gandan.core import events
from gandan.core.access import Anyone, Refusal
from gandan.opinions import actions, queries
from gandan.opinions.enums import Content, State
from gandan.opinions.given import ContactGiven
from gandan.opinions.models import Case, Contact
from tests.opinions.conftest import NOW, REASON, TODAY, at, fresh, on_day


def test_all_opinions_go_into_the_other_case_and_every_code_follows(case, said_of, committee_officer):
    into, c = case(now=NOW - timedelta(days=2)), case()
    me_too = actions.join_in(c, by=Anyone(), now=NOW)
    assert actions.join(c, into=into, by=committee_officer, now=NOW) == into
    c, into = fresh(c), fresh(into)
    assert (c.state, c.joined_into, c.due, c.senders, c.ended_on) == (State.JOINED, into, None, 0, TODAY)
    assert (into.senders, into.opinions.count()) == (3, 3)
    for said in (me_too, said_of(c), said_of(into)):
        assert queries.of_code(said.code).case_id == into.pk
    assert events.of(c).last().facts["into"] == str(into.pk)


def test_a_case_is_joined_into_one_that_is_due_no_later(case, committee_officer):
    early, late = case(now=NOW - timedelta(days=5)), case()
    with pytest.raises(Refusal, match="hạn muộn hơn"):
        actions.join(early, into=late, by=committee_officer, now=NOW)


@pytest.mark.parametrize(
    ("mine", "theirs", "sentence"),
    [
        (Content.COMPLAINT, Content.REMARK, "Khiếu nại"),
        (Content.REMARK, Content.COMPLAINT, "Khiếu nại"),
        (Content.MIXED, Content.REMARK, "nhiều nội dung"),
        (Content.REMARK, Content.PROPOSAL, "phân loại khác"),
    ],
)
def test_what_is_not_alike_is_not_joined(case, committee_officer, mine, theirs, sentence):
    into, c = case(content=theirs, now=NOW - timedelta(days=2)), case(content=mine)
    with pytest.raises(Refusal, match=sentence):
        actions.join(c, into=into, by=committee_officer, now=NOW)


@pytest.mark.parametrize("state", [State.ANSWERED, State.DONE, State.PAUSED, State.ASKED, State.CLOSED])
def test_nothing_disappears_in_what_owes_no_answer(case, committee_officer, state):
    into, c = case(state), case(State.ACCEPTED)
    with pytest.raises(Refusal, match="còn nợ câu trả lời"):
        actions.join(c, into=into, by=on_day(committee_officer, 45), now=at(45))
    assert fresh(c).state == State.ACCEPTED


def test_what_those_above_read_or_a_sender_called_not_done_keeps_its_own_case(case, said_of, sender, leader, committee_officer):
    into = case(State.ACCEPTED, now=NOW - timedelta(days=2))
    up = case(State.ACCEPTED)
    actions.escalate(up, reason=REASON, by=leader, now=NOW)
    with pytest.raises(Refusal, match="đã đưa lên cấp trên"):
        actions.join(up, into=into, by=committee_officer, now=NOW)
    again = case(State.ANSWERED)
    own = queries.of_code(said_of(again).code)
    actions.give_verdict(own, is_done=False, text="Chưa có bóng nào được thay.", by=sender(said_of(again)), now=NOW)
    with pytest.raises(Refusal, match="đã phải mở lại"):
        actions.join(again, into=into, by=committee_officer, now=NOW)


def test_nor_with_itself_elsewhere_or_with_what_waits(case, committee_officer, leader, ground):
    c = case()
    with pytest.raises(Refusal, match="việc khác"):
        actions.join(c, into=c, by=committee_officer, now=NOW)
    with pytest.raises(Refusal, match="đang chờ"):
        actions.join(c, into=case(State.PAUSED), by=committee_officer, now=NOW)
    gone = case()
    actions.forward(gone, to=ground.other_front, reason=REASON, by=committee_officer, now=NOW)
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.join(c, into=gone, by=committee_officer, now=NOW)


@pytest.mark.parametrize("state", [State.RECEIVED, State.ASKED, State.ACCEPTED])
def test_split_off_it_stands_where_the_other_stands(case, said_of, committee_officer, state):
    c = case(state)
    other = actions.join_in(c, by=Anyone(), now=NOW)
    new = actions.split([other.opinion], by=committee_officer, now=at(1))
    c, new = fresh(c), fresh(new)
    assert (new.state, new.due, new.asked_from, new.received_on) == (c.state, c.due, c.asked_from, c.received_on)
    assert (c.senders, new.senders, new.number) == (1, 1, "")
    assert [r.due for r in new.due_dates.all()] == [r.due for r in c.due_dates.all()]
    assert new.pauses.count() == c.pauses.count()
    assert queries.of_code(other.code).case_id == new.pk
    assert queries.of_code(said_of(c).code).case_id == c.pk
    if state == State.ASKED:  # both clocks go on by themselves
        actions.go_on(c, by=committee_officer, now=at(3))
        actions.go_on(new, by=committee_officer, now=at(5))
        assert fresh(new).due >= fresh(c).due


def test_one_opinion_stays_and_strangers_are_not_split(case, said_of, committee_officer):
    c, other = case(), case()
    mine, theirs = (queries.of_code(said_of(x).code) for x in (c, other))
    for chosen, sentence in (([mine], "ít nhất một"), ([], "Xin chọn"), ([mine, theirs], "cùng một việc")):
        with pytest.raises(Refusal, match=sentence):
            actions.split(chosen, by=committee_officer, now=NOW)


def test_joined_and_split_again_everything_is_as_it_was(case, said_of, committee_officer):
    into, c = case(now=NOW - timedelta(days=2)), case()
    actions.join(c, into=into, by=committee_officer, now=NOW)
    opinion = queries.of_code(said_of(c).code)
    new = actions.split([opinion], by=committee_officer, now=at(1))
    assert queries.of_code(said_of(c).code).case_id == new.pk
    assert [(joining.was_id, joining.to_id) for joining in opinion.joinings.all()] == [(c.pk, into.pk), (into.pk, new.pk)]
    assert fresh(into).senders == 1


def test_what_was_told_while_it_lay_there_is_read_what_came_later_is_not(case, said_of, committee_officer):
    into, c = case(State.ACCEPTED, now=NOW - timedelta(days=2)), case()
    actions.join(c, into=into, by=committee_officer, now=NOW)
    opinion = queries.of_code(said_of(c).code)
    before = actions.send_news(into, text="Đội đã đến xem.", by=committee_officer, now=at(1))
    actions.split([opinion], by=committee_officer, now=at(2))
    after = actions.send_news(into, text="Tin cho người ở lại.", by=committee_officer, now=at(3))
    told = set(queries.letters_to(queries.of_code(said_of(c).code)))
    assert before in told
    assert after not in told


def test_a_sender_takes_it_back_and_the_contact_goes(opinion, sender):
    said = opinion(contact=ContactGiven(phone="0912345678"))
    actions.withdraw(said.opinion, by=sender(said), now=NOW)
    c = Case.objects.get()
    assert (c.state, c.due, c.ended_on) == (State.WITHDRAWN, None, TODAY)
    assert not Contact.objects.exists()
    assert events.of(c).last().verb == "opinions.withdrawn"


@pytest.mark.parametrize("state", [State.RECEIVED, State.ASKED, State.ACCEPTED, State.PAUSED])
def test_one_of_several_goes_alone(case, said_of, sender, state):
    c = case(state)
    other = actions.join_in(c, by=Anyone(), now=NOW)
    alone = actions.withdraw(queries.of_code(said_of(c).code), by=sender(said_of(c)), now=NOW)
    assert alone.pk != c.pk
    assert fresh(alone).state == State.WITHDRAWN
    assert (fresh(c).state, fresh(c).senders, fresh(c).due) == (state, 1, c.due)
    assert queries.of_code(other.code).case_id == c.pk
    assert queries.of_code(said_of(c).code).case_id == alone.pk


def test_nobody_withdraws_for_somebody_else_nor_what_is_answered(case, said_of, sender, committee_officer):
    c = case(State.ANSWERED)
    mine = queries.of_code(said_of(c).code)
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.withdraw(mine, by=committee_officer, now=NOW)
    with pytest.raises(Refusal, match="đã được trả lời"):
        actions.withdraw(mine, by=sender(said_of(c)), now=NOW)
