"""Calls: asked of the office that holds dân vận work, in the unit of whoever cannot be reached otherwise."""

from datetime import timedelta

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from gandan.core.access import Refusal, SystemActor
from gandan.core.events import Event
from gandan.core.ui.work import owed
from gandan.notices import actions, queries, texts
from gandan.notices.enums import State
from gandan.notices.models import Message, Notice
from gandan.units.models import DanVanOwner
from tests.notices.conftest import VERB
from tests.people import CAST, LONG_AGO, NOW, TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(telling, people, happen, world):
    person = people["hamlet_head"]
    person.email = None
    person.save()
    DanVanOwner.objects.create(unit=world.commune, office=world.front, during=DateRange(LONG_AGO, None, "[)"))
    telling.to = {person}
    for _ in range(2):
        actions.make(happen(people["leader"]).pk, by=SystemActor("notices"), now=NOW - timedelta(days=1))
    return Message.objects.get()


@pytest.mark.parametrize("who", CAST)
def test_only_the_office_that_holds_dan_van_work_calls(call, cast, who):
    seen = queries.calls_of(cast[who], today=TODAY).filter(pk=call.pk).exists()
    assert seen == (who == "front_officer")


def test_where_no_office_holds_it_the_leader_is_asked(call, cast):
    DanVanOwner.objects.all().delete()
    assert [who for who in CAST if queries.calls_of(cast[who], today=TODAY)] == ["leader"]


def test_it_stands_in_my_work_without_a_number(call, front_officer):
    (item,) = [i for i in owed(front_officer, TODAY) if "Gọi báo" in i.title]
    assert item.title == "Gọi báo Ông/Bà Lê Văn Sáu: 2 việc"
    assert (item.deed, item.due) == ("Xem và gọi", TODAY)


def test_what_the_person_read_meanwhile_needs_no_call(call, front_officer):
    Notice.objects.update(read_at=NOW)
    assert not queries.calls_of(front_officer, today=TODAY)


def test_a_call_was_made(call, front_officer):
    assert actions.call_made(call, by=front_officer, now=NOW).state == State.DONE
    event = Event.objects.get(verb="notices.called")
    assert (event.was, event.now, event.facts) == ("queued", "done", {"notices": 2})
    assert Notice.objects.filter(read_at=None).count() == 2
    assert not queries.calls_of(front_officer, today=TODAY)


def test_a_colleague_who_comes_second_is_told(call, front_officer):
    actions.call_made(call, by=front_officer, now=NOW)
    with pytest.raises(Refusal, match="Đã có người gọi báo rồi"):
        actions.call_made(call, by=front_officer, now=NOW)


@pytest.mark.parametrize(
    ("who", "status"), [("committee_officer", 404), ("outsider", 404), ("provincial_leader", 404), ("hamlet_head", 403)]
)
def test_others_do_not_make_it(call, cast, who, status):
    with pytest.raises(Refusal) as refused:
        actions.call_made(call, by=cast[who], now=NOW)
    assert refused.value.status == status


def test_nobody_is_called_before_the_next_morning_unless_it_is_urgent(call, front_officer, people, happen, telling, monkeypatch):
    assert not queries.calls_of(front_officer, today=TODAY - timedelta(days=1))
    monkeypatch.setitem(texts._texts, VERB, telling.text(urgent=True))
    actions.make(happen(people["leader"]).pk, by=SystemActor("notices"), now=NOW - timedelta(days=1))
    assert queries.calls_of(front_officer, today=TODAY - timedelta(days=1)).get().unread == 3


def test_news_after_a_call_is_a_new_call(call, front_officer, people, happen):
    actions.call_made(call, by=front_officer, now=NOW)
    actions.make(happen(people["leader"]).pk, by=SystemActor("notices"), now=NOW)
    assert Message.objects.get(state=State.QUEUED).notices.count() == 1
