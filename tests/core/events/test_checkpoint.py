"""Closing the record while others write to it."""

import sys
import threading
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction

from gandan.accounts.models import User
from gandan.core import events
from gandan.core.access import Anyone, SystemActor
from gandan.core.events.actions import checkpoint
from gandan.core.events.models import Checkpoint, Event
from gandan.core.events.tasks import close_the_record
from gandan.core.events.verify import verify

NOON = datetime(2026, 11, 23, 5, tzinfo=UTC)
SEALER = SystemActor("sealer")
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def write():
    person = User.objects.create(username="an", full_name="An")

    def one(*, fail: bool = False) -> None:
        with transaction.atomic():
            events.record("accounts.seen", person, by=Anyone(), at=NOON)
            transaction.set_rollback(fail)

    return one


def test_rolled_back_numbers_are_no_removal(write):
    write()
    write(fail=True)
    write()
    made = checkpoint(by=SEALER, now=NOON)
    first, last = Event.objects.values_list("seq", flat=True)
    assert (made.number, made.count, made.upto, last - first) == (1, 2, last, 2)
    assert verify().ok


def test_nothing_new_makes_no_checkpoint(write):
    assert checkpoint(by=SEALER, now=NOON) is None
    write()
    assert checkpoint(by=SEALER, now=NOON) is not None
    assert checkpoint(by=SEALER, now=NOON) is None
    write()
    assert checkpoint(by=SEALER, now=NOON).number == 2
    assert verify().ok


def test_a_deed_in_flight_is_waited_for(write):
    """The slow deed takes the lower number and commits later: without waiting, it would look inserted afterwards."""
    written, go_on = threading.Event(), threading.Event()

    def slow() -> None:
        with transaction.atomic():
            write()
            written.set()
            go_on.wait(10)
        connection.close()

    thread = threading.Thread(target=slow)
    thread.start()
    assert written.wait(10)
    write()
    assert checkpoint(by=SEALER, now=NOON, patience=0.1) is None
    go_on.set()
    thread.join()
    assert checkpoint(by=SEALER, now=NOON).count == 2
    assert verify().ok


def test_writers_never_wait_for_a_checkpoint(write):
    write()
    with transaction.atomic():
        checkpoint(by=SEALER, now=NOON)
        thread = threading.Thread(target=lambda: (write(), connection.close()))
        thread.start()
        thread.join(5)
        assert not thread.is_alive()
    assert verify().ok


def test_many_events_take_several(write, monkeypatch):
    monkeypatch.setattr(sys.modules["gandan.core.events.actions.checkpoint"], "MOST", 2)
    for _ in range(5):
        write()
    assert close_the_record(0) == 3
    assert [c.count for c in Checkpoint.objects.all()] == [2, 2, 1]
    assert verify().ok
