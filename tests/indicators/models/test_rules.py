"""What the database itself refuses, whoever writes."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from gandan.indicators.models import Indicator, Retraction, Statement, Value
from gandan.indicators.models.exact import plain
from tests.indicators.conftest import SEPTEMBER, enter, indicator, state
from tests.people import NOW

pytestmark = pytest.mark.django_db


def row(unit, **more):
    said = {
        "indicator": indicator("care.gifts"),
        "unit": unit,
        "value": Decimal(1),
        "provenance": "entered",
        "entered_at": NOW,
        **SEPTEMBER,
    }
    with transaction.atomic():
        return Value.objects.create(**{**said, **more})


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ({"period_to": None}, "value_time"),
        ({"period_to": date(2026, 8, 1)}, "value_time"),
        ({"on": date(2026, 9, 30)}, "value_time"),
        ({"span": "cumulative", "period_from": None, "period_to": None, "on": date(2026, 9, 30)}, "value_time"),
        ({"value": Decimal("1e41")}, "value_number"),
        ({"value": None}, "value_taken_away_is_a_correction"),
        ({"provenance": "read"}, "value_read_has_statement"),
        ({"span": "point", "period_from": None, "period_to": None, "on": date(2026, 9, 30)}, "no values of this span"),
    ],
)
def test_a_row_that_says_nonsense(place, more, name):
    with pytest.raises(IntegrityError, match=name):
        row(place.commune, **more)


def test_one_chain_for_a_unit_and_time(place):
    first = row(place.commune)
    with pytest.raises(IntegrityError, match="one_chain_of_a_value"):
        row(place.commune)
    row(place.commune, provenance="imported")
    row(place.commune, span="cumulative")
    second = row(place.commune, corrects=first)
    with pytest.raises(IntegrityError):  # a row is corrected once
        row(place.commune, corrects=first)
    assert second.corrects == first


@pytest.mark.parametrize("other", ["unit", "indicator", "time", "span"])
def test_a_correction_is_of_the_same_thing(place, other):
    first = row(place.commune)
    change = {
        "unit": {"unit": place.other},
        "indicator": {"indicator": indicator("works.labour_days")},
        "time": {"period_to": date(2026, 9, 29)},
        "span": {"span": "cumulative"},
    }
    with pytest.raises(IntegrityError, match="same indicator, unit and time"):
        row(**{"unit": place.commune, "corrects": first, **change[other]})


def test_nothing_is_changed_or_taken_away(place):
    value, said = enter(place.commune), state(unit=place.commune)
    for change in (
        lambda: Value.objects.filter(pk=value.pk).update(value=1),
        lambda: Value.objects.filter(pk=value.pk).delete(),
        lambda: Statement.objects.filter(pk=said.pk).update(value=1),
        lambda: Statement.objects.filter(pk=said.pk).update(quote="khác"),
        lambda: Statement.objects.filter(pk=said.pk).delete(),
        lambda: Indicator.objects.filter(code="care.gifts").update(measure="kg"),
        lambda: Indicator.objects.filter(code="care.gifts").delete(),
    ):
        with pytest.raises((DatabaseError, IntegrityError)), transaction.atomic():
            change()
    assert Retraction.objects.count() == 0


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ({"measure": "percent", "nature": "flow"}, "indicator_percent_is_rate"),
        ({"noun": ""}, "indicator_count_has_noun"),
        ({"code": "A b"}, "indicator_code"),
        ({"name_folded": "suat qua da trao"}, "indicator_name_folded"),
    ],
)
def test_a_poor_indicator(definitions, more, name):
    from django.db.backends.postgresql.psycopg_any import DateRange

    said = {"code": "x.y", "topic": "care", "measure": "count", "nature": "flow", "name": "A", "name_folded": "a", "noun": "b"}
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        Indicator.objects.create(**{**said, "valid": DateRange(None, None, "[)"), **more})
    assert name in str(refused.value)


def test_a_number_keeps_its_digits_and_no_others(place):
    value = enter(place.commune, "74.770", code="care.poor_rate", span="point", on=date(2026, 9, 30))
    with connection.cursor() as cursor:
        cursor.execute("SELECT value::text FROM indicators_value WHERE id = %s", [value.pk])
        assert cursor.fetchone() == ("74.77",)


@pytest.mark.parametrize(
    ("given", "kept"), [("74.770", "74.77"), ("7E+9", "7000000000"), ("0.000", "0"), ("100", "100"), ("-1.50", "-1.5"), ("1E-20", "1E-20")]
)
def test_one_spelling_of_a_number(given, kept):
    assert str(plain(Decimal(given))) == kept
    with pytest.raises(ValueError, match="not a number"):
        plain(Decimal("NaN"))
