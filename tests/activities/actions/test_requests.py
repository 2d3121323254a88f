"""A request: noted, taken up by the office that was asked, declined with a reason, taken off."""

from datetime import date, timedelta

import pytest

from gandan.activities import actions
from gandan.activities.enums import RequestState, State
from gandan.activities.models import Request
from gandan.activities.queries import unanswered
from gandan.commitments import actions as commitments
from gandan.commitments.enums import Kind
from gandan.core import events
from gandan.core.access import Refusal
from gandan.core.events.verify import verify
from tests.people import CAST, NOW, TODAY, hold, make_user

pytestmark = pytest.mark.django_db
DUE = TODAY + timedelta(days=30)


@pytest.fixture
def request_(activity, front_officer) -> Request:
    said = {"text": "Đề nghị thông cống hẻm 51", "by_text": "Bà con khu phố 3", "to_text": "Ủy ban nhân dân phường"}
    return actions.note_request(activity, **said, by=front_officer, now=NOW)


def take_up(request, lead, by, **more):
    said = {"title": "Thông cống hẻm 51", "deliverable": "Biên bản nghiệm thu", "lead": lead, "due": DUE}
    return actions.take_up_request(request, **{**said, **more}, by=by, now=NOW)


def test_it_waits(request_, activity):
    assert (request_.state, request_.commitment) == (RequestState.NOTED, None)
    assert events.of(activity).last().verb == "activities.request_added"


@pytest.mark.parametrize(
    "wrong", [{"text": " "}, {"text": "x" * 5001}, {"text": "x", "by_text": "x" * 201}, {"text": "x", "to_text": "x" * 301}]
)
def test_it_says_what_is_asked(activity, front_officer, wrong):
    with pytest.raises(Refusal, match="Hãy ghi nội dung đề nghị"):
        actions.note_request(activity, **wrong, by=front_officer, now=NOW)


def test_it_becomes_a_commitment_of_the_office(request_, world, leader, activity):
    owed = take_up(request_, world.committee, leader)
    request_.refresh_from_db()
    assert (owed.kind, owed.lead, owed.due, owed.origin_type, owed.origin_id) == (
        Kind.REQUEST, world.committee, DUE, "activities.activity", str(activity.pk)
    )  # fmt: skip
    assert (request_.state, request_.commitment, request_.answered_on) == (RequestState.TAKEN_UP, owed, TODAY)
    event = events.of(request_).get()
    assert (event.verb, event.was, event.now, event.facts["commitment"]) == (
        "activities.request_taken_up",
        "noted",
        "taken_up",
        str(owed.pk),
    )
    assert verify().ok


@pytest.mark.parametrize("who", CAST)
def test_only_who_leads_the_unit_that_was_asked_answers(request_, world, cast, who):
    if who == "leader":
        assert take_up(request_, world.committee, cast[who]).lead == world.committee
    else:
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            take_up(request_, world.committee, cast[who])
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            actions.decline_request(request_, reason="…", by=cast[who], now=NOW)


def test_the_unit_addressed_answers_not_the_one_of_the_activity(activity, world, front_officer, leader):
    asked = actions.note_request(activity, text="Đề nghị cùng làm", addressed=world.other, by=front_officer, now=NOW)
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        take_up(asked, world.committee, leader)
    from gandan.accounts.queries import actor_for

    head = make_user("Trần Văn Chín", "tran.chin")
    hold(head, "leader", office=world.other_front)
    there = actor_for(head, today=TODAY)
    with pytest.raises(Refusal, match="Cơ quan chủ trì phải thuộc đơn vị được đề nghị"):
        take_up(asked, world.committee, there)
    assert take_up(asked, world.other_front, there).unit == world.other


def test_what_commitments_refuse_leaves_the_request_waiting(request_, world, leader):
    with pytest.raises(Refusal):
        take_up(request_, world.committee, leader, due=TODAY - timedelta(days=1))
    request_.refresh_from_db()
    assert request_.state == RequestState.NOTED


def test_who_asked_is_a_host_of_the_activity(request_, world, leader, front_officer, activity):
    with pytest.raises(Refusal, match="phải là cơ quan tổ chức"):
        take_up(request_, world.committee, leader, asked_by=world.province_board)
    actions.add_host(activity, office=world.province_board, by=front_officer, now=NOW)
    assert take_up(request_, world.committee, leader, asked_by=world.province_board).asked_by == world.province_board


def test_it_is_declined_with_a_reason_and_may_still_be_taken_up(request_, world, leader):
    with pytest.raises(Refusal, match="Hãy ghi lý do không nhận"):
        actions.decline_request(request_, reason=" ", by=leader, now=NOW)
    declined = actions.decline_request(request_, reason="Cống do công ty cấp nước quản lý", by=leader, now=NOW)
    assert (declined.state, declined.answered_on) == (RequestState.DECLINED, TODAY)
    assert events.of(request_).verbs() == ["activities.request_declined"]
    with pytest.raises(Refusal, match="đã được trả lời là không nhận"):
        actions.decline_request(request_, reason="…", by=leader, now=NOW)
    take_up(request_, world.committee, leader)
    request_.refresh_from_db()
    assert (request_.state, request_.reason) == (RequestState.TAKEN_UP, "")
    assert verify().ok


def test_taken_up_once(request_, world, leader, front_officer):
    take_up(request_, world.committee, leader)
    with pytest.raises(Refusal, match="đã được nhận làm"):
        take_up(request_, world.committee, leader)
    with pytest.raises(Refusal, match="đã được nhận làm"):
        actions.remove_request(request_, by=front_officer, now=NOW)


def test_an_activity_with_work_on_it_is_not_withdrawn(request_, world, leader, activity, front_officer):
    owed = take_up(request_, world.committee, leader)
    with pytest.raises(Refusal, match="Hãy rút việc đó trước"):
        actions.withdraw_activity(activity, reason="Nhầm", by=front_officer, now=NOW)
    commitments.withdraw(owed, reason="Ghi nhầm việc", by=leader, now=NOW)
    assert actions.withdraw_activity(activity, reason="Nhầm", by=front_officer, now=NOW).state == State.WITHDRAWN


def test_the_days_are_those_of_the_deed(request_, leader):
    assert actions.decline_request(request_, reason="…", by=leader, now=NOW).answered_on == date(2026, 11, 23)


def test_what_was_let_go_is_answered_anew(request_, world, leader, front_officer):
    first = take_up(request_, world.committee, leader)
    with pytest.raises(Refusal, match="đã được nhận làm"):
        actions.decline_request(request_, reason="Không phải việc của phường", by=leader, now=NOW)
    commitments.withdraw(first, reason="Nhận nhầm việc", by=leader, now=NOW)
    assert list(unanswered(leader)) == [request_]
    with pytest.raises(Refusal, match="đã được nhận làm"):
        actions.remove_request(request_, by=front_officer, now=NOW)
    second = take_up(request_, world.front, leader)
    request_.refresh_from_db()
    assert (request_.commitment, list(unanswered(leader))) == (second, [])
    assert events.of(request_).last().facts["earlier"] == str(first.pk)
    commitments.withdraw(second, reason="Nhận nhầm việc", by=leader, now=NOW)
    declined = actions.decline_request(request_, reason="Cống do công ty cấp nước quản lý", by=leader, now=NOW)
    assert (declined.state, declined.commitment, list(unanswered(leader))) == (RequestState.DECLINED, None, [])
    assert verify().ok
