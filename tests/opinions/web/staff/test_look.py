"""The inbox and a case in a real browser: axe finds nothing, it fits a telephone, keys go through it, it works without a script."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from gandan.accounts.models import User
from gandan.accounts.queries import actor_for
from gandan.core.access import Anyone
from gandan.opinions import actions
from gandan.opinions.actions import PromiseGiven
from gandan.opinions.enums import Content, State
from gandan.opinions.models import Case
from gandan.units.models import Unit
from tests.journeys.test_sign_in import DESK, PHONE, enter, flaws
from tests.support.browser import follow

INBOX = "/lam-viec/y-kien/"
SAID = (
    "Đèn đường hẻm 51 tắt mười ngày nay, tối đi học về rất nguy hiểm.",
    "Cống đầu hẻm 12 nghẹt, mưa xuống ngập vào nhà dân.",
    "Rác chất đống trước chợ ba hôm chưa ai dọn.",
    "Đề nghị phường đặt thêm ghế đá ở công viên bờ kè.",
)


@pytest.fixture
def desk(live):
    """Four opinions in the ward where `viet.ubnd` works: one late, one due soon, one answered with a promise, one new."""
    user = User.objects.get(username="viet.ubnd")
    viet = actor_for(user, today=timezone.localdate())
    unit, now = Unit.objects.get(pk=viet.holdings[0].unit), timezone.now()
    made = [
        actions.say(text=text, place="Khu chợ", unit=unit, topic="", by=Anyone(), now=now - timedelta(days=n)).opinion.case
        for n, text in enumerate(SAID)
    ]
    actions.classify(made[1], content=Content.REMARK, topic="drainage", by=viet, now=now)
    actions.join_in(made[1], place="Cuối hẻm 12", by=Anyone(), now=now)
    actions.tag(made[1], label="họp giao ban", by=viet, now=now)
    Case.objects.filter(pk=made[1].pk).update(due=timezone.localdate() - timedelta(days=200))
    actions.classify(made[2], content=Content.REMARK, topic=made[2].topic, by=viet, now=now)
    actions.accept(made[2], by=viet, now=now)
    office = Case.objects.get(pk=made[2].pk).office
    given = PromiseGiven("Dọn hết rác trước chợ", "Bãi trống, sạch", timezone.localdate() + timedelta(days=5), office)
    actions.answer(made[2], text="Phường sẽ cho xe đến dọn trong tuần.", promise=given, by=viet, now=now)
    return made


def open_inbox(page, live):
    page.set_viewport_size(DESK)
    enter(page, live, "viet.ubnd")
    page.goto(live.url + INBOX)


def test_no_page_has_flaws(page, live, desk):
    open_inbox(page, live)
    addresses = [INBOX, f"{INBOX}?xem=tat-ca&nguoi=chua-ai", f"{INBOX}ma/", f"{INBOX}luu-bo-loc/?nguoi=chua-ai"]
    addresses += [f"{INBOX}{c.pk}/" for c in desk]
    addresses += [f"{INBOX}{desk[0].pk}/{slug}/" for slug in ("phan-loai", "chuyen", "khong-thu-ly", "hoi-lai", "gop", "gan-nhan")]
    addresses += [f"{INBOX}nhieu/{slug}/?viec={desk[0].pk}&viec={desk[1].pk}" for slug in ("chuyen", "gop")]
    for address in addresses:
        page.goto(live.url + address)
        assert flaws(page) == []


def test_a_word_without_a_blank_widens_no_page(page, live, desk):
    long = "a" * 92
    case = actions.say(
        text=f"Xem https://{long}.vn", place=long * 3, unit=desk[0].unit, topic="", by=Anyone(), now=timezone.now()
    ).opinion.case
    enter(page, live, "viet.ubnd")
    page.set_viewport_size(PHONE)
    for address in ("/lam-viec/", INBOX, f"{INBOX}{case.pk}/", f"{INBOX}{case.pk}/phan-loai/"):
        page.goto(live.url + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], address


def test_the_keyboard_goes_through_it(page, live, desk):
    open_inbox(page, live)
    page.keyboard.press("j")
    expect(page.get_by_role("link", name=SAID[1])).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(page.get_by_role("link", name=SAID[1])).to_be_focused()
    page.keyboard.press("x")
    expect(page.get_by_text("Với các việc đã chọn: 1")).to_be_visible()
    page.keyboard.press("a")
    expect(page.get_by_role("heading", name="Nhận giải quyết")).to_be_visible()
    follow(page, page.get_by_role("button", name="Nhận giải quyết"))
    expect(page.get_by_text("Đã làm cho 1 việc.")).to_be_visible()
    assert Case.objects.get(pk=desk[1].pk).state == State.ACCEPTED
    follow(page, page.get_by_role("link", name="Về hộp ý kiến"))
    expect(page.get_by_role("button", name="Phím tắt")).to_be_visible()  # shown by the script that listens to keys
    page.keyboard.press("?")
    expect(page.get_by_role("heading", name="Phím tắt")).to_be_visible()
    page.get_by_label("Dùng phím tắt trên máy này").uncheck()
    page.get_by_role("button", name="Đóng").click()
    page.keyboard.press("j")
    expect(page.locator(".case-row :focus")).to_have_count(0)


def test_what_is_typed_into_a_field_stays_there(page, live, desk):
    open_inbox(page, live)
    page.get_by_label("Tìm trong lời người dân").fill("")
    page.get_by_label("Tìm trong lời người dân").press_sequentially("jxoa")
    expect(page.get_by_label("Tìm trong lời người dân")).to_have_value("jxoa")


def test_an_answer_with_a_promise_on_a_telephone_without_a_script(browser, live, desk):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE, locale="vi-VN")
    page = context.new_page()
    enter(page, live, "viet.ubnd")
    page.goto(live.url + INBOX)
    follow(page, page.get_by_role("link", name=SAID[1]))
    follow(page, page.get_by_role("link", name="Nhận giải quyết"))
    follow(page, page.get_by_role("button", name="Nhận giải quyết"))
    follow(page, page.get_by_role("link", name="Trả lời", exact=True))
    page.get_by_label("Câu trả lời").fill("Phường sẽ nạo vét cống trong tháng này.")
    page.get_by_label("Hứa làm việc gì").fill("Nạo vét cống hẻm 12")
    follow(page, page.get_by_role("button", name="Gửi câu trả lời"))
    expect(page.get_by_text("Có chỗ cần sửa.")).to_be_visible()
    expect(page.get_by_label("Câu trả lời")).to_have_value("Phường sẽ nạo vét cống trong tháng này.")
    page.get_by_label("Làm xong thì thấy được gì").fill("Mưa to không còn ngập")
    page.get_by_label("Xong trước hoặc trong ngày").fill((timezone.localdate() + timedelta(days=9)).isoformat())
    follow(page, page.get_by_role("button", name="Gửi câu trả lời"))
    expect(page.get_by_text("Đã trả lời.").first).to_be_visible()
    expect(page.get_by_role("heading", name="Nạo vét cống hẻm 12")).to_be_visible()
    context.close()
