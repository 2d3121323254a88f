"""Cases as rows: the clock is asked about the row alone, whatever deed made it."""

from datetime import UTC, date, datetime

import pytest

from gandan.opinions.actions import clock
from gandan.opinions.enums import Cause, Channel, Content, State
from gandan.opinions.models import Case
from tests.people import TODAY


def at(day: date) -> datetime:
    """Nine in the morning of a day in Việt Nam."""
    return datetime(day.year, day.month, day.day, 2, tzinfo=UTC)


@pytest.fixture
def received(world, law, tree):
    """A case that was received on a day, its clock begun; not begun, it is not saved either."""

    def make(received_on: date = TODAY, *, begun: bool = True, **more) -> Case:
        said = {
            "channel": Channel.PORTAL,
            "content": Content.UNSORTED,
            "topic": "street-lighting",
            "unit": world.commune,
            "made_in": world.commune,
            "office": world.committee,
            "received_on": received_on,
            "received_at": at(received_on),
            "changed_at": at(received_on),
        }
        made = Case(**{**said, **more})
        if begun:
            clock.begin(made, now=at(received_on))
            made.save()
        return made

    return make


@pytest.fixture
def pause():
    """Time stands still from one day to another, as the deeds do it."""

    def deed(case: Case, first: date, last: date) -> Case:
        was, case.state = case.state, State.PAUSED
        clock.stop(case, day=first)
        case.state = was
        clock.go(case, day=last, now=at(last))
        return case

    return deed


@pytest.fixture
def accept():
    """Bring a case under way, as the deed does."""

    def deed(case: Case, day: date) -> Case:
        case.state, case.accepted_on = State.ACCEPTED, day
        case.save(update_fields=["state", "accepted_on"])
        clock.again(case, cause=Cause.ACCEPTED, now=at(day))
        return case

    return deed
