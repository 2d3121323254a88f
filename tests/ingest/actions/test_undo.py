"""Undoing takes back what accepting wrote, and nothing else; it refuses when something hangs on it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gandan.activities import actions as activities
from gandan.activities.enums import State
from gandan.activities.models import (
    Activity,
    ActivityDocument,
    ActivityFigure,
    ActivityPlace,
    ActivitySource,
    Attendance,
    Participant,
    Request,
)
from gandan.core import events
from gandan.core.access import Refusal
from gandan.directives.models import Document
from gandan.indicators.models import Statement
from gandan.ingest import actions, queries
from gandan.ingest.enums import NEXT, RecordState
from gandan.ingest.models import Made, ProposedRecord
from tests.ingest.desk import NOW, TOLD_AGAIN, record, records, take


@pytest.fixture
def who(officer):
    return {"by": officer, "now": NOW}


def live(model):
    return model.objects.filter(removed_at=None)


def standing() -> dict[str, int]:
    """What stands in the rooms."""
    return {
        "activities": Activity.objects.filter(state=State.RECORDED).count(),
        "documents": Document.objects.filter(state="recorded").count(),
        "statements": Statement.objects.filter(retraction=None).count(),
        **{m.__name__: live(m).count() for m in (ActivityPlace, ActivityDocument, ActivityFigure, Participant, Request, Attendance)},
    }


ROOMS = "activities documents statements ActivityPlace ActivityDocument ActivityFigure Participant Request Attendance"
NOTHING = dict.fromkeys(ROOMS.split(), 0)


def test_all_accepted_and_all_undone_leaves_nothing(source, who):
    done = actions.accept_all(source, **who)
    assert {left.record.kind for left in done.left} == {"figure"}
    assert all("một người dân được giúp" in left.sentence for left in done.left)
    for left in done.left:
        actions.accept(left.record, **who)
    assert len(done.accepted) == 7
    assert standing() == NOTHING | {
        "activities": 1,
        "documents": 1,
        "statements": 2,
        "ActivityPlace": 1,
        "ActivityDocument": 1,
        "ActivityFigure": 2,
        "Participant": 1,
        "Request": 1,
    }
    for row in reversed(queries.records_of(source)):
        actions.undo(row, **who)
    assert standing() == NOTHING
    assert set(source.records.values_list("state", flat=True)) == {RecordState.WAITING}
    assert not Made.objects.exists()
    assert live(ActivitySource).filter(activity__state=State.RECORDED).count() == 0


def test_accepted_again_after_undoing(source, who):
    row = actions.accept(record(source, "activity"), **who)
    first = row.thing_id
    again = actions.accept(actions.undo(row, **who), **who)
    assert again.state == RecordState.ACCEPTED
    assert again.thing_id != first
    assert events.of(row).verbs() == ["ingest.record_accepted", "ingest.record_undone", "ingest.record_accepted"]


def test_an_activity_with_other_records_stays(source, who):
    actions.accept(record(source, "activity"), **who)
    actions.accept(records(source, "person")[0], **who)
    with pytest.raises(Refusal, match="còn 1 mục gắn với sự việc này"):
        actions.undo(record(source, "activity"), **who)
    assert standing()["activities"] == 1


def test_an_activity_to_which_people_added_something_stays(source, who):
    row = actions.accept(record(source, "activity"), **who)
    activities.add_attendance(Activity.objects.get(pk=row.thing_id), point="venue", people=40, **who)
    with pytest.raises(Refusal, match="còn 1 mục"):
        actions.undo(row, **who)


def test_a_request_that_was_answered_stays(source, who, leader, ward):
    actions.accept(record(source, "activity"), **who)
    row = actions.accept(records(source, "request")[0], **who)
    activities.decline_request(Request.objects.get(pk=row.thing_id), reason="Quận đã kết thúc hoạt động", by=leader, now=NOW)
    with pytest.raises(Refusal, match="trả lời"):
        actions.undo(row, **who)
    assert record(source, "request").state == RecordState.ACCEPTED


def test_what_was_taken_off_in_its_room_can_still_be_undone(source, who):
    actions.accept(record(source, "activity"), **who)
    row = actions.accept(records(source, "person")[0], **who)
    activities.remove_participant(Participant.objects.get(pk=row.thing_id), **who)
    assert actions.undo(row, **who).state == RecordState.WAITING


def test_a_document_goes_over_to_the_text_that_still_cites_it(source, who, ward, officer):
    second = take(TOLD_AGAIN, ward, officer)
    for one in (source, second):
        actions.accept(record(one, "activity"), **who)
        actions.accept(records(one, "document")[0], **who)
    first, other = records(source, "document")[0], records(second, "document")[0]
    assert (first.state, other.state) == (RecordState.ACCEPTED, RecordState.MERGED)
    actions.undo(first, **who)
    assert standing()["documents"] == 1
    actions.undo(other, **who)
    assert standing()["documents"] == 0


@pytest.mark.parametrize("state", list(RecordState))
@pytest.mark.parametrize("deed", ["accept", "merge", "reject", "undo"])
def test_every_deed_in_every_state(source, who, state, deed):
    """The table NEXT, deed by deed."""
    base = Activity.objects.get(pk=actions.accept(record(source, "activity"), **who).thing_id)
    person = records(source, "person")[0]
    there = activities.add_participant(base, name="Lê Thị Hai", positions=["Trưởng ấp"], **who)
    bring = {
        RecordState.WAITING: lambda: person,
        RecordState.ACCEPTED: lambda: actions.accept(person, **who),
        RecordState.MERGED: lambda: actions.merge(person, into=there, **who),
        RecordState.REJECTED: lambda: actions.reject(person, **who),
    }
    row = bring[state]()
    do = {
        "accept": lambda: actions.accept(row, **who),
        "merge": lambda: actions.merge(row, into=there, **who),
        "reject": lambda: actions.reject(row, **who),
        "undo": lambda: actions.undo(row, **who),
    }[deed]
    if deed in NEXT[state]:
        assert do().state == NEXT[state][deed]
    else:
        with pytest.raises(Refusal):
            do()
        assert ProposedRecord.objects.get(pk=row.pk).state == state


def test_the_table_of_states_is_whole():
    assert set(NEXT) == set(RecordState)
    assert {after for deeds in NEXT.values() for after in deeds.values()} == set(RecordState)


DEEDS = st.lists(st.tuples(st.sampled_from(["accept", "reject", "undo", "all"]), st.integers(0, 8)), max_size=14)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=DEEDS)
def test_what_stands_is_what_is_accepted(source, who, deeds):
    """Whatever the order of decisions, refused ones included."""
    from django.db import transaction

    sid = transaction.savepoint()
    try:
        for deed, number in deeds:
            rows = queries.records_of(source)
            row = rows[number % len(rows)]
            try:
                actions.accept_all(source, **who) if deed == "all" else getattr(actions, deed)(row, **who)
            except Refusal:
                continue
        taken = [r for r in queries.records_of(source) if RecordState(r.state).is_taken]
        expected = {
            "activities": sum(r.kind == "activity" for r in taken),
            "documents": sum(r.kind == "document" for r in taken),
            "statements": sum(r.kind == "figure" for r in taken),
            "ActivityPlace": sum(r.kind == "unit" and r.state == "accepted" for r in taken),
            "Participant": sum(r.kind == "person" for r in taken),
            "Request": sum(r.kind == "request" for r in taken),
        }
        now = standing()
        assert {name: now[name] for name in expected} == expected
        assert all(r.activity_id is None for r in queries.records_of(source) if not RecordState(r.state).is_taken)
    finally:
        transaction.savepoint_rollback(sid)
