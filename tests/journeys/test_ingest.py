"""A Front officer has articles read: pasted, dropped, in old alphabets, damaged; on a phone and on a desk, with and without script."""

from io import BytesIO
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Page, expect

from tests.people import *  # noqa: F403  the fixed cast
from tests.people import PASSWORD
from tests.support.browser import follow

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples" / "reading"
ARTICLES = ROOT.parent / "shared" / "articles"
TEXT = (SAMPLES / "tin-truong-xuan.txt").read_text(encoding="utf-8")
KNOWN = {
    "seed-000": ["Phạm Văn Hiểu", "Kỷ niệm chương Vì sự nghiệp Dân vận", "Thành phố Cần Thơ"],
    "seed-001": ["Võ Kim Thoa", "hơn 7.000.000.000 đồng", "59.000 kg", "74,77 %", "Phường Xuân Khánh"],
    "seed-002": ["Nguyễn Hữu Hiệp", "Lê Thanh Phong", "290-QĐ/TW", "489-QĐ/TU", "Huyện Củ Chi"],
    "seed-003": ["Trần Ngọc Tam", "Phạm Văn Bé Năm", "Huyện Thạnh Phú"],
    "seed-004": ["Lương Nguyễn Minh Triết", "Trần Quốc Vượng", "Thành phố Đà Nẵng"],
}


@pytest.fixture
def desk(page: Page, live_server, people) -> Page:
    """A Front officer, signed in, on the page of reading prose."""
    page.goto(f"{live_server.url}/dang-nhap/?next=/lam-viec/doc-van-ban/")
    page.get_by_label("Tên đăng nhập").fill(people["front_officer"].username)
    page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    follow(page, page.get_by_role("main").get_by_role("button", name="Đăng nhập"))
    expect(page.get_by_role("heading", level=1, name="Đọc văn bản")).to_be_visible()
    return page


def paste(page: Page, text: str) -> None:
    page.get_by_label("Dán bài viết, báo cáo").fill(text)
    follow(page, page.get_by_role("button", name="Đọc văn bản"))


def drop(page: Page, name: str, raw: bytes) -> None:
    page.get_by_label("Hoặc chọn tệp").set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": raw})
    follow(page, page.get_by_role("button", name="Đọc văn bản"))


def records(page: Page):
    return page.get_by_role("region", name="Bản ghi đề xuất")


def clean(page: Page) -> None:
    assert Axe().run(page).response["violations"] == []


def test_an_article_pasted_and_followed_from_record_to_sentence_and_back(desk):
    clean(desk)
    paste(desk, TEXT)
    expect(desk.get_by_role("heading", level=1)).to_contain_text("bản ghi đề xuất")
    for name in ("Lê Hoàng Phúc", "217-QĐ/TW", "3.250 m²", "Giấy khen", "Tổ nước sạch tự quản", "Huyện Tháp Mười"):
        expect(records(desk).get_by_role("heading", name=name)).to_be_visible()
    records(desk).get_by_role("link", name="NG1: xem câu gốc").press("Enter")
    mark = desk.locator("mark:target")
    expect(mark).to_contain_text("Lê Hoàng Phúc")
    expect(mark).to_be_in_viewport()
    desk.get_by_role("link", name="NG1: xem bản ghi").press("Enter")
    expect(desk.locator("li:target")).to_contain_text("Lê Hoàng Phúc")
    clean(desk)


def test_looking_at_a_record_lights_its_sentence_and_arrows_walk(desk):
    paste(desk, TEXT)
    links = records(desk).get_by_role("link")
    links.nth(0).focus()
    expect(desk.locator("mark.is-on")).to_have_count(1)
    desk.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    desk.locator("mark.of-documents").hover()
    expect(desk.locator("li.is-on").last).to_contain_text("217-QĐ/TW")


def test_the_example_and_reading_again(desk):
    follow(desk, desk.get_by_role("link", name="Đọc bài ví dụ"))
    expect(records(desk)).to_contain_text("Nguyễn Thị Hồng Sương")
    desk.get_by_text("Sửa văn bản này hoặc đọc văn bản khác").click()
    paste(desk, "Ngày 5/3/2024, 12 hộ xã Bình Hòa, huyện Châu Thành, tỉnh An Giang góp 40 triệu đồng làm đường.")
    expect(records(desk)).to_contain_text("40.000.000 đồng")
    desk.reload()
    expect(records(desk)).to_contain_text("40.000.000 đồng")


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("bao-cao-quy.docx", "15/BC-MTTQ"),
        ("thong-bao-kiem-tra.pdf", "Đỗ Quốc Việt"),
        ("doi-thoai-phuong.html", "Huỳnh Văn Lộc"),
        ("tin-truong-xuan.utf16.txt", "Lê Hoàng Phúc"),
        ("tin-truong-xuan.tcvn3.txt", "Lê Hoàng Phúc"),
    ],
)
def test_a_file_of_each_kind(desk, name, seen):
    drop(desk, name, (SAMPLES / name).read_bytes())
    expect(records(desk)).to_contain_text(seen)


def test_a_file_dropped_on_the_form(desk):
    raw = list((SAMPLES / "bao-cao-quy.docx").read_bytes())
    transfer = desk.evaluate_handle(
        "raw => { const t = new DataTransfer(); t.items.add(new File([new Uint8Array(raw)], 'bao-cao.docx')); return t }", raw
    )
    form = desk.locator("form[data-drop]")
    form.dispatch_event("dragover", {"dataTransfer": transfer})
    expect(desk.locator(".drop.is-over")).to_be_visible()
    form.dispatch_event("drop", {"dataTransfer": transfer})
    follow(desk, desk.get_by_role("button", name="Đọc văn bản"))
    expect(records(desk)).to_contain_text("15/BC-MTTQ")


def scan() -> bytes:
    out = BytesIO()
    Image.new("L", (300, 400), 255).save(out, "PDF")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "raw", "sentence"),
    [
        ("hong.docx", (SAMPLES / "bao-cao-quy.docx").read_bytes()[:4000], "Tệp Word bị hỏng"),
        ("trong.txt", b"", "Tệp trống"),
        ("scan.pdf", scan(), "bản chụp (scan)"),
    ],
    ids=["damaged", "empty", "scan"],
)
def test_a_file_that_cannot_be_read(desk, expected_messages, name, raw, sentence):
    expected_messages.append("422 (Unprocessable Entity)")
    drop(desk, name, raw)
    expect(desk.get_by_text(sentence)).to_be_visible()
    clean(desk)


def test_a_file_of_50_mb(desk, expected_messages, tmp_path):
    expected_messages.append("422 (Unprocessable Entity)")
    large = tmp_path / "lon.pdf"
    with large.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    desk.get_by_label("Hoặc chọn tệp").set_input_files(large)
    follow(desk, desk.get_by_role("button", name="Đọc văn bản"))
    expect(desk.get_by_text("quá mức 20 MB")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone(desk, scheme):
    desk.set_viewport_size({"width": 360, "height": 740})
    desk.emulate_media(color_scheme=scheme)
    clean(desk)
    follow(desk, desk.get_by_role("link", name="Đọc bài ví dụ"))
    expect(desk.get_by_role("navigation", name="Đến nhóm bản ghi")).to_be_visible()
    desk.wait_for_load_state()  # what is measured is there, with its styles
    assert desk.evaluate("document.documentElement.scrollWidth") == 360
    groups = desk.get_by_role("navigation", name="Đến nhóm bản ghi")
    assert all(link.bounding_box()["x"] + link.bounding_box()["width"] <= 360 for link in groups.get_by_role("link").all())
    ways = desk.get_by_role("navigation", name="Đi trong trang")
    ways.get_by_role("link", name="Bản ghi").click()
    expect(records(desk).get_by_role("heading", level=2, name="Sự việc")).to_be_in_viewport()
    expect(ways.get_by_role("link", name="Lên đầu")).to_be_in_viewport()
    groups.get_by_role("link", name="Đơn vị").click()
    expect(desk.get_by_role("heading", level=2, name="Đơn vị")).to_be_in_viewport()
    clean(desk)


def test_the_list_is_taken_home(desk):
    paste(desk, TEXT)
    with desk.expect_download() as download:
        desk.get_by_role("button", name="Tải về dạng bảng (CSV)").click()
    assert "Lê Hoàng Phúc" in Path(download.value.path()).read_text(encoding="utf-8-sig")
    expect(desk.get_by_role("button", name="In trang này")).to_be_visible()
    desk.emulate_media(media="print")
    expect(records(desk).get_by_role("heading", name="Lê Hoàng Phúc")).to_be_visible()
    expect(desk.get_by_role("button", name="Tải về dạng bảng (CSV)")).to_be_hidden()


def test_without_script(browser, live_server, people, client):
    client.force_login(people["front_officer"])
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    page = context.new_page()
    page.goto(f"{live_server.url}/lam-viec/doc-van-ban/")
    paste(page, TEXT)
    records(page).get_by_role("link", name="VB1: xem câu gốc").click()
    assert page.url.endswith("#cau-documents-1")
    context.close()


@pytest.mark.shared
@pytest.mark.parametrize("name", KNOWN)
def test_each_seed_article(desk, name):
    path = ARTICLES / f"{name}.txt"
    if not path.is_file():
        pytest.skip("no ../shared beside the checkout")
    paste(desk, path.read_text(encoding="utf-8"))
    for known in KNOWN[name]:
        expect(records(desk).get_by_text(known, exact=True).first).to_be_visible()
    clean(desk)
