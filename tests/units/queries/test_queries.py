"""The database answers as the file does, and knows what was added to it."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gandan.core.access import may
from gandan.units import actions, queries
from gandan.units.gazetteer import Gazetteer, Level
from gandan.units.models import Load
from gandan.units.queries import picture
from tests.units.conftest import LAST_OLD, NOW, TODAY, unit

pytestmark = pytest.mark.django_db
FILE = Gazetteer.load()


def known(place):
    return place.key, place.full_name, place.code, place.parent, place.valid_from, place.valid_to


@pytest.mark.parametrize("day", [LAST_OLD, date(2025, 7, 1), TODAY])
def test_the_tree_is_the_same_with_and_without_a_database(units, day):
    assert [known(p) for p in queries.tree(day)] == [known(p) for p in FILE.tree(day)]


@pytest.mark.parametrize("day", [LAST_OLD, TODAY])
def test_the_tree_is_a_partition(units, day):
    """Every unit hangs below exactly one province."""
    below = [p.id for province in queries.tree(day, Level.PROVINCE) for p in (province, *queries.descendants(province, on=day))]
    assert len(below) == len(set(below))
    assert set(below) == {p.id for p in queries.tree(day)}


def test_descendants(units):
    assert len(queries.descendants(unit("92"), on=TODAY)) == 103
    assert unit("31135").pk in queries.descendant_ids(unit("92"), on=TODAY)


def test_found_and_followed(units):
    (hit,) = queries.find("phường Xuân Khánh, quận Ninh Kiều", on=LAST_OLD)
    (became,) = queries.became(hit.place)
    assert became.place.id == unit("31135").pk
    assert {b.place.name for b in queries.predecessors(became.place)} == {"Xuân Khánh", "Tân An", "Thới Bình"}


def test_history_of_one_that_was_made(ninh_kieu):
    told = queries.history(ninh_kieu)
    assert (told.began, told.ended, [p.name for p in told.chain]) == (date(2025, 7, 1), None, ["Cần Thơ"])
    assert [(s.other.name, s.share, s.percent) for s in told.came_from] == [
        ("Thới Bình", 1, 100.0),
        ("Tân An", 1, 100.0),
        ("Xuân Khánh", 1, 100.0),
    ]


def test_history_of_a_divided_one_says_that_shares_are_estimates(units):
    told = queries.history(queries.find("xã Hòa Liên, Hòa Vang", on=LAST_OLD)[0].place)
    assert (told.began, told.attested_on, told.divided, told.estimated) == (None, LAST_OLD, True, True)
    assert [s.value for s in told.parents] == ["Huyện Hòa Vang"]


def test_history_of_one_that_went_on(units):
    told = queries.history(unit("24221"))
    assert [(s.value, s.last_day) for s in told.names] == [("Xã Ia RVê", LAST_OLD), ("Xã Ia Rvê", None)]
    assert [s.value for s in told.parents] == ["Huyện Ea Súp", "Tỉnh Đắk Lắk"]


def test_dots(units):
    dots = queries.dots(TODAY)
    assert len(dots) == 3321
    assert {d.province for d in dots} == {p.code for p in queries.tree(TODAY, Level.PROVINCE)}


def test_questions_cost_one_query(units, django_assert_num_queries):
    queries.find("ninh kiều")
    with django_assert_num_queries(1):
        queries.find("xuân khánh")
    with django_assert_num_queries(1):
        queries.tree(TODAY)


def test_who_stands_above(ninh_kieu):
    assert queries.ancestor_ids(ninh_kieu.pk, TODAY) == {ninh_kieu.pk, unit("92").pk}


def test_anybody_may_look(ninh_kieu, outsider):
    assert may(outsider, "units.view", ninh_kieu)


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
def test_restating_keeps_the_total(units, data):
    old = data.draw(st.lists(st.sampled_from(FILE.tree(LAST_OLD)), min_size=1, max_size=8, unique=True))
    figure = data.draw(st.sampled_from([st.integers(0, 10**9), st.decimals(0, 10**6, places=2)]))
    values = {p.id: data.draw(figure) for p in old}
    told = queries.restate(values, additive=True)
    assert sum(told.values.values()) + sum(told.unplaced.values()) == sum(values.values())
    assert set(told.unplaced) <= {p.id for p in old if p.level == Level.DISTRICT}


def test_restating_a_divided_commune(units):
    hoa_lien = queries.find("xã Hòa Liên, Hòa Vang", on=LAST_OLD)[0].place
    told = queries.restate({hoa_lien.id: 1001, unit("31144", LAST_OLD).pk: Decimal("2.50")}, additive=True)
    assert sorted(told.values.values()) == [Decimal("2.50"), 394, 607]
    assert told.estimated == {b.place.id for b in queries.became(hoa_lien)}


def test_ratios_are_not_added(units):
    with pytest.raises(queries.NotAdditive, match="không cộng được"):
        queries.restate({unit("31135").pk: Decimal("74.77")}, additive=False)


def test_a_unit_made_here_is_found(units, administrator, now):
    new = actions.NewUnit(level="commune", kind="Phường", name="Ninh Kiều Mới", code="39999", parent=unit("92"))
    made = actions.merge(
        [unit("31135"), unit("31120")], into=new, first_day=date(2026, 5, 1), decree="1/NQ-UBTVQH16", by=administrator, now=NOW
    )
    assert queries.find("ninh kieu moi")[0].place.id == made.pk
    assert [b.place.id for b in queries.became(unit("31144", LAST_OLD))] == [made.pk]
    assert queries.one(made, on=date(2026, 4, 30)) is None


def test_several_units_cost_one_query(units, django_assert_num_queries):
    ids = [p.id for p in queries.tree(TODAY)[:30]]
    with django_assert_num_queries(1):
        assert [p.id for p in queries.several([*ids, uuid4()])[:30] if p] == ids
    assert queries.several([uuid4()]) == [None]


def test_a_deed_that_began_before_another_and_ended_after_it_is_seen(ninh_kieu, administrator):
    Load.objects.create(what="rename", at=NOW + timedelta(seconds=1))
    assert queries.one(ninh_kieu).name == "Ninh Kiều"
    day = date(2026, 5, 1)
    actions.rename_unit(ninh_kieu, kind="Phường", name="Bến Ninh Kiều", first_day=day, decree="12/NQ-UBTVQH16", by=administrator, now=NOW)
    assert queries.one(ninh_kieu).name == "Bến Ninh Kiều"


@pytest.mark.django_db(transaction=True)
def test_the_tree_is_read_in_one_snapshot(ninh_kieu, monkeypatch):
    monkeypatch.setattr(picture, "_kept", picture.Kept())
    with CaptureQueriesContext(connection) as asked:
        assert queries.one(ninh_kieu).name == "Ninh Kiều"
    said = [query["sql"] for query in asked.captured_queries]
    began = next(place for place, sql in enumerate(said) if "REPEATABLE READ" in sql)
    assert all("units_unitname" not in sql for sql in said[:began])
    assert any("units_unitname" in sql for sql in said[began:])
