"""What the tests of this room stand on: the cast, the law, opinions that were said, and cases in every state through real deeds.

`opinion()` says something and answers with what the sender took home; `case(State.DONE)` brings a case into a state; `sender(said)` acts
with code and PIN. The people's committee answers (`committee_officer`), `leader` leads the unit.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO

import pytest
from PIL import Image

from gandan.accounts.actor import UserActor
from gandan.core.access import Anyone, SystemActor
from gandan.core.legal.actions import load as load_law
from gandan.opinions import actions, queries
from gandan.opinions.actor import Sender
from gandan.opinions.enums import Content, State
from gandan.opinions.given import Said
from gandan.opinions.models import Case
from gandan.units.models import Load
from tests.people import *  # noqa: F403  the fixed cast
from tests.people import NOW, TODAY, World

CLOCK, KEEPER = SystemActor("clock"), SystemActor("retention")
TEXT = "Đèn đường đầu hẻm 51 tắt đã mười ngày, tối đi rất khó."
PLACE = "Hẻm 51, đường 3 Tháng 2"
REASON = "Việc này cần thêm thời gian vì phải chờ vật tư."
LAW = "Điều 18 Luật Tiếp công dân"
TOPIC = "street-lighting"
PIN = "271828"


def at(days: int) -> datetime:
    """The same hour so many days later."""
    return NOW + timedelta(days=days)


def on_day(actor, days: int):
    """The same person so many days later: their roles count on that day."""
    if not isinstance(actor, UserActor):
        return actor
    return replace(actor, holdings=tuple(replace(h, on=TODAY + timedelta(days=days)) for h in actor.holdings))


def png() -> bytes:
    """A small photograph."""
    out = BytesIO()
    Image.new("RGB", (8, 8), "gray").save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def tree(world):
    """Readers know that the tree of units was filled."""
    return Load.objects.create(what="cast", digest="cast", at=NOW)


@pytest.fixture
def law(db):
    return load_law(by=SystemActor("install"), now=NOW)


@pytest.fixture
def ground(world, cast, tree, law) -> World:
    """World, cast, tree and law."""
    return world


@pytest.fixture
def opinion(ground) -> Callable[..., Said]:
    """Somebody says something on the portal, without an account."""

    def make(**more) -> Said:
        said = {"text": TEXT, "place": PLACE, "unit": ground.commune, "topic": TOPIC, "pin": PIN, "by": Anyone(), "now": NOW}
        return actions.say(**{**said, **more})

    return make


def sent_by(said: Said, *, behind=None) -> Sender:
    """Who holds code and PIN of what was said."""
    there = queries.of_code(said.code)
    assert there is not None
    return queries.sender_of(there, pin=said.pin, behind=behind)


@pytest.fixture
def sender() -> Callable[..., Sender]:
    return sent_by


def fresh(thing):
    """The row as the database has it."""
    return type(thing)._default_manager.get(pk=thing.pk)


@pytest.fixture
def said_of(ground) -> Callable[[Case], Said]:
    """What its sender took home, of a case that `case` made."""
    return lambda case: HOME[case.pk]


HOME: dict[object, Said] = {}


TOLD = (State.ANSWERED, State.DONE, State.CONFIRMED, State.CLOSED)


@pytest.fixture
def case(opinion, committee_officer) -> Callable[..., Case]:
    """A case that went through real deeds into a state; classified as a remark unless `content` says otherwise (None: not sorted)."""
    HOME.clear()

    def make(state: State = State.RECEIVED, *, content: Content | None = Content.REMARK, **more) -> Case:
        said = opinion(**more)
        assert said.opinion is not None
        c: Case = said.opinion.case
        HOME[c.pk] = said
        if content is not None:
            actions.classify(c, content=content, topic=TOPIC, by=committee_officer, now=NOW)
        if state in (State.ACCEPTED, State.PAUSED, *TOLD):
            actions.accept(c, by=committee_officer, now=NOW)
        if state in TOLD:
            actions.answer(c, text="Đã giao đội chiếu sáng thay 12 bóng trong tuần này.", by=committee_officer, now=NOW)
        if state in (State.DONE, State.CONFIRMED):
            actions.report_done(c, summary="Đã thay 12 bóng, đèn sáng.", by=committee_officer, now=NOW)
        if state in LAST:
            LAST[state](c, said, committee_officer)
        if state == State.JOINED:
            actions.join(c, into=make(now=NOW - timedelta(days=1)), by=committee_officer, now=NOW)
        c = fresh(c)
        assert c.state == state
        return c

    return make


LAST = {
    State.ASKED: lambda c, said, by: actions.ask_back(c, text="Xin cho biết rõ đoạn hẻm nào.", by=by, now=NOW),
    State.PAUSED: lambda c, said, by: actions.pause(c, reason=REASON, by=by, now=NOW),
    State.REFUSED: lambda c, said, by: actions.refuse(c, reason=REASON, law=LAW, by=by, now=NOW),
    State.CLOSED: lambda c, said, by: actions.close(c, by=CLOCK, now=at(40)),
    State.WITHDRAWN: lambda c, said, by: actions.withdraw(said.opinion, by=sent_by(said), now=NOW),
    State.CONFIRMED: lambda c, said, by: actions.give_verdict(said.opinion, is_done=True, rating=5, by=sent_by(said), now=NOW),
}
