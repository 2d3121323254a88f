"""Notices: once for each event and person; messages by how the person wants to be told."""

from datetime import time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.core.access import Refusal, SystemActor
from gandan.core.events import Event
from gandan.notices import actions, texts
from gandan.notices.enums import Channel, Gateway, Rhythm, State
from gandan.notices.models import Message, Notice, Preference
from tests.notices.conftest import VERB
from tests.people import NOW, TODAY

pytestmark = pytest.mark.django_db
JOB = SystemActor("notices")


def make(event, now=NOW):
    return actions.make(event.pk, by=JOB, now=now)


def test_everybody_concerned_is_told_once_however_often_the_job_runs(telling, people, happen):
    telling.to = {people["leader"], people["front_officer"]}
    event = happen(people["leader"])
    assert [make(event), make(event)] == [2, 0]
    assert {n.user for n in Notice.objects.all()} == telling.to
    assert set(telling.asked) == {TODAY}


def test_who_did_it_is_not_told(telling, people, happen, leader):
    telling.to = {people["leader"], people["front_officer"]}
    make(happen(people["leader"], by=leader))
    assert [n.user for n in Notice.objects.all()] == [people["front_officer"]]


def test_a_closed_account_is_not_told(telling, people, happen):
    people["leader"].is_active = False
    people["leader"].save()
    telling.to = {people["leader"]}
    assert make(happen(people["leader"])) == 0


def test_an_event_nobody_tells_any_more_is_passed_over(people, happen):
    assert make(happen(people["leader"], verb="tests.unsaid")) == 0


def test_only_the_job_makes_notices_and_no_event_follows(telling, people, happen, administrator):
    event = happen(people["leader"])
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.make(event.pk, by=administrator, now=NOW)
    make(event)
    assert Event.objects.count() == 1


def test_mail_is_planned_and_gathers_what_comes_within_the_minute(telling, people, happen, sends_mail):
    telling.to = {people["leader"]}
    for seconds in (0, 20, 59):
        make(happen(people["leader"]), NOW + timedelta(seconds=seconds))
    make(happen(people["leader"]), NOW + timedelta(seconds=61))
    first, second = Message.objects.order_by("planned_at")
    assert (first.channel, first.state, first.planned_at) == (Channel.MAIL, State.QUEUED, NOW + timedelta(minutes=1))
    assert (first.notices.count(), second.notices.count()) == (3, 1)


def test_nothing_joins_a_message_that_was_tried(telling, people, happen, sends_mail):
    telling.to = {people["leader"]}
    make(happen(people["leader"]))
    Message.objects.update(attempts=1)
    make(happen(people["leader"]))
    assert Message.objects.count() == 2


def test_without_a_mail_server_nothing_is_planned(telling, people, happen):
    telling.to = {people["leader"]}
    make(happen(people["leader"]))
    assert Notice.objects.count() == 1
    assert Message.objects.count() == 0


def test_a_day_is_gathered_for_who_wants_it_so_and_urgent_passes(telling, people, happen, sends_mail, monkeypatch):
    telling.to = {people["leader"]}
    Preference.objects.create(user=people["leader"], rhythm=Rhythm.DAILY, daily_at=time(7), quiet_from=time(21), quiet_to=time(6))
    make(happen(people["leader"]))
    make(happen(people["leader"]), NOW + timedelta(hours=8))
    daily = Message.objects.get()
    assert (daily.planned_at - NOW, daily.notices.count()) == (timedelta(hours=22), 2)
    monkeypatch.setitem(texts._texts, VERB, telling.text(urgent=True))
    make(happen(people["leader"]))
    assert Message.objects.get(planned_at=NOW).notices.count() == 1


def test_both_mail_and_text_message_for_who_wants_both(telling, people, happen, sends_mail, sends_texts):
    telling.to = {people["leader"]}
    Preference.objects.create(user=people["leader"], gateway=Gateway.ZALO, gateway_address="x")
    make(happen(people["leader"]))
    assert set(Message.objects.values_list("channel", flat=True)) == {Channel.MAIL, Channel.GATEWAY}


@pytest.mark.parametrize(
    ("email", "by_mail", "gateway", "called"),
    [(None, True, "", True), (None, True, Gateway.SMS, False), ("a@xa.vn", False, "", False), ("a@xa.vn", True, "", False)],
)
def test_only_who_has_no_address_at_all_is_called(telling, people, happen, email, by_mail, gateway, called):
    person = people["hamlet_head"]
    person.email = email
    person.save()
    Preference.objects.create(user=person, by_mail=by_mail, gateway=gateway, gateway_address="x" if gateway else "")
    telling.to = {person}
    make(happen(person))
    make(happen(person))
    calls = Message.objects.filter(channel=Channel.CALL)
    assert calls.exists() == called
    assert not called or calls.get().notices.count() == 2


def test_the_cost_grows_with_the_people_told_only(telling, people, happen, sends_mail):
    telling.to = {people["leader"]}
    for _ in range(30):
        make(happen(people["front_officer"]))
    event = happen(people["leader"])
    with CaptureQueriesContext(connection) as one:
        make(event)
    assert len(one) < 14
