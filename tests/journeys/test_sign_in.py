"""People at the door: an officer, a leader who must set up the second factor, an administrator who gives and ends a role."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Page, expect

from gandan.accounts import actions, demo
from gandan.accounts.models import User
from gandan.core.access import SystemActor
from tests.support.browser import follow

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 800}


def enter(page: Page, live: Any, name: str, *, password: str = demo.PASSWORD, code: str = "") -> None:
    page.goto(live.url + "/dang-nhap/")
    page.get_by_label("Tên đăng nhập hoặc thư điện tử").fill(name)
    page.get_by_label("Mật khẩu").fill(password)
    follow(page, page.get_by_role("button", name="Đăng nhập"))
    if code:
        page.get_by_label("Mã xác thực").fill(code)
        follow(page, page.get_by_role("button", name="Tiếp tục"))


def now_code() -> str:
    return demo.code(datetime.now(UTC))


def leave(page: Page) -> None:
    for fold in ("Menu", "Khác"):  # on a phone all lines stand under the one, on a desk some under the other
        if page.get_by_text(fold, exact=True).is_visible():
            page.get_by_text(fold, exact=True).click()
    follow(page, page.get_by_role("button", name="Đăng xuất", exact=True))


def flaws(page: Page) -> list[str]:
    """What axe finds on the page, wide and narrow, light and dark; and whether anything runs out of a telephone's screen."""
    found = []
    for size in (DESK, PHONE):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            result = Axe().run(page)
            where = f"{page.url} {size['width']} {scheme}"
            found += [f"{where}: {v['id']} {v['nodes'][0]['html'][:120]}" for v in result.response["violations"]]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{page.url} {size['width']}: wider than the screen")
    page.set_viewport_size(DESK)  # type: ignore[arg-type]
    return found


def test_an_officer_of_the_front_signs_in_and_out_on_a_telephone(page, live):
    page.set_viewport_size(PHONE)
    enter(page, live, "mai.mttq")
    expect(page.get_by_role("heading", name="Việc của tôi")).to_be_visible()
    expect(page.get_by_text("Ủy ban Mặt trận Tổ quốc Việt Nam phường Ninh Kiều").last).to_be_visible()
    expect(page.get_by_role("link", name="Người và vai trò")).to_have_count(0)
    leave(page)
    page.goto(live.url + "/lam-viec/")
    expect(page.get_by_role("heading", name="Đăng nhập")).to_be_visible()


def test_a_wrong_password_says_what_to_do_and_keeps_the_name(page, live):
    enter(page, live, "mai.mttq", password="khong phai")
    expect(page.get_by_text("Tên đăng nhập hoặc mật khẩu chưa đúng")).to_be_visible()
    expect(page.get_by_label("Tên đăng nhập hoặc thư điện tử")).to_have_value("mai.mttq")


def test_a_leader_must_set_up_the_second_factor_and_comes_in_with_it(page, live):
    Authenticator.objects.filter(user__username="tam.lanhdao").delete()
    enter(page, live, "tam.lanhdao")
    expect(page.get_by_text("Cần làm trước khi vào việc")).to_be_visible()
    page.goto(live.url + "/lam-viec/nguoi-va-vai-tro/")
    expect(page.get_by_text("Cần làm trước khi vào việc")).to_be_visible()
    page.get_by_text("Không quét được?").click()
    secret = page.locator("code.secret").inner_text().replace(" ", "")
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

    def code() -> str:
        return format_hotp_value(hotp_value(secret, int(datetime.now(UTC).timestamp()) // 30))

    page.get_by_label("Mã đang hiện trên điện thoại").fill(code())
    follow(page, page.get_by_role("button", name="Xong"))
    recovery = page.locator(".codes code").first.inner_text()
    follow(page, page.get_by_role("link", name="Đã cất xong"))
    expect(page.get_by_role("heading", name="Việc của tôi")).to_be_visible()
    leave(page)
    enter(page, live, "tam.lanhdao", code=recovery)
    expect(page.get_by_role("heading", name="Việc của tôi")).to_be_visible()


def test_an_administrator_gives_a_role_and_ends_it_and_each_counts_from_its_day(page, live, browser):
    enter(page, live, "kien.quantri", code=now_code())
    page.goto(live.url + "/lam-viec/nguoi-va-vai-tro/")
    page.get_by_label("Tìm đơn vị").fill("cai rang")
    follow(page, page.get_by_role("button", name="Tìm"))
    follow(page, page.get_by_role("link", name="Phường Cái Răng").first)
    follow(page, page.get_by_role("link", name="Thêm người"))
    page.get_by_label("Họ và tên").fill("Trương Thị Kiều Oanh")
    page.get_by_label("Tên đăng nhập").fill("oanh.phunu")
    page.get_by_label("Vai trò").select_option(label="Cán bộ")
    page.get_by_label("Ở đâu").select_option(label="Hội Liên hiệp Phụ nữ phường Cái Răng")
    follow(page, page.get_by_role("button", name="Thêm người"))
    link = page.locator("code.address").inner_text().strip()

    other = browser.new_context()
    hers = other.new_page()
    hers.goto(link)
    for label in ("Mật khẩu mới", "Mật khẩu mới, một lần nữa"):
        hers.get_by_label(label, exact=True).fill("Song-sau-nuoc-chay-9")
    follow(hers, hers.get_by_role("button", name="Đặt mật khẩu"))
    expect(hers.get_by_role("heading", name="Đã đặt mật khẩu")).to_be_visible()
    enter(hers, live, "oanh.phunu", password="Song-sau-nuoc-chay-9")
    expect(hers.get_by_text("Hội Liên hiệp Phụ nữ phường Cái Răng").last).to_be_visible()

    follow(page, page.get_by_role("link", name="Đã trao xong"))
    follow(page, page.get_by_role("link", name="Trương Thị Kiều Oanh"))
    follow(page, page.get_by_role("link", name="Kết thúc"))
    follow(page, page.get_by_role("button", name="Ghi ngày kết thúc"))
    expect(page.get_by_text("Đã rút lại trước khi bắt đầu")).to_be_visible()
    hers.reload()
    expect(hers.get_by_text("Ông/Bà chưa có vai trò hôm nay")).to_be_visible()
    other.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_password_is_set_through_the_link_in_a_browser_that_was_never_here(live, browser, scripts):
    """The page must let the browser say where its form comes from: with `no-referrer` on it the same form is refused."""
    mai = User.objects.get(username="mai.mttq")
    token = actions.send_password_link(mai, by=SystemActor("cli"), now=timezone.now())
    fresh = browser.new_context(java_script_enabled=scripts)
    page = fresh.new_page()
    origins: list[str | None] = []
    page.on("request", lambda r: origins.append(r.all_headers().get("origin")) if r.method == "POST" else None)
    assert page.goto(f"{live.url}/dat-mat-khau/{token}/").status == 200
    for label in ("Mật khẩu mới", "Mật khẩu mới, một lần nữa"):
        page.get_by_label(label, exact=True).fill("Song-sau-nuoc-chay-9")
    expect(page.get_by_label("Hiện chữ đang gõ")).to_have_count(1 if scripts else 0)
    follow(page, page.get_by_role("button", name="Đặt mật khẩu"))
    expect(page.get_by_role("heading", name="Đã đặt mật khẩu")).to_be_visible()
    assert origins == [live.url]
    enter(page, live, "mai.mttq", password="Song-sau-nuoc-chay-9")
    expect(page.get_by_role("heading", name="Việc của tôi")).to_be_visible()
    assert page.goto(f"{live.url}/dat-mat-khau/{token}/").status == 410
    fresh.close()


def test_scripts_show_the_password_copy_the_link_and_close_the_menu(page, live):
    page.set_viewport_size(PHONE)
    page.goto(live.url + "/dang-nhap/")
    typed = page.get_by_label("Mật khẩu")
    page.get_by_label("Hiện chữ đang gõ").check()
    expect(typed).to_have_attribute("type", "text")
    page.get_by_label("Hiện chữ đang gõ").uncheck()
    expect(typed).to_have_attribute("type", "password")
    page.get_by_text("Menu", exact=True).click()
    expect(page.get_by_role("link", name="Giới thiệu").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("details.menu")).not_to_have_attribute("open", "")
    enter(page, live, "kien.quantri", code=now_code())
    mai = User.objects.get(username="mai.mttq")
    page.goto(f"{live.url}/lam-viec/nguoi-va-vai-tro/nguoi/{mai.pk}/mat-khau/")
    follow(page, page.get_by_role("button", name="Tạo liên kết"))
    page.get_by_role("button", name="Chép liên kết").click()
    expect(page.get_by_text("Đã chép.")).to_be_visible()
    assert "/dat-mat-khau/" in page.evaluate("getSelection().toString()")


def test_what_one_presses_in_a_list_is_as_tall_as_a_thumb(page, live):
    page.set_viewport_size(PHONE)
    enter(page, live, "tam.lanhdao", code=now_code())
    for path in ("/lam-viec/", "/lam-viec/nguoi-va-vai-tro/", "/lam-viec/don-vi/", "/lam-viec/quy-dinh/"):
        page.goto(live.url + path)
        low = page.evaluate(
            "[...document.querySelectorAll('.list a, td .row a')].filter(a => a.offsetHeight < 44).map(a => a.outerHTML.slice(0, 90))"
        )
        assert low == [], path


@pytest.mark.parametrize("who", ["nobody", "hoa.phunu", "kien.quantri"])
def test_axe_finds_nothing_at_the_door_and_behind_it(page, live, expected_messages, who):
    found = []
    if who == "nobody":
        for path in ("/dang-nhap/", "/dat-mat-khau/xong/", "/dang-nhap/qua/huy/", "/dat-mat-khau/khong-co/"):
            expected_messages[:] = ["410"]
            page.goto(live.url + path)
            found += flaws(page)
        assert found == []
        return
    enter(page, live, who, code=now_code() if who == "kien.quantri" else "")
    paths = ["/lam-viec/", "/tai-khoan/", "/tai-khoan/mat-khau/", "/tai-khoan/hai-buoc/", "/dang-xuat/"]
    paths += ["/lam-viec/don-vi/", "/lam-viec/quy-dinh/", "/lam-viec/quy-dinh/complaint.acceptance/", "/lam-viec/quy-dinh/lich/"]
    if who == "kien.quantri":
        mai = User.objects.get(username="mai.mttq")
        held = mai.roles.get()
        desk = "/lam-viec/nguoi-va-vai-tro/"
        person = f"{desk}nguoi/{mai.pk}/"
        unit = f"{desk}don-vi/{held.unit_id}/"
        paths = [desk, f"{desk}?tim=ninh+kieu", unit, f"{unit}them/", f"{desk}chua-co-vai-tro/", "/tai-khoan/ma-khoi-phuc/"]
        paths += ["/lam-viec/quy-dinh/complaint.acceptance/doi/", "/lam-viec/quy-dinh/lich/ngay/"]
        paths += [person, f"{person}sua/", f"{person}khoa/", f"{person}vai-tro/", f"{desk}vai-tro/{held.pk}/ket-thuc/"]
    for path in paths:
        page.goto(live.url + path)
        assert re.search(r"Gần Dân$", page.title())
        found += flaws(page)
    assert found == []
