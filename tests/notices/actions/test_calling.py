"""Calls: asked of the office that holds dân vận work, in the unit of whoever cannot be reached otherwise."""

from datetime import timedelta

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from gandan.accounts.models import User
from gandan.accounts.queries import actor_for
from gandan.core.access import Refusal, Role, SystemActor
from gandan.core.events import Event
from gandan.core.ui.work import owed
from gandan.notices import actions, queries, texts
from gandan.notices.enums import State
from gandan.notices.models import Message, Notice
from gandan.units.models import DanVanOwner
from tests.notices.conftest import VERB
from tests.people import CAST, LONG_AGO, NOW, TODAY, hold

pytestmark = pytest.mark.django_db
FRIDAY = NOW - timedelta(days=3)  # one working day before the Monday of the tests


@pytest.fixture
def call(telling, people, happen, world):
    person = people["hamlet_head"]
    person.email = None
    person.save()
    DanVanOwner.objects.create(unit=world.commune, office=world.front, during=DateRange(LONG_AGO, None, "[)"))
    telling.to = {person}
    for _ in range(2):
        actions.make(happen(people["leader"], at=FRIDAY).pk, by=SystemActor("notices"), now=FRIDAY)
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


def test_nobody_is_called_before_a_working_day_has_passed_unless_it_is_urgent(call, front_officer, people, happen, telling, monkeypatch):
    assert call.planned_at == NOW
    assert not queries.calls_of(front_officer, today=TODAY - timedelta(days=1))
    monkeypatch.setitem(texts._texts, VERB, telling.text(urgent=True))
    actions.make(happen(people["leader"], at=FRIDAY).pk, by=SystemActor("notices"), now=FRIDAY)
    assert queries.calls_of(front_officer, today=FRIDAY.date()).get().unread == 3


def test_news_after_a_call_is_a_new_call_on_another_day(call, front_officer, people, happen, telling, monkeypatch):
    actions.call_made(call, by=front_officer, now=NOW)
    monkeypatch.setitem(texts._texts, VERB, telling.text(urgent=True))
    actions.make(happen(people["leader"]).pk, by=SystemActor("notices"), now=NOW)
    waiting = Message.objects.get(state=State.QUEUED)
    assert waiting.notices.count() == 1
    assert timezone.localtime(waiting.planned_at).isoformat() == "2026-11-24T07:00:00+07:00"
    assert not queries.calls_of(front_officer, today=TODAY)


def test_who_opened_the_workspace_since_is_not_called(call, front_officer, people):
    people["hamlet_head"].last_login = FRIDAY - timedelta(hours=1)
    people["hamlet_head"].save()
    assert queries.calls_of(front_officer, today=TODAY).get().unread == 2
    people["hamlet_head"].last_login = FRIDAY + timedelta(hours=1)
    people["hamlet_head"].save()
    assert not queries.calls_of(front_officer, today=TODAY)


def test_who_did_something_since_is_not_called(call, front_officer, cast, people, happen):
    happen(people["leader"], by=cast["hamlet_head"], at=FRIDAY + timedelta(hours=1))
    assert not queries.calls_of(front_officer, today=TODAY)


def test_the_leader_of_the_office_calls_only_where_no_officer_does(call, people, world):
    hold(people["leader"], Role.LEADER, office=world.front)
    leader = actor_for(people["leader"], today=TODAY)
    assert not queries.calls_of(leader, today=TODAY)
    User.objects.filter(pk=people["front_officer"].pk).update(is_active=False)
    assert queries.calls_of(leader, today=TODAY).get() == call


def test_of_what_happened_long_ago_nobody_is_called_or_written_to(call, people, happen, sends_mail, telling):
    telling.to = {people["hamlet_head"], people["leader"]}
    Message.objects.all().delete()
    old = happen(people["leader"], at=NOW - timedelta(days=2, seconds=1))
    assert actions.make(old.pk, by=SystemActor("notices"), now=NOW) == 2
    assert not Message.objects.exists()
