"""Something is promised, assigned, taken up."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from gandan.commitments import actions
from gandan.commitments.enums import Kind, State
from gandan.commitments.models import Commitment
from gandan.core import events
from gandan.core.access import Refusal
from gandan.core.events.verify import verify
from tests.commitments.conftest import DUE, at
from tests.people import CAST, NOW, TODAY

pytestmark = pytest.mark.django_db


def test_a_promise_says_who_owes_what_by_when(promise, ground):
    c = promise(title="  Lắp  đèn hẻm 51 ", hamlet=ground.hamlet, coordinators=[ground.committee])
    assert (c.kind, c.state, c.title, c.is_public) == (Kind.PROMISE, State.OPEN, "Lắp đèn hẻm 51", True)
    assert (c.unit_id, c.lead, c.made_on, c.due, c.first_due) == (ground.commune.pk, ground.front, TODAY, DUE, DUE)
    assert [x.office for x in c.coordinators.all()] == [ground.committee]
    event = events.of(c).get()
    assert (event.verb, event.now, event.unit, event.facts["due"]) == ("commitments.promised", "open", c.unit_id, "2026-12-03")
    assert "đèn" not in str(event.content())
    assert verify().problems == []


def test_a_task_is_internal_and_a_request_public(task, request_, ground):
    assert (task().kind, task().is_public, task().assigned_by) == (Kind.TASK, False, ground.province_board)
    assert (request_().kind, request_().is_public, request_().asked_by) == (Kind.REQUEST, True, ground.other_front)
    assert events.of(task()).verbs() == ["commitments.assigned"]
    assert events.of(request_()).verbs() == ["commitments.taken_up"]


def test_it_remembers_where_it_came_from(promise, ground):
    c = promise(origin=ground.hamlet)
    assert (c.origin_type, c.origin_id) == ("units.hamlet", str(ground.hamlet.pk))


@pytest.mark.parametrize("who", CAST)
def test_who_promises(promise, cast, who):
    if who in {"front_officer", "leader"}:
        assert promise(by=cast[who]).pk
    else:
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            promise(by=cast[who])


@pytest.mark.parametrize("who", CAST)
def test_who_assigns_from_the_board_above(task, cast, who):
    if who in {"provincial_leader", "provincial_specialist"}:
        assert task(by=cast[who]).pk
    else:
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            task(by=cast[who])


def test_a_leader_assigns_inside_the_unit_and_not_upward(task, ground, leader):
    assert task(by=leader, assigned_by=ground.party).unit_id == ground.commune.pk
    for more in ({"lead": ground.province_board}, {"lead": ground.other_front}):
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            task(by=leader, assigned_by=ground.party, **more)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"title": " "}, "tên việc"),
        ({"title": "x" * 201}, "dài quá 200"),
        ({"deliverable": ""}, "sản phẩm"),
        ({"beneficiary": "x" * 201}, "dài quá 200"),
        ({"made_on": TODAY + timedelta(days=1)}, "sau hôm nay"),
        ({"due": TODAY - timedelta(days=1)}, "Hạn phải từ ngày"),
        ({"due_rule": "no.such_rule"}, "Không có quy định"),
        ({"due_rule": "commitment.extensions"}, "không nói về thời hạn"),
        ({"due_rule": "deadline.assigned_task_default", "due": TODAY + timedelta(days=30)}, "hạn muộn nhất là 3/12/2026"),
    ],
)
def test_what_is_asked_of_the_words_and_dates(promise, more, sentence):
    with pytest.raises(Refusal, match=sentence) as caught:
        promise(**more)
    assert caught.value.status == 422
    assert not Commitment.objects.exists()


def test_places_and_people_fit(promise, ground, people):
    with pytest.raises(Refusal, match="không thuộc đơn vị"):
        promise(lead=ground.front, hamlet=_hamlet_of(ground.other))
    with pytest.raises(Refusal, match="không làm việc ở cơ quan"):
        promise(lead_person=people["committee_officer"])
    with pytest.raises(Refusal, match="đã chủ trì"):
        promise(coordinators=[ground.front])
    assert promise(lead_person=people["front_officer"]).lead_person == people["front_officer"]


def _hamlet_of(unit):
    from django.db.backends.postgresql.psycopg_any import DateRange

    from gandan.units.models import Hamlet

    return Hamlet.objects.create(unit=unit, added_in=unit, kind="ap", name="1", key="1", existed=DateRange(TODAY, None, "[)"))


def test_a_rule_sets_the_latest_date(promise):
    assert promise(due_rule="deadline.assigned_task_default").due_rule == "deadline.assigned_task_default"


def test_a_slip_of_the_pen_is_mended_on_the_day(promise, front_officer, outsider):
    c = promise()
    actions.reword(c, title="Lắp đèn hẻm 52", by=front_officer, now=NOW)
    c.refresh_from_db()
    assert (c.title, c.deliverable) == ("Lắp đèn hẻm 52", "12 bóng đèn sáng")
    assert events.of(c).verbs() == ["commitments.promised", "commitments.reworded"]
    with pytest.raises(Refusal, match="tên việc"):
        actions.reword(c, title="", by=front_officer, now=NOW)
    with pytest.raises(Refusal, match="trong ngày ghi"):
        actions.reword(c, title="Khác", by=front_officer, now=at(1))
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.reword(c, title="Khác", by=outsider, now=NOW)
    assert verify().problems == []


def test_somebody_is_put_in_charge(promise, people, leader, outsider):
    c = promise()
    actions.name_person(c, person=people["front_officer"], by=leader, now=NOW)
    c.refresh_from_db()
    assert c.lead_person == people["front_officer"]
    assert events.of(c).last().facts["person_id"] == str(people["front_officer"].pk)
    actions.name_person(c, person=None, by=leader, now=NOW)
    for person, by, sentence in ((people["outsider"], leader, "không làm việc"), (None, outsider, "chưa được giao quyền")):
        with pytest.raises(Refusal, match=sentence):
            actions.name_person(c, person=person, by=by, now=NOW)


def test_offices_that_work_along(promise, ground, leader, committee_officer, front_officer):
    c = promise()
    actions.add_coordinator(c, office=ground.committee, by=leader, now=NOW)
    with pytest.raises(Refusal, match="đã được ghi"):
        actions.add_coordinator(c, office=ground.committee, by=leader, now=NOW)
    assert actions.note_progress(c, note="Đã khảo sát", by=committee_officer, now=NOW).note == "Đã khảo sát"
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.report_done(c, summary="Đã làm xong cả rồi", by=committee_officer, now=NOW)
    actions.remove_coordinator(c, office=ground.committee, by=front_officer, now=NOW)
    with pytest.raises(Refusal, match="không phối hợp"):
        actions.remove_coordinator(c, office=ground.committee, by=front_officer, now=NOW)
    assert events.of(c).verbs()[1:] == ["commitments.coordinator_added", "commitments.progress_noted", "commitments.coordinator_removed"]


BROKEN = [
    {"due": TODAY - timedelta(days=1)},
    {"state": State.ACCEPTED, "ended_on": TODAY},
    {"state": State.WITHDRAWN},
    {"ended_on": TODAY},
    {"is_public": False},
    {"origin_type": "units.hamlet"},
    {"round": 0},
]


@pytest.mark.parametrize("wrong", BROKEN, ids=lambda w: "-".join(w))
def test_the_database_holds_what_belongs_together(promise, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Commitment.objects.filter(pk=promise().pk).update(**wrong)


def test_the_database_knows_whose_unit_it_is(promise, ground):
    with pytest.raises(IntegrityError, match="lead office"), transaction.atomic():
        Commitment.objects.filter(pk=promise().pk).update(unit=ground.other)
    with pytest.raises(IntegrityError), transaction.atomic():
        Commitment.objects.filter(pk=promise().pk).update(assigned_by=ground.party)


def test_it_is_never_deleted(promise):
    with pytest.raises(Exception, match="annot delete"), transaction.atomic():
        Commitment.objects.filter(pk=promise().pk).delete()
