"""A unit's page: history both ways, what is known and what is not."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.portal.conftest import OLD


def test_a_ward_of_today_names_what_it_is_made_of(reader, address):
    html = reader.get(address("phường Ninh Kiều")).content.decode()
    assert "Gồm 3 đơn vị cũ" in html
    for name in ("Phường Xuân Khánh", "Phường Tân An", "Phường Thới Bình"):
        assert name in html
    assert html.count('class="band"') == 3
    assert "31135" in html


def test_an_old_ward_says_where_it_is_today(reader, address):
    html = reader.get(address("phường Xuân Khánh, quận Ninh Kiều")).content.decode()
    assert "thôi tồn tại sau ngày 30/6/2025" in html
    assert "Nay thuộc" in html
    assert "bắt đầu chưa rõ" in html


def test_a_divided_ward_shows_its_parts_and_says_that_they_are_estimates(reader, address):
    html = reader.get(address("phường Đại Mỗ, quận Nam Từ Liêm", OLD)).content.decode()
    assert "Nay thuộc 5 đơn vị" in html
    assert "≈" in html
    assert "không phải số của nghị quyết" in html


def test_an_island_is_drawn_where_it_lies(reader, address):
    html = reader.get(address("huyện Hoàng Sa")).content.decode()
    assert "16,568; 112,135" in html


def test_nobody_knows_an_id_that_was_never_given(reader):
    assert reader.get(f"/don-vi/{uuid4()}/").status_code == 404


@pytest.mark.parametrize(("small", "large"), [("thành phố Huế", "thành phố Hồ Chí Minh"), ("phường Cái Khế", "phường Cao Lãnh")])
def test_queries_do_not_grow_with_the_unit(reader, address, small, large):
    counts = []
    for name in (small, large):
        url = address(name)
        reader.get(url)
        with CaptureQueriesContext(connection) as seen:
            reader.get(url)
        counts.append(len(seen))
    assert counts[0] == counts[1] <= 12


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
    assert len(seen) <= 12
