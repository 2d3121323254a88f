"""Who is told of what, and that nothing confidential leaves the house."""

from datetime import timedelta

import pytest
from django.db import transaction

from gandan.commitments import actions, messages
from gandan.commitments.enums import Cause, Stage
from gandan.commitments.models import PendingHandover
from gandan.core import events
from gandan.core.access import Anyone
from gandan.core.events import Event
from gandan.notices import texts
from tests.commitments.conftest import CLOCK, DUE, NOW, TODAY, WORDS, at

pytestmark = pytest.mark.django_db


def newest(verb: str) -> Event:
    return Event.objects.filter(verb=verb).order_by("-seq")[0]


@pytest.fixture
def told(people):
    """The names of the cast to whom an event is told."""
    names = {user.pk: name for name, user in people.items()}

    def ask(verb: str) -> list[str]:
        text = texts.of(verb)
        assert text is not None
        return sorted(names[pk] for pk in text.to(newest(verb), TODAY))

    return ask


def test_a_task_is_told_to_who_owes_it_without_its_title(task, told):
    c = task()
    assert told("commitments.assigned") == ["front_officer", "leader"]
    words = texts.of("commitments.assigned").words(newest("commitments.assigned"))
    assert (c.title in words.line, words.url) == (False, f"/lam-viec/viec/{c.pk}/")
    assert words.line.startswith("Việc được giao. Hạn 3/12/2026")


def test_a_promise_is_named_because_everybody_may_read_it(promise, told):
    c = promise()
    assert c.title in texts.of("commitments.promised").words(newest("commitments.promised")).line
    assert told("commitments.promised") == ["front_officer"]


def test_who_was_named_hears_alone(promise, people, leader, told):
    c = promise()
    actions.name_person(c, person=people["front_officer"], by=leader, now=NOW)
    actions.remind(c, by=leader, now=NOW)
    assert told("commitments.reminded") == ["front_officer"]


@pytest.mark.parametrize(
    ("stage", "who"), [(Stage.BEFORE, ["front_officer"]), (Stage.AFTER, ["front_officer"]), (Stage.LEADER, ["leader"])]
)
def test_a_reminder_by_its_stage(promise, told, stage, who):
    promise()
    for days in range(30):
        actions.send_reminders(by=CLOCK, now=at(days))
        if Event.objects.filter(verb="commitments.reminded", facts__stage=stage).exists():
            break
    event = Event.objects.filter(verb="commitments.reminded", facts__stage=stage).first()
    assert sorted(_names(event)) == who
    assert messages.reminded(event).subject


def _names(event) -> list[str]:
    from gandan.accounts.models import User

    ids = set(texts.of(event.verb).to(event, TODAY))
    return [u.username.replace(".", "_") for u in User.objects.filter(pk__in=ids)]


def test_those_above_hear_numbers(promise, told):
    promise(title="Sửa cống hẻm 7")
    for days in range(40):
        actions.send_reminders(by=CLOCK, now=at(days))
    event = newest("commitments.escalated")
    assert sorted(_names(event)) == ["provincial_leader", "provincial_specialist"]
    words = texts.of("commitments.escalated").words(event)
    assert ("Sửa cống" in words.line, "Phường Ninh Kiều có 1 việc" in words.line) == (False, True)


def test_a_report_is_told_to_who_may_judge_it(promise, task, request_, reported, told):
    reported(promise())
    assert told("commitments.reported_done") == ["supervisor"]
    reported(task())
    assert told("commitments.reported_done") == ["provincial_leader", "provincial_specialist"]
    reported(request_())
    assert told("commitments.reported_done") == ["outsider", "supervisor"]


def test_an_objection_is_told_at_once_and_not_repeated(promise, reported, told):
    actions.object_to(reported(promise()), text=WORDS, by=Anyone(), now=NOW)
    assert told("commitments.objected") == ["front_officer", "leader"]
    words = texts.of("commitments.objected").words(newest("commitments.objected"))
    assert (WORDS in words.line, texts.of("commitments.objected").urgent) == (False, True)


def test_other_ends_and_turns(promise, task, reported, supervisor, provincial_leader, leader, told):
    actions.confirm(reported(promise()), by=supervisor, now=NOW)
    assert told("commitments.confirmed") == ["front_officer", "leader"]
    c = reported(task())
    actions.send_back(c, reason="Thiếu số liệu", by=provincial_leader, now=NOW)
    assert told("commitments.sent_back") == ["front_officer", "leader"]
    actions.accept(reported(c), by=provincial_leader, now=NOW)
    assert told("commitments.accepted") == ["front_officer"]
    extended = task()
    actions.extend(extended, to=DUE + timedelta(days=5), reason="Chờ số liệu", by=leader, now=NOW)
    assert told("commitments.extended") == ["front_officer", "provincial_leader", "provincial_specialist"]
    assert "3/12/2026 sang 8/12/2026" in texts.of("commitments.extended").words(newest("commitments.extended")).line
    actions.withdraw(extended, reason="Không cần nữa", by=provincial_leader, now=NOW)
    assert told("commitments.withdrawn") == ["provincial_leader", "provincial_specialist"]


def test_a_handover_and_a_choice(promise, ground, leader, told):
    c = promise()
    actions.hand_over(c, to=ground.committee, reason="Việc của Ủy ban", by=leader, now=NOW)
    assert told("commitments.handed_over") == ["committee_officer", "leader"]
    pending = PendingHandover.objects.create(commitment=c, cause=Cause.SPLIT, since=TODAY)
    pending.candidates.set([ground.other])
    with transaction.atomic():
        events.record("commitments.handover_pending", c, by=CLOCK, at=NOW, unit=c.unit_id, facts={"pending_id": pending.pk})
    assert told("commitments.handover_pending") == ["provincial_leader", "provincial_specialist"]


def test_many_events_cost_the_same(promise, django_assert_num_queries):
    for _ in range(5):
        promise()
    events = list(Event.objects.filter(verb="commitments.promised"))
    with django_assert_num_queries(1):
        assert len(texts.words_of(events)) == 5


def test_no_text_repeats_what_people_wrote(task, reported, provincial_leader):
    """Over every deed of a task: no title, no reason, no summary."""
    c = reported(task(title="Bí mật số một", deliverable="Bí mật số hai"))
    actions.send_back(c, reason="Bí mật số ba", by=provincial_leader, now=NOW)
    for event in Event.objects.filter(thing_id=str(c.pk)):
        text = texts.of(event.verb)
        words = text.words(event) if text else None
        assert words is None or "Bí mật" not in words.subject + words.line
