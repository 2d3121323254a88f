"""In a browser: a form written with rows that a script adds, sent in; no page has flaws, wide or narrow, light or dark."""

import pytest
from django.conf import settings
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from gandan.movement.enums import State
from gandan.movement.models import Practice
from tests.journeys.test_sign_in import flaws
from tests.movement.web.staff.conftest import to
from tests.support.browser import follow


@pytest.fixture
def site(transactional_db):
    server = LiveServer("127.0.0.1")
    yield server
    server.stop()


def sign_in(page, site, client):
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": site.url}])


def test_a_form_with_rows_is_written_and_sent(page, site, ground, drive, window, opens, in_state):
    shown = in_state(n=7)
    sign_in(page, site, opens("committee_officer"))
    page.goto(site.url + to("desk"))
    follow(page, page.get_by_role("link", name="Đăng ký mô hình").first)
    page.get_by_label("Lĩnh vực").select_option(label="Kinh tế")
    page.get_by_label("Tên mô hình, có nơi cụ thể").fill("Hẻm 51 phân loại rác")
    page.get_by_role("button", name="Thêm tiêu chí").click()
    page.get_by_role("button", name="Thêm tiêu chí").click()
    row = page.get_by_role("group", name="Tiêu chí 4")
    row.get_by_label("Đo điều gì").fill("Số hộ phân loại")
    row.get_by_label("Đếm cái gì").fill("hộ")
    row.get_by_label("Cần đạt").fill("62")
    row.get_by_label("Đạt vào ngày").fill("2026-11-30")
    assert flaws(page) == []
    follow(page, page.get_by_role("button", name="Lưu phiếu"))
    expect(page.get_by_text("Đã lưu phiếu.")).to_be_visible()
    expect(page.get_by_text("Còn thiếu: cách làm.")).to_be_visible()
    assert Practice.objects.get(state=State.DRAFT).aims.get().target == 62
    assert flaws(page) == []
    for url in (to("one", shown.pk), to("counts"), to("drive", drive.pk), to("list") + "?cua=tat-ca"):
        page.goto(site.url + url)
        assert flaws(page) == [], url
