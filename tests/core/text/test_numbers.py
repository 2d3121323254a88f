"""Quantities in Vietnamese text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.core.text import numbers

DECIMALS = st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False, allow_infinity=False)


def only(text):
    found = numbers.find(text)
    assert len(found) == 1, found
    return found[0]


@given(DECIMALS)
def test_what_is_written_is_read_again(value):
    assert numbers.parse(numbers.vietnamese(value)) == value
    assert only(f"đạt {numbers.vietnamese(value)} điểm").value == value


@given(st.integers(min_value=0, max_value=10**9), st.sampled_from(["triệu đồng", "tr.đ", "trđ", "triệu VNĐ"]))
def test_millions_of_dong(value, unit):
    quantity = only(f"hỗ trợ {numbers.vietnamese(value)} {unit}")
    assert (quantity.value, quantity.measure) == (value * 10**6, "VND")


@given(st.text(max_size=80))
def test_any_text_is_survived_and_offsets_point_into_it(text):
    for quantity in numbers.find(text):
        assert text[quantity.start : quantity.end].startswith(quantity.written[:1])
        assert quantity.value >= 0


@pytest.mark.parametrize(
    ("text", "value", "measure", "bound"),
    [
        ("2.071 mô hình", "2071", "", "exact"),
        ("đạt 74,77% dân số", "74.77", "percent", "exact"),
        ("hơn 7 tỉ đồng", "7000000000", "VND", "over"),
        ("1978 vụ việc", "1978", "", "exact"),
        ("1,5 ha đất", "15000", "m2", "exact"),
        ("1,5 héc ta", "15000", "m2", "exact"),
        ("4,2 km đường", "4200", "m", "exact"),
        ("rộng 3m5", "3.5", "m", "exact"),
        ("cao 1m20", "1.2", "m", "exact"),
        ("59 tấn gạo", "59000", "kg", "exact"),
        ("3 tạ thóc", "300", "kg", "exact"),
        ("101.800.000đ", "101800000", "VND", "exact"),
        ("12 345 678 đồng", "12345678", "VND", "exact"),
        ("1,250,000 đồng", "1250000", "VND", "exact"),
        ("1,250 hộ", "1250", "", "exact"),
        ("1 tỷ 200 triệu đồng", "1200000000", "VND", "exact"),
        ("13,26 tỷ đồng", "13260000000", "VND", "exact"),
        ("200 nghìn đồng", "200000", "VND", "exact"),
        ("hỗ trợ 50 triệu để xây", "50000000", "VND", "exact"),
        ("3 triệu liều vắc xin", "3000000", "", "exact"),
        ("hơn 1 triệu căn nhà", "1000000", "", "over"),
        ("trị giá 200 nghìn/suất", "200000", "VND", "exact"),
        ("mỗi suất 500 ngàn, trao tận tay", "500000", "VND", "exact"),
        ("chi hội có 2 nghìn hội viên", "2000", "", "exact"),
        ("thu hút trên 6 ngàn cuộc", "6000", "", "over"),
        ("trên 6 ngàn cuộc", "6000", "", "over"),
        ("gần 2.000m2", "2000", "m2", "under"),
        ("khoảng 500 người", "500", "", "about"),
        ("không quá 20 người", "20", "", "under"),
        ("500 người trở lên", "500", "", "over"),
        ("5 đ/c dự họp", "5", "", "exact"),
        ("50 m3 đất", "50", "", "exact"),
        ("5 km2 rừng", "5000000", "m2", "exact"),
        ("7.5 triệu đồng", "7500000", "VND", "exact"),
        ("5 đồng chí", "5", "", "exact"),
    ],
)
def test_one_quantity(text, value, measure, bound):
    quantity = only(text)
    assert (quantity.value, quantity.measure, quantity.bound) == (Decimal(value), measure, bound)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("từ 5 đến 7 triệu đồng", [5_000_000, 7_000_000]),
        ("từ 5 triệu đến 7 triệu đồng", [5_000_000, 7_000_000]),
        ("tăng 10-15%", [10, 15]),
        ("21/21 huyện", [21, 21]),
        ("7 tỉ đồng và 59 tấn gạo", [7_000_000_000, 59_000]),
        ("1 triệu đồng tiền mặt và túi quà 300.000 đồng", [1_000_000, 300_000]),
    ],
)
def test_several_quantities(text, values):
    assert [quantity.value for quantity in numbers.find(text)] == values


@pytest.mark.parametrize("text", ["Covid-19", "hẻm 3T2", "mã A15", "xe 51A123"])
def test_digits_inside_words_are_no_quantities(text):
    assert numbers.find(text) == []


def test_a_bound_reaches_only_the_number_after_it():
    first, second = numbers.find("hơn 7 tỉ đồng và 59 tấn gạo")
    assert (first.bound, second.bound) == ("over", "exact")


@pytest.mark.parametrize(
    ("value", "written"), [(2071, "2.071"), (74.77, "74,77"), (Decimal("0.5"), "0,5"), (1000000, "1.000.000"), (7, "7")]
)
def test_vietnamese_writing(value, written):
    assert numbers.vietnamese(value) == written
