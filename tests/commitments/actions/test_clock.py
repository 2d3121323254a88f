"""What the clock does each day: reminders, escalation, the end of postings, forgetting; killed and run again, nothing is doubled."""

from datetime import timedelta

import pytest
from django.db import connection

from gandan.commitments import actions, tasks
from gandan.commitments.actions import clock
from gandan.commitments.enums import Stage, State
from gandan.commitments.models import Commitment, Objection, Reminder
from gandan.config import schedule
from gandan.core import events
from gandan.core.access import Refusal, SystemActor
from gandan.core.events import Event
from gandan.core.events.verify import verify
from gandan.core.jobs.app import app
from tests.commitments.conftest import CLOCK, WORDS, at, on_day
from tests.people import CAST, NOW, TODAY

pytestmark = pytest.mark.django_db


def day_after(days: int) -> int:
    return actions.send_reminders(by=CLOCK, now=at(days))


def stages(c) -> list[str]:
    return list(c.reminders.order_by("at", "stage").values_list("stage", flat=True))


def test_before_on_the_day_and_after_it(promise):
    c = promise(due=TODAY)
    Commitment.objects.filter(pk=c.pk).update(made_on=TODAY - timedelta(days=30))
    for n in (-6, -5, -3, 0, 1, 2, 3, 8, 9, 15):
        day_after(n)
        day_after(n)
    assert stages(c) == ["before", "on_day", "leader", "above", "after", "after"]
    reminded = events.of(c).filter(verb="commitments.reminded")
    assert [e.facts["stage"] for e in reminded] == ["before", "on_day", "leader", "after", "after"]
    assert {e.actor for e in reminded} == {"system:clock"}
    assert reminded.last().facts["due"] == TODAY.isoformat()


def test_those_above_learn_how_many_and_nothing_else(promise, task, ground):
    one, two, _in_time = promise(due=TODAY), promise(due=TODAY), promise()
    assert day_after(9) == 2 * 3 + 1
    told = Event.objects.get(verb="commitments.escalated")
    assert (told.thing_type, told.thing_id, told.unit) == ("units.unit", str(ground.commune.pk), ground.commune.pk)
    assert (told.facts["newly"], told.facts["late"], told.bindings) == (2, 2, [])
    assert {r.commitment_id for r in Reminder.objects.filter(stage=Stage.ABOVE)} == {one.pk, two.pk}
    assert day_after(9) == 0


def test_a_later_date_is_reminded_of_anew(promise, leader):
    c = promise(due=TODAY + timedelta(days=1))
    day_after(0)
    actions.extend(c, to=TODAY + timedelta(days=3), reason="Mưa kéo dài nhiều ngày", by=leader, now=NOW)
    assert day_after(0) == 1
    assert [(r.stage, r.for_due) for r in c.reminders.all()] == [
        ("before", TODAY + timedelta(days=1)),
        ("before", TODAY + timedelta(days=3)),
    ]


@pytest.mark.parametrize("state", [s for s in State if s not in {State.OPEN, State.ACCEPTED}])
def test_only_open_work_is_reminded_of(in_state, state):
    in_state(state)
    assert day_after(60) == 0


def test_killed_between_two_batches_and_run_again(promise, monkeypatch):
    """The first batch is kept, the one that was being written is gone, and the next run writes just what is missing."""
    monkeypatch.setattr(clock, "BATCH", 2)
    for _ in range(5):
        promise(due=TODAY)
    real, written = events.record, []

    def dies(*args, **more):
        if len(written) == 3:
            raise KeyboardInterrupt
        written.append(args[0])
        return real(*args, **more)

    monkeypatch.setattr(events, "record", dies, raising=False)
    with pytest.raises(KeyboardInterrupt):
        day_after(0)
    assert Reminder.objects.count() == 2
    monkeypatch.setattr(events, "record", real, raising=False)
    assert day_after(0) == 3
    assert Event.objects.filter(verb="commitments.reminded").count() == Reminder.objects.count() == 5


def test_the_work_of_the_clock_grows_with_what_is_due_not_with_what_is_owed(promise, django_assert_max_num_queries):
    for _ in range(6):
        promise()
    with django_assert_max_num_queries(8):
        assert day_after(0) == 0


def test_postings_end_once(promise, reported, citizen):
    fine, opposed, task_like = reported(promise()), reported(promise()), promise()
    actions.object_to(opposed, text=WORDS, by=citizen, now=at(3))
    assert actions.end_postings(by=CLOCK, now=at(15)) == 0
    assert actions.end_postings(by=CLOCK, now=at(16)) == 1
    assert actions.end_postings(by=CLOCK, now=at(17)) == 0
    assert [Commitment.objects.get(pk=c.pk).state for c in (fine, opposed, task_like)] == [State.UNOPPOSED, State.OPEN, State.OPEN]


def test_a_report_of_an_earlier_round_ends_no_posting(promise, reported, citizen):
    c = reported(promise())
    actions.object_to(c, text=WORDS, by=citizen, now=at(10))
    Commitment.objects.get(pk=c.pk)
    assert actions.end_postings(by=CLOCK, now=at(40)) == 0


def test_tasks_are_not_posted(task, reported):
    reported(task())
    assert actions.end_postings(by=CLOCK, now=at(400)) == 0


def test_words_of_objections_are_forgotten_when_their_time_is_over(promise, reported, citizen, supervisor):
    ended, living = reported(promise()), reported(promise())
    for c in (ended, living):
        actions.object_to(c, text=WORDS, by=citizen, now=NOW)
    actions.confirm(reported(ended), by=supervisor, now=NOW)
    retention = SystemActor("retention")
    assert actions.forget_objections(by=retention, now=at(365)) == 0
    assert actions.forget_objections(by=retention, now=at(366)) == 1
    assert actions.forget_objections(by=retention, now=at(366)) == 0
    assert [Objection.objects.get(commitment=c).text for c in (ended, living)] == ["", WORDS]
    assert verify().problems == []


@pytest.mark.parametrize("who", CAST)
@pytest.mark.parametrize("deed", ["send_reminders", "end_postings", "settle_handovers", "forget_objections"])
def test_nobody_turns_the_clock(ground, cast, who, deed):
    if (who, deed) == ("administrator", "forget_objections"):
        return
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        getattr(actions, deed)(by=on_day(cast[who], 0), now=NOW)


def test_the_clock_is_in_the_schedule():
    assert schedule.app is app
    named = {task.task.name: task.cron for task in app.periodic_registry.periodic_tasks.values()}
    assert {"commitments.settle", "commitments.end_postings"} <= set(named)
    assert named["commitments.remind"].split()[1].startswith("0")  # midnight UTC is seven in the morning in Việt Nam
    assert "commitments.forget" in named


def test_the_jobs_run(promise, reported):
    reported(promise())
    assert tasks.settle(0) == tasks.end_postings(0) == tasks.remind(0) == 0
    assert tasks.forget(0) == 0


def test_the_database_takes_a_reminder_once(promise):
    from django.db import IntegrityError, transaction

    c = promise()
    said = {"commitment": c, "stage": Stage.BEFORE, "for_due": c.due, "for_day": TODAY, "at": NOW}
    Reminder.objects.create(**said)
    with pytest.raises(IntegrityError), transaction.atomic():
        Reminder.objects.create(**said)
    assert connection.is_usable()
