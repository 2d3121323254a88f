"""Those without an account are told that there is news, once, by a real server, in words that say nothing of what it is."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from gandan.core.access import Refusal, SystemActor
from gandan.notices import actions, correspondents, queries
from gandan.notices.actor import Recipient
from gandan.notices.adapters.gateway import GatewayDoor
from gandan.notices.adapters.mail import MailDoor
from gandan.notices.calc.moments import RETRIES
from gandan.notices.enums import Channel, State
from gandan.notices.models import News
from gandan.notices.tasks import through
from tests.notices.conftest import VERB
from tests.people import NOW

pytestmark = pytest.mark.django_db
JOB = SystemActor("notices")
SOON = NOW + timedelta(minutes=2)
KIND, KEY = "tests.sender", "0197a3c2-0000-7000-8000-000000000001"


class Sender:
    """One person without an account, as a room above knows them; a test changes it."""

    def __init__(self):
        self.reached = correspondents.Reached(Channel.MAIL, "nguoi.gui@example.vn", "vi")
        self.stopped = []

    def room(self):
        return correspondents.Room(
            kind=KIND,
            verbs=frozenset({VERB}),
            whom=lambda event: {KEY: self.reached.channel} if self.reached else {},
            reach=lambda key: self.reached,
            page=lambda key: "/y-kien/theo-doi/",
            stop=lambda key, by, now: self.stopped.append((key, by.key)),
        )


@pytest.fixture
def sender(monkeypatch):
    monkeypatch.setattr(correspondents, "_rooms", {})
    one = Sender()
    correspondents.register(one.room())
    return one


@pytest.fixture
def made(sender, people, happen, mailbox):
    """News of one event, that waits."""
    event = happen(people["leader"])
    assert actions.make_news(event.pk, by=JOB, now=NOW) == 1
    return News.objects.get()


def send(news, now=SOON):
    with MailDoor() as door:
        return actions.send_news(news.pk, door, by=JOB, now=now)


def test_a_letter_says_that_there_is_news_and_where_and_nothing_else(made, mailbox):
    assert send(made).state == State.SENT
    assert send(made) is None
    (letter,) = mailbox.letters()
    assert (letter["To"], letter["Message-ID"]) == ("nguoi.gui@example.vn", f"<{made.pk}@gandan.ninhkieu.example.vn>")
    stop = "https://gandan.ninhkieu.example.vn" + queries.stop_link(made)
    assert letter["List-Unsubscribe"].replace("\n", "").replace(" ", "") == f"<{stop}>"
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    text, html = (letter.get_body((kind,)).get_content() for kind in ("plain", "html"))
    for said in (text, html):
        assert "https://gandan.ninhkieu.example.vn/y-kien/theo-doi/" in said
        assert stop in said
        assert "/lam-viec/" not in said, "no page of those with an account"
        assert KEY not in said


def test_the_job_may_run_twice(made):
    assert actions.make_news(made.event_id, by=JOB, now=NOW) == 0
    assert News.objects.count() == 1


def test_a_telephone_gets_one_line(sender, people, happen, gateway):
    sender.reached = correspondents.Reached(Channel.GATEWAY, "sms:+84912345678", "vi")
    actions.make_news(happen(people["leader"]).pk, by=JOB, now=NOW)
    assert actions.send_news(News.objects.get().pk, GatewayDoor(), by=JOB, now=SOON).state == State.SENT
    (asked,) = gateway.requests()
    body = asked["body"]
    assert (body["kind"], body["to"], body["id"]) == ("sms", "+84912345678", str(News.objects.get().pk))
    assert len(body["text"]) <= 300
    assert body["text"].endswith("https://gandan.ninhkieu.example.vn/y-kien/theo-doi/")
    assert "/thoi-nhan-tin/" in body["text"]


def test_everything_that_waits_leaves_in_one_letter(made, people, happen, mailbox):
    actions.make_news(happen(people["leader"]).pk, by=JOB, now=NOW)
    assert queries.due_news(Channel.MAIL, now=SOON) == [made.pk]
    newest = News.objects.exclude(pk=made.pk).get()
    assert send(newest).pk == made.pk, "the oldest, so that a repeated letter bears the same id"
    assert dict(News.objects.values_list("pk", "state")) == {made.pk: State.SENT, newest.pk: State.VOID}
    assert len(mailbox.letters()) == 1


def test_at_night_a_telephone_is_silent(sender, people, happen, sends_mail):
    night = datetime(2026, 11, 23, 22, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    actions.make_news(happen(people["leader"], at=night).pk, by=JOB, now=night)
    assert timezone.localtime(News.objects.get().planned_at).strftime("%d %H:%M") == "24 07:00"


def test_of_long_ago_and_by_no_door_nobody_is_told(sender, people, happen, settings, sends_mail):
    old = happen(people["leader"], at=NOW - timedelta(days=3))
    assert actions.make_news(old.pk, by=JOB, now=NOW) == 0
    settings.MAIL = None
    assert actions.make_news(happen(people["leader"]).pk, by=JOB, now=NOW) == 0


def test_an_address_that_was_taken_away_gets_nothing(made, sender, mailbox):
    sender.reached = None
    assert send(made).state == State.VOID
    assert mailbox.letters() == []


def test_a_wish_that_changed_leaves_by_the_other_door(made, sender, mailbox, gateway):
    sender.reached = correspondents.Reached(Channel.GATEWAY, "sms:+84912345678", "vi")
    assert send(made) is None
    assert actions.send_news(made.pk, GatewayDoor(), by=JOB, now=SOON).state == State.SENT
    assert mailbox.letters() == []


def test_a_server_that_is_away_is_tried_again_until_it_is_given_up(made, mailbox):
    mailbox.stop()
    now = SOON
    for wait in RETRIES:
        assert send(made, now).state == State.QUEUED
        now += wait
    given_up = send(made, now)
    assert (given_up.state, given_up.error) == (State.FAILED, "ConnectionRefusedError")
    mailbox.start()


def test_what_the_server_says_of_one_address_is_a_code(made, sender, mailbox):
    sender.reached = correspondents.Reached(Channel.MAIL, "refuse.nguoi@example.vn", "vi")
    assert (send(made).state, News.objects.get().error) == (State.FAILED, "550")
    assert re.fullmatch(r"\d{3}", News.objects.get().error)


def test_a_defect_of_one_holds_up_no_other(made, sender, people, happen, mailbox, monkeypatch):
    def broken(key):
        raise LookupError(key)

    News.objects.update(made_at=NOW - timedelta(days=9), planned_at=NOW - timedelta(days=9))  # `through` reads the clock
    monkeypatch.setattr(correspondents, "_rooms", {KIND: correspondents.Room(**{**vars(sender.room()), "reach": broken})})
    with MailDoor() as door:
        assert through(door) == 0
    assert (News.objects.get().state, News.objects.get().error) == (State.QUEUED, "defect")


def test_the_job_sends_what_is_due(made, mailbox):
    News.objects.update(made_at=NOW - timedelta(days=9), planned_at=NOW - timedelta(days=9))  # `through` reads the clock
    with MailDoor() as door:
        assert through(door) == 1


def test_the_link_in_the_letter_ends_it(made, sender, client):
    page = queries.stop_link(made)
    assert "Thôi nhận tin" in client.get(page).content.decode()
    assert sender.stopped == [], "programs open links in mail to look at them"
    assert "Từ nay không gửi tin nữa" in client.post(page).content.decode()
    assert sender.stopped == [(KEY, f"message:{made.pk}")]
    assert News.objects.get().state == State.VOID


def test_a_link_that_we_did_not_write_leads_nowhere(made, sender, client):
    assert client.get(queries.stop_link(made)[:-3] + "00/").status_code == 404
    assert client.post(f"/thoi-nhan-tin/{made.pk}/{'0' * 20}/").status_code == 404
    assert sender.stopped == []


def test_only_who_has_the_link_ends_it(made, administrator):
    for other in (administrator, Recipient(made.event_id, KIND, KEY)):
        with pytest.raises(Refusal):
            actions.stop_news(made, by=other, now=NOW)


def test_only_the_job_makes_and_sends(made, administrator):
    with pytest.raises(Refusal):
        actions.make_news(made.event_id, by=administrator, now=NOW)
    with MailDoor() as door, pytest.raises(Refusal):
        actions.send_news(made.pk, door, by=administrator, now=SOON)


def test_with_the_address_its_news_is_forgotten(made, administrator):
    assert actions.forget_correspondent(KIND, KEY, by=administrator, now=NOW) == 1
    assert not News.objects.exists()


def test_a_letter_in_the_reader_s_language(made, sender, mailbox):
    sender.reached = correspondents.Reached(Channel.MAIL, "sender@example.vn", "en")
    send(made)
    (letter,) = mailbox.letters()
    assert letter["Content-Language"] == "en"
    assert letter["Subject"] == "Gần Dân: There is news about what you sent"
