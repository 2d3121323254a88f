"""Who sees which values and statements; lists ask a constant number of questions."""

from datetime import date
from decimal import Decimal

import pytest

from gandan.indicators import actions, mentions, queries
from gandan.indicators.models import Indicator, Value
from tests.indicators.conftest import DEMO, SEPTEMBER, enter, indicator, state
from tests.people import CAST, NOW

pytestmark = pytest.mark.django_db
WORKS_THERE = {"front_officer", "committee_officer", "leader", "provincial_specialist", "provincial_leader", "central_analyst"}


@pytest.mark.parametrize("who", CAST)
def test_values_read_from_something_internal_are_internal(place, cast, who):
    said = state(unit=place.commune)
    actions.read_value(said, indicator=indicator("care.gifts_value"), by=DEMO, now=NOW, **SEPTEMBER)
    assert queries.values_for(cast[who]).exists() == (who in WORKS_THERE)
    assert queries.visible_to(cast[who]).exists() == (who in WORKS_THERE)


@pytest.mark.parametrize("who", CAST)
def test_values_of_public_indicators_are_public(place, cast, who):
    enter(place.commune)
    assert queries.values_for(cast[who]).count() == 1


@pytest.mark.parametrize("who", CAST)
def test_internal_indicators_are_for_those_who_work(place, cast, who, central_analyst):
    Indicator.objects.filter(code="care.gifts").update(is_public=False)
    enter(place.commune)
    assert queries.values_for(cast[who]).exists() == (who in WORKS_THERE)
    works = WORKS_THERE | {"administrator", "outsider"}
    assert queries.indicators_for(cast[who]).filter(code="care.gifts").exists() == (who in works)


def test_a_series_is_told_with_its_corrections(place, leader):
    first = enter(place.commune, "460")
    second = actions.correct_value(first, number=Decimal(466), reason="Thiếu 6.", by=leader, now=NOW)
    third = actions.correct_value(second, number=Decimal(470), reason="Thiếu 4.", by=leader, now=NOW)
    (point,) = queries.series(indicator("care.gifts"), place.commune.pk)
    assert (point.value, point.earlier, point.place.full_name) == (third, (second, first), "Phường Ninh Kiều")
    assert [v.corrected_by.reason.text for v in point.earlier] == ["Thiếu 4.", "Thiếu 6."]


def test_a_series_goes_by_time(place):
    enter(place.commune, "1", period_from=date(2026, 8, 1), period_to=date(2026, 8, 31))
    enter(place.commune, "2")
    assert [p.value.value for p in queries.series(indicator("care.gifts"), place.commune.pk)] == [2, 1]
    assert queries.latest_before(indicator("care.gifts"), place.commune.pk, actor=DEMO).value == 2
    assert queries.latest_before(indicator("care.gifts"), place.other.pk, actor=DEMO) is None


@pytest.mark.parametrize("many", [1, 12])
def test_lists_ask_as_often_for_one_as_for_many(place, leader, django_assert_max_num_queries, many):
    for month in range(1, many + 1) if many < 11 else range(1, 11):
        value = enter(place.commune, str(month), period_from=date(2026, month, 1), period_to=date(2026, month, 28))
        actions.correct_value(value, number=Decimal(month + 100), reason="x", by=leader, now=NOW)
    list(queries.living(indicator("care.gifts")))  # the picture is read once
    with django_assert_max_num_queries(25) as asked:
        assert len(queries.series(indicator("care.gifts"), place.commune.pk)) == min(many, 10)
    own = [q for q in asked.captured_queries if "indicators_" in q["sql"]]
    assert len(own) == 3  # the indicator, the values, their chains


def test_rooms_above_say_where_a_figure_is_used(place):
    said = state(is_public=True)
    mentions.register("tests", lambda statement, actor: [mentions.Mention(f"Đợt tặng quà {statement.pk}", "/hoat-dong/1/", NOW.date())])
    try:
        assert [m.title for m in mentions.of(said, actor=DEMO)] == [f"Đợt tặng quà {said.pk}"]
        with pytest.raises(ValueError, match="twice"):
            mentions.register("tests", lambda statement, actor: [])
    finally:
        mentions._sources.pop("tests")


def test_what_waits_to_be_placed(place, front_officer, outsider):
    waiting = state(unit=place.commune)
    placed = state(unit=place.commune)
    actions.read_value(placed, indicator=indicator("care.gifts_value"), by=DEMO, now=NOW, **SEPTEMBER)
    assert queries.unread(front_officer) == [waiting]
    assert queries.unread(outsider) == []
    assert Value.objects.count() == 1
