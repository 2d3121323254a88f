"""Giving and ending roles: who, when, what is left behind."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from gandan.accounts import actions
from gandan.accounts.models import RoleHeld
from gandan.accounts.queries import actor_for
from gandan.core.access import Refusal, Role
from gandan.core.events import Event
from tests.people import CAST, LONG_AGO, NOW, TODAY, hold, make_user

DAY = timedelta(days=1)


@pytest.fixture
def newcomer(db):
    return make_user("Nguyễn Văn Mới", "moi.nguyen")


def give(user, by, **more):
    return actions.give_role(user, **{"since": TODAY, **more}, by=by, now=NOW)


def verbs(user) -> list[str]:
    return list(Event.objects.filter(thing_id=str(user.pk)).order_by("pk").values_list("verb", flat=True))


@pytest.mark.parametrize("who", ["leader", "administrator"])
def test_who_may_gives_an_officer_of_the_unit_and_one_event_says_so(world, cast, newcomer, who):
    held = give(newcomer, cast[who], role=Role.OFFICER, office=world.front)
    assert (held.unit_id, held.given_by) == (world.commune.pk, cast[who].key)
    assert [h.office for h in actor_for(newcomer, today=TODAY).holdings] == [world.front.pk]
    event = Event.objects.get(thing_id=str(newcomer.pk))
    assert (event.verb, event.now, event.unit, event.actor) == ("accounts.role_given", "officer", world.commune.pk, cast[who].key)
    assert "Nguyễn" not in str(event.facts)


@pytest.mark.parametrize("who", [w for w in CAST if w not in {"leader", "administrator"}])
def test_nobody_else(world, cast, newcomer, who):
    with pytest.raises(Refusal):
        give(newcomer, cast[who], role=Role.OFFICER, office=world.front)
    assert not newcomer.roles.exists()
    assert verbs(newcomer) == []


@pytest.mark.parametrize("role", [r for r in Role if r not in {Role.OFFICER, Role.HAMLET_HEAD}])
def test_a_leader_gives_no_more_than_officers_and_hamlet_heads(world, leader, newcomer, role):
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        give(newcomer, leader, role=role, office=None if role in {"administrator", "analyst", "supervisor"} else world.front)


def test_a_leader_gives_nothing_in_another_unit(world, leader, newcomer):
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        give(newcomer, leader, role=Role.OFFICER, office=world.other_front)


def test_nobody_gives_themselves_anything(world, administrator, people):
    with pytest.raises(Refusal, match="không tự làm"):
        give(people["administrator"], administrator, role=Role.OFFICER, office=world.front)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"role": Role.OFFICER, "unit": "commune"}, "Xin chọn cơ quan"),
        ({"role": Role.HAMLET_HEAD, "unit": "commune"}, "Xin chọn thôn"),
        ({"role": Role.SUPERVISOR, "office": "front"}, "do dân bầu"),
        ({"role": Role.ADMINISTRATOR, "unit": "commune"}, "phục vụ toàn hệ thống"),
        ({"role": Role.ANALYST, "hamlet": "hamlet"}, "không gắn với thôn"),
        ({"role": Role.OFFICER, "office": "other_front", "unit": "commune"}, "không có ở đơn vị"),
        ({"role": Role.OFFICER, "office": "front", "since": TODAY - DAY}, "từ hôm nay trở đi"),
        ({"role": Role.OFFICER, "office": "front", "until": TODAY}, "phải sau ngày bắt đầu"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_sentence(world, administrator, newcomer, more, sentence):
    more = {k: getattr(world, v) if k in {"unit", "office", "hamlet"} else v for k, v in more.items()}
    with pytest.raises(Refusal, match=sentence):
        give(newcomer, administrator, **more)


def test_the_same_role_twice_at_a_time_is_refused(world, administrator, newcomer):
    give(newcomer, administrator, role=Role.OFFICER, office=world.front)
    with pytest.raises(Refusal, match="đã giữ vai trò đó"):
        give(newcomer, administrator, role=Role.OFFICER, office=world.front, since=TODAY + 5 * DAY)


def test_administration_stands_beside_nothing_else(world, administrator, people, newcomer):
    with pytest.raises(Refusal, match="không đọc nội dung"):
        give(people["front_officer"], administrator, role=Role.ADMINISTRATOR)
    give(newcomer, administrator, role=Role.ADMINISTRATOR)
    with pytest.raises(Refusal, match="không đọc nội dung"):
        give(newcomer, administrator, role=Role.OFFICER, office=world.front)


def test_a_closed_account_gets_no_role(world, administrator, newcomer):
    actions.deactivate(newcomer, by=administrator, now=NOW)
    with pytest.raises(Refusal, match="đang khoá"):
        give(newcomer, administrator, role=Role.OFFICER, office=world.front)


@pytest.mark.parametrize(("after", "last_day"), [(1, 0), (10, 9)])
def test_a_role_ends_on_its_day(world, leader, people, after, last_day):
    held = people["front_officer"].roles.get()
    actions.end_role(held, first_day_without=TODAY + after * DAY, by=leader, now=NOW)
    assert actor_for(people["front_officer"], today=TODAY + last_day * DAY).holdings
    assert not actor_for(people["front_officer"], today=TODAY + after * DAY).holdings
    assert verbs(people["front_officer"]) == ["accounts.role_ended"]


def test_ended_today_it_ends_at_once(leader, people):
    actions.end_role(people["front_officer"].roles.get(), first_day_without=TODAY, by=leader, now=NOW)
    assert actor_for(people["front_officer"], today=TODAY).holdings == ()
    assert actor_for(people["front_officer"], today=TODAY - DAY).holdings != ()


def test_taken_back_on_its_first_day_it_never_counts_and_can_be_given_again(world, administrator, newcomer):
    held = give(newcomer, administrator, role=Role.OFFICER, office=world.front)
    assert actions.end_role(held, first_day_without=TODAY, by=administrator, now=NOW).withdrawn
    assert actor_for(newcomer, today=TODAY).holdings == ()
    give(newcomer, administrator, role=Role.OFFICER, office=world.front)
    assert actor_for(newcomer, today=TODAY).holdings != ()


@pytest.mark.parametrize(("day", "until", "sentence"), [(-1, None, "từ hôm nay trở đi"), (9, 5, "sớm hơn"), (0, -3, "đã kết thúc")])
def test_an_end_is_not_moved_back_or_on(world, administrator, newcomer, day, until, sentence):
    held = hold(newcomer, Role.OFFICER, office=world.front, until=TODAY + until * DAY if until else None)
    with pytest.raises(Refusal, match=sentence):
        actions.end_role(held, first_day_without=TODAY + day * DAY, by=administrator, now=NOW)


@pytest.mark.parametrize("who", ["front_officer", "committee_officer", "outsider", "provincial_leader", "citizen"])
def test_others_end_nothing(cast, people, who):
    with pytest.raises(Refusal):
        actions.end_role(people["hamlet_head"].roles.get(), first_day_without=TODAY, by=cast[who], now=NOW)


def test_the_last_administrator_stays(administrator, people, newcomer):
    held = people["administrator"].roles.get()
    give(newcomer, administrator, role=Role.ADMINISTRATOR, until=TODAY + 3 * DAY)
    second = actor_for(newcomer, today=TODAY)
    with pytest.raises(Refusal, match="cuối cùng"):
        actions.end_role(held, first_day_without=TODAY, by=second, now=NOW)


class TestTheDatabaseHoldsIt:
    def test_no_overlap(self, world, newcomer):
        hold(newcomer, Role.OFFICER, office=world.front)
        with pytest.raises(IntegrityError, match="a_role_once_at_a_time"), transaction.atomic():
            hold(newcomer, Role.OFFICER, office=world.front, since=TODAY)

    @pytest.mark.parametrize(
        ("role", "place"), [("officer", {}), ("hamlet_head", {}), ("leader", {"unit": "commune"}), ("administrator", {"unit": "commune"})]
    )
    def test_role_fits_place(self, world, newcomer, role, place):
        with pytest.raises(IntegrityError, match="role_fits_its_place"), transaction.atomic():
            hold(newcomer, role, **{k: getattr(world, v) for k, v in place.items()})

    def test_office_of_another_unit(self, world, newcomer):
        with pytest.raises(IntegrityError, match="belongs to its unit"), transaction.atomic():
            hold(newcomer, Role.OFFICER, unit=world.commune, office=world.other_front)

    def test_rows_are_never_deleted(self, world, newcomer):
        held = hold(newcomer, Role.OFFICER, office=world.front)
        with pytest.raises(Exception, match="Cannot delete"), transaction.atomic():
            RoleHeld.objects.filter(pk=held.pk).delete()

    def test_a_period_is_real(self, world, newcomer):
        with pytest.raises(IntegrityError, match="role_real_period"), transaction.atomic():
            RoleHeld.objects.create(
                user=newcomer, role=Role.ANALYST, valid=DateRange(LONG_AGO, LONG_AGO), given_at=NOW, given_by="system:test"
            )
