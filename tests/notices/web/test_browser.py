"""Notices in a real browser: the bell, the list, how to be told, a call; clean to axe, in the width of a telephone, without script."""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone
from playwright.sync_api import expect

from gandan.accounts.models import User
from gandan.accounts.queries import roles_of
from gandan.core.access import SystemActor
from gandan.notices import actions
from gandan.notices.enums import Channel
from gandan.notices.models import Message, Notice
from gandan.units.models import DanVanOwner
from tests.people import LONG_AGO
from tests.support.browser import follow

PASSWORD = "Gan-dan-2026"


def clean(page) -> None:
    page.wait_for_load_state()  # what is measured has its styles
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def sign_in(page, live, name: str) -> None:
    page.goto(f"{live.url}/dang-nhap/")
    page.get_by_label("Tên đăng nhập").fill(name)
    page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    follow(page, page.get_by_role("main").get_by_role("button", name="Đăng nhập"))
    expect(page.get_by_role("heading", level=1, name="Việc của tôi")).to_be_visible(timeout=30_000)  # the first page reads the tree


@pytest.mark.parametrize("width", [360, 1280])
def test_from_the_bell_to_the_thing_and_how_to_be_told(page, live, telling, happen, expected_messages, sends_texts, width):
    expected_messages.append("422")  # a number that is none
    page.set_viewport_size({"width": width, "height": 800})
    mai = User.objects.get(username="mai.mttq")
    Notice.objects.filter(user=mai).delete()
    telling.to = {mai}
    actions.make(happen(mai).pk, by=SystemActor("notices"), now=timezone.now())
    sign_in(page, live, "mai.mttq")
    follow(page, page.get_by_role("link", name="Thông báo 1 chưa đọc"))
    clean(page)
    follow(page, page.get_by_role("button", name="Mở: Việc số 12"))
    expect(page.get_by_role("heading", level=1, name="Việc của tôi")).to_be_visible()
    follow(page, page.get_by_role("link", name="Thông báo").first)
    expect(page.get_by_text("Đã đọc").first).to_be_visible()
    follow(page, page.get_by_role("link", name="Cách nhận thông báo"))
    clean(page)
    page.get_by_label("Tin nhắn SMS").check()
    page.get_by_label("Số điện thoại nhận tin").fill("0912 345")
    follow(page, page.get_by_role("button", name="Lưu"))
    expect(page.get_by_text("10 chữ số")).to_be_visible()
    expect(page.get_by_label("Số điện thoại nhận tin")).to_have_value("0912 345")
    page.get_by_label("Số điện thoại nhận tin").fill("0912 345 678")
    follow(page, page.get_by_role("button", name="Lưu"))
    expect(page.get_by_text("Đã lưu cách nhận thông báo.")).to_be_visible()
    expect(page.get_by_text("••• ••• 678")).to_be_visible()


def test_a_call_is_made(page, live, telling, happen):
    mai, sau = User.objects.get(username="mai.mttq"), User.objects.get(username="sau.to3")
    office = roles_of(mai, on=timezone.localdate())[0].office
    DanVanOwner.objects.filter(unit=office.unit).delete()
    DanVanOwner.objects.create(unit=office.unit, office=office, during=DateRange(LONG_AGO, None, "[)"))
    telling.to = {sau}
    actions.make(happen(mai).pk, by=SystemActor("notices"), now=timezone.now())
    past = timezone.now() - timedelta(days=3)  # he did nothing here since: his form of the demo is older
    Message.objects.filter(channel=Channel.CALL).update(made_at=past, planned_at=past)
    sign_in(page, live, "mai.mttq")
    follow(page, page.get_by_role("listitem").filter(has_text="Gọi báo Ông/Bà Lê Văn Sáu").get_by_role("link", name="Xem và gọi").first)
    expect(page.get_by_role("heading", level=1, name="Gọi báo Ông/Bà Lê Văn Sáu")).to_be_visible()
    clean(page)
    follow(page, page.get_by_role("button", name="Đã gọi"))
    expect(page.get_by_text("Đã ghi là đã gọi báo.")).to_be_visible()
