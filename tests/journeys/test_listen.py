"""Somebody without an account is heard: what they said is answered with a promise, found not done, opened again, put before those above,
and ended by themselves. A denunciation stays with its handler, an opened contact is seen, a merger loses nothing, any program may speak.
"""

import json
import re
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Browser, Locator, Page, expect

from gandan.accounts import actions as accounts
from gandan.accounts import demo
from gandan.accounts.models import User
from gandan.accounts.queries import actor_for
from gandan.commitments.demo import person
from gandan.core.access import Role
from gandan.opinions.models import Case
from gandan.units import actions as unit_actions
from gandan.units import queries as units
from gandan.units.actions.periods import NewUnit
from gandan.units.models import Office, Unit
from tests.support.browser import follow

PATIENCE = 25_000  # the first look for a place reads the places of the whole country
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
WORDS = "Ba bóng đèn trong hẻm 9 tắt hơn nửa tháng, tối không ai dám cho con nít ra đường."
ANSWER = "Đã kiểm tra: hỏng hộp nối vì nước mưa. Chúng tôi thay hộp nối và ba bóng."
PROMISE = "Thay hộp nối và ba bóng đèn trong hẻm 9"
NOT_DONE = "Mới sáng hai bóng, bóng cuối hẻm vẫn tắt."
PHONE_NUMBER = "0912 000 111"
DENOUNCED = "Tôi muốn nói về một người nhận tiền để làm nhanh giấy tờ ở quầy số hai."


@dataclass(frozen=True)
class Paper:
    """What a sender wrote down from the receipt."""

    code: str
    pin: str


@pytest.fixture
def people(browser: Browser, live) -> Iterator[Callable[..., Page]]:
    """Somebody with a browser of their own: who signs in, or a citizen on a phone."""
    opened = []

    def enter(username: str = "", *, javascript: bool = True) -> Page:
        size = DESK if username else PHONE
        context = browser.new_context(locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", viewport=size, java_script_enabled=javascript)
        opened.append(context)
        page = context.new_page()
        if not username:
            return page
        page.goto(f"{live.url}/dang-nhap/?next=/lam-viec/")
        page.get_by_label("Tên đăng nhập").fill(username)
        page.get_by_label("Mật khẩu", exact=True).fill(demo.PASSWORD)
        follow(page, main(page).get_by_role("button", name="Đăng nhập"))
        if "/dang-nhap/ma/" in page.url:
            page.get_by_label("Mã xác thực").fill(demo.code(timezone.now()))
            follow(page, page.get_by_role("button", name="Tiếp tục"))
        expect(page.get_by_role("heading", level=1, name="Việc của tôi")).to_be_visible()
        return page

    yield enter
    for context in opened:
        context.close()


def main(page: Page) -> Locator:
    return page.get_by_role("main")


def fits(page: Page) -> None:
    """Nothing is wider than the telephone, and nothing on the page shuts anybody out."""
    page.wait_for_load_state()  # what is measured has its styles
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert Axe().run(page).response["violations"] == []


def say(page: Page, url: str, *, words: str, where: str, phone: str = "", marked: bool = False) -> Paper:
    """Fill the form and write the receipt down."""
    page.goto(f"{url}/y-kien/")
    follow(page, main(page).get_by_role("link", name="Gửi ý kiến").first)
    page.get_by_label("Ông/Bà muốn phản ánh điều gì?").fill(words)
    page.get_by_label("Ở xã, phường nào?").fill(where)
    main(page).get_by_role("button", name="Tìm", exact=True).click()
    expect(page.get_by_role("group", name="Ở đâu?").get_by_text(where).first).to_be_visible(timeout=PATIENCE)
    if (one := page.get_by_role("radio", name=re.compile(f"^{where}"))).count():
        one.first.check()
    expect(page.get_by_label("Ông/Bà muốn phản ánh điều gì?")).to_have_value(words)  # looking for a place loses nothing
    page.get_by_label("Chỗ cụ thể").fill("hẻm 9, gần trường mẫu giáo")
    if phone:
        page.get_by_text("Để lại cách liên hệ (không bắt buộc)").click()
        page.get_by_label("Số điện thoại").fill(phone)
    if marked:
        page.get_by_label("Trong này tôi tố cáo một cán bộ làm sai pháp luật").check()
    main(page).get_by_role("button", name="Gửi ý kiến", exact=True).click()
    receipt = page.get_by_role("region", name="Biên nhận ý kiến")
    expect(receipt).to_be_visible()
    code, pin = (receipt.get_by_role("definition").nth(n).inner_text() for n in (0, 1))
    return Paper(code, pin)


def track(page: Page, url: str, paper: Paper) -> None:
    """Type the code, as somebody would days later; a browser that has just opened it remembers."""
    page.goto(f"{url}/y-kien/tra-cuu/")
    if (code := page.get_by_label("Mã trên biên nhận")).count():
        code.fill(paper.code.lower())
        follow(page, main(page).get_by_role("button", name="Mở", exact=True))
    expect(page.get_by_role("heading", level=1, name="Ý kiến của Ông/Bà")).to_be_visible()


def deed(page: Page, link: str, button: str, paper: Paper, **typed: str) -> None:
    """A deed of the sender: the PIN is asked where this browser was not given it yet."""
    follow(page, main(page).get_by_role("link", name=link, exact=True))
    for label, text in typed.items():
        page.get_by_label(label.replace("_", " ")).fill(text)
    if (pin := page.get_by_label("Mã PIN trên biên nhận")).count():
        pin.fill(paper.pin)
    follow(page, main(page).get_by_role("button", name=button, exact=True))
    expect(page.get_by_role("heading", level=1, name="Ý kiến của Ông/Bà")).to_be_visible()


def work_line(page: Page, words: str) -> Locator:
    """A line of "Việc của tôi"."""
    return main(page).get_by_role("listitem").filter(has_text=words).first


def sort_and_take_up(page: Page, words: str) -> None:
    """From the line in "Việc của tôi": classify, then accept."""
    follow(page, work_line(page, words[:40]).get_by_role("link", name="Phân loại"))
    page.get_by_role("radio", name="Phản ánh", exact=True).check()
    page.get_by_label("Về việc gì").select_option(label="Đèn đường")
    follow(page, main(page).get_by_role("button", name="Phân loại"))
    next_deed(page, "Nhận giải quyết")
    follow(page, main(page).get_by_role("button", name="Nhận giải quyết"))


def next_deed(page: Page, name: str) -> None:
    follow(page, page.get_by_role("region", name="Việc cần làm tiếp").get_by_role("link", name=name))


def answer(page: Page, text: str, promise: str = "") -> None:
    next_deed(page, "Trả lời")
    page.get_by_label("Câu trả lời").fill(text)
    if promise:
        page.get_by_label("Hứa làm việc gì").fill(promise)
        page.get_by_label("Làm xong thì thấy được gì").fill("Ba bóng sáng suốt đêm, hộp nối mới có nắp che mưa")
        page.get_by_label("Xong trước hoặc trong ngày").fill((timezone.localdate() + timedelta(days=10)).isoformat())
        page.get_by_label("Cơ quan giữ lời hứa").select_option(label="Ủy ban nhân dân phường Ninh Kiều")
    follow(page, main(page).get_by_role("button", name="Gửi câu trả lời"))


def report_promise(page: Page, summary: str) -> None:
    """Evidence, and the report, on the page of the promise."""
    next_deed(page, "Mở lời hứa")
    follow(page, main(page).get_by_role("link", name="Thêm bằng chứng").first)
    page.get_by_label("Bằng chứng cho thấy điều gì").fill(summary)
    follow(page, main(page).get_by_role("button").last)
    follow(page, main(page).get_by_role("link", name=re.compile("[Bb]áo đã xong")).first)
    main(page).get_by_role("textbox").first.fill(summary)
    follow(page, main(page).get_by_role("button").last)
    expect(page.get_by_text("Báo đã xong").first).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_what_somebody_says_is_answered_opened_again_escalated_and_ended_by_them(people, live, javascript):
    phone = people(javascript=javascript)
    paper = say(phone, live.url, words=WORDS, where="Phường Ninh Kiều", phone=PHONE_NUMBER)
    case = Case.objects.get(opinions__text=WORDS)
    if javascript:
        fits(phone)
    follow(phone, main(phone).get_by_role("button", name="Tôi đã ghi lại"))
    expect(phone.get_by_text("Ủy ban nhân dân phường Ninh Kiều").first).to_be_visible()  # who owes the answer, and by when

    officer = people("viet.ubnd")
    sort_and_take_up(officer, WORDS)
    follow(officer, officer.get_by_role("link", name="Mở cách liên hệ"))
    main(officer).get_by_role("textbox").fill("Hẹn người gửi chỉ đúng ba bóng bị hỏng.")
    follow(officer, main(officer).get_by_role("button", name="Mở và xem một lần"))
    expect(officer.get_by_text(PHONE_NUMBER)).to_be_visible()
    follow(officer, main(officer).get_by_role("link", name="Xong, về trang của việc"))
    answer(officer, ANSWER, PROMISE)
    report_promise(officer, "Đã thay hộp nối và bóng, thử hai đêm.")

    track(phone, live.url, paper)
    expect(phone.get_by_text("Hẹn người gửi chỉ đúng ba bóng bị hỏng.")).to_be_visible()  # the opened contact is seen
    expect(phone.get_by_role("link", name=PROMISE)).to_be_visible()
    if javascript:
        fits(phone)
    deed(phone, "Chưa xong", "Gửi: chưa xong", paper, **{"Chỗ nào chưa xong?": NOT_DONE})
    expect(phone.get_by_text(NOT_DONE).first).to_be_visible()
    deed(phone, "Đưa lên cấp trên", "Đưa lên cấp trên", paper, **{"Vì sao cần cấp trên xem?": "Phường trả lời rồi mà chưa làm đủ."})

    above = people("lan.chuyenvien")
    follow(above, work_line(above, "Đưa lên cấp trên: Đèn đường").get_by_role("link", name="Xem việc"))
    above.goto(f"{live.url}/lam-viec/y-kien/{case.pk}/")
    expect(above.get_by_text(WORDS)).to_be_visible()

    officer.goto(f"{live.url}/lam-viec/")
    expect(work_line(officer, WORDS[:40])).to_contain_text("Đã đưa lên cấp trên")
    follow(officer, work_line(officer, WORDS[:40]).get_by_role("link", name="Trả lời"))
    officer.get_by_label("Câu trả lời").fill("Xin lỗi Ông/Bà, bóng cuối hẻm đứt dây ngầm, nay đã kéo dây mới.")
    follow(officer, main(officer).get_by_role("button", name="Gửi câu trả lời"))
    report_promise(officer, "Đã kéo dây mới, đủ ba bóng.")

    track(phone, live.url, paper)
    deed(phone, "Đúng, đã xong", "Đúng, đã xong", paper)
    expect(phone.get_by_text("Người gửi xác nhận").first).to_be_visible()
    follow(phone, phone.get_by_role("link", name=PROMISE))
    expect(phone.get_by_text("Người gửi ý kiến, bằng mã riêng của mình").first).to_be_visible()
    if javascript:
        fits(phone)


def test_a_denunciation_is_there_for_its_handler_and_for_nobody_else(people, live):
    phone = people()
    paper = say(phone, live.url, words=DENOUNCED, where="Phường Ninh Kiều", marked=True)
    expect(phone.get_by_role("heading", level=1, name="Đã cất riêng lời của Ông/Bà")).to_be_visible()
    handler = people("ha.tocao")
    handler.goto(f"{live.url}/lam-viec/to-cao/")
    follow(handler, handler.get_by_role("link", name=re.compile("để riêng ngày")).last)  # the newest
    address = handler.url
    follow(handler, main(handler).get_by_role("button", name="Mở thư"))
    expect(handler.get_by_text(DENOUNCED)).to_be_visible()
    for username in ("viet.ubnd", "tam.lanhdao", "lan.chuyenvien", "kien.quantri"):
        page = people(username)
        assert page.goto(address).status == 404, username
        assert page.goto(f"{live.url}/lam-viec/to-cao/").status in (403, 404), username
        page.goto(f"{live.url}/tim/?q=quầy+số+hai")
        expect(page.get_by_text("nhận tiền để làm nhanh")).to_have_count(0)
    phone.goto(f"{live.url}/y-kien/tra-cuu/")
    phone.get_by_label("Mã trên biên nhận").fill(paper.code)
    follow(phone, main(phone).get_by_role("button", name="Mở", exact=True))
    expect(phone.get_by_role("heading", level=1, name="Thư của Ông/Bà được để riêng")).to_be_visible()


def test_a_case_crosses_the_merger_of_two_wards(people, live):
    phone = people()
    paper = say(phone, live.url, words=WORDS, where="Phường Cái Khế")
    now, by = timezone.now(), person("kien.quantri", now=timezone.now())
    old = [Unit.objects.get(pk=units.by_code(code).id) for code in ("31120", "31147")]
    parent = Unit.objects.get(pk=units.by_code("92").id)
    into = NewUnit(level="commune", kind="Phường", name="Sông Hậu", code="31999", parent=parent)
    ward = unit_actions.merge(old, into=into, first_day=timezone.localdate(now), decree="9999/NQ-UBTVQH16", by=by, now=now)

    track(phone, live.url, paper)
    expect(phone.get_by_text(WORDS)).to_be_visible()  # the same code, before any office took it
    name = "Ủy ban nhân dân phường Sông Hậu"
    office: Office = unit_actions.add_office(ward, kind="people_committee", name=name, since=timezone.localdate(now), by=by, now=now)
    worker = User.objects.get(username="caikhe.ubnd")
    accounts.give_role(worker, role=Role.OFFICER, unit=ward, office=office, since=timezone.localdate(now), by=by, now=now)

    above = people("hai.thanhuy")
    follow(above, work_line(above, "Chọn cơ quan nhận việc").get_by_role("link", name="Chọn cơ quan").last)
    above.get_by_label("Cơ quan giải quyết tiếp").select_option(label=name)
    follow(above, main(above).get_by_role("button", name="Giao cho cơ quan này"))

    sort_and_take_up(people("caikhe.ubnd"), WORDS)
    track(phone, live.url, paper)
    expect(phone.get_by_text(name).first).to_be_visible()
    assert Case.objects.get(opinions__text=WORDS).made_in_id == old[0].pk


def test_any_program_speaks_by_open311(live):
    def get(path: str) -> object:
        with urllib.request.urlopen(f"{live.url}/open311/v2/{path}") as answer:  # noqa: S310  our own site
            return json.load(answer)

    user, now = User.objects.get(username="mai.mttq"), timezone.now()
    today = timezone.localdate(now)
    _row, key = accounts.make_token(user, label="Ứng dụng", last_day=today + timedelta(days=5), by=actor_for(user, today=today), now=now)
    services = get("services.json")
    assert isinstance(services, list)
    assert "street-lighting" in {one["service_code"] for one in services}
    said = {"api_key": key, "jurisdiction_id": "31135", "service_code": "street-lighting", "address_string": "hẻm 9", "description": WORDS}
    with urllib.request.urlopen(f"{live.url}/open311/v2/requests.json", urllib.parse.urlencode(said).encode()) as answer:  # noqa: S310
        (sent,) = json.load(answer)
    case = Case.objects.get(opinions__text=WORDS)
    assert case.unit_id == units.by_code("31135").id
    assert sent.get("service_request_id") or sent.get("token")
    published = get("requests.json?service_code=street-lighting")
    assert isinstance(published, list)
    assert WORDS not in json.dumps(published, ensure_ascii=False), "what is not published is nobody's to read"
