"""The end is never declared by who owes it."""

import pytest
from django.db import IntegrityError, transaction

from gandan.accounts.queries import actor_for
from gandan.commitments import actions, queries
from gandan.commitments.enums import CodeKind, How, Kind, State
from gandan.commitments.models import ConfirmingCode
from gandan.core import codes, events
from gandan.core.access import Refusal, Role, may
from gandan.core.events.verify import verify
from tests.commitments.conftest import CLOCK, DUE, WORDS, at, on_day
from tests.people import CAST, NOW, TODAY, hold, make_user

pytestmark = pytest.mark.django_db


def state(c):
    c.refresh_from_db()
    return c.state


def test_the_holder_of_the_code_confirms(promise, reported, code_of):
    c = promise()
    holder = code_of(c)
    row = actions.confirm(reported(c), by=holder, now=NOW)
    assert (row.how, row.code_id, state(c), c.ended_on) == (How.CODE, holder.code, State.CONFIRMED, TODAY)
    last = events.of(c).last()
    assert (last.verb, last.actor, last.was, last.now) == ("commitments.confirmed", f"code:{holder.code}", "reported", "confirmed")


def test_one_household_is_not_enough_and_the_same_one_does_not_count_twice(promise, reported, code_of):
    c = promise()
    first, second = code_of(c, CodeKind.HOUSEHOLD), code_of(c, CodeKind.HOUSEHOLD)
    reported(c)
    actions.confirm(c, by=first, now=NOW)
    assert state(c) == State.REPORTED
    assert events.of(c).last().verb == "commitments.household_confirmed"
    with pytest.raises(Refusal, match="đã xác nhận rồi"):
        actions.confirm(c, by=first, now=NOW)
    assert actions.confirm(c, by=second, now=NOW).how == How.HOUSEHOLDS
    assert state(c) == State.CONFIRMED


def test_a_household_s_yes_to_a_report_that_was_objected_to_is_gone_with_it(promise, reported, code_of, citizen):
    c = promise()
    first, second = code_of(c, CodeKind.HOUSEHOLD), code_of(c, CodeKind.HOUSEHOLD)
    actions.confirm(reported(c), by=first, now=NOW)
    actions.object_to(c, text=WORDS, by=citizen, now=NOW)
    reported(c)
    actions.confirm(c, by=second, now=NOW)
    assert state(c) == State.REPORTED
    actions.confirm(c, by=first, now=NOW)
    assert state(c) == State.CONFIRMED


@pytest.mark.parametrize("kind", [Kind.PROMISE, Kind.REQUEST])
@pytest.mark.parametrize("who", CAST)
def test_who_confirms_without_a_code(any_kind, reported, cast, who, kind):
    c = reported(any_kind[kind]())
    if who == "supervisor" or (who == "outsider" and kind == Kind.REQUEST):
        assert actions.confirm(c, by=cast[who], now=NOW).how == (How.BOARD if who == "supervisor" else How.ASKER)
        assert state(c) == State.CONFIRMED
    else:
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            actions.confirm(c, by=cast[who], now=NOW)
        assert state(c) == State.REPORTED


def test_an_asking_office_of_the_same_unit_does_not_confirm(request_, reported, ground, committee_officer, leader):
    c = reported(request_(asked_by=ground.committee))
    for who in (committee_officer, leader):
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            actions.confirm(c, by=who, now=NOW)


@pytest.mark.parametrize("who", CAST)
def test_a_code_in_the_hands_of_the_unit_is_not_the_people_s_word(promise, reported, code_of, cast, who):
    c = promise()
    holder = code_of(c, behind=cast[who])
    reported(c)
    inside = {"front_officer", "committee_officer", "leader", "hamlet_head", "provincial_specialist", "provincial_leader"}
    if who in inside or who == "supervisor":
        with pytest.raises(Refusal, match="không xác nhận thay" if who in inside else "với tư cách ban giám sát"):
            actions.confirm(c, by=holder, now=NOW)
        assert state(c) == State.REPORTED
    else:
        assert actions.confirm(c, by=holder, now=NOW).how == How.CODE


def test_putting_on_another_hat_does_not_help(promise, reported, people, ground, code_of):
    """An officer of the unit who also sits on its supervision board acts as board member only: still of the unit."""
    board = hold(people["committee_officer"], Role.SUPERVISOR, unit=ground.commune)
    narrowed = actor_for(people["committee_officer"], today=TODAY, acting_as=board.pk)
    assert [h.role for h in narrowed.holdings] == [Role.SUPERVISOR]
    c = promise()
    holder = code_of(c, behind=narrowed)
    reported(c)
    for by, sentence in ((narrowed, "chưa được giao quyền"), (holder, "không xác nhận thay")):
        with pytest.raises(Refusal, match=sentence):
            actions.confirm(c, by=by, now=NOW)


def test_a_board_member_of_a_hamlet_speaks_for_that_hamlet(promise, reported, people, ground):
    person = make_user("Lâm Thị Chín", "board.hamlet")
    hold(person, Role.SUPERVISOR, hamlet=ground.hamlet)
    actor = actor_for(person, today=TODAY)
    with pytest.raises(Refusal):
        actions.confirm(reported(promise()), by=actor, now=NOW)
    assert actions.confirm(reported(promise(hamlet=ground.hamlet)), by=actor, now=NOW).how == How.BOARD


def test_a_code_opens_one_commitment_only(promise, reported, code_of):
    one, other = promise(), promise()
    holder = code_of(one)
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.confirm(reported(other), by=holder, now=NOW)


def test_codes_are_shown_once_and_kept_as_a_digest(promise, front_officer):
    c = promise()
    code = actions.issue_code(c, kind="holder", by=front_officer, now=NOW)
    row = ConfirmingCode.objects.get()
    assert len(code) == 12
    assert code not in str(vars(row))
    assert row.digest == codes.digest(code, purpose="commitments")
    assert events.of(c).last().facts == {"code_id": str(row.pk), "kind": "holder", "issuer": "office"}
    assert queries.code_holder(codes.shown(code).lower().replace("0", "o")).code == row.pk
    assert queries.code_holder(codes.new()) is None
    assert queries.code_holder("abc") is None


def test_a_new_holder_s_code_ends_the_lost_one(promise, reported, code_of):
    c = promise()
    lost, new = code_of(c), code_of(c)
    reported(c)
    with pytest.raises(Refusal, match="thay bằng mã mới"):
        actions.confirm(c, by=lost, now=NOW)
    assert actions.confirm(c, by=new, now=NOW)


def test_no_more_codes_than_the_rule_allows(promise, code_of):
    c = promise()
    for _ in range(6):
        code_of(c, CodeKind.HOUSEHOLD)
    with pytest.raises(Refusal, match="tối đa") as caught:
        code_of(c)
    assert "Mặc định của Gần Dân" in caught.value.law


@pytest.mark.parametrize("who", CAST)
def test_anybody_may_object_and_the_old_date_stays(promise, reported, cast, who):
    c = reported(promise())
    row = actions.object_to(c, text=f" {WORDS} ", by=on_day(cast[who], 12), now=at(12))
    assert (row.text, state(c), c.due, c.is_late(TODAY.replace(month=12, day=5)), c.round) == (WORDS, State.OPEN, DUE, True, 2)
    last = events.of(c).last()
    assert (last.verb, last.was, last.now) == ("commitments.objected", "reported", "open")
    assert last.actor == (cast[who].key if who == "supervisor" else "anyone")
    assert "hẻm" not in str(last.content())


def test_an_objection_says_something(promise, reported, citizen):
    with pytest.raises(Refusal, match="ít nhất 10 ký tự") as caught:
        actions.object_to(reported(promise()), text="chưa  ", by=citizen, now=NOW)
    assert caught.value.status == 422


def test_who_reads_an_objection(promise, reported, cast, citizen):
    c = reported(promise())
    actions.object_to(c, text=WORDS, by=citizen, now=NOW)
    readers = {who for who in CAST if may(cast[who], "commitments.read_objections", c)}
    assert readers == {"supervisor", "front_officer", "committee_officer", "leader", "provincial_specialist", "provincial_leader"}
    assert [o.objected_on for o in c.objections.all()] == [TODAY]


def test_after_the_posting_nobody_opposed(promise, reported):
    c = reported(promise())
    with pytest.raises(Refusal, match="chưa hết"):
        actions.end_posting(c, by=CLOCK, now=at(15))
    actions.end_posting(c, by=CLOCK, now=at(16))
    assert (state(c), c.ended_on) == (State.UNOPPOSED, None)
    assert events.of(c).last().verb == "commitments.unopposed"
    with pytest.raises(Refusal, match="không còn"):
        actions.end_posting(c, by=CLOCK, now=at(17))


def test_what_nobody_opposed_can_still_be_confirmed_or_objected_to(promise, reported, supervisor, citizen):
    one, other = reported(promise()), reported(promise())
    for c in (one, other):
        actions.end_posting(c, by=CLOCK, now=at(16))
    actions.confirm(one, by=on_day(supervisor, 20), now=at(20))
    actions.object_to(other, text=WORDS, by=citizen, now=at(20))
    assert (state(one), state(other)) == (State.CONFIRMED, State.OPEN)


@pytest.mark.parametrize("who", CAST)
def test_only_the_clock_ends_a_posting(promise, reported, cast, who):
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.end_posting(reported(promise()), by=on_day(cast[who], 16), now=at(16))


@pytest.mark.parametrize("deed", ["accept", "send_back"])
@pytest.mark.parametrize("who", CAST)
def test_who_assigned_the_task_takes_or_returns_it(task, reported, cast, who, deed):
    c = reported(task())
    more = {"reason": "Thiếu số liệu"} if deed == "send_back" else {}
    if who in {"provincial_leader", "provincial_specialist"}:
        getattr(actions, deed)(c, by=cast[who], now=NOW, **more)
        assert state(c) == (State.ACCEPTED if deed == "accept" else State.OPEN)
        assert events.of(c).last().verb == f"commitments.{'accepted' if deed == 'accept' else 'sent_back'}"
    else:
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            getattr(actions, deed)(c, by=cast[who], now=NOW, **more)


def test_nobody_accepts_what_they_reported_themselves(task, ground, people):
    person = people["leader"]
    hold(person, Role.LEADER, office=ground.front)
    actor = actor_for(person, today=TODAY)
    c = task(assigned_by=ground.party, by=actor)
    actions.add_evidence(c, kind="note", note="Đã làm xong ở hẻm", by=actor, now=NOW)
    actions.report_done(c, summary="Đã làm xong cả rồi", by=actor, now=NOW)
    with pytest.raises(Refusal, match="không tự nhận"):
        actions.accept(c, by=actor, now=NOW)


def test_a_task_of_an_office_that_is_gone_is_accepted_by_who_leads_above(task, reported, ground, provincial_leader, leader):
    from django.db.backends.postgresql.psycopg_any import DateRange

    c = reported(task(assigned_by=ground.province_board))
    with pytest.raises(Refusal):
        actions.accept(c, by=leader, now=NOW)
    ground.province_board.existed = DateRange(ground.province_board.existed.lower, TODAY, "[)")
    ground.province_board.save()
    actions.accept(c, by=leader, now=NOW)
    assert state(c) == State.ACCEPTED


def test_a_promise_is_not_accepted_and_a_task_not_confirmed(promise, task, reported, supervisor, provincial_leader, citizen):
    for deed, thing, by in (
        ("accept", promise, provincial_leader),
        ("send_back", promise, provincial_leader),
        ("confirm", task, supervisor),
    ):
        more = {"reason": "Chưa đạt"} if deed == "send_back" else {}
        with pytest.raises(Refusal):
            getattr(actions, deed)(reported(thing()), by=by, now=NOW, **more)
    with pytest.raises(Refusal) as caught:
        actions.object_to(reported(task()), text=WORDS, by=citizen, now=NOW)
    assert caught.value.status == 404


def test_words_are_erased_and_the_record_still_verifies(promise, reported, citizen, administrator, leader):
    c = reported(promise())
    row = actions.object_to(c, text=WORDS, by=citizen, now=NOW)
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.erase_words(row, reason="personal_data", by=leader, now=NOW)
    actions.erase_words(row, reason="personal_data", by=administrator, now=NOW)
    row.refresh_from_db()
    assert (row.text, row.is_erased, events.of(c).last().verb) == ("", True, "commitments.words_erased")
    with pytest.raises(Refusal, match="đã được xoá"):
        actions.erase_words(row, reason="personal_data", by=administrator, now=NOW)
    report = verify()
    assert (report.problems, report.erased) == ([], 1)


def test_words_of_a_promise_go_only_by_those_above_and_for_a_reason(promise, administrator, leader, provincial_leader):
    c = promise()
    for by in (administrator, leader):
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            actions.erase_words(c, reason="personal_data", by=by, now=NOW)
    with pytest.raises(Refusal, match="chọn lý do xoá"):
        actions.erase_words(c, reason="unwelcome", by=provincial_leader, now=NOW)
    actions.erase_words(c, reason="personal_data", by=provincial_leader, now=NOW)
    assert events.of(c).last().facts["reason"] == "personal_data"
    c.refresh_from_db()
    assert (c.title, c.deliverable, c.beneficiary, c.is_erased) == ("", "", "", True)
    assert verify().problems == []


def test_no_other_words_stand_in_the_place_of_erased_ones(promise, reported, citizen, administrator):
    row = actions.object_to(reported(promise()), text=WORDS, by=citizen, now=NOW)
    rows = type(row).objects.filter(pk=row.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(text="Làm tốt lắm.", content_salt=None)
    actions.erase_words(row, reason="personal_data", by=administrator, now=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(text="Làm tốt lắm.")
