"""In a browser, on the demo: the desk, a spreadsheet from preview to receipts, pages of leaders, publishing; axe finds nothing."""

import re

from playwright.sync_api import expect

from gandan.accounts.models import RoleHeld
from gandan.core import codes
from gandan.opinions import queries
from gandan.opinions.models import Case, Opinion
from tests.architecture.source import ROOT
from tests.journeys.test_sign_in import DESK, PHONE, enter, flaws, now_code
from tests.support.browser import follow

WORDS = "Cống trước nhà văn hoá khu phố nghẹt, mưa là ngập tới đầu gối."


def write_down(page, live, *, own: bool = True) -> str:
    """What an officer and the person do at the desk; the code on the receipt."""
    page.goto(f"{live.url}/lam-viec/y-kien/ghi-tai-ban/")
    page.get_by_label("Người dân nói gì").fill(WORDS)
    page.get_by_label("Nơi xảy ra").fill("Trước nhà văn hoá khu phố 3")
    if own:
        page.get_by_label("PIN, 6 chữ số").fill("480913")
        page.get_by_label("Gõ lại PIN một lần nữa").fill("480913")
    else:
        page.get_by_label("Để máy chọn và in trên phiếu").check()
    follow(page, page.get_by_role("button", name="Ghi nhận và in phiếu"))
    expect(page.get_by_role("heading", name="Phiếu trao cho người dân")).to_be_visible()
    return codes.read(re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", page.content())[0]) or ""


def test_the_desk_without_javascript_on_a_telephone(browser, live):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE, locale="vi-VN")
    page = context.new_page()
    enter(page, live, "viet.ubnd")
    opinion = queries.of_code(write_down(page, live))
    context.close()
    assert opinion is not None
    assert opinion.text == WORDS


def test_the_pin_is_masked_while_typed_and_seen_on_paper_only(page, live):
    page.set_viewport_size(DESK)
    enter(page, live, "viet.ubnd")
    page.goto(f"{live.url}/lam-viec/y-kien/ghi-tai-ban/")
    assert flaws(page) == []
    expect(page.get_by_label("PIN, 6 chữ số")).to_have_attribute("type", "password")
    write_down(page, live, own=False)
    assert flaws(page) == []
    pin = page.locator(".paper-only")
    expect(pin).to_be_hidden()
    page.emulate_media(media="print")
    expect(pin).to_be_visible()
    page.emulate_media(media="screen")
    follow(page, page.get_by_role("button", name="Đã trao phiếu"))
    expect(page.get_by_text("Máy này không còn giữ mã.")).to_be_visible()


def test_a_spreadsheet_from_preview_to_receipts(page, live):
    enter(page, live, "viet.ubnd")
    page.goto(f"{live.url}/lam-viec/y-kien/nhap-bang/")
    assert flaws(page) == []
    page.get_by_label("Tệp bảng tính").set_input_files(ROOT / "samples/opinions/hop-to-dan-pho.csv")
    follow(page, page.get_by_role("button", name="Xem thử tệp này"))
    expect(page.get_by_text("Xin ghi việc xảy ra ở đâu")).to_be_visible()
    assert flaws(page) == []
    before = Opinion.objects.count()
    follow(page, page.get_by_role("button", name="Nhận 4 dòng đúng"))
    expect(page.get_by_text("Đã nhận 4 ý kiến.")).to_be_visible()
    assert Opinion.objects.count() == before + 4
    follow(page, page.get_by_role("button", name="Mở phiếu để in"))
    expect(page.get_by_role("heading", name="4 phiếu để in và cắt")).to_be_visible()
    assert flaws(page) == []
    expect(page.locator(".slip")).to_have_count(4)


def test_pages_of_a_leader_have_no_flaws(page, live):
    enter(page, live, "tam.lanhdao", code=now_code())
    unit = RoleHeld.objects.get(user__username="tam.lanhdao").unit_id
    for address in (
        "toan-canh/",
        "cap-duoi/",
        "cam-ket/",
        f"cam-ket/in/{unit}/",
        "tham-quyen/",
        f"tham-quyen/{unit}/street-lighting/",
        "mau-tra-loi/",
        "mau-tra-loi/moi/",
        "bo-loc/",
    ):
        page.goto(f"{live.url}/lam-viec/y-kien/{address}")
        assert flaws(page) == []


def test_pages_of_a_hamlet_and_of_whoever_runs_it_have_no_flaws(page, live):
    page.set_viewport_size(PHONE)
    enter(page, live, "nga.to5")
    follow(page, page.get_by_role("link", name="Ý kiến ở thôn, tổ của tôi"))
    expect(page.get_by_role("heading", name="Ý kiến ở Tổ dân phố 5")).to_be_visible()
    assert flaws(page) == []
    follow(page, page.get_by_role("link", name="In áp phích của thôn, tổ"))
    address = page.locator(".poster .url").inner_text()
    page.goto(f"http://{address}")
    expect(page.get_by_label("Thôn, tổ dân phố")).to_have_value(re.compile(".+"))
    page.context.clear_cookies()
    enter(page, live, "kien.quantri", code=now_code())
    for way in ("", "commune/street-lighting/"):
        page.goto(f"{live.url}/lam-viec/y-kien/tham-quyen-chung/{way}")
        assert flaws(page) == []


def test_publishing_stands_side_by_side(page, live):
    enter(page, live, "viet.ubnd")
    case = Case.objects.filter(
        unit__codes__code="31135", office__kind="people_committee", office__existed__upper_inf=True, state="confirmed", publication=None
    ).exclude(content__in=["complaint", "unsorted", "mixed"])[0]
    page.goto(f"{live.url}/lam-viec/y-kien/{case.pk}/cong-khai/")
    assert flaws(page) == []
    page.get_by_label("Tiêu đề").fill("Việc ở tổ dân phố")
    page.get_by_label("Người dân hỏi").fill("Bao giờ sửa xong?")
    page.get_by_label("Cơ quan trả lời").fill("Đã sửa xong.")
    page.get_by_label("Tôi đã đọc từng câu").check()
    follow(page, page.get_by_role("button", name="Công khai", exact=True))
    expect(page.get_by_text("Đã công khai. Ai cũng đọc được")).to_be_visible()
