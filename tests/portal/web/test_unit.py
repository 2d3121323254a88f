"""A unit's page: history both ways, what is known and what is not."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.units import queries as units
from tests.portal.conftest import OLD

MOST = 24  # history and offices a dozen; what was promised, done and stated another, each asked once


def test_a_ward_of_today_names_what_it_is_made_of(reader, address):
    html = reader.get(address("phường Ninh Kiều")).content.decode()
    assert "Gồm 3 đơn vị cũ" in html
    for name in ("Phường Xuân Khánh", "Phường Tân An", "Phường Thới Bình"):
        assert name in html
    assert html.count('class="band"') == 3
    assert "31135" in html


def test_an_old_ward_says_where_it_is_today(reader, address):
    html = reader.get(address("phường Xuân Khánh, quận Ninh Kiều")).content.decode()
    assert "kết thúc ngày 30/6/2025" in html
    assert "Nay thuộc" in html
    assert "chưa rõ" not in html


def test_before_it_existed_a_page_says_so_and_shows_nothing_of_today(reader, address):
    url = address("phường Ninh Kiều")
    html = reader.get(f"{url}?vao=2025-06-30").content.decode()
    assert "Ngày 30/6/2025 chưa có Phường Ninh Kiều; đơn vị này có từ ngày 1/7/2025." in html
    assert "Phường Xuân Khánh" in html
    assert "Tổ dân phố 6" not in html
    assert "phụ trách công tác dân vận" not in html
    assert "chưa có Phường" not in reader.get(url).content.decode()


def test_a_unit_that_never_changed_says_one_thing(reader, address):
    html = reader.get(address("đặc khu Trường Sa")).content.decode()
    assert "đang hoạt động" in html or "từ 1/7/2025 đến nay" in html
    untouched = next(p for p in units.tree(date(2025, 7, 1), "commune") if p.is_open and not units.history(p).came_from)
    html = reader.get(f"/don-vi/{untouched.id}/").content.decode()
    assert "không sáp nhập, không chia tách" in html
    assert "đến nay</" not in html.split("<h1>")[1].split("</h2>")[0]
    assert "chưa rõ" not in html


def test_what_is_not_recorded_is_one_line_with_the_right_kind(reader, address):
    assert "Chưa ghi thôn, tổ dân phố và cơ quan của đặc khu này." in reader.get(address("đặc khu Côn Đảo")).content.decode()


def test_a_divided_ward_shows_its_parts_and_says_that_they_are_estimates(reader, address):
    html = reader.get(address("phường Đại Mỗ, quận Nam Từ Liêm", OLD)).content.decode()
    assert "Nay thuộc 5 đơn vị" in html
    assert "≈" in html
    assert "không phải số của nghị quyết" in html


def test_an_island_is_drawn_where_it_lies(reader, address):
    html = reader.get(address("huyện Hoàng Sa")).content.decode()
    assert "16,568° B, 112,135° Đ" in html


def test_nobody_knows_an_id_that_was_never_given(reader):
    assert reader.get(f"/don-vi/{uuid4()}/").status_code == 404


@pytest.mark.parametrize(
    ("small", "large"),
    [("thành phố Huế", "thành phố Hồ Chí Minh"), ("phường Sa Đéc", "phường Cao Lãnh"), ("phường Cái Khế", "phường Ninh Kiều")],
)
def test_queries_do_not_grow_with_the_unit(reader, address, small, large):
    counts = []
    for name in (small, large):
        url = address(name)
        reader.get(url)
        with CaptureQueriesContext(connection) as seen:
            reader.get(url)
        counts.append(len(seen))
    assert counts[0] == counts[1] <= MOST


def test_children_are_those_of_the_day(reader, address):
    url = address("thành phố Hà Nội")
    assert "Xem ngày 30/6/2025" in reader.get(url).content.decode()
    assert "Ba Đình" in reader.get(f"{url}?vao=2025-06-30").content.decode()


def test_offices_and_hamlets_come_in_few_queries(reader, address):
    url = address("phường Ninh Kiều")
    reader.get(url)
    with CaptureQueriesContext(connection) as seen:
        html = reader.get(url).content.decode()
    assert "phụ trách công tác dân vận" in html
    assert "Tổ dân phố 6" in html
    assert len(seen) <= MOST
