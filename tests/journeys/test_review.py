"""An officer reviews what was read: by keyboard, without script, on a phone; and hands in many files at once."""

import io
import zipfile
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from gandan.accounts.models import User
from gandan.activities.models import Activity
from gandan.core.access import Role, SystemActor
from gandan.ingest import actions
from gandan.ingest.enums import RecordState
from gandan.ingest.models import BatchFile, ProposedRecord
from gandan.units.enums import OfficeKind
from tests.ingest.desk import INSPECTION, NOW, TOLD_AGAIN, unit
from tests.people import hold, make_office, make_user
from tests.support.browser import follow
from tests.support.databases import lent

pytestmark = pytest.mark.browser
SAMPLES = Path(__file__).parents[2] / "samples" / "reading"
READ = "/lam-viec/doc-van-ban/"


@pytest.fixture
def served(databases, django_db_setup, country_template, django_db_blocker):
    """The site over a database of its own that has the whole country."""
    with django_db_blocker.unblock(), lent(databases, country_template):
        server = LiveServer("127.0.0.1")
        yield server
        server.stop()


@pytest.fixture
def mai(served) -> User:
    """Officer of the Front of phường Ninh Kiều."""
    user = make_user("Nguyễn Thị Mai", "mai.desk")
    hold(user, Role.OFFICER, office=make_office(unit("31135"), OfficeKind.FRONT, "Ủy ban MTTQ Việt Nam phường Ninh Kiều"))
    return user


def sign_in(context, served, user: User) -> None:
    client = Client()
    client.force_login(user)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": served.url}])


@pytest.fixture
def desk(page: Page, context, served, mai) -> Page:
    sign_in(context, served, mai)
    page.goto(f"{served.url}{READ}")
    return page


def clean(page: Page) -> None:
    assert Axe().run(page).response["violations"] == []


def keep(page: Page, text: str, *, internal: bool = False) -> None:
    """Paste, read, keep: from the first page to the review screen."""
    page.get_by_label("Dán bài viết, báo cáo").fill(text)
    follow(page, page.get_by_role("button", name="Đọc văn bản"))
    form = page.get_by_role("region", name="Lưu và duyệt")
    form.get_by_label("Nội bộ" if internal else "Đã đăng công khai").check()
    form.get_by_label("Nơi đăng hoặc nơi gửi").fill("Báo Cần Thơ")
    follow(page, form.get_by_role("button", name="Lưu và duyệt"))
    expect(page.get_by_text("đã xem", exact=False).first).to_be_visible()


def standing(page: Page):
    return page.locator(".proposal:focus")


def states() -> list[str]:
    return list(ProposedRecord.objects.order_by("kind", "position").values_list("state", flat=True))


def test_a_whole_review_by_keyboard(desk, expected_messages):
    expected_messages.append("422 (Unprocessable Entity)")
    keep(desk, INSPECTION)
    clean(desk)
    press = desk.keyboard.press
    press("j")
    expect(standing(desk)).to_contain_text("Kiểm tra")
    expect(desk.locator("mark.is-on")).to_be_in_viewport()
    press("a")
    expect(desk.get_by_role("status").first).to_contain_text("Đã nhận SV1.")
    expect(standing(desk)).to_contain_text("290-QĐ/TW")
    press("a")
    expect(desk.get_by_role("status").first).to_contain_text("Đã nhận VB1.")
    expect(standing(desk)).to_contain_text("120")
    press("k")
    expect(standing(desk)).to_contain_text("290-QĐ/TW")
    press("u")
    expect(desk.get_by_role("status").first).to_contain_text("VB1 trở lại chờ xem.")
    press("a")
    expect(standing(desk)).to_contain_text("120")
    press("x")
    expect(desk.get_by_role("status").first).to_contain_text("Đã bỏ SL1.")
    expect(standing(desk)).to_contain_text("7.000.000.000")
    press("e")
    value = desk.get_by_label("Con số")
    expect(desk.get_by_label("Mức")).to_be_focused()
    value.fill("bảy tỷ ae")
    desk.get_by_role("button", name="Nhận như đã sửa").press("Enter")
    expect(desk.get_by_text("Xin ghi bằng chữ số")).to_be_visible()
    expect(value).to_have_value("bảy tỷ ae")
    expect(value).to_be_focused()
    clean(desk)
    value.fill("7.200.000.000")
    press("Enter")
    expect(desk.get_by_role("status").first).to_contain_text("Đã nhận SL2.")
    while ProposedRecord.objects.filter(state=RecordState.WAITING).exists():
        before = ProposedRecord.objects.filter(state=RecordState.WAITING).count()
        expect(standing(desk)).to_have_attribute("data-state", "waiting")
        press("a")
        expect(desk.get_by_text(f"{9 - before + 1}/9 đã xem")).to_be_visible()
    expect(desk.get_by_text("Đã xem hết", exact=True)).to_be_visible()
    assert Activity.objects.get().activityfigure_set.get().statement.value == 7_200_000_000
    clean(desk)
    press("?")
    expect(desk.get_by_role("dialog", name="Phím tắt")).to_be_visible()
    desk.get_by_label("Dùng phím tắt trên máy này").uncheck()
    press("Escape")
    press("u")
    expect(desk.get_by_text("9/9 đã xem")).to_be_visible()
    follow(desk, desk.get_by_role("link", name="Xem hoạt động").first)
    expect(desk.get_by_role("heading", level=1)).to_contain_text("kiểm tra công tác dân vận")


def test_told_by_two_newspapers(desk, served, expected_messages):
    expected_messages.append("409 (Conflict)")
    keep(desk, INSPECTION)
    desk.keyboard.press("j")
    desk.keyboard.press("a")
    expect(desk.get_by_text("1/9 đã xem")).to_be_visible()
    desk.goto(f"{served.url}{READ}")
    keep(desk, TOLD_AGAIN)
    desk.keyboard.press("j")
    desk.keyboard.press("a")
    expect(desk.get_by_text("Đã có trong sổ, có thể là một")).to_be_visible()
    expect(desk.get_by_text("cùng ngày 18/6/2024")).to_be_visible()
    clean(desk)
    desk.get_by_role("button", name="Gộp vào mục đã chọn").press("Enter")
    expect(desk.get_by_role("status").first).to_contain_text("SV1 đã có trong sổ: đã gộp vào.")
    assert Activity.objects.get().activitysource_set.count() == 2


def test_without_script(browser, served, mai):
    context = browser.new_context(java_script_enabled=False, locale="vi-VN", viewport={"width": 1280, "height": 800})
    sign_in(context, served, mai)
    page = context.new_page()
    page.goto(f"{served.url}{READ}")
    keep(page, INSPECTION)
    for label in ("SV1", "VB1"):
        follow(page, page.get_by_role("button", name=f"Nhận {label}"))
    expect(page.locator(".proposal:target")).to_contain_text("120")
    follow(page, page.get_by_role("link", name="Sửa SL1"))
    page.get_by_label("Con số").fill("một trăm")
    follow(page, page.get_by_role("button", name="Nhận như đã sửa"))
    expect(page.get_by_text("Xin ghi bằng chữ số")).to_be_in_viewport()
    expect(page.get_by_label("Con số")).to_have_value("một trăm")
    page.get_by_label("Con số").fill("125")
    follow(page, page.get_by_role("button", name="Nhận như đã sửa"))
    follow(page, page.get_by_role("button", name="Bỏ NG1"))
    follow(page, page.get_by_role("button", name="Hoàn tác NG1"))
    expect(page.locator(".proposal:target")).to_contain_text("Võ Kim Thoa")
    follow(page, page.get_by_role("link", name="Nhận hết"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nhận 6 bản ghi chưa xem?")
    follow(page, page.get_by_role("button", name="Nhận 6 bản ghi"))
    expect(page.get_by_text("8/9 đã xem")).to_be_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone(desk, scheme):
    desk.set_viewport_size({"width": 360, "height": 740})
    desk.emulate_media(color_scheme=scheme)
    keep(desk, INSPECTION)
    clean(desk)
    assert desk.evaluate("document.documentElement.scrollWidth") == 360
    ways = desk.get_by_role("navigation", name="Đi trong trang")
    ways.get_by_role("link", name="Bản ghi chờ").click()
    expect(desk.locator("#ban-ghi-activities-1")).to_be_in_viewport()
    desk.get_by_role("button", name="Nhận SV1").click()
    expect(desk.locator("#ban-ghi-documents-1")).to_be_in_viewport()
    desk.get_by_role("link", name="Sửa VB1").click()
    expect(desk.get_by_label("Nơi ban hành")).to_be_visible()
    desk.wait_for_load_state()  # what is measured is there, with its styles
    assert desk.evaluate("document.documentElement.scrollWidth") == 360
    clean(desk)
    desk.get_by_label("Nơi ban hành").fill("Ban Bí thư")
    desk.get_by_role("button", name="Nhận như đã sửa").click()
    expect(desk.get_by_text("2/9 đã xem")).to_be_visible()


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name in ("tin-truong-xuan.txt", "bao-cao-quy.docx", "doi-thoai-phuong.html"):
            packed.writestr(f"Quý III/{name}", (SAMPLES / name).read_bytes())
        packed.writestr("Quý III/lặp lại.txt", (SAMPLES / "tin-truong-xuan.txt").read_bytes())
        packed.writestr("Quý III/hỏng.docx", (SAMPLES / "bao-cao-quy.docx").read_bytes()[:3000])
    return out.getvalue()


def test_many_files_at_once(desk):
    """The worker's part is done here by its own action, one file after the other."""
    follow(desk, desk.get_by_role("link", name="Nhiều tệp"))
    clean(desk)
    follow(desk, desk.get_by_role("link", name="Đưa vào nhiều tệp"))
    desk.get_by_label("Chọn các tệp").set_input_files(
        [
            {"name": "quy-3.zip", "mimeType": "application/zip", "buffer": archive()},
            {"name": "kiem-tra.txt", "mimeType": "text/plain", "buffer": INSPECTION.encode()},
        ]
    )
    desk.get_by_label("Gọi đợt này là").fill("Báo cáo quý III")
    desk.get_by_label("Nội bộ").check()
    clean(desk)
    follow(desk, desk.get_by_role("button", name="Bắt đầu đọc"))
    expect(desk.get_by_role("heading", level=1)).to_have_text("Báo cáo quý III")
    expect(desk.get_by_text("Đang đọc: 1/6 tệp")).to_be_visible()
    expect(desk.get_by_text("hỏng.docx").first).to_be_visible()
    clean(desk)
    for file in BatchFile.objects.order_by("position"):
        actions.read_batch_file(file, by=SystemActor("ingest"), now=NOW)
    expect(desk.get_by_role("heading", name="Đã đọc xong 6 tệp")).to_be_visible(timeout=10_000)
    expect(desk.get_by_text("đã lưu từ trước")).to_be_visible()
    clean(desk)
    follow(desk, desk.get_by_role("link", name="Nhận tất cả trong đợt"))
    clean(desk)
    follow(desk, desk.get_by_role("link", name="Thôi, xem từng bản ghi"))
    follow(desk, desk.get_by_role("link", name="Duyệt lần lượt"))
    expect(desk.get_by_role("link", name="Báo cáo quý III")).to_be_visible()
