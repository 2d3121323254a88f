"""Old notices go by the rules, with what carried them; new ones stay."""

from datetime import timedelta

import pytest

from gandan.core.access import Refusal, SystemActor
from gandan.core.legal import actions as legal
from gandan.notices import actions
from gandan.notices.enums import Channel, State
from gandan.notices.models import Message, Notice
from tests.people import NOW

pytestmark = pytest.mark.django_db
NIGHT = SystemActor("retention")


@pytest.fixture(autouse=True)
def law(db):
    legal.load(by=SystemActor("install"), now=NOW)


@pytest.fixture
def notices(telling, people, happen, sends_mail):
    telling.to = {people["leader"]}
    for n in range(3):
        actions.make(happen(people["leader"]).pk, by=SystemActor("notices"), now=NOW + timedelta(hours=n))
    Message.objects.update(state=State.SENT, ended_at=NOW)
    return list(Notice.objects.order_by("made_at"))


def test_read_long_ago_and_very_old_ones_go(notices):
    read, old, new = notices
    Notice.objects.filter(pk=read.pk).update(read_at=NOW - timedelta(days=181))
    Notice.objects.filter(pk=old.pk).update(made_at=NOW - timedelta(days=366))
    Notice.objects.filter(pk=new.pk).update(made_at=NOW - timedelta(days=364), read_at=NOW - timedelta(days=179))
    assert actions.forget(by=NIGHT, now=NOW) == 2
    assert list(Notice.objects.all()) == [new]
    assert Message.objects.count() == 1


def test_a_call_about_nothing_unread_is_closed(notices, people):
    call = Message.objects.create(user=people["leader"], channel=Channel.CALL, made_at=NOW, planned_at=NOW)
    call.notices.set(notices)
    actions.forget(by=NIGHT, now=NOW)
    call.refresh_from_db()
    assert call.state == State.QUEUED
    Notice.objects.update(read_at=NOW)
    actions.forget(by=NIGHT, now=NOW)
    call.refresh_from_db()
    assert (call.state, call.ended_at) == (State.VOID, NOW)


def test_only_the_night_forgets(administrator):
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.forget(by=administrator, now=NOW)
