"""A unit's own number of days."""

from datetime import date, timedelta

import pytest

from gandan.core.access import Refusal
from gandan.core.events import Event
from gandan.opinions.actions.rules import set_pledge
from gandan.opinions.models import Pledge
from gandan.opinions.policies import rules as policies
from gandan.opinions.policies.rules import MOST
from gandan.opinions.queries.clock import pledge_of
from gandan.units.models.time import since
from tests.people import CAST, NOW, TODAY

TOMORROW = TODAY + timedelta(days=1)


def during() -> list[tuple[int, date, date | None]]:
    return [(p.days, p.during.lower, p.during.upper) for p in Pledge.objects.order_by("during")]


def test_the_leader_pledges_and_the_running_one_ends_the_day_before(ground, leader):
    set_pledge(ground.commune, days=5, from_day=TODAY, by=leader, now=NOW)
    made = set_pledge(ground.commune, days=7, from_day=date(2027, 1, 1), by=leader, now=NOW)
    assert during() == [(5, TODAY, date(2027, 1, 1)), (7, date(2027, 1, 1), None)]
    assert pledge_of(ground.commune, on=date(2026, 12, 31)).days == 5
    assert pledge_of(ground.commune, on=date(2027, 1, 1)).days == 7
    event = Event.objects.filter(verb="opinions.pledge_set").last()
    assert (event.thing_id, event.unit, event.was, event.now, event.facts) == (
        str(made.pk),
        ground.commune.pk,
        "5",
        "7",
        {"from_day": "2027-01-01"},
    )


def test_one_that_has_not_begun_gives_way(ground, leader):
    set_pledge(ground.commune, days=5, from_day=date(2027, 3, 1), by=leader, now=NOW)
    set_pledge(ground.commune, days=6, from_day=date(2027, 1, 1), by=leader, now=NOW)
    assert during() == [(6, date(2027, 1, 1), None)]


@pytest.mark.parametrize("who", CAST)
def test_who_may(ground, cast, who):
    def deed():
        return set_pledge(ground.commune, days=5, from_day=TOMORROW, by=cast[who], now=NOW)

    if who == "leader":
        assert deed().days == 5
    else:
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            deed()


@pytest.mark.parametrize(
    ("days", "from_day", "sentence"),
    [
        (0, TOMORROW, "từ 1 đến 30 ngày làm việc"),
        (MOST + 1, TOMORROW, "từ 1 đến 30 ngày làm việc"),
        (5, TODAY - timedelta(days=1), "từ hôm nay trở đi"),
        (5, TODAY + timedelta(days=400), "trong vòng một năm"),
    ],
)
def test_refused(ground, leader, days, from_day, sentence):
    with pytest.raises(Refusal, match=sentence):
        set_pledge(ground.commune, days=days, from_day=from_day, by=leader, now=NOW)
    assert during() == []
    assert not Event.objects.filter(verb="opinions.pledge_set").exists()


def test_refused_for_a_unit_that_will_be_no_more(ground):
    ground.commune.existed = since(ground.commune.began, TOMORROW)
    said = policies.set_pledge(ground.commune, days=5, from_day=TOMORROW, today=TODAY)
    assert "kết thúc hoạt động" in said.sentence
    assert policies.set_pledge(ground.commune, days=5, from_day=TODAY, today=TODAY) is None


def test_twice_on_a_day_is_refused_because_dates_may_have_been_given(ground, leader):
    set_pledge(ground.commune, days=5, from_day=TODAY, by=leader, now=NOW)
    with pytest.raises(Refusal, match="Xin chọn từ ngày 24/11/2026"):
        set_pledge(ground.commune, days=7, from_day=TODAY, by=leader, now=NOW)
    with pytest.raises(Refusal, match="đúng số ngày này"):
        set_pledge(ground.commune, days=5, from_day=TODAY, by=leader, now=NOW)
    with pytest.raises(Refusal, match="đúng số ngày này"):
        set_pledge(ground.commune, days=5, from_day=TOMORROW, by=leader, now=NOW)
    assert during() == [(5, TODAY, None)]
