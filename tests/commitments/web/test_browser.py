"""In a browser, on the demo: an officer and a citizen, on a telephone and at a desk, with and without JavaScript; axe finds nothing."""

import re

import pytest
from playwright.sync_api import expect

from gandan.commitments.enums import State
from gandan.commitments.models import Commitment
from tests.journeys.test_sign_in import DESK, PHONE, enter, flaws
from tests.support.browser import follow


@pytest.fixture
def posted(live):
    """A promise of the demo that was reported done and can be spoken about."""
    return Commitment.objects.filter(state=State.REPORTED, kind="promise").order_by("pk")[0]


def test_what_everybody_sees_has_no_flaws(page, live, posted):
    for address in (
        "/loi-hua/",
        f"/loi-hua/don-vi/{posted.unit_id}/",
        f"/loi-hua/{posted.pk}/",
        f"/loi-hua/{posted.pk}/chua-xong/",
        "/loi-hua/xac-nhan/",
    ):
        page.goto(live.url + address)
        assert flaws(page) == []


def test_an_objection_from_a_telephone_without_javascript(browser, live, posted):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE, locale="vi-VN")
    page = context.new_page()
    page.goto(f"{live.url}/loi-hua/don-vi/{posted.unit_id}/")
    follow(page, page.get_by_role("link", name=posted.title))
    follow(page, page.get_by_role("link", name="Tôi thấy việc này chưa xong"))
    page.get_by_label("Chỗ nào chưa xong?").fill("Đoạn cuối vẫn chưa làm")
    follow(page, page.get_by_role("button", name="Gửi: chưa xong"))
    expect(page.get_by_text("Đã ghi lời Ông/Bà. Việc này mở lại")).to_be_visible()
    expect(page.get_by_text("1 lần người dân nói chưa xong")).to_be_visible()
    context.close()
    posted.refresh_from_db()
    assert posted.state == State.OPEN


def test_an_officer_goes_through_the_work_by_keyboard(page, live):
    page.set_viewport_size(DESK)
    enter(page, live, "viet.ubnd")
    expect(page.get_by_role("heading", name="Quá hạn")).to_be_visible()
    assert flaws(page) == []
    page.keyboard.press("j")
    for _ in range(60):  # what is owed to opinions may stand before it
        here = page.evaluate("document.activeElement.getAttribute('href') || ''")
        if here.startswith("/lam-viec/viec/"):
            break
        page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    expect(page).to_have_url(live.url + here)
    expect(page.get_by_role("heading", name="Thêm bằng chứng")).to_be_visible()
    page.get_by_label("Bằng chứng cho thấy điều gì").fill("Biên bản nghiệm thu số 3")
    follow(page, page.get_by_role("button", name="Thêm bằng chứng"))
    expect(page.get_by_text("Đã thêm bằng chứng.")).to_be_visible()
    assert flaws(page) == []
    follow(page, page.get_by_role("link", name="Báo đã xong"))
    page.get_by_label("Đã làm xong những gì").fill("Đã làm xong như đã hứa")
    follow(page, page.get_by_role("button", name="Báo đã xong"))
    expect(page.get_by_text("Đã báo xong.")).to_be_visible()
    for address in ("/lam-viec/viec/", "/lam-viec/viec/moi/", "/lam-viec/viec/moi/hua/"):
        page.goto(live.url + address)
        assert flaws(page) == []


def test_a_slip_and_the_code_on_it(page, live):
    enter(page, live, "viet.ubnd")
    c = Commitment.objects.filter(state=State.OPEN, kind="promise", lead__kind="people_committee", unit__codes__code="31135").order_by(
        "pk"
    )[0]
    page.goto(f"{live.url}/lam-viec/viec/{c.pk}/ma/")
    follow(page, page.get_by_role("button", name="Phát mã"))
    code = page.locator(".secret").inner_text()
    assert re.fullmatch(r"([0-9A-Z]{4}-){2}[0-9A-Z]{4}", code)
    assert flaws(page) == []
    page.context.clear_cookies()
    page.goto(live.url + "/loi-hua/xac-nhan/")
    page.get_by_label("Mã trên phiếu").fill(code.lower().replace("-", " "))
    follow(page, page.get_by_role("button", name="Xem lời hứa"))
    expect(page.get_by_text("Xin giữ mã và quay lại khi đơn vị báo xong")).to_be_visible()


def test_a_specialist_sees_the_board(page, live):
    enter(page, live, "lan.chuyenvien")
    follow(page, page.get_by_role("link", name="Việc", exact=True))
    follow(page, page.get_by_role("link", name="Bảng các đơn vị"))
    assert flaws(page) == []
    follow(page, page.get_by_role("link", name="Quá hạn, Phường Ninh Kiều"))
    expect(page.get_by_text("Chỉ việc của Phường Ninh Kiều.")).to_be_visible()
    page.locator("input[name=viec]").first.check()
    expect(page.get_by_text("Với các việc đã chọn: 1")).to_be_visible()
    follow(page, page.get_by_role("button", name="Nhắc việc"))
    follow(page, page.get_by_role("button", name="Nhắc việc"))
    expect(page.get_by_text("Đã làm cho 1 việc.")).to_be_visible()
