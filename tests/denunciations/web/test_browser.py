"""In a browser, on the demo: the way is shown, a letter is set aside, its handler reads it; axe finds nothing."""

import os
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from gandan.core import codes
from gandan.core.access import Anyone
from gandan.denunciations import actions
from gandan.denunciations.models import Denunciation
from gandan.units import queries as units
from gandan.units.models import Unit
from tests.denunciations.actions.test_set_aside import photo
from tests.journeys.test_sign_in import DESK, PHONE, enter, flaws, now_code
from tests.support.browser import follow

WORDS = "Tôi tố cáo ông phó chủ tịch phường nhận tiền của nhà thầu làm hẻm 51.\nCó hai người chứng kiến."


@pytest.fixture
def ward(live):
    """A ward of the demo."""
    return units.by_code("31135")


@pytest.fixture
def letter(ward):
    code = codes.new()
    given = actions.set_aside(
        text=WORDS,
        place="Trụ sở Ủy ban nhân dân phường",
        unit=Unit.objects.get(pk=ward.id),
        channel="portal",
        uploads=[photo("anh.jpg")],
        contact={"name": "Trần Thị Bưởi", "phone": "0900000000"},
        code_digest=codes.digest(code, purpose="opinions"),
        pin_mac="",
        marked=True,
        by=Anyone(),
        now=timezone.now(),
    )
    return Denunciation.objects.get(pk=given.id), code


def seen(page, name: str) -> None:
    """Read by axe, wide and narrow, light and dark; kept for the eye where a folder is given."""
    assert flaws(page) == []
    folder = os.environ.get("GANDAN_PICTURES")
    for size in (PHONE, DESK) if folder else ():
        page.set_viewport_size(size)
        page.screenshot(path=Path(folder) / f"{name}-{size['width']}.png", full_page=True)


def test_the_way_is_shown(page, live, ward):
    page.goto(f"{live.url}/to-cao/?noi={ward.id}")
    expect(page.get_by_text("Cấp trên trực tiếp của Phường Ninh Kiều")).to_be_visible()
    seen(page, "guide")
    page.goto(f"{live.url}/to-cao/?q=xuan+khanh")
    seen(page, "guide-found")


def test_a_sender_reads_the_receipt(page, live, letter):
    page.goto(f"{live.url}/y-kien/tra-cuu/")
    page.get_by_label("Mã").first.fill(letter[1])
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Thư của Ông/Bà được để riêng")).to_be_visible()
    seen(page, "receipt")
    follow(page, page.get_by_role("link", name="Rút lời đã gửi"))
    seen(page, "withdraw")


def test_a_handler_works(page, live, letter):
    enter(page, live, "ha.tocao", code=now_code())
    page.goto(f"{live.url}/lam-viec/")
    expect(page.get_by_role("link", name="Thư để riêng", exact=True).first).to_be_attached()
    page.goto(f"{live.url}/lam-viec/to-cao/")
    seen(page, "desk")
    follow(page, page.get_by_role("link", name=f"Thư {letter[0].pk.hex[-6:].upper()}, để riêng ngày"))
    seen(page, "cover")
    follow(page, page.get_by_role("button", name="Mở thư"))
    expect(page.get_by_text("Có hai người chứng kiến.")).to_be_visible()
    seen(page, "open")
    follow(page, page.get_by_role("link", name="Ghi kết quả xử lý"))
    seen(page, "handle")
    page.get_by_label("Đã chuyển nơi có thẩm quyền").check()
    page.get_by_label("Số văn bản").fill("12/UBND-TD")
    page.get_by_label("Ngày của văn bản").fill(timezone.localdate().isoformat())
    follow(page, page.get_by_role("button", name="Ghi kết quả xử lý"))
    expect(page.get_by_text("Đã ghi kết quả.")).to_be_visible()
    seen(page, "handled")
