"""Mail reaches a real SMTP server: once, later when it was away, and the same letter again when the sender died."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError

from gandan.core.access import Refusal, SystemActor
from gandan.notices import actions, queries, texts
from gandan.notices.adapters.mail import MailDoor, message_id
from gandan.notices.calc.moments import RETRIES
from gandan.notices.enums import Channel, State
from gandan.notices.models import Message, Notice, Preference
from gandan.notices.tasks import through
from tests.notices.conftest import VERB
from tests.people import NOW

pytestmark = pytest.mark.django_db
JOB = SystemActor("notices")
SOON = NOW + timedelta(minutes=2)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture
def planned(telling, people, happen, mailbox):
    """One notice for the front officer, in a message."""
    telling.to = {people["front_officer"]}
    actions.make(happen(people["leader"]).pk, by=JOB, now=NOW)
    return Message.objects.get()


def send(message, now=SOON):
    with MailDoor() as door:
        return actions.send(message.pk, door, by=JOB, now=now)


def test_a_letter_arrives_once_and_says_what_it_must(planned, mailbox, people):
    assert send(planned).state == State.SENT
    assert send(planned) is None
    (letter,) = mailbox.letters()
    assert letter["To"] == people["front_officer"].email
    assert letter["Subject"] == "Gần Dân: Việc số 12"
    assert letter["Message-ID"] == message_id(planned.pk) == f"<{planned.pk}@gandan.ninhkieu.example.vn>"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["List-Unsubscribe"].strip() == "<https://gandan.ninhkieu.example.vn/lam-viec/thong-bao/cach-nhan/>"
    assert letter["Date"].datetime == NOW
    assert letter["From"] == "Gần Dân <gandan@ninhkieu.example.vn>"
    text, html = (letter.get_body((kind,)).get_content() for kind in ("plain", "html"))
    for said in ("Kính gửi Ông/Bà Nguyễn Thị Mai,", "Hạn 30/11/2026.", "https://gandan.ninhkieu.example.vn/lam-viec/"):
        assert said in text
        assert said in html


def test_a_letter_waits_for_its_moment(planned, mailbox):
    assert send(planned, NOW) is None
    assert mailbox.letters() == []


def test_several_things_are_one_letter_in_the_reader_s_language(planned, telling, people, happen, mailbox):
    Preference.objects.create(user=people["front_officer"], language="en")
    actions.make(happen(people["leader"]).pk, by=JOB, now=NOW)
    send(planned)
    (letter,) = mailbox.letters()
    assert letter["Content-Language"] == "en"
    assert letter["Subject"] == "Gần Dân: 2 things for you to know"
    assert letter.get_body(("plain",)).get_content().count("Việc số 12") == 2


def test_a_server_that_is_away_is_tried_again_and_nothing_is_lost(planned, mailbox):
    mailbox.stop()
    put_off = send(planned)
    assert (put_off.state, put_off.attempts, put_off.error) == (State.QUEUED, 1, "ConnectionRefusedError")
    assert put_off.planned_at == SOON + RETRIES[0]
    mailbox.start()
    assert send(planned, SOON) is None
    assert send(planned, SOON + RETRIES[0]).state == State.SENT
    assert len(mailbox.letters()) == 1


def test_after_the_last_try_it_has_failed_and_a_colleague_calls(planned, mailbox):
    mailbox.stop()
    now = SOON
    for wait in RETRIES:
        assert send(planned, now).state == State.QUEUED
        now += wait
    assert send(planned, now).state == State.FAILED
    call = Message.objects.get(channel=Channel.CALL)
    assert list(call.notices.all()) == list(planned.notices.all())
    mailbox.start()


@pytest.mark.parametrize(("address", "state", "code"), [("refuse@xa.vn", State.FAILED, "550"), ("later@xa.vn", State.QUEUED, "450")])
def test_what_the_server_says_of_one_address_concerns_that_letter_only(planned, people, happen, telling, mailbox, address, state, code):
    person = people["front_officer"]
    person.email = address
    person.save()
    telling.to = {people["leader"]}
    actions.make(happen(people["leader"]).pk, by=JOB, now=NOW)
    telling.to = {people["leader"], person}
    Message.objects.update(made_at=LONG_AGO, planned_at=LONG_AGO)  # `through` reads the clock
    with MailDoor() as door:
        assert through(door) == 1
    planned.refresh_from_db()
    assert (planned.state, planned.error) == (state, code)
    assert Message.objects.filter(channel=Channel.CALL).exists() == (state == State.FAILED)
    assert [m["To"] for m in mailbox.letters()] == [people["leader"].email]


def test_a_server_that_is_away_is_asked_once_in_a_run(planned, telling, people, happen, mailbox):
    telling.to = {people["leader"]}
    actions.make(happen(people["leader"]).pk, by=JOB, now=NOW)
    Message.objects.update(made_at=LONG_AGO, planned_at=LONG_AGO)  # `through` reads the clock
    mailbox.stop()
    with MailDoor() as door:
        assert through(door) == 0
    assert sorted(Message.objects.values_list("attempts", flat=True)) == [0, 1]
    mailbox.start()


def test_who_is_not_concerned_any_more_hears_nothing(planned, telling, mailbox):
    telling.to = set()
    assert send(planned).state == State.VOID
    assert mailbox.letters() == []


def test_what_was_read_in_the_workspace_is_not_sent(planned, mailbox):
    Notice.objects.update(read_at=NOW)
    assert send(planned).state == State.VOID


def test_of_what_is_gone_nothing_is_said(planned, telling, mailbox):
    telling.words = None
    assert send(planned).state == State.VOID


def test_a_closed_account_and_who_wants_no_mail_any_more_get_none(planned, people, mailbox):
    Preference.objects.create(user=people["front_officer"], by_mail=False)
    assert send(planned).state == State.VOID


def test_a_defect_of_ours_holds_up_nobody_else(planned, telling, people, happen, mailbox, monkeypatch):
    telling.to = {people["leader"], people["front_officer"]}
    actions.make(happen(people["leader"]).pk, by=JOB, now=NOW + timedelta(hours=1))
    Message.objects.update(made_at=LONG_AGO, planned_at=LONG_AGO)  # `through` reads the clock

    def words(event):
        raise DatabaseError

    broken = next(m for m in Message.objects.all() if m.pk == planned.pk).notices.get().event_id
    good = telling.words
    many = {"many": lambda events: {e.pk: good if e.pk != broken else words(e) for e in events}}
    monkeypatch.setitem(texts._texts, VERB, telling.text(**many))
    with MailDoor() as door:
        assert through(door) == 2
    planned.refresh_from_db()
    assert (planned.state, planned.error, planned.attempts) == (State.QUEUED, "defect", 1)


def test_only_the_job_sends(planned, administrator):
    with MailDoor() as door, pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.send(planned.pk, door, by=administrator, now=SOON)


def test_an_error_is_a_code_without_anything_personal(planned, people, mailbox):
    people["front_officer"].email = "refuse.nguoi@xa.vn"
    people["front_officer"].save()
    assert re.fullmatch(r"\d{3}", send(planned).error)
    assert queries.last_failure(people["front_officer"]).pk == planned.pk
