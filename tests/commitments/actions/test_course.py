"""A later date, another office, a withdrawal, a reminder; many at once."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from gandan.commitments import actions
from gandan.commitments.enums import Cause, Kind, Stage, State
from gandan.commitments.models import Commitment
from gandan.core import events
from gandan.core.access import Refusal
from gandan.core.events.verify import verify
from tests.commitments.conftest import DUE, WORDS, at, on_day
from tests.people import CAST, NOW, TODAY

pytestmark = pytest.mark.django_db
LATER = DUE + timedelta(days=10)


@pytest.mark.parametrize("who", CAST)
def test_only_the_unit_s_leader_gives_a_later_date(promise, cast, who):
    c = promise()
    if who == "leader":
        actions.extend(c, to=LATER, reason="Mưa kéo dài", by=cast[who], now=NOW)
        c.refresh_from_db()
        assert (c.due, c.first_due) == (LATER, DUE)
        assert [(e.was, e.now, e.reason, e.given_on) for e in c.extensions.all()] == [(DUE, LATER, "Mưa kéo dài", TODAY)]
        assert events.of(c).last().verb == "commitments.extended"
    else:
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            actions.extend(c, to=LATER, reason="Một lý do đủ dài", by=cast[who], now=NOW)


def test_a_missed_date_stays_missed(promise, leader):
    with pytest.raises(Refusal, match="hạn cũ vẫn được giữ"):
        actions.extend(promise(), to=LATER, reason="Mưa kéo dài nhiều ngày", by=on_day(leader, 11), now=at(11))


def test_a_date_moves_later_with_a_reason_and_not_for_ever(promise, leader):
    c = promise()
    for to, reason, sentence in ((DUE, "Mưa", "sau hạn cũ"), (LATER, " ", "lý do")):
        with pytest.raises(Refusal, match=sentence):
            actions.extend(c, to=to, reason=reason, by=leader, now=NOW)
    for n in (1, 2):
        actions.extend(c, to=DUE + timedelta(days=n), reason="Mưa kéo dài nhiều ngày", by=leader, now=NOW)
    with pytest.raises(Refusal, match="Đã gia hạn 2 lần"):
        actions.extend(c, to=LATER, reason="Mưa kéo dài nhiều ngày", by=leader, now=NOW)


@pytest.mark.parametrize("who", CAST)
def test_who_hands_over_inside_the_unit(promise, cast, ground, who):
    c = promise()
    if who in {"leader", "provincial_leader", "provincial_specialist"}:
        row = actions.hand_over(c, to=ground.committee, reason="Đúng việc của UBND", by=cast[who], now=NOW)
        c.refresh_from_db()
        assert (row.was, row.to, row.cause, c.lead, c.unit_id) == (
            ground.front,
            ground.committee,
            Cause.DECISION,
            ground.committee,
            ground.commune.pk,
        )
        assert events.of(c).last().facts["to_office"] == str(ground.committee.pk)
    else:
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            actions.hand_over(c, to=ground.committee, reason="Một lý do đủ dài", by=cast[who], now=NOW)


@pytest.mark.parametrize("who", CAST)
def test_between_units_only_those_above_both(promise, cast, ground, who):
    c = promise()
    if who in {"provincial_leader", "provincial_specialist"}:
        actions.hand_over(c, to=ground.other_front, reason="Hẻm thuộc phường bên", by=cast[who], now=NOW)
        c.refresh_from_db()
        assert (c.lead, c.unit) == (ground.other_front, ground.other)
    else:
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            actions.hand_over(c, to=ground.other_front, reason="Một lý do đủ dài", by=cast[who], now=NOW)


def test_a_handover_takes_the_person_off_and_a_coordinator_up(promise, ground, people, leader, committee_officer, front_officer):
    c = promise(lead_person=people["front_officer"], coordinators=[ground.committee])
    for to, reason, sentence in ((ground.front, "Đổi", "đang chủ trì"), (ground.committee, "", "lý do")):
        with pytest.raises(Refusal, match=sentence):
            actions.hand_over(c, to=to, reason=reason, by=leader, now=NOW)
    actions.hand_over(c, to=ground.committee, reason="Đúng việc của cơ quan", by=leader, now=NOW)
    c.refresh_from_db()
    assert (c.lead_person, list(c.coordinators.all())) == (None, [])
    assert actions.note_progress(c, note="Đã nhận", by=committee_officer, now=NOW)
    with pytest.raises(Refusal):
        actions.note_progress(c, note="Đã nhận", by=front_officer, now=NOW)


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("who", CAST)
def test_who_withdraws(any_kind, cast, who, kind):
    c = any_kind[kind]()
    if who in ({"provincial_leader", "provincial_specialist"} if kind == Kind.TASK else {"leader"}):
        row = actions.withdraw(c, reason="Không còn nguồn vốn", by=cast[who], now=NOW)
        c.refresh_from_db()
        assert (row.reason, c.state, c.ended_on, c.is_public) == ("Không còn nguồn vốn", State.WITHDRAWN, TODAY, kind != Kind.TASK)
        assert events.of(c).last().now == "withdrawn"
    else:
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            actions.withdraw(c, reason="Một lý do đủ dài", by=cast[who], now=NOW)


def test_a_withdrawal_says_why(promise, leader):
    with pytest.raises(Refusal, match="lý do"):
        actions.withdraw(promise(), reason=" ", by=leader, now=NOW)


@pytest.mark.parametrize("who", CAST)
def test_who_reminds_once_a_day(promise, cast, who):
    c = promise()
    if who in {"leader", "provincial_leader", "provincial_specialist"}:
        row = actions.remind(c, by=cast[who], now=NOW)
        assert (row.stage, row.for_due, row.for_day) == (Stage.ASKED, DUE, TODAY)
        assert events.of(c).last().facts == {"stage": "asked", "due": DUE.isoformat()}
        with pytest.raises(Refusal, match="đã nhắc"):
            actions.remind(c, by=cast[who], now=NOW)
        assert actions.remind(c, by=on_day(cast[who], 1), now=at(1))
    else:
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            actions.remind(c, by=cast[who], now=NOW)


def test_many_at_once_each_by_itself(promise, task, leader, reported, ground):
    fine, done, elsewhere, nothing = promise(), reported(promise()), promise(), uuid4()
    Commitment.objects.filter(pk=elsewhere.pk).update(lead=ground.other_front, unit=ground.other)
    ids = [fine.pk, done.pk, elsewhere.pk, nothing, fine.pk]
    out = actions.bulk.extend(ids, to=LATER, reason="Mưa kéo dài nhiều ngày", by=leader, now=NOW)
    assert out.done == (fine.pk,)
    assert list(out.refused) == [done.pk, elsewhere.pk, nothing]
    assert "đang làm" in out.refused[done.pk]
    assert "giao quyền" in out.refused[elsewhere.pk]
    assert out.refused[nothing] == "Không thấy việc này."
    assert events.of(fine).verbs() == ["commitments.promised", "commitments.extended"]
    assert events.of(done).last().verb == "commitments.reported_done"


def test_each_bulk_deed(promise, front_officer, leader, ground):
    ids = [promise().pk, promise().pk]
    assert actions.bulk.note(ids, note="Đã khảo sát", by=front_officer, now=NOW).done == tuple(ids)
    assert actions.bulk.remind(ids, by=leader, now=NOW).done == tuple(ids)
    assert actions.bulk.hand_over(ids, to=ground.committee, reason="Đúng việc của cơ quan", by=leader, now=NOW).done == tuple(ids)
    assert actions.bulk.note(ids, note="Đã khảo sát", by=front_officer, now=NOW).done == ()


def test_what_an_outsider_does_not_see_is_not_there(task, outsider):
    c = task()
    assert actions.bulk.note([c.pk], note="Đã làm", by=outsider, now=NOW).refused == {c.pk: "Không thấy việc này."}


STEPS = (
    "extensions",
    "handovers",
    "done_reports",
    "objections",
    "withdrawal",
    "progress",
    "evidence",
    "confirmations",
    "reminders",
    "send_backs",
)


@pytest.fixture
def every_step(promise, task, reported, leader, provincial_leader, citizen, ground, front_officer, committee_officer, supervisor):
    c, t, w = promise(), task(), promise()
    actions.note_progress(c, note="Đã làm", by=front_officer, now=NOW)
    actions.extend(c, to=LATER, reason="Mưa kéo dài nhiều ngày", by=leader, now=NOW)
    actions.remind(c, by=leader, now=NOW)
    actions.object_to(reported(c), text=WORDS, by=citizen, now=NOW)
    actions.confirm(reported(c), by=supervisor, now=NOW)
    actions.send_back(reported(t), reason="Còn thiếu số liệu", by=provincial_leader, now=NOW)
    actions.hand_over(w, to=ground.committee, reason="Đúng việc của cơ quan", by=leader, now=NOW)
    actions.withdraw(w, reason="Hết vốn, không làm được", by=leader, now=NOW)
    return (c, t, w)


@pytest.mark.parametrize("name", STEPS)
def test_steps_are_history(every_step, name, administrator):
    """The database lets no row of history go, nor change, but for its words being erased."""
    model = Commitment._meta.get_field(name).related_model
    row, words = model._default_manager.first(), getattr(model, "BOUND", ())
    when = {"DateField": TODAY - timedelta(days=99), "DateTimeField": at(-99)}
    days = [{f.name: when[f.get_internal_type()]} for f in model._meta.concrete_fields if f.get_internal_type() in when]
    rows = model._default_manager.filter(pk=row.pk)
    for change in (*days, *({w: "https://khac.vn"} for w in words)):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.delete()
    if words:
        actions.erase_words(row, reason="personal_data", by=administrator, now=NOW)
        row.refresh_from_db()
        assert {getattr(row, w) for w in words} == {""}
    assert verify().problems == []
