"""Score sheets: written in rows without a script, put in force, two versions side by side."""

from datetime import timedelta

import pytest
from django.utils import timezone

from gandan.appraisals import actions, queries
from gandan.appraisals.models import ScoreSheet
from tests.appraisals.conftest import KIND
from tests.appraisals.web.conftest import at, text

pytestmark = pytest.mark.django_db


def typed(ground, **more) -> dict[str, str]:
    rows = {
        "unit": str(ground.commune.pk), "purpose": KIND, "code": "xet-mo-hinh", "title": "Phiếu xét mô hình", "source": "45-QĐ/ĐU",
        "pass_points": "70", "members_least": "3", "spread_most": "12,5",
        "lines-TOTAL_FORMS": "3", "lines-INITIAL_FORMS": "0", "grades-TOTAL_FORMS": "2", "grades-INITIAL_FORMS": "0",
        "lines-0-name": "Kết quả đo được", "lines-0-most": "60,5", "lines-0-explained": "Số đo trước và sau", "lines-0-least": "",
        "lines-1-name": "Dân cùng làm", "lines-1-most": "39.5", "lines-1-least": "-5",
        "lines-2-name": "", "lines-2-most": "",
        "grades-0-name": "Tốt", "grades-0-from_points": "80", "grades-1-name": "", "grades-1-from_points": "",
    }  # fmt: skip
    return rows | more


def test_a_sheet_is_written_changed_put_in_force_and_followed(opens, ground, thing):
    browser = opens("leader")
    more = browser.post(at("draft_sheet"), typed(ground, **{"more-lines": "1"}))
    assert more.status_code == 200
    assert 'name="lines-5-name"' in text(more)
    assert 'value="Dân cùng làm"' in text(more), "more rows lose nothing"
    answer = browser.post(at("draft_sheet"), typed(ground))
    sheet = ScoreSheet.objects.get()
    assert answer.url == at("sheet", sheet.pk)
    assert [(c.name, str(c.least), str(c.most)) for c in sheet.criteria.all()] == [
        ("Kết quả đo được", "0.00", "60.50"),
        ("Dân cùng làm", "-5.00", "39.50"),
    ]
    assert str(sheet.spread_most) == "12.50"
    assert "chưa đối chiếu văn bản gốc" in text(browser.get(at("sheet", sheet.pk)))
    form = text(browser.get(at("change_sheet", sheet.pk)))
    assert 'value="60,5"' in form
    changed = typed(ground, **{"lines-1-name": "Người dân cùng làm", "lines-INITIAL_FORMS": "2", "checked": "on"})
    assert browser.post(at("change_sheet", sheet.pk), changed).url == at("sheet", sheet.pk)
    assert browser.post(at("put_in_force", sheet.pk), {"from_day": timezone.localdate().isoformat()}).status_code == 302
    sheet.refresh_from_db()
    assert (sheet.valid_from, sheet.checked) == (timezone.localdate(), True)
    assert "đã ban hành thì không sửa" in text(browser.get(at("change_sheet", sheet.pk)))
    made = browser.post(at("new_version", sheet.pk))
    second = ScoreSheet.objects.get(version=2)
    assert made.url == at("change_sheet", second.pk)
    browser.post(at("change_sheet", second.pk), typed(ground, **{"lines-1-name": "Dân bàn", "lines-INITIAL_FORMS": "2", "checked": "on"}))
    page = text(browser.get(at("sheet", sheet.pk), {"canh": second.pk}))
    assert page.count('class="changed"') == 2, "the one line that differs, on both sides"
    for said in ("Phiên bản 1", "Phiên bản 2", "Dân bàn", "Người dân cùng làm"):
        assert said in page
    soon = (timezone.localdate() + timedelta(days=2)).isoformat()
    assert browser.post(at("put_in_force", second.pk), {"from_day": soon}).status_code == 302
    sheet.refresh_from_db()
    assert sheet.valid_to == timezone.localdate() + timedelta(days=1)


def test_what_does_not_fit_is_said_and_kept(opens, ground, thing):
    browser = opens("leader")
    for wrong, said in (
        ({"lines-0-most": ""}, "Xin ghi điểm cao nhất của dòng này."),
        ({"lines-2-most": "5"}, "Xin ghi tên tiêu chí, hoặc xoá hết dòng này."),
        ({"grades-0-from_points": ""}, "Xin ghi cả tên xếp loại và điểm bắt đầu"),
        ({"pass_points": "nhiều"}, "Xin ghi một số"),
        ({"pass_points": "500"}, "không quá tổng điểm"),
        ({"code": "Mã Có Dấu"}, "chữ thường không dấu"),
        ({"lines-TOTAL_FORMS": "chữ"}, "Có chỗ cần sửa"),
    ):
        answer = browser.post(at("draft_sheet"), typed(ground, **wrong))
        assert answer.status_code == 422, wrong
        assert said in text(answer), wrong
        assert "45-QĐ/ĐU" in text(answer)
    assert not ScoreSheet.objects.exists()


def test_who_may_write(opens, leader, sheet):
    assert opens("administrator").get(at("draft_sheet")).status_code == 403
    other = opens("outsider")
    assert at("new_version", sheet.pk) not in text(other.get(at("sheet", sheet.pk)))
    assert other.post(at("new_version", sheet.pk)).status_code == 403
    draft = actions.new_version(sheet, by=leader, now=timezone.now())
    assert opens("front_officer").post(at("put_in_force", draft.pk)).status_code == 403
    assert other.get(at("sheet", draft.pk)).status_code == 404


def test_the_list_of_sheets_costs_the_same_for_one_and_for_many(opens, sheet, ground, leader):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    browser, counts = opens("leader"), []
    browser.get(at("sheets"))
    for more in (0, 20):
        for n in range(more):
            given = queries.as_given(sheet)
            actions.copy_shipped(given, unit=ground.commune, code=f"phieu-{n}", by=leader, now=timezone.now())
        with CaptureQueriesContext(connection) as seen:
            assert browser.get(at("sheets")).status_code == 200
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_more_rows_are_asked_for_with_any_number_of_rows_typed(opens):
    browser = opens("leader")
    for strange in ("²", "9" * 5000, "-1", "", "ba"):
        answer = browser.post(at("draft_sheet"), {"more-lines": "1", "lines-TOTAL_FORMS": strange, "grades-TOTAL_FORMS": strange})
        assert answer.status_code in (200, 422), strange
