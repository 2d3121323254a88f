"""What articles say becomes the office's memory: accepted, found again; a request becomes a promise that people end; reminders arrive.

The five articles are the project's sources (marked `shared`); everything else runs without them.
"""

import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from gandan.accounts import demo
from gandan.accounts.models import User
from gandan.commitments import actions as commitments
from gandan.commitments.models import Commitment
from gandan.core.access import SystemActor
from gandan.core.engine.family import wait_until
from gandan.core.jobs.run import run
from gandan.ingest.enums import RecordKind
from gandan.ingest.extract import propose
from gandan.notices import actions as sending
from gandan.notices import queries as notices
from gandan.notices.adapters.mail import MailDoor
from gandan.units import queries as units
from tests.notices.support.servers import Server
from tests.support.browser import follow
from tests.support.house import house as house
from tests.support.house import until

ARTICLES = Path(__file__).parents[3] / "shared" / "articles"
FILES, AGAIN = 120, 6
SEEDS = ["seed-000", "seed-001", "seed-002", "seed-003", "seed-004"]
INSPECTION = "Kiểm tra kết quả triển khai thực hiện công tác dân vận"
ASKED = "tiếp tục tham mưu cấp ủy lãnh đạo"


def work() -> None:
    """Let a worker do what is due."""
    with ThreadPoolExecutor(1) as aside:  # the browser's event loop runs in this thread
        aside.submit(run, wait=False).result()


@pytest.fixture
def sign_in(browser: Browser, live) -> Iterator:
    opened = []

    def enter(username: str) -> Page:
        context = browser.new_context(locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", viewport={"width": 1280, "height": 900})
        opened.append(context)
        page = context.new_page()
        page.goto(f"{live.url}/dang-nhap/?next=/lam-viec/")
        page.get_by_label("Tên đăng nhập").fill(username)
        page.get_by_label("Mật khẩu", exact=True).fill(demo.PASSWORD)
        follow(page, page.get_by_role("main").get_by_role("button", name="Đăng nhập"))
        if "/dang-nhap/ma/" in page.url:
            page.get_by_label("Mã xác thực").fill(demo.code(timezone.now()))
            follow(page, page.get_by_role("button", name="Tiếp tục"))
        expect(page.get_by_role("heading", level=1, name="Việc của tôi")).to_be_visible()
        return page

    yield enter
    for context in opened:
        context.close()


@pytest.fixture
def mailbox(tmp_path, settings) -> Iterator[Server]:
    """A real SMTP server; mail goes there."""
    server = Server("smtp_server.py", tmp_path / "mail")
    settings.MAIL = {"host": "127.0.0.1", "port": server.port, "username": "", "password": "", "use_tls": False, "use_ssl": False}
    settings.MAIL_FROM = "Gần Dân <gandan@example.vn>"
    yield server
    server.stop()


def article(name: str) -> str:
    path = ARTICLES / f"{name}.txt"
    if not path.is_file():
        pytest.skip("no ../shared beside the checkout")
    return path.read_text(encoding="utf-8")


def take_in(page: Page, url: str, text: str) -> None:
    """Paste, look, keep as published, accept what the machine proposes."""
    page.goto(f"{url}/lam-viec/doc-van-ban/")
    page.get_by_label("Dán bài viết, báo cáo").fill(text)
    follow(page, page.get_by_role("button", name="Đọc văn bản"))
    page.get_by_label("Đã đăng công khai").check()
    follow(page, page.get_by_role("button", name="Lưu và duyệt"))
    follow(page, page.get_by_role("link", name=re.compile("Nhận hết")))
    follow(page, page.get_by_role("button", name=re.compile(r"^Nhận \d+ bản ghi")))
    expect(page.get_by_role("status").filter(has_text="Đã nhận")).to_be_visible()


def search(page: Page, url: str, text: str) -> None:
    page.goto(f"{url}/tim/")
    page.get_by_role("searchbox", name="Từ cần tìm").fill(text)
    follow(page, page.get_by_role("main").get_by_role("button", name="Tìm", exact=True))


def place(name: str) -> str:
    return f"/don-vi/{units.find(name)[0].place.id}/"


@pytest.mark.shared
def test_the_five_articles_are_accepted_and_found_again(page: Page, sign_in, live):
    texts = [article(name) for name in SEEDS]
    desk = sign_in("mai.mttq")
    for text in texts:
        take_in(desk, live.url, text)
    work()
    for name in ("phường Xuân Khánh", "quận Ninh Kiều", "phường Ninh Kiều"):  # two that are gone, and the ward of today
        page.goto(live.url + place(name))
        if (everything := page.get_by_role("region", name="Việc đã làm ở đây").get_by_role("link", name="Xem tất cả")).count():
            follow(page, everything)  # the ward of today has newer work before it
        follow(page, page.get_by_role("link", name=INSPECTION).first)
        expect(page.get_by_role("heading", level=1, name=INSPECTION)).to_be_visible()
    expect(page.get_by_text("74,77").first).to_be_visible()
    assert Axe().run(page).response["violations"] == []

    search(page, live.url, "74.77 %")
    follow(page, page.get_by_role("main").get_by_role("link", name=re.compile("74,77")).first)
    expect(page.get_by_text("dân số trong độ tuổi").first).to_be_visible()
    follow(page, page.get_by_role("link", name=INSPECTION).first)

    # the survey in another city stays with the office that read of it: a ward does not publish in another's name
    search(desk, live.url, "290 qd tw")
    follow(desk, desk.get_by_role("main").get_by_role("link").filter(has_text="290-QĐ/TW").first)
    expect(desk.get_by_role("heading", level=1)).to_contain_text("290-QĐ/TW")
    expect(desk.get_by_text("23-QĐ/TW").first).to_be_visible()
    follow(desk, desk.get_by_role("link", name="Mở ở chỗ làm việc"))
    follow(desk, desk.get_by_role("link", name=re.compile("Công tác dân vận góp phần gắn kết")).first)
    expect(desk.get_by_text("489-QĐ/TU").first).to_be_visible()


@pytest.mark.shared
def test_a_request_is_taken_up_reported_objected_to_and_confirmed(page: Page, sign_in, live):
    take_in(sign_in("mai.mttq"), live.url, article("seed-001"))

    leader = sign_in("tam.lanhdao")
    leader.goto(f"{live.url}/lam-viec/hoat-dong/de-nghi/")
    follow(leader, leader.get_by_role("listitem").filter(has_text=ASKED).get_by_role("link", name=re.compile("Nhận làm")))
    leader.get_by_label("Việc sẽ làm").fill("Mỗi tổ dân phố có một buổi nghe dân trước 15/1")
    leader.get_by_label("Sản phẩm phải thấy được").fill("Biên bản sáu buổi, niêm yết ở từng tổ")
    leader.get_by_label("Cơ quan chủ trì").select_option(label="Ủy ban Mặt trận Tổ quốc Việt Nam phường Ninh Kiều")
    leader.get_by_label("Xong trước ngày").fill((timezone.localdate() + timedelta(days=40)).isoformat())
    follow(leader, leader.get_by_role("main").get_by_role("button", name="Nhận làm"))

    officer = sign_in("mai.mttq")
    follow(officer, officer.get_by_role("link", name="Mỗi tổ dân phố có một buổi nghe dân trước 15/1", exact=True))
    report_done(officer, "Sáu buổi đã xong, biên bản niêm yết ở nhà văn hóa.")

    thing = Commitment.objects.get(title__startswith="Mỗi tổ dân phố")
    page.goto(f"{live.url}/loi-hua/{thing.pk}/")
    expect(page.get_by_text("Báo đã xong").first).to_be_visible()
    follow(page, page.get_by_role("link", name=re.compile("chưa xong")).first)
    page.get_by_role("textbox").fill("Tổ 4 chưa được họp, chúng tôi không thấy biên bản.")
    follow(page, page.get_by_role("main").get_by_role("button").last)
    page.goto(f"{live.url}/loi-hua/{thing.pk}/")
    expect(page.get_by_text("Đang làm").first).to_be_visible()
    expect(page.get_by_text("Tổ 4 chưa được họp")).to_have_count(0)  # the words are for the office, not for everybody

    officer.reload()
    expect(officer.get_by_text("Tổ 4 chưa được họp")).to_be_visible()
    report_done(officer, "Tổ 4 đã họp ngày hôm qua.")

    board = sign_in("bay.giamsat")
    board.goto(f"{live.url}/lam-viec/viec/{thing.pk}/")
    follow(board, board.get_by_role("link", name=re.compile("[Xx]ác nhận")).first)
    follow(board, board.get_by_role("main").get_by_role("button").last)
    page.reload()
    expect(page.get_by_text("Dân xác nhận").first).to_be_visible()
    assert Axe().run(page).response["violations"] == []


def report_done(officer: Page, summary: str) -> None:
    follow(officer, officer.get_by_role("link", name="Thêm bằng chứng").first)
    officer.get_by_label("Bằng chứng cho thấy điều gì").fill(summary)
    follow(officer, officer.get_by_role("main").get_by_role("button").last)
    follow(officer, officer.get_by_role("link", name=re.compile("[Bb]áo đã xong")).first)
    officer.get_by_role("textbox").first.fill(summary)
    follow(officer, officer.get_by_role("main").get_by_role("button").last)
    expect(officer.get_by_text("Báo đã xong").first).to_be_visible()


def test_a_reminder_arrives_in_a_real_mailbox(seeded, mailbox):
    officer = User.objects.get(username="viet.ubnd")
    User.objects.filter(pk=officer.pk).update(email="viet.ubnd@ninhkieu.example.vn")
    late = Commitment.objects.get(title__startswith="Trả lời về phương án thoát nước")
    assert late.is_late(timezone.localdate())
    commitments.send_reminders(by=SystemActor("clock"), now=timezone.now())
    work()
    later = timezone.now() + timedelta(minutes=2)  # what happens within a minute goes into one letter
    with MailDoor() as door:
        for message in notices.due(door.channel, now=later):
            sending.send(message, door, by=SystemActor("notices"), now=later)
    letters = [letter for letter in mailbox.letters() if "viet.ubnd@" in letter["To"]]
    assert any(f"“{late.title}”" in letter.get_body(("plain",)).get_content() for letter in letters)
    assert all(letter["Message-ID"] for letter in letters)


def report(n: int) -> str:
    told = f"bà Võ Kim Thoa, Chủ tịch Ủy ban MTTQ phường, họp dân lần {n} và tặng {n + 3} phần quà."
    return f"Phường họp dân lần {n}\n\nNgày {n % 27 + 1}/6/2024, {told}\n"


@pytest.mark.slow
def test_killed_in_mid_batch_nothing_is_lost_or_doubled(house, tmp_path):
    texts = [report(n) for n in range(FILES)]
    for n, text in enumerate([*texts, *texts[:AGAIN]]):
        (tmp_path / f"{n}.txt").write_text(text, encoding="utf-8")
    told = json.loads(house.run("-m", "gandan.cli", "take-in", str(tmp_path), "--unit", "31120", "--by", "mai", "--public", "--json"))
    assert (told["files"], told["waiting"], told["failed"]) == (FILES + AGAIN, FILES + AGAIN, 0)

    first = house.worker()
    until(lambda: house.done() >= 5)
    house.kill_server()  # both at once, in the middle of jobs
    first.kill()
    first.wait()
    house.cluster.start()
    before = house.done()
    assert 5 <= before < FILES + AGAIN

    second = house.worker()
    until(lambda: house.done() >= before + 5)
    second.kill()  # the worker alone
    second.wait()
    assert house.done() < FILES + AGAIN

    third = house.worker()
    until(lambda: house.done() > before + 5)
    house.kill_server()  # the database alone
    house.cluster.start()
    if third.poll() is not None or not wait_until(lambda: house.done() == FILES + AGAIN, seconds=45):
        third.kill()
        third.wait()
        house.worker()  # what a service manager does
    until(lambda: house.done() == FILES + AGAIN)

    state = "select count(*) from ingest_batchfile where state = '{}'"
    assert (house.ask(state.format("read")), house.ask(state.format("same")), house.ask(state.format("failed"))) == (FILES, AGAIN, 0)
    assert house.ask("select count(*) from ingest_source") == FILES
    assert house.ask("select count(distinct digest) from ingest_source") == FILES
    expected = sum(len(getattr(propose(text), kind.listed)) for text in texts for kind in RecordKind)
    assert house.ask("select count(*) from ingest_proposedrecord") == expected
    assert house.ask("select count(*) from core_event where verb = 'ingest.source_taken_in'") == FILES
    house.run("-m", "gandan.cli", "verify")
