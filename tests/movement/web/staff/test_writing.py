"""The registration form: rows without JavaScript, a draft that keeps everything, what is missing named at its place, then sent in."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.indicators.enums import Measure
from gandan.movement import actions
from gandan.movement.enums import ForcePart, ResourceKind, State
from gandan.movement.models import Practice
from tests.movement.web.staff.conftest import text, to
from tests.people import NOW

pytestmark = pytest.mark.django_db


def typed(field, ground, **more) -> dict[str, str]:
    """The whole form as a browser sends it."""
    return {
        "kind": "model", "field": str(field.pk), "subject": "collective", "is_new": "yes", "host": "community", "hamlet": "",
        "office": str(ground.committee.pk), "title": "Hẻm 51 phân loại rác tại nhà", "place": "Hẻm 51 đường 30 Tháng 4",
        "problem": "Rác để ngoài giờ, mùa mưa trôi xuống cống.", "aim": "Hết điểm rác tự phát.", "way": "Mỗi nhà một thùng hai ngăn.",
        "audience": "62 hộ hẻm 51", "output": "Điểm tập kết không còn rác.", "upkeep": "Tổ tự quản luân phiên mỗi quý.",
        "starts_on": "2026-03-01", "ends_on": "2026-12-01",
        "aims-rows": "2", "aims-0-name": "Số hộ phân loại", "aims-0-measure": "count", "aims-0-noun": "hộ", "aims-0-before": "7",
        "aims-0-target": "1.062", "aims-0-due": "2026-11-30", "aims-1-name": "", "aims-1-measure": "count",
        "forces-rows": "2", "forces-0-part": "lead", "forces-0-office": str(ground.front.pk), "forces-0-name": "",
        "forces-0-task": "Chủ trì họp dân",
        "forces-1-part": "take_part", "forces-1-office": "", "forces-1-name": "Tổ tự quản", "forces-1-task": "Nhắc giờ",
        "resources-rows": "2", "resources-0-kind": "socialised", "resources-0-planned": "12 triệu đồng",
        "resources-1-kind": "labour", "resources-1-planned": "40 ngày công",
        "milestones-rows": "1", "milestones-0-due": "2026-04-15", "milestones-0-what": "Họp dân",
        **more,
    }  # fmt: skip


def test_from_an_empty_page_to_a_form_that_is_sent(opens, ground, drive, field, window):
    browser = opens("committee_officer")
    assert browser.get(to("begin")).url == to("begin_in", drive.pk)
    assert "Tên mô hình, có nơi cụ thể" in text(browser.get(to("begin_in", drive.pk)))
    answer = browser.post(to("begin_in", drive.pk), {**typed(field, ground), "gui": "1"})
    p = Practice.objects.get()
    assert answer.url == to("deed", p.pk, "gui")
    aim, (lead, helps), (money, labour) = p.aims.get(), p.forces.order_by("order"), p.resources.order_by("order")
    assert (aim.before, aim.target, aim.noun, aim.due) == (Decimal(7), Decimal(1062), "hộ", date(2026, 11, 30))
    assert (lead.part, lead.office, helps.name) == (ForcePart.LEAD, ground.front, "Tổ tự quản")
    assert (money.kind, money.measure, money.planned) == (ResourceKind.SOCIALISED, Measure.VND, Decimal(12_000_000))
    assert (labour.measure, labour.noun, labour.planned) == (Measure.COUNT, "ngày công", Decimal(40))
    assert "Gửi đăng ký" in text(browser.get(answer.url))
    assert browser.post(answer.url).url == to("one", p.pk)
    p.refresh_from_db()
    assert p.state == State.SUBMITTED
    assert browser.get(to("write", p.pk)).status_code == 403


def test_a_row_is_added_without_javascript_and_nothing_is_lost(opens, ground, drive, field):
    said = {**typed(field, ground, **{"aims-0-target": "nhiều lắm", "title": ""}), "them": "aims"}
    answer = opens("committee_officer").post(to("begin_in", drive.pk), said)
    page = text(answer)
    assert (answer.status_code, Practice.objects.count()) == (200, 0)
    for kept in ("nhiều lắm", "Mỗi nhà một thùng hai ngăn.", "12 triệu đồng", "Tổ tự quản", 'name="aims-2-name"', "Chủ trì họp dân"):
        assert kept in page, kept
    assert 'name="aims-rows" value="3"' in page
    assert "Chưa đọc được con số này" not in page


def test_what_is_wrong_is_said_beside_it_and_nothing_is_lost(opens, ground, drive, field):
    wrong = {
        "aims-0-target": "nhiều lắm", "aims-0-noun": "", "forces-1-name": "", "resources-0-kind": "goods",
        "resources-0-planned": "", "resources-0-noun": "thùng rác", "milestones-0-due": "",
        "ends_on": "2026-01-01", "resources-1-planned": "bốn mươi",
    }  # fmt: skip
    answer = opens("committee_officer").post(to("begin_in", drive.pk), typed(field, ground, **wrong))
    page = text(answer)
    assert (answer.status_code, Practice.objects.count()) == (422, 0)
    for sentence in (
        "Chưa đọc được con số này", "Xin ghi đếm cái gì", "Xin chọn cơ quan hoặc ghi tên nhóm", "Xin ghi dự kiến bao nhiêu",
        "Xin ghi đến ngày nào", "Ngày đánh giá phải sau ngày bắt đầu", "nhiều lắm", "Mỗi nhà một thùng hai ngăn.", 'href="#muc-tieu"',
    ):  # fmt: skip
        assert sentence in page, sentence


def test_a_draft_may_miss_much_and_says_where(opens, ground, drive, field):
    browser = opens("committee_officer")
    little = {"field": str(field.pk), "kind": "model", "office": str(ground.committee.pk), "title": "Hẻm 51", "luu": "1"}
    answer = browser.post(to("begin_in", drive.pk), little)
    p = Practice.objects.get()
    assert answer.url == to("write", p.pk)
    page = text(browser.get(answer.url))
    for sentence in ("Còn thiếu: thực trạng, lý do.", "Còn thiếu: cách làm.", "ít nhất một tiêu chí", 'href="#thuc-trang"'):
        assert sentence in page, sentence
    page = text(browser.get(to("deed", p.pk, "gui")))
    assert f"{to('write', p.pk)}#cach-lam" in page
    assert browser.post(to("deed", p.pk, "gui")).status_code == 422
    p.refresh_from_db()
    assert (p.state, p.title) == (State.DRAFT, "Hẻm 51")


def test_the_deed_refuses_a_person_in_words_and_keeps_them(opens, ground, drive, field):
    answer = opens("committee_officer").post(
        to("begin_in", drive.pk), typed(field, ground, problem="Gọi ông Nguyễn Văn An số 0912345678 để biết thêm.")
    )
    assert (answer.status_code, Practice.objects.count()) == (422, 0)
    assert "0912345678" in text(answer)


def test_what_came_back_says_why(opens, in_state, front_officer):
    p = in_state(State.SUBMITTED)
    actions.send_back(p, reason="Xin ghi rõ ai đo số điểm rác.", by=front_officer, now=NOW)
    browser = opens("committee_officer")
    for url in (to("write", p.pk), to("one", p.pk)):
        assert "Xin ghi rõ ai đo số điểm rác." in text(browser.get(url))
    assert "Bị trả lại" in text(browser.get(to("desk")))


def test_the_form_costs_the_same_however_long(opens, begun, field):
    browser, p, counts = opens("committee_officer"), begun(), []
    for _many in (1, 2):
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(to("write", p.pk)).status_code == 200
        counts.append(len(asked))
        for n in range(15):
            p.aims.create(name=f"Tiêu chí {n}", measure="percent", target=n, due=date(2026, 12, 1), order=n + 2)
    assert counts[0] == counts[1]
