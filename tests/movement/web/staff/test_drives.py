"""Drives by their pages: planned, changed, launched, windows, fields, summed up, compared; and the numbers of units."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from gandan.movement.enums import DriveState, Kind
from gandan.movement.models import Drive, Practice
from tests.movement.ground import CODE, FIELDS
from tests.movement.web.staff.conftest import text, to

pytestmark = pytest.mark.django_db


def asked(ground, **more):
    year = timezone.localdate().year
    return {
        "office": ground.province_board.pk, "title": "Dân vận khéo giai đoạn mới", "aim": "", "starts_on": f"{year}-01-01",
        "ends_on": f"{year + 4}-12-31", "sheet_code": CODE, "document": "", "before": "",
        "fields": "\n".join((*FIELDS, "Nông thôn mới")), **more,
    }  # fmt: skip


def test_from_a_plan_to_a_meeting_that_compares(opens, ground, sheet):
    browser, today = opens("provincial_leader"), timezone.localdate()
    answer = browser.post(to("plan_drive"), asked(ground, ends_on="2020-01-01"))
    assert (answer.status_code, "Ngày kết thúc phải sau" in text(answer), "Nông thôn mới" in text(answer)) == (422, True, True)
    answer = browser.post(to("plan_drive"), asked(ground, document="99-KH/TU"))
    assert "Chưa thấy văn bản số “99-KH/TU”" in text(answer)
    answer = browser.post(to("plan_drive"), asked(ground))
    d = Drive.objects.get()
    assert (answer.url, d.fields.count()) == (to("drive", d.pk), 5)
    assert opens("front_officer").get(answer.url).status_code == 404
    changed = {k: v for k, v in asked(ground, title="Dân vận khéo, giai đoạn mới").items() if k not in ("office", "before", "fields")}
    assert browser.post(to("change_drive", d.pk), changed).status_code == 302
    at = lambda slug: to("drive_deed", d.pk, slug)  # noqa: E731
    window = {"year": today.year, "opens_on": f"{today.year}-01-01", "closes_on": f"{today.year}-12-31"}
    assert browser.post(at("dot-dang-ky"), {**window, "closes_on": f"{today.year - 1}-01-01"}).status_code == 422
    assert browser.post(at("dot-dang-ky"), window).status_code == 302
    assert browser.post(at("phat-dong")).status_code == 302
    assert "đã phát động nên không sửa" in text(browser.get(to("change_drive", d.pk)))
    page = text(opens("front_officer").get(to("drive", d.pk)))
    assert ("Đang nhận đăng ký" in page, f"{sheet.title}</a>, phiên bản 1" in page, CODE in page) == (True, True, False)
    assert browser.post(at("them-linh-vuc"), {"name": "Nông thôn mới"}).status_code == 422
    assert browser.post(at("them-linh-vuc"), {"name": "Chuyển đổi số"}).status_code == 302
    field = d.fields.get(name="Chuyển đổi số")
    assert browser.post(to("rename_field", d.pk, field.pk), {"name": "Dân vận số"}).status_code == 302
    assert f'"{to("rename_field", d.pk, field.pk)}"' in text(browser.get(to("drive", d.pk)))
    assert browser.post(to("end_field", d.pk, field.pk)).status_code == 302
    assert opens("leader").get(to("end_field", d.pk, field.pk)).status_code == 403
    said = {"meeting": "year", "year": today.year, "held_on": today, "text": "Kinh tế nhiều, quốc phòng còn thưa."}
    assert browser.post(at("tong-ket"), said).status_code == 302
    answer = browser.post(at("tong-ket"), said)
    assert (answer.status_code, "quốc phòng còn thưa" in text(answer)) == (422, True)
    assert browser.post(at("tong-ket"), {**said, "meeting": "closing"}).status_code == 302
    d.refresh_from_db()
    assert d.state == DriveState.SUMMED_UP
    page = text(browser.get(to("compare", d.pk)))
    assert (f"Sơ kết năm {today.year}" in page, f"Tổng kết {today.year}" in page) == (True, True)
    assert "quốc phòng còn thưa" in text(browser.get(to("summing_up", d.pk, d.summings_up.first().pk)))


def test_a_field_that_counts_keeps_its_name_and_the_last_one_stands(opens, in_state, drive, field):
    """Only what the policies would do is offered."""
    in_state()
    browser, rename, end = opens("provincial_leader"), to("rename_field", drive.pk, field.pk), to("end_field", drive.pk, field.pk)
    page = text(browser.get(to("drive", drive.pk)))
    assert (f'"{rename}"' in page, f'"{end}"' in page) == (False, True)
    page = text(browser.get(rename))
    assert ("đã có mô hình đăng ký nên không đổi tên" in page, 'name="name"' in page) == (True, False)
    drive.fields.exclude(pk=field.pk).update(ended_on=timezone.localdate())
    assert end not in text(browser.get(to("drive", drive.pk)))


def test_a_drive_in_which_nothing_was_sent_in_is_cancelled(opens, drive):
    browser = opens("provincial_leader")
    assert browser.post(to("drive_deed", drive.pk, "huy")).status_code == 302
    drive.refresh_from_db()
    assert drive.state == DriveState.CANCELLED
    assert "không có mô hình" not in text(browser.get(to("drive", drive.pk)))


def test_thin_fields_are_marked_and_numbers_stay_apart(opens, in_state, drive, ground):
    fields = list(drive.fields.order_by("order"))
    for n in range(4):
        in_state(n=n + 1)
    page = text(opens("provincial_leader").get(to("counts")))
    rows = {f.name: page[page.index(f">{f.name}") :].split("</tr>")[0] for f in fields}
    assert ["còn mỏng" in rows[f.name] for f in fields] == [False, True, True, True]
    assert "Phường Ninh Kiều" in page
    in_state(n=9, kind=Kind.EXEMPLAR)
    Practice.objects.filter(title="Hẻm 1 không rác").update(alive_until=timezone.localdate() - timedelta(days=1))
    asked = {"don-vi": ground.commune.pk, "phong-trao": drive.pk}
    page = text(opens("provincial_leader").get(to("counts"), asked))
    assert "<h1>Con số về mô hình, điển hình: Phường Ninh Kiều</h1>" in page
    apart = page.split("đếm riêng</caption>")[1].split("</table>")[0]
    assert [re.findall(r'data-name="Đăng ký">.*?(\d+)', row) for row in apart.split("<tr>")[2:]] == [["4"], ["1"], ["0"]]
    shown = text(opens("provincial_leader").get(to("list"), {"cua": "tat-ca", "trang-thai": "lapsed", "loai": "model"}))
    assert "Hẻm 1 không rác" in shown, "the list behind a number holds what was counted, though the clock has not come round"
    assert "Hẻm 2 không rác" not in shown
    page = text(opens("provincial_leader").get(to("counts"), {**asked, "dem": "collectives"}))
    assert "Điển hình tập thể theo lĩnh vực" in page
    for url in (to("drives"), to("drive", drive.pk), to("compare", drive.pk)):
        page = text(opens("provincial_leader").get(url))
        assert re.search("điển hình tập thể", page, re.IGNORECASE), url
        assert ">5<" not in page, "a model and an exemplar are never added"
    assert opens("leader").get(to("counts"), {"don-vi": "khong-phai"}).status_code == 404
