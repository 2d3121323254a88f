"""On a real telephone: the form keeps what was typed over a reload, axe finds nothing on any of its pages nor on those for everyone."""

from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone
from playwright.sync_api import expect

from gandan.accounts.models import User
from gandan.accounts.queries import actor_for
from gandan.core import codes
from gandan.core.access import Role
from gandan.movement.models import Drive, Evidence, Field, Practice, VoiceCode, Window
from gandan.movement.queries.voices import PURPOSE
from gandan.units import queries as units
from gandan.units.models import Hamlet, Office
from tests.journeys.test_sign_in import PHONE, enter, flaws
from tests.movement.web.hamlet.conftest import BASE
from tests.support.browser import follow


@pytest.fixture
def hamlet(live) -> Hamlet:
    """The hamlet of `sau.to3`, and a drive of the province that takes forms today."""
    cache.clear()
    today, now = timezone.localdate(), timezone.now()
    held = next(h for h in actor_for(User.objects.get(username="sau.to3"), today=today).holdings if h.role == Role.HAMLET_HEAD)
    hamlet = Hamlet.objects.get(pk=held.hamlet)
    province = units.ancestors(hamlet.unit_id, on=today)[-1].id
    drive = Drive.objects.create(
        unit_id=province,
        office=Office.objects.filter(unit=province).first(),
        state="launched",
        title="Dân vận khéo thử",
        sheet_code="thu",
        starts_on=today - timedelta(days=1),
        ends_on=date(today.year + 4, 12, 31),
        launched_on=today,
        changed_at=now,
    )
    Field.objects.create(drive=drive, name="Văn hoá - xã hội", order=1)
    Window.objects.create(drive=drive, year=today.year, opens_on=today - timedelta(days=9), closes_on=today + timedelta(days=9))
    return hamlet


def test_ten_minutes_on_a_telephone(page, live, hamlet, expected_messages):
    expected_messages.append("422")
    page.set_viewport_size(PHONE)
    enter(page, live, "sau.to3")
    page.goto(live.url + BASE)
    assert flaws(page) == []
    page.set_viewport_size(PHONE)
    follow(page, page.get_by_role("link", name="Đăng ký mô hình mới"))
    drive = Drive.objects.get(sheet_code="thu")
    page.goto(f"{live.url}{BASE}moi/?phong-trao={drive.pk}")
    follow(page, page.get_by_role("button", name="Lưu và sang bước sau"))
    expect(page.get_by_text("Có chỗ cần sửa")).to_be_visible()
    assert flaws(page) == []
    page.goto(f"{live.url}{BASE}moi/?phong-trao={drive.pk}")
    page.get_by_label("Mô hình tên gì?").fill("Hẻm 14 thắp sáng")
    page.get_by_label("Làm ở chỗ nào?").fill("Hẻm 14")
    page.get_by_label("Bà con đang vướng việc gì?").fill("Hẻm tối, hai lần xe ngã.")
    page.reload()
    expect(page.get_by_label("Mô hình tên gì?")).to_have_value("Hẻm 14 thắp sáng")
    expect(page.get_by_text("viết dở lần trước")).to_be_visible()
    page.get_by_label("Văn hoá - xã hội").check()
    follow(page, page.get_by_role("button", name="Lưu và sang bước sau"))
    page.get_by_label("Bà con làm thế nào?").fill("Mỗi nhà góp một ít, thợ trong hẻm kéo dây.")
    page.get_by_label("Ai đứng ra lo chính?").fill("Tổ tự quản hẻm 14")
    follow(page, page.get_by_role("button", name="Lưu và sang bước sau"))
    page.get_by_label("Làm xong thì bà con được gì?").fill("Đi đêm không còn tối.")
    row = page.get_by_role("group", name="Con số 1")
    row.get_by_label("Đo điều gì").fill("Bóng còn sáng")
    row.get_by_label("Đếm cái gì").fill("bóng")
    row.get_by_label("Cần đạt").fill("12")
    row.get_by_label("Đạt vào ngày").fill(f"{timezone.localdate().year}-12-31")
    assert flaws(page) == []
    follow(page, page.get_by_role("button", name="Lưu và sang bước sau"))
    assert flaws(page) == []
    follow(page, page.get_by_role("button", name="Lưu và xem lại"))
    assert flaws(page) == []
    follow(page, page.get_by_role("button", name="Gửi đăng ký"))
    expect(page.get_by_text("Xã, phường đang xem")).to_be_visible()
    assert flaws(page) == []


def test_pages_for_everyone_have_no_flaws(page, live, hamlet):
    today, now = timezone.localdate(), timezone.now()
    drive = Drive.objects.get(sheet_code="thu")
    practice = Practice.objects.create(
        drive=drive,
        field=drive.fields.get(),
        unit=hamlet.unit,
        made_in=hamlet.unit,
        office=Office.objects.filter(unit=hamlet.unit).first(),
        hamlet=hamlet,
        state="registered",
        title="Hẻm 14 thắp sáng",
        problem="Hẻm tối, hai lần xe ngã.",
        registered_on=today,
        alive_until=today + timedelta(days=365),
        written_by="system:test",
        written_at=now,
        changed_at=now,
    )
    aim = practice.aims.create(name="Bóng còn sáng", measure="count", noun="bóng", before=2, target=12, due=today, order=1)
    for value in (5, 9):
        _measured(aim, value, today)
    Evidence.objects.create(practice=practice, kind="note", note="Cả hẻm cùng kéo dây", shows=today, added_at=now)
    code = codes.new()
    VoiceCode.objects.create(practice=practice, digest=codes.digest(code, purpose=PURPOSE), by_board=True, issued_on=today)
    for address in ("/mo-hinh/", f"/mo-hinh/{practice.pk}/", "/mo-hinh/ma/"):
        page.goto(live.url + address)
        assert flaws(page) == []
    page.get_by_label("Mã trên phiếu").fill(codes.shown(code))
    follow(page, page.get_by_role("button", name="Mở"))
    assert flaws(page) == []
    follow(page, page.get_by_role("button", name="Có ích, vẫn đang làm"))
    expect(page.get_by_text("Cảm ơn Ông/Bà")).to_be_visible()


def _measured(aim, value, day):
    from gandan.indicators.models import Statement

    statement = Statement.objects.create(
        value=value,
        measure="count",
        bound="exact",
        noun="bóng",
        on=day,
        quote=f"Đếm được {value} bóng",
        is_public=True,
        stated_at=timezone.now(),
    )
    aim.readings.create(statement=statement, read_on=day)
