"""A visitor's first minutes: one's ward by its old name, its history, the country as dots, search, English, a phone, no JavaScript."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from gandan.units import queries as units
from tests.support.browser import follow

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}


def choose_by_old_name(page: Page, url: str, name: str = "phường Xuân Khánh") -> None:
    page.goto(url)
    page.get_by_role("textbox", name="Tên xã, phường, đặc khu").fill(name)
    follow(page, page.get_by_role("button", name="Tìm nơi ở"))
    follow(page, page.get_by_role("button", name="Chọn Phường Ninh Kiều").first)


def test_an_old_name_leads_to_the_ward_of_today_and_its_history(page: Page, live):
    choose_by_old_name(page, live.url)
    expect(page.get_by_role("heading", level=1, name="Phường Ninh Kiều")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("Đã nhớ Phường Ninh Kiều")
    expect(page.get_by_role("heading", name="Gồm 3 đơn vị cũ")).to_be_visible()
    expect(page.get_by_role("img", name=re.compile("Các đơn vị cũ"))).to_be_visible()
    follow(page, page.get_by_role("link", name="Phường Xuân Khánh"))
    expect(page.get_by_text("kết thúc ngày 30/6/2025")).to_be_visible()
    follow(page, page.get_by_role("link", name="Phường Ninh Kiều", exact=True).first)
    follow(page, page.get_by_role("link", name="Gần Dân, trang chủ"))
    expect(page.get_by_role("link", name="Phường Ninh Kiều", exact=True).first).to_be_visible()
    follow(page, page.get_by_role("link", name="Đổi nơi ở", exact=True))
    follow(page, page.get_by_role("button", name="Bỏ nơi ở khỏi trình duyệt này"))
    expect(page.get_by_role("heading", name="Ông/Bà ở xã, phường nào?")).to_be_visible()


def test_the_country_as_dots_today_and_before(page: Page, live):
    page.goto(live.url + "/don-vi/")
    expect(page.get_by_role("heading", level=1)).to_have_text("34 tỉnh, thành phố và 3.321 đơn vị cấp xã")
    follow(page, page.get_by_role("link", name="Trước 1/7/2025"))
    expect(page.get_by_role("heading", level=1)).to_have_text("63 tỉnh, thành phố và 10.035 đơn vị cấp xã")
    expect(page.get_by_text("Trường Sa")).to_be_visible()
    follow(page, page.get_by_role("link", name="Tỉnh Bà Rịa - Vũng Tàu"))
    expect(page.get_by_text("Thành phố Hồ Chí Minh").first).to_be_visible()


def test_search_without_accents(page: Page, live):
    page.goto(live.url)
    follow(page, page.get_by_role("navigation", name="Chính").get_by_role("link", name="Tìm", exact=True))
    page.get_by_role("searchbox", name="Từ cần tìm").fill("thuong tin")
    follow(page, page.get_by_role("button", name="Tìm", exact=True))
    follow(page, page.get_by_role("link", name="Xã Thường Tín").first)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Thường Tín")


def test_english_is_one_press_away_and_stays(page: Page, live):
    page.goto(live.url)
    follow(page, page.get_by_role("button", name="English").first)
    expect(page.get_by_role("heading", level=1)).to_have_text("What would you like to tell?")
    follow(page, page.get_by_role("link", name="About", exact=True))
    expect(page.get_by_role("heading", level=1)).to_have_text("What Gần Dân is")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    follow(page, page.get_by_role("button", name="Tiếng Việt").first)
    expect(page.get_by_role("heading", level=1)).to_have_text("Gần Dân là gì")


def test_a_browser_in_english_still_gets_vietnamese_first(browser, live):
    page = browser.new_context(locale="en-US").new_page()
    page.goto(live.url)
    expect(page.get_by_role("heading", level=1)).to_have_text("Ông/Bà muốn phản ánh điều gì?")


def test_without_javascript_nothing_is_missing(browser, live):
    page = browser.new_context(java_script_enabled=False, viewport=PHONE).new_page()
    choose_by_old_name(page, live.url)
    expect(page.get_by_role("heading", level=1, name="Phường Ninh Kiều")).to_be_visible()
    page.get_by_text("Menu", exact=True).click()
    follow(page, page.get_by_role("link", name="Quy định").first)
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_on_a_narrow_phone_the_menu_opens_and_nothing_runs_over_the_edge(browser, live):
    page = browser.new_context(viewport=PHONE, has_touch=True).new_page()
    for path in paths():
        page.goto(live.url + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], path
    page.get_by_text("Menu", exact=True).tap()
    expect(page.get_by_role("link", name="Đơn vị", exact=True).first).to_be_visible()


def test_the_keyboard_reaches_the_content_first(page: Page, live):
    page.goto(live.url)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Đến nội dung chính")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def paths() -> list[str]:
    """Every kind of public page."""
    ward, old, large = (units.find(n)[0].place.id for n in ("phường Ninh Kiều", "quận Ninh Kiều", "thành phố Hồ Chí Minh"))
    pages = [f"/don-vi/{i}/" for i in (ward, old, large)]
    return [
        "/",
        "/noi-o/?q=xuan+khanh",
        "/noi-o/?q=zzyzx",
        "/don-vi/",
        "/don-vi/?q=hoa",
        "/tim/?q=niem+yet",
        "/quy-dinh/",
        "/gioi-thieu/",
        *pages,
    ]


@pytest.fixture(params=[(s, v) for s in ("light", "dark") for v in ("phone", "desk")], ids=lambda p: "-".join(p))
def tried(request, browser) -> Iterator[Page]:
    scheme, size = request.param
    said: list[str] = []
    context = browser.new_context(color_scheme=scheme, viewport=PHONE if size == "phone" else DESK)
    context.on("console", lambda m: said.append(m.text))
    yield context.new_page()
    context.close()
    assert said == []


def faults(page: Page) -> list[Any]:
    return [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in Axe().run(page).response["violations"]]


def test_axe_finds_nothing(tried: Page, live):
    for path in paths():
        tried.goto(live.url + path)
        assert faults(tried) == [], path
    if tried.viewport_size == PHONE:
        tried.get_by_text("Menu", exact=True).click()
        assert faults(tried) == [], "open menu"


def test_no_page_asks_another_site(page: Page, live):
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url))
    for path in paths():
        page.goto(live.url + path)
    assert asked
    assert [u for u in asked if not u.startswith(live.url)] == []


def test_printed_on_a4_the_furniture_is_gone(page: Page, live):
    page.goto(live.url + "/quy-dinh/")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Chính")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.pdf(format="A4").count(b"/Type /Page\n") >= 3
