"""Days in Vietnamese text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.core.text import dates

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))
SPELLINGS = [
    "{d}/{m}/{y}",
    "{d:02}/{m:02}/{y}",
    "{d}-{m}-{y}",
    "{d}.{m}.{y}",
    "ngày {d} tháng {m} năm {y}",
    "ngày {d} tháng {m}, {y}",
    "Ngày {d:02} tháng {m:02} năm {y}",
    "{y}-{m:02}-{d:02}",
]


@given(DAYS, st.sampled_from(SPELLINGS))
def test_what_is_written_is_read_again(day, spelling):
    text = f"Họp {spelling.format(d=day.day, m=day.month, y=day.year)}, tại xã"
    assert [found.day for found in dates.find(text)] == [day]


@given(DAYS, st.sampled_from(["ngày {d}/{m}", "sáng {d}-{m}", "Ngày {d} tháng {m}", "chiều ngày {d:02}/{m:02}"]))
def test_a_day_without_its_year(day, spelling):
    (found,) = dates.find(spelling.format(d=day.day, m=day.month) + ", đoàn làm việc")
    assert (found.year, found.month, found.dom, found.day) == (None, day.month, day.day, None)
    assert found.in_year(day.year) == day


@given(st.text(max_size=80))
def test_any_text_is_survived(text):
    for found in dates.find(text):
        assert 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("từ ngày 12 đến 14/6/2024", ["2024-06-12", "2024-06-14"]),
        ("trong 2 ngày 5 và 6/5/2024", ["2024-05-05", "2024-05-06"]),
        ("Ngày 16-17/5/2023", ["2023-05-16", "2023-05-17"]),
        ("hai ngày 29/4 - 1/5/2024", ["2024-04-29", "2024-05-01"]),
        ("từ ngày 5 đến ngày 7 tháng 9 năm 2023", ["2023-09-05", "2023-09-07"]),
        ("(15-10-1930 - 15-10-2020)", ["1930-10-15", "2020-10-15"]),
        ("mùng 3 tháng 2 năm 1930", ["1930-02-03"]),
        ("ngày 5 tháng Giêng năm 2024", ["2024-01-05"]),
        ("Ngày 31/01/21, cầu thông xe", ["2021-01-31"]),
        ("Vinh Hà, ngày 25 thang 11 năm 2022", ["2022-11-25"]),
        ("Thứ hai - 22/06/2020 09:31", ["2020-06-22"]),
    ],
)
def test_days(text, days):
    assert [found.day.isoformat() for found in dates.find(text)] == days


@pytest.mark.parametrize("text", ["tháng 12-2021", "12-2021", "tháng 12 năm 2021", "tháng 12/2021"])
def test_a_month_is_no_day(text):
    (found,) = dates.find(text)
    assert (found.year, found.month, found.dom, found.day) == (2021, 12, None, None)


@pytest.mark.parametrize(
    "text", ["31/2/2024", "24/7", "giai đoạn 2021-2025", "số 07/2023/NĐ-CP", "290-QĐ/TW", "21/21 huyện", "0909.123.456", "3,5 ha"]
)
def test_what_is_no_date(text):
    assert dates.find(text) == []
