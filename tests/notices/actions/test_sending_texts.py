"""Text messages through a gateway process: the protocol of docs/operate/notices.md."""

from datetime import timedelta

import pytest

from gandan.core import secrets
from gandan.core.access import SystemActor
from gandan.notices import actions
from gandan.notices.adapters.gateway import LONGEST, GatewayDoor
from gandan.notices.enums import Channel, Gateway, State
from gandan.notices.models import Message, Preference
from gandan.notices.texts import Words
from tests.people import NOW

pytestmark = pytest.mark.django_db
JOB = SystemActor("notices")
SOON = NOW + timedelta(minutes=2)


@pytest.fixture
def planned(telling, people, happen, gateway):
    def plan(number: str = "+84912345678") -> Message:
        person = people["hamlet_head"]
        person.email = None
        person.save()
        Preference.objects.create(user=person, gateway=Gateway.SMS, gateway_address=secrets.encrypt(number))
        telling.to = {person}
        actions.make(happen(people["leader"]).pk, by=JOB, now=NOW)
        return Message.objects.get()

    return plan


def send(message, now=SOON):
    return actions.send(message.pk, GatewayDoor(), by=JOB, now=now)


def test_a_text_message_is_handed_over_once_by_the_protocol(planned, gateway):
    message = planned()
    assert send(message).state == State.SENT
    assert send(message) is None
    (asked,) = gateway.requests()
    assert asked["path"] == "/gui?tu=gandan"
    assert asked["headers"]["Idempotency-Key"] == str(message.pk)
    assert asked["headers"]["Authorization"] == "Bearer khoa-cua-cong"
    text = "Việc số 12: Hạn 30/11/2026. https://gandan.ninhkieu.example.vn/lam-viec/"
    assert asked["body"] == {"id": str(message.pk), "kind": "sms", "to": "+84912345678", "text": text}


@pytest.mark.parametrize(
    ("end", "state", "attempts"), [("400", State.FAILED, 0), ("500", State.QUEUED, 1), ("503", State.QUEUED, 1), ("409", State.SENT, 0)]
)
def test_its_answers_are_understood(planned, gateway, end, state, attempts):
    message = send(planned(f"+84912345{end}"))
    assert (message.state, message.attempts) == (state, attempts)
    assert message.error == ("" if state == State.SENT else end)
    assert Message.objects.filter(channel=Channel.CALL).exists() == (state == State.FAILED)


def test_one_that_is_down_closes_the_door(planned, gateway):
    door = GatewayDoor()
    actions.send(planned("+84912345503").pk, door, by=JOB, now=SOON)
    assert door.closed


def test_one_that_is_away_is_tried_again(planned, gateway):
    message = planned()
    gateway.stop()
    put_off = send(message)
    assert (put_off.state, put_off.error) == (State.QUEUED, "ConnectionRefusedError")
    gateway.start()


def test_what_is_too_long_says_only_that_something_waits(planned, telling, gateway):
    telling.words = Words("Việc số 12", "dài " * LONGEST, "/lam-viec/")
    send(planned())
    text = gateway.requests()[0]["body"]["text"]
    assert text == "Gần Dân: Việc số 12 https://gandan.ninhkieu.example.vn/lam-viec/thong-bao/"
    assert len(text) <= LONGEST


def test_a_number_taken_away_meanwhile_gets_nothing(planned, gateway):
    message = planned()
    Preference.objects.update(gateway="", gateway_address="")
    assert send(message).state == State.VOID
    assert gateway.requests() == []
