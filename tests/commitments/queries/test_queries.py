"""Who sees what, what somebody owes, and numbers that stand side by side."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from gandan.commitments import actions, origins, queries
from gandan.commitments.enums import STATES_OF, Kind, State
from gandan.commitments.models import Commitment
from gandan.core.events.models import Event
from tests.commitments.conftest import DUE, WORDS, at, on_day
from tests.people import CAST, NOW, TODAY

pytestmark = pytest.mark.django_db
EACH = [(kind, state) for kind in Kind for state in sorted(STATES_OF[kind])]


@pytest.mark.parametrize("who", CAST)
def test_what_is_owed_to_people_is_seen_by_all_and_tasks_inside(promise, task, request_, cast, who):
    public, inner = {promise().pk, request_().pk}, task().pk
    inside = {"front_officer", "committee_officer", "leader", "provincial_specialist", "provincial_leader"}
    assert {c.pk for c in queries.visible_to(cast[who])} == public | ({inner} if who in inside else set())


def test_who_works_along_or_assigned_sees_the_task(task, ground, outsider, cast, leader):
    assert [c.pk for c in queries.visible_to(outsider)] == []
    c = task(coordinators=[ground.other_front])
    assert [x.pk for x in queries.visible_to(outsider)] == [c.pk]
    up = task(lead=ground.province_board)
    assert up.pk not in {x.pk for x in queries.visible_to(leader)}


@pytest.mark.parametrize("who", CAST)
def test_what_somebody_owes(promise, task, cast, ground, who):
    mine, other, inner = promise(), promise(lead=ground.committee), task()
    Commitment.objects.filter(pk=inner.pk).update(due=DUE + timedelta(days=1))
    owed = {"front_officer": [mine, inner], "committee_officer": [other], "leader": [mine, other, inner]}
    assert [c.pk for c in queries.owed_by(cast[who], today=TODAY)] == [c.pk for c in owed.get(who, [])]


def test_late_comes_first_and_what_is_reported_is_not_owed(promise, reported, front_officer):
    later, sooner, done = promise(), promise(due=TODAY), reported(promise())
    assert [c.pk for c in queries.owed_by(front_officer, today=TODAY)] == [sooner.pk, later.pk]
    assert done.pk


def test_what_waits_to_be_accepted(task, reported, provincial_leader, provincial_specialist, leader):
    c = reported(task())
    task()
    assert [x.pk for x in queries.to_accept(provincial_leader)] == [c.pk] == [x.pk for x in queries.to_accept(provincial_specialist)]
    assert not queries.to_accept(leader).exists()


def test_those_above_get_counts(promise, ground, provincial_specialist, leader):
    for days in (0, 0, 8):
        promise(due=TODAY + timedelta(days=days))
    told = queries.escalated(on_day(provincial_specialist, 8), today=TODAY + timedelta(days=8))
    assert [(e.unit, e.late, e.oldest) for e in told] == [(ground.commune.pk, 2, TODAY)]
    assert (
        queries.escalated(on_day(provincial_specialist, 7), today=TODAY + timedelta(days=7)) == []
    )  # Culture Day, the 24th, is no working day
    assert queries.escalated(leader, today=TODAY + timedelta(days=8)) == []


@pytest.mark.parametrize(("kind", "state"), EACH)
def test_each_state_is_counted_in_its_own_place(in_state, ground, kind, state):
    in_state(state, kind)
    told = queries.counts([ground.commune.pk], today=TODAY)
    group = {Kind.PROMISE: "promises", Kind.TASK: "tasks", Kind.REQUEST: "requests"}[kind]
    for name in ("promises", "tasks", "requests"):
        numbers = vars(getattr(told, name))
        named = {state, "confirmed_board"} if state == State.CONFIRMED else {state}
        assert numbers == {k: int(name == group and k in named) for k in numbers}
    assert queries.board([ground.commune.pk, ground.other.pk], today=TODAY) == {ground.commune.pk: told, ground.other.pk: queries.Counts()}


def test_late_is_counted_apart_from_open(promise, ground):
    promise(), promise(due=TODAY)
    told = queries.counts([ground.commune.pk], today=TODAY + timedelta(days=1)).promises
    assert (told.open, told.late) == (1, 1)


def test_kinds_have_no_sum():
    assert not {"total", "sum", "all"} & {
        name for kind in (queries.Counts, queries.PromiseCounts, queries.TaskCounts) for name in vars(kind)
    }


def test_a_board_is_one_query(promise, task, ground, django_assert_num_queries):
    promise(), task()
    with django_assert_num_queries(2):  # one asks whether the tree of units changed
        queries.board([ground.commune.pk, ground.other.pk], today=TODAY)
    with django_assert_num_queries(2):  # one asks whether the tree of units changed
        queries.counts([ground.commune.pk], today=TODAY)


def whole_page(rows):
    for c in queries.whole(rows):
        str(c.lead)
        [str(x.office_id) for x in c.coordinators.all()]
        [x.note for x in c.progress.all()]
        [x.kind for x in c.evidence.all()]
        [(x.was, x.now) for x in c.extensions.all()]
        [(str(x.was), str(x.to)) for x in c.handovers.all()]
        [x.posted_until for x in c.done_reports.all()]
        [x.objected_on for x in c.objections.all()]
        [x.how for x in c.confirmations.all()]
        getattr(c, "withdrawal", None)


def numbers(ask) -> int:
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        ask()
    return len(captured)


def test_lists_have_a_constant_number_of_queries(promise, reported, ground, leader, front_officer, provincial_leader):
    def moved(c):
        actions.extend(c, to=DUE + timedelta(days=5), reason="Mưa kéo dài nhiều ngày", by=leader, now=NOW)
        actions.hand_over(c, to=ground.party, reason="Đúng việc của cơ quan này", by=leader, now=NOW)

    asked = {
        "whole": lambda: whole_page(queries.visible_to(leader)),
        "owed": lambda: list(queries.owed_by(leader, today=TODAY)),
        "escalated": lambda: queries.escalated(provincial_leader, today=TODAY),
    }
    moved(promise(coordinators=[ground.committee]))
    list(queries.visible_to(leader))  # the picture of the units is read once in a process
    one = {name: numbers(ask) for name, ask in asked.items()}
    for n in range(30):
        c = promise(coordinators=[ground.committee])
        if n % 5 == 0:
            moved(c)
    assert {name: numbers(ask) for name, ask in asked.items()} == one


def test_what_came_of_a_thing(promise, ground):
    c = promise(origin=ground.hamlet)
    promise()
    assert [x.pk for x in queries.of_origin(ground.hamlet)] == [c.pk]


def test_origins_are_described_by_the_rooms_above(promise, ground, citizen, monkeypatch):
    monkeypatch.setattr(origins, "_rooms", {})
    asked = []

    def describe(ids, actor):
        asked.append(ids)
        return {ids[0]: origins.Origin("Đối thoại ngày 20/11", "/hoat-dong/1/")}

    origins.register("units.hamlet", describe)
    origins.register("units.hamlet", describe)
    with pytest.raises(ValueError, match="twice"):
        origins.register("units.hamlet", lambda ids, actor: {})
    with_origin, hidden, without = promise(origin=ground.hamlet), promise(origin=ground.commune), promise()
    told = origins.of([with_origin, hidden, without], actor=citizen)
    assert {k: o.title for k, o in told.items()} == {str(with_origin.pk): "Đối thoại ngày 20/11"}
    assert asked == [[str(ground.hamlet.pk)]]


def test_no_event_says_a_person_s_words(promise, reported, citizen, front_officer, leader):
    c = promise()
    actions.add_evidence(
        c, kind="file", upload=SimpleUploadedFile("hem51.pdf", b"%PDF-1.4\n%%EOF"), note="Biên bản hẻm 51", by=front_officer, now=NOW
    )
    actions.extend(c, to=DUE + timedelta(days=2), reason="Mưa ở hẻm 51", by=leader, now=NOW)
    actions.object_to(reported(c), text=WORDS, by=citizen, now=at(1))
    assert not [e for e in Event.objects.all() if "51" in str(e.facts.get("reason", "")) or "hẻm" in str(e.content())]
