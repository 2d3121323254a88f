"""The register in a real browser: accessible in light and dark, no wider than a telephone, usable without JavaScript."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone

from gandan.accounts.demo import PASSWORD
from gandan.accounts.models import User
from gandan.accounts.queries import actor_for
from gandan.directives import actions, queries
from gandan.directives.models import Document
from gandan.units import queries as units
from tests.directives.making import document, replaces
from tests.support.browser import follow

WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
DESK = "/lam-viec/van-ban/"


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
        assert Axe().run(page).response["violations"] == [], address
    assert page.evaluate(WIDER) <= 0, address


@pytest.fixture
def rich(seeded) -> Document:
    """An internal plan of the ward with everything that a page can show."""
    mai, now = actor_for(User.objects.get(username="mai.mttq"), today=timezone.localdate()), timezone.now()
    plan = document("77/KH-UBND", by=mai, abstract="Kế hoạch dân vận chính quyền")
    replaces(plan, queries.find_number("33/CT-TTg")[0], kind="guides", by=mai)
    replaces(document("78/KH-UBND", by=mai), plan, by=mai)
    front = units.offices(queries.home_units(mai)[0], on=timezone.localdate()).first()
    actions.note_advice(plan, office=front, adopted="partly", note="Thêm phần đối thoại", by=mai, now=now)
    return plan


@pytest.mark.parametrize("width", [360, 1280])
def test_every_page_is_accessible_and_fits(live, page, rich, width, expected_messages):
    expected_messages.append("422")
    page.set_viewport_size({"width": width, "height": 780})
    shipped = queries.find_number("290-QĐ/TW")[0]
    for path in ("/van-ban/", "/van-ban/?tim=290 qd tw", f"/van-ban/{shipped.pk}/", "/van-ban/?tim=khong co"):
        fits(page, live.url + path)
    sign_in(page, live)
    link, advice = rich.does.get(), rich.advice.get()
    own = (f"{rich.pk}/{deed}" for deed in ("", "sua/", "tep/", "quan-he/", "tham-muu/", "rut/"))
    new = ("them/", "them/?so=77 kh ubnd", "them/?so=chua ro", f"{shipped.pk}/")
    for path in ("", *new, *own, f"quan-he/{link.pk}/bo/", f"tham-muu/{advice.pk}/"):
        fits(page, live.url + DESK + path)


def test_registered_without_javascript_and_found_by_its_number(live, browser, seeded):
    page = browser.new_context(java_script_enabled=False, locale="vi-VN").new_page()
    sign_in(page, live)
    page.goto(live.url + DESK)
    follow(page, page.get_by_role("link", name="Ghi văn bản"))
    page.get_by_label("Số, ký hiệu").fill("quyet dinh so 45 – qd/ubnd")
    follow(page, page.get_by_role("button", name="Tiếp tục"))
    page.get_by_text("45/QĐ-UBND").first.wait_for()
    page.get_by_label("Trích yếu").fill("Thành lập tổ tiếp dân lưu động")
    page.get_by_label("Công khai: mọi người").check()
    follow(page, page.get_by_role("button", name="Ghi vào sổ"))
    page.get_by_role("heading", level=1, name="Quyết định 45/QĐ-UBND").wait_for()
    follow(page, page.get_by_role("link", name="Ghi quan hệ"))
    page.get_by_label("Văn bản này").select_option("guides")
    page.get_by_label("Văn bản số").fill("nd 154 2026 cp")
    follow(page, page.get_by_role("button", name="Ghi quan hệ"))
    page.get_by_text("154/2026/NĐ-CP").first.wait_for()
    for typed in ("45 qd ubnd", "QĐ 45 UBND", "tổ tiếp dân lưu động"):
        page.goto(f"{live.url}/tim/?q={typed}")
        follow(page, page.get_by_role("link", name="Quyết định 45/QĐ-UBND"))
        page.get_by_text("Thành lập tổ tiếp dân lưu động").wait_for()
    assert Document.objects.get(number="45/QĐ-UBND").is_public
