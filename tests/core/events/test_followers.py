"""Followers hear of each event once, inside the deed's transaction."""

from datetime import UTC, datetime

import pytest
from django.db import connection

from gandan.accounts.models import User
from gandan.core import events
from gandan.core.access import SystemActor
from gandan.core.events import Event, followers

NOON = datetime(2026, 11, 23, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def nobody_else(monkeypatch):
    monkeypatch.setattr(followers, "_followers", {})


@pytest.fixture
def person(db):
    return User.objects.create(username="an", full_name="Nguyễn Thị An")


def test_a_follower_hears_the_saved_event_in_the_transaction(person):
    heard = []
    followers.register("a", lambda event: heard.append((event.pk, Event.objects.filter(pk=event.pk).exists(), connection.in_atomic_block)))
    event = events.record("accounts.seen", person, by=SystemActor("tests"), at=NOON)
    assert heard == [(event.pk, True, True)]


def test_what_a_follower_raises_stops_the_deed(person):
    def broken(event):
        raise LookupError

    followers.register("a", broken)
    with pytest.raises(LookupError):
        events.record("accounts.seen", person, by=SystemActor("tests"), at=NOON)


def test_a_name_is_taken_once():
    first = print
    followers.register("a", first)
    followers.register("a", first)
    with pytest.raises(ValueError, match="twice"):
        followers.register("a", repr)


def broken_off(event):
    """A filling that fails half-way."""
    with followers.pausing("a"):
        followers.tell(event)
        raise RuntimeError


def test_who_is_paused_hears_nothing_and_everybody_else_does():
    heard = []
    followers.register("a", lambda event: heard.append("a"))
    followers.register("b", lambda event: heard.append("b"))
    with pytest.raises(RuntimeError):
        broken_off(Event())
    followers.tell(Event())
    assert heard == ["b", "a", "b"]
