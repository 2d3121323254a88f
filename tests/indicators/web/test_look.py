"""Pages of figures in a real browser: nothing for axe to find, nothing wider than a phone, nothing said by the console."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.people import PASSWORD
from tests.support.browser import follow

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def thing(monkeypatch, place):
    from tests.indicators.conftest import enter, state

    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    enter(place.commune)
    return str(state(is_public=True, unit=place.commune, kept_by=place.commune).pk)


def looked_at(page: Page, address: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(address)
    found = Axe().run(page).response["violations"]
    assert [(v["id"], [n["target"] for n in v["nodes"]]) for v in found] == [], address
    assert page.evaluate(WIDER) <= 0, address


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_pages_are_for_everyone(page: Page, live_server, thing, people, width, scheme):
    page.set_viewport_size({"width": width, "height": 800})
    for path in ("/so-lieu/", "/so-lieu/?q=312 triệu", "/so-lieu/chi-tieu/care.gifts/", f"/so-lieu/{thing}/"):
        looked_at(page, live_server.url + path, scheme)
    page.goto(f"{live_server.url}/dang-nhap/?next=/lam-viec/so-lieu/")
    page.get_by_label("Tên đăng nhập").fill(people["front_officer"].username)
    page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    follow(page, page.get_by_role("main").get_by_role("button", name="Đăng nhập"))
    expect(page.get_by_role("heading", level=1, name="Số liệu")).to_be_visible()
    for path in ("", "ghi/care.gifts/", f"trong-van-ban/{thing}/", f"trong-van-ban/{thing}/gan/care.gifts_value/"):
        looked_at(page, f"{live_server.url}/lam-viec/so-lieu/{path}", scheme)


def test_a_figure_is_entered_by_keyboard(page: Page, live_server, thing, people):
    page.goto(f"{live_server.url}/dang-nhap/?next=/lam-viec/so-lieu/ghi/works.labour_days/")
    page.get_by_label("Tên đăng nhập").fill(people["front_officer"].username)
    page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_label("Số liệu (ngày công)").fill("1.250")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Đã ghi: 1.250 ngày công.")
    expect(page.get_by_role("row", name="Ngày công nhân dân đóng góp")).to_contain_text("1.250 ngày công")
