"""Councils and the notice board in a browser: axe finds nothing, all fits a telephone, a card goes by keys, the board without a script."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.cache import cache
from django.utils import timezone
from playwright.sync_api import expect

from gandan.accounts.models import User
from gandan.accounts.queries import actor_for
from gandan.appraisals import actions, queries, subjects
from gandan.appraisals.adapters import shipped_for
from gandan.appraisals.enums import DecisionKind, Level, Part
from gandan.core.access import Anyone
from gandan.core.access.actor import Role
from gandan.units.models import Office, Unit
from tests.appraisals.conftest import KIND, WHY
from tests.journeys.test_sign_in import PHONE, enter, flaws, now_code
from tests.support.browser import follow

NAMES = ("Hẻm 12 không rác, đường Mậu Thân", "Tổ tự quản bờ kênh Xáng Thổi", "Bếp ăn chung khu phố 3", "Đèn hẻm 51")
LINES = (("Lĩnh vực", "Văn hoá - xã hội"), ("Số hộ phân loại rác", "trước 12, mới đo 96, mục tiêu 110 (hộ)"))
SAID = "Kết quả chấm: 80,5 điểm, xếp loại Tốt.\nĐịa chỉ: hẻm 12, đường Mậu Thân."


def part_of(criteria, share: int) -> dict:
    """So many per cent of every line, and no bonus."""
    return {c.pk: Decimal(0) if c.is_bonus else (c.most * share / 100).quantize(Decimal("0.01")) for c in criteria}


@pytest.fixture
def council(live, monkeypatch):
    """In the demo's ward: a sheet in force, a council of its party committee, four things of the Front: two being scored, one with its
    marks shown too far apart, one closed, posted and objected to."""
    cache.clear()
    now, today = timezone.now(), timezone.localdate()
    users = {name: User.objects.get(username=name) for name in ("tam.lanhdao", "viet.ubnd", "khoa.doantn", "hoa.phunu", "bay.giamsat")}
    by = {name: actor_for(user, today=today) for name, user in users.items()}
    tam = by["tam.lanhdao"]
    party = Office.objects.get(pk=next(h.office for h in tam.holdings if h.role == Role.LEADER))
    unit = Unit.objects.get(pk=party.unit_id)
    front = Office.objects.get(pk=actor_for(User.objects.get(username="mai.mttq"), today=today).holdings[0].office)

    def describe(ids, actor):
        return {i: subjects.Described(NAMES[int(i)], url="/", place="Phường Ninh Kiều", lines=LINES) for i in ids}

    monkeypatch.setitem(subjects._subjects, KIND, subjects._Subject(describe, lambda ids: dict.fromkeys(ids, front), lambda ids: {}))
    given = shipped_for("movement.practice")
    kept = {"title": given.title, "source": given.source, "criteria": given.criteria, "grades": given.grades}
    numbers = {"pass_points": given.pass_points, "members_least": 3, "spread_most": given.spread_most}
    sheet = actions.draft_sheet(unit=unit, purpose=KIND, code="xet-thu", **kept, **numbers, by=tam, now=now)
    sheet = actions.put_in_force(sheet, from_day=today, by=tam, now=now)
    actions.new_version(sheet, by=tam, now=now)
    council = actions.form_council(office=party, title="Hội đồng xét mô hình 2026", formed_by="45-QĐ/ĐU", formed_on=today, by=tam, now=now)
    for name, user in users.items():
        part = {"tam.lanhdao": Part.CHAIR, "bay.giamsat": Part.SECRETARY}.get(name, Part.MEMBER)
        actions.seat(council, user=user, part=part, by=tam, now=now)
    made = []
    for n in range(4):
        more = {
            "unit": unit,
            "owner_office": front,
            "council": council,
            "sheet": sheet,
            "closes_on": today + timedelta(days=2),
        }  # before the demo's own
        a = actions.open_appraisal(subject_type=KIND, subject_id=str(n), **more, by=tam, now=now)
        made.append(actions.begin(a, by=tam, now=now))
    criteria = list(sheet.criteria.all())
    for a, shares in ((made[2], (100, 40, 80, 75)), (made[3], (85, 82, 80, 75))):
        for name, share in zip(("tam.lanhdao", "viet.ubnd", "khoa.doantn", "hoa.phunu"), shares, strict=True):
            actions.hand_in(a, marks=part_of(criteria, share), reason=WHY, by=by[name], now=now)
        actions.show(a, by=tam, now=now)
    actions.close(made[3], by=tam, now=now)
    actions.hand_in(made[0], marks=part_of(criteria, 60), reason=WHY, by=by["khoa.doantn"], now=now)
    about = {"subject_type": KIND, "unit": unit, "office": party}
    posting = actions.post(**about, subject_id="3", title=f"Kết quả xét: {NAMES[3]}", text=SAID, by=tam, now=now)
    objection = actions.object_to(posting, text="Đèn do phường lắp, không phải tổ tự làm.", by=Anyone(), now=now).objection
    over = now - timedelta(days=60)
    old = actions.post(**about, subject_id="2", title="Kết quả xét năm trước", by=tam, now=over)
    signed = {"signed_as": "Bí thư", "signed_by": "Võ Minh Tâm", "decided_on": today, "number": "99-QĐ/ĐU"}
    kind = {"kind": DecisionKind.RECOGNISE, "level": Level.BASE, "title": "Về việc công nhận mô hình Dân vận khéo", "office": party}
    decision = actions.decide(**kind, **signed, postings=[old], by=tam, now=now)
    return {"council": council, "made": made, "sheet": sheet, "posting": posting, "objection": objection, "decision": decision}


def test_no_page_has_flaws(page, live, council):
    made, desk, board = council["made"], live.url + "/lam-viec/hoi-dong/", live.url + "/niem-yet/"
    found = []
    posting = council["posting"].pk
    for path in ("", f"{posting}/", f"{posting}/phan-doi/"):
        page.goto(board + path)
        found += flaws(page)
    enter(page, live, "tam.lanhdao", code=now_code())
    expect(page.get_by_role("heading", name="Việc của tôi")).to_be_visible()
    second = queries.sheets_visible_to(actor_for(User.objects.get(username="tam.lanhdao"), today=timezone.localdate())).get(valid_from=None)
    paths = ["", "cham/", "phieu/", "quyet-dinh/", f"{council['council'].pk}/", f"cham/{made[0].pk}/"]
    paths += [f"xet/{made[0].pk}/", f"xet/{made[2].pk}/", f"xet/{made[1].pk}/lien-quan/"]
    paths += [f"phieu/{council['sheet'].pk}/?canh={second.pk}", f"phieu/{second.pk}/sua/", f"niem-yet/{posting}/"]
    for path in paths:
        answer = page.goto(desk + path)
        assert answer.status == 200, path
        found += flaws(page)
    assert found == []


def test_a_card_on_a_telephone_by_keys_and_the_next_one(page, live, council):
    page.set_viewport_size(PHONE)
    enter(page, live, "viet.ubnd")
    expect(page.get_by_role("heading", name="Việc của tôi")).to_be_visible()
    page.goto(live.url + "/lam-viec/hoi-dong/cham/")
    follow(page, page.get_by_role("link", name="Chấm từ hồ sơ đầu"))
    first = page.locator("[data-mark]").first
    first.fill("7,5")
    expect(page.locator("output")).to_have_text("7,5")
    first.press("Enter")
    expect(page.locator("[data-mark]").nth(1)).to_be_focused()
    with page.expect_response(re.compile("/nhap/")):
        page.keyboard.type("3")
    page.reload()
    expect(page.locator("[data-mark]").nth(1)).to_have_value("3")
    for box in page.locator("[data-mark]").all():
        box.fill("0")
    page.get_by_label("Nhận xét").fill(WHY)
    follow(page, page.get_by_role("button", name="Nộp phiếu"))
    expect(page.get_by_role("status").filter(has_text="Còn 2 hồ sơ")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text(NAMES[1])


def test_somebody_objects_without_a_script_and_reads_the_answer(browser, live, council):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE, locale="vi-VN")
    page = context.new_page()
    page.goto(live.url + "/niem-yet/")
    follow(page, page.get_by_role("link", name=f"Kết quả xét: {NAMES[3]}"))
    follow(page, page.get_by_role("link", name="Tôi phản đối"))
    page.get_by_label("Điều Ông/Bà phản đối").fill("Đèn này phường lắp từ năm ngoái rồi.")
    follow(page, page.get_by_role("button", name="Gửi phản đối"))
    code = page.locator(".secret").inner_text()
    follow(page, page.get_by_role("button", name="Tôi đã ghi lại"))
    follow(page, page.get_by_role("link", name="Xem trả lời bằng mã"))
    page.get_by_label("Mã phản đối").fill(code.lower())
    follow(page, page.get_by_role("button", name="Xem trả lời"))
    expect(page.get_by_text("Đèn này phường lắp từ năm ngoái rồi.")).to_be_visible()
    context.close()
