"""Hamlets and households: success, each refusal with its sentence, one event."""

from datetime import date

import pytest

from gandan.core.access import Refusal
from gandan.core.events import Event
from gandan.units import actions, queries
from gandan.units.models import HouseholdCount
from tests.units.conftest import TODAY, unit

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 1)


@pytest.fixture
def hamlet(ninh_kieu, officer, now):
    return actions.add_hamlet(ninh_kieu, kind="khu_pho", name="  1 ", since=DAY, by=officer, now=now)


def verbs(thing):
    return list(Event.objects.filter(thing_id=str(thing.pk)).values_list("verb", flat=True))


def test_a_commune_adds_a_hamlet(ninh_kieu, hamlet):
    assert (str(hamlet), verbs(hamlet)) == ("Khu phố 1", ["units.hamlet_added"])
    assert [h.pk for h in queries.hamlets(ninh_kieu.pk, on=TODAY)] == [hamlet.pk]
    assert list(queries.hamlets(ninh_kieu.pk, on=date(2026, 2, 28))) == []


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"kind": "x"}, "Hãy chọn loại"), ({"name": " . "}, "Hãy ghi tên"), ({"name": "a" * 101}, "quá 100 chữ"),
        ({"name": "Đông 😀"}, "chỉ gồm chữ"), ({"name": "99999"}, "một số từ 1 đến 999"), ({"name": "1\x07"}, "chỉ gồm chữ"),
        ({"name": "01"}, "đã có khu phố tên này"), ({"since": date(2027, 1, 1)}, "ở tương lai"),
        ({"since": date(2025, 6, 1)}, "không có đơn vị này"),
    ],
)  # fmt: skip
def test_refused(ninh_kieu, hamlet, officer, now, values, sentence):
    with pytest.raises(Refusal, match=sentence):
        actions.add_hamlet(ninh_kieu, **({"kind": "khu_pho", "name": "2", "since": DAY} | values), by=officer, now=now)


def test_only_in_communes(administrator, now):
    from gandan.core.access import Role
    from tests.units.conftest import person

    with pytest.raises(Refusal, match="chỉ thuộc xã, phường"):
        actions.add_hamlet(unit("92"), kind="thon", name="1", since=DAY, by=person(Role.LEADER, unit("92").pk), now=now)


def test_nobody_from_elsewhere(ninh_kieu, hamlet, outsider, administrator, now):
    for by in (outsider, administrator):
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            actions.add_hamlet(ninh_kieu, kind="khu_pho", name="9", since=DAY, by=by, now=now)
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            actions.count_households(hamlet, households=1, counted_on=DAY, by=by, now=now)


def test_a_new_name(hamlet, officer, now):
    assert str(actions.rename_hamlet(hamlet, kind="khu_pho", name="Tân An", by=officer, now=now)) == "Khu phố Tân An"
    assert verbs(hamlet) == ["units.hamlet_added", "units.hamlet_renamed"]


def test_it_ends_once(ninh_kieu, hamlet, officer, leader, now):
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.end_hamlet(hamlet, after=TODAY, by=officer, now=now)
    with pytest.raises(Refusal, match="từ ngày bắt đầu đến hôm nay"):
        actions.end_hamlet(hamlet, after=date(2026, 2, 1), by=leader, now=now)
    actions.end_hamlet(hamlet, after=date(2026, 6, 30), by=leader, now=now)
    assert list(queries.hamlets(ninh_kieu.pk, on=date(2026, 7, 1))) == []
    assert len(queries.hamlets(ninh_kieu.pk, on=date(2026, 6, 30))) == 1
    with pytest.raises(Refusal, match="đã kết thúc"):
        actions.end_hamlet(hamlet, after=TODAY, by=leader, now=now)
    with pytest.raises(Refusal, match="không đổi tên được"):
        actions.rename_hamlet(hamlet, kind="khu_pho", name="X", by=leader, now=now)


def test_households_over_time(ninh_kieu, hamlet, officer, now):
    for day, households in ((date(2026, 3, 1), 210), (date(2026, 9, 1), 223)):
        actions.count_households(hamlet, households=households, counted_on=day, by=officer, now=now)
    seen = {d: queries.hamlets(ninh_kieu.pk, on=d).get().households for d in (DAY, date(2026, 8, 31), TODAY)}
    assert seen == {DAY: 210, date(2026, 8, 31): 210, TODAY: 223}
    assert verbs(hamlet).count("units.households_counted") == 2


def test_a_correction_keeps_the_wrong_count(ninh_kieu, hamlet, officer, now):
    wrong = actions.count_households(hamlet, households=2100, counted_on=DAY, by=officer, now=now)
    with pytest.raises(Refusal, match="hãy ghi đính chính"):
        actions.count_households(hamlet, households=210, counted_on=DAY, by=officer, now=now)
    with pytest.raises(Refusal, match="cùng ngày"):
        actions.count_households(hamlet, households=210, counted_on=TODAY, corrects=wrong, by=officer, now=now)
    actions.count_households(hamlet, households=210, counted_on=DAY, corrects=wrong, by=officer, now=now)
    assert queries.hamlets(ninh_kieu.pk, on=TODAY).get().households == 210
    assert HouseholdCount.objects.count() == 2
    with pytest.raises(Refusal, match="đã được đính chính"):
        actions.count_households(hamlet, households=211, counted_on=DAY, corrects=wrong, by=officer, now=now)


@pytest.mark.parametrize(
    ("households", "day", "sentence"),
    [(0, DAY, "từ 1 trở lên"), (5, date(2027, 1, 1), "ở tương lai"), (5, date(2026, 2, 1), "chưa có hoặc không còn")],
)
def test_counts_refused(hamlet, officer, now, households, day, sentence):
    with pytest.raises(Refusal, match=sentence):
        actions.count_households(hamlet, households=households, counted_on=day, by=officer, now=now)


def test_a_list_costs_the_same_for_1_and_30(ninh_kieu, officer, now, django_assert_num_queries):
    for n in range(30):
        actions.add_hamlet(ninh_kieu, kind="thon", name=f"Số {n}", since=DAY, by=officer, now=now)
    with django_assert_num_queries(1):
        assert len([(str(h), h.households) for h in queries.hamlets(ninh_kieu.pk, on=TODAY)]) == 30
