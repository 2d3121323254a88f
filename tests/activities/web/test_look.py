"""Pages in a real browser: accessible, no wider than a telephone, usable without JavaScript and with the keyboard."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone

from gandan.accounts.demo import PASSWORD
from gandan.accounts.models import User
from gandan.activities.models import Activity, Request
from gandan.commitments.demo import at
from gandan.core.access import Role
from tests.support.browser import follow

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def told(seeded) -> Activity:
    """A dialogue of the demo with figures, a document and answered requests."""
    return Request.objects.filter(state="taken_up", activity__unit__codes__code="31135").select_related("activity").first().activity


def sign_in(page, live) -> None:
    page.goto(f"{live.url}/dang-nhap/")
    page.fill("input[name=login]", "mai.mttq")
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url("**/lam-viec/**")


def fits(page, address: str) -> None:
    page.goto(address)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, options=RULES)
        assert found.violations_count == 0, found.generate_report()
    assert page.evaluate(WIDER) <= 0, address


@pytest.mark.parametrize("width", [360, 1280])
def test_every_page_is_accessible_and_fits(live, page, told, width):
    page.set_viewport_size({"width": width, "height": 780})
    for path in ("/hoat-dong/", "/hoat-dong/?don-vi=xuan khanh", f"/hoat-dong/{told.pk}/"):
        fits(page, live.url + path)
    sign_in(page, live)
    desk = f"{live.url}/lam-viec/hoat-dong/"
    for path in ("", "ghi/", "de-nghi/", f"{told.pk}/", f"{told.pk}/sua/", f"{told.pk}/rut/"):
        fits(page, desk + path)
    for sort in ("co-quan", "noi", "nguoi-du", "chuc-vu", "van-ban", "so-lieu", "anh", "nguon", "de-nghi"):
        fits(page, f"{desk}{told.pk}/{sort}/them/")


def test_written_down_without_javascript_and_found_from_the_old_ward(live, browser, seeded):
    page = browser.new_context(java_script_enabled=False, locale="vi-VN").new_page()
    sign_in(page, live)
    follow(page, page.get_by_role("link", name="Hoạt động", exact=True).first)
    follow(page, page.get_by_role("link", name="Ghi hoạt động"))
    page.get_by_label("Loại hoạt động").select_option("survey")
    page.get_by_label("Đã làm gì").fill("Khảo sát hẻm 3T2")
    page.get_by_label("Ngày làm").fill("2024-06-18")
    page.get_by_label("Ở đơn vị nào").select_option("khac")
    page.get_by_label("Nếu ở nơi khác hoặc đơn vị cũ").fill("quận Ninh Kiều, Cần Thơ")
    page.get_by_label("Cho mọi người xem").check()
    follow(page, page.get_by_role("button", name="Ghi hoạt động"))
    page.get_by_role("heading", name="Khảo sát hẻm 3T2").wait_for()
    made = Activity.objects.get(title="Khảo sát hẻm 3T2")
    assert made.unit.ended is not None
    for place in ("phường Xuân Khánh", "quận Ninh Kiều", "phường Ninh Kiều"):
        page.goto(f"{live.url}/hoat-dong/?don-vi={place}&thang=2024-06")
        page.get_by_role("link", name="Khảo sát hẻm 3T2").wait_for()
    page.context.close()


def test_a_leader_answers_a_request_from_my_work(live, seeded):
    """The demo has requests that wait: whoever leads that unit sees them."""
    waiting = Request.objects.filter(state="noted").select_related("activity").first()
    assert waiting is not None
    leader = at(Role.LEADER, waiting.addressed_id or waiting.activity.unit_id, now=timezone.now())
    from gandan.activities.work import owed

    assert owed(leader, timezone.localdate())
    assert User.objects.filter(pk=leader.id).exists()
