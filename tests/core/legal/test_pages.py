"""The pages of rules and calendar: who sees what, what bad input gets, what is kept."""

from types import SimpleNamespace

import pytest
from django.contrib.messages.storage.fallback import FallbackStorage
from django.test import RequestFactory
from django.utils import translation

from gandan.core import legal
from gandan.core.access import Anyone
from gandan.core.calendar.models import CalendarDay
from gandan.core.legal.adapters import groups, shipped
from gandan.core.legal.web import staff, taking_back

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(administrator):
    """Calls a view as somebody, without sign-in: the guard and the page are what is tested here."""

    def ask(view, *args, actor=administrator, data=None, query=None):
        make = RequestFactory()
        request = make.post("/lam-viec/quy-dinh/", data) if data is not None else make.get("/lam-viec/quy-dinh/", query)
        request.actor, request.session, request.user = actor, {}, SimpleNamespace(is_authenticated=True, full_name="Nguyễn Thị An", pk=None)
        request._messages = FallbackStorage(request)
        return view(request, *args)

    return ask


FORM = {
    "value": "8",
    "measure": "working_days",
    "bound": "at_most",
    "first": "2027-01-01",
    "source": "Nghị định số 999/2027/NĐ-CP",
    "article": "Điều 1",
    "checked": "on",
    "note": "",
}


def test_the_table_finds_without_accents(law, ask):
    page = ask(staff.rules, query={"tim": "khieu nai lan dau"}).content.decode()
    assert "Giải quyết khiếu nại lần đầu" in page
    assert "Niêm yết lịch tiếp công dân" not in page


def test_in_english_the_rules_speak_english_and_are_found_in_both_languages(law, ask):
    with translation.override("en"):
        for typed in ("first complaint", "khieu nai lan dau"):
            page = ask(staff.rules, query={"tim": typed}).content.decode()
            assert "Settling a first complaint" in page
            assert "Giải quyết khiếu nại" not in page
        assert "Hùng Kings" in ask(staff.calendar, query={"nam": "2026"}).content.decode()
    assert "Giải quyết khiếu nại" in ask(staff.rules).content.decode()


def test_what_an_administrator_wrote_stays_as_it_was_written(law, administrator, now):
    newest = legal.queries.versions("complaint.acceptance").first()
    with translation.override("en"):
        assert legal.queries.as_rule(newest).note == newest.note == ""
        newest.note = "Chỉ áp dụng ở phường"
        assert legal.queries.as_rule(newest).note == "Chỉ áp dụng ở phường"


def test_a_stranger_signs_in_first(law, ask):
    answer = ask(staff.rules, actor=Anyone())
    assert answer.status_code == 302
    assert answer["Location"].startswith("/dang-nhap/")


def test_a_rule_shows_its_versions(law, ask):
    page = ask(staff.rule, "complaint.acceptance").content.decode()
    assert "Không quá 10 ngày" in page
    assert "Không quá 7 ngày làm việc" in page


def test_an_administrator_adds_a_version(law, ask):
    answer = ask(staff.change, "reception.notice", data=FORM)
    assert answer.status_code == 302
    from datetime import date

    assert legal.rule("reception.notice", on=date(2027, 1, 1)).days == 8


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"value": "mười"}, "một số nguyên như 10"),
        ({"value": "7,5"}, "Số ngày phải là số nguyên"),
        ({"value": "-1"}, "từ 0 đến"),
        ({"value": "3/2", "measure": "share_of_households"}, "Tỷ lệ phải từ 0 đến 1"),
        ({"article": ""}, "điều, khoản đã đọc"),
        ({"first": "2010-01-01"}, "Phiên bản cũ được giữ"),
    ],
)
def test_bad_input_gets_a_sentence_and_keeps_what_was_typed(law, ask, typed, sentence):
    answer = ask(staff.change, "reception.notice", data={**FORM, **typed})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert "Nghị định số 999/2027/NĐ-CP" in page


def test_the_calendar_names_source_and_doubt(law, ask):
    page = ask(staff.calendar, query={"nam": "2026"}).content.decode()
    assert "Nghỉ hoán đổi dịp Tết Dương lịch" in page
    assert "chưa đối chiếu văn bản gốc" in page


def test_a_day_by_decree_stands_in_the_calendar(law, ask):
    data = {"day": "2026-12-07", "working": "off", "reason": "Nghỉ tránh bão", "source": "Công điện số 1/CĐ-UBND"}
    assert ask(staff.set_day, data=data).status_code == 302
    assert "Nghỉ tránh bão" in ask(staff.calendar, query={"nam": "2026"}).content.decode()


def test_a_wrong_day_is_taken_back_from_the_page_of_its_year(law, ask):
    data = {"day": "2024-12-09", "working": "off", "reason": "Nghỉ tránh bão", "source": "Công điện số 1/CĐ-UBND"}
    saved = ask(staff.set_day, data=data)
    assert saved["Location"].endswith("?nam=2024")
    assert "/rut/" in ask(staff.calendar, query={"nam": "2024"}).content.decode()
    row = CalendarDay.objects.get(day="2024-12-09")
    assert "Rút ngày đã ghi" in ask(taking_back.day, row.pk).content.decode()
    assert ask(taking_back.day, row.pk, data={"x": ""})["Location"].endswith("?nam=2024")
    assert "Nghỉ tránh bão" not in ask(staff.calendar, query={"nam": "2024"}).content.decode()


def test_a_mistyped_year_gets_its_sentence(law, ask):
    answer = ask(staff.set_day, data={"day": "1900-12-07", "working": "off", "reason": "Nghỉ", "source": "Công điện"})
    assert answer.status_code == 422
    assert "từ năm 2010" in answer.content.decode()


def test_a_version_that_has_not_begun_offers_to_be_taken_back(law, ask):
    ask(staff.change, "reception.notice", data={**FORM, "first": "2999-01-01"})
    assert "/reception.notice/rut/" in ask(staff.rule, "reception.notice").content.decode()
    assert "2999" in ask(taking_back.version, "reception.notice").content.decode()
    assert ask(taking_back.version, "reception.notice", data={"x": ""}).status_code == 302
    page = ask(staff.rule, "reception.notice").content.decode()
    assert "Đã rút, chưa từng áp dụng" in page
    assert "/reception.notice/rut/" not in page
    refused = ask(taking_back.version, "reception.notice", data={"x": ""})
    assert (refused.status_code, "kèm phần mềm không rút được" in refused.content.decode()) == (422, True)


def test_groups_come_in_the_order_of_the_file(law, ask):
    page = ask(staff.rules).content.decode().split("<main")[1]
    places = [page.index(f">{name}<") for name in groups()]
    assert places == sorted(places)
    assert {v.group for v in shipped()} == set(groups())
