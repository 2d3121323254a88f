"""Changing the table: who, when, and what is left behind."""

from datetime import date
from fractions import Fraction

import pytest

from gandan.core import events, legal
from gandan.core.access import Refusal, SystemActor
from gandan.core.calendar.models import CalendarDay
from gandan.core.calendar.queries import work_calendar
from gandan.core.legal import actions
from gandan.core.legal.enums import Bound, Measure
from gandan.core.legal.models import LegalRule
from gandan.core.legal.queries import versions

pytestmark = pytest.mark.django_db

NEW = {
    "value": Fraction(8),
    "measure": Measure.WORKING_DAYS,
    "bound": Bound.AT_MOST,
    "source": "Nghị định số 999/2027/NĐ-CP",
    "article": "Điều 1",
    "checked": True,
    "first": date(2027, 1, 1),
}


def newest(code: str = "reception.notice") -> LegalRule:
    return versions(code)[0]


def test_loading_twice_changes_nothing(law, now):
    again = actions.load(by=SystemActor("install"), now=now)
    assert (again.added, again.updated) == (0, 0)
    assert law.added == LegalRule.objects.count() + CalendarDay.objects.count()


def test_an_administrator_writes_a_new_version(law, administrator, now):
    new = actions.change(newest(), **NEW, by=administrator, now=now)
    assert legal.rule("reception.notice", on=date(2027, 1, 1)).days == 8
    assert legal.rule("reception.notice", on=date(2026, 12, 31)).days == 10
    assert [(e.verb, e.was, e.now) for e in events.of(new)] == [("legal.changed", "10/1", "8/1")]


def test_what_an_administrator_wrote_outlives_the_next_load(law, administrator, now):
    actions.change(newest(), **NEW, by=administrator, now=now)
    assert "reception.notice" in actions.load(by=SystemActor("install"), now=now).kept
    assert legal.rule("reception.notice", on=date(2027, 1, 1)).days == 8


def test_nobody_else(law, not_administrator, now):
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.change(newest(), **NEW, by=not_administrator, now=now)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"source": " "}, "văn bản quy định con số"),
        ({"article": ""}, "điều, khoản đã đọc"),
        ({"first": date(2014, 7, 1)}, "Phiên bản cũ được giữ"),
    ],
)
def test_refusals_say_what_to_do(law, administrator, now, changed, sentence):
    with pytest.raises(Refusal, match=sentence):
        actions.change(newest(), **{**NEW, **changed}, by=administrator, now=now)
    assert versions("reception.notice").count() == 2


def test_a_day_by_decree_moves_what_is_due(law, administrator, now):
    before = legal.due("reception.notice", start=date(2026, 12, 1)).date
    row = actions.set_day(
        date(2026, 12, 7), working=False, reason="Nghỉ bão", source="Công điện số 1", checked=True, by=administrator, now=now
    )
    assert legal.due("reception.notice", start=date(2026, 12, 1)).date > before
    assert [e.verb for e in events.of(row)] == ["calendar.day_set"]


@pytest.mark.parametrize(("reason", "source", "sentence"), [("", "Công điện", "lý do"), ("Nghỉ bão", "", "văn bản thông báo")])
def test_a_day_needs_reason_and_notice(law, administrator, now, reason, source, sentence):
    with pytest.raises(Refusal, match=sentence):
        actions.set_day(date(2026, 12, 7), working=False, reason=reason, source=source, checked=False, by=administrator, now=now)


def test_only_an_administrator_sets_days(law, not_administrator, now):
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.set_day(date(2026, 12, 7), working=False, reason="x", source="y", checked=False, by=not_administrator, now=now)


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(2009, 12, 31), date(2029, 1, 1), date(2090, 1, 1)])
def test_a_day_of_a_mistyped_year_is_refused(law, administrator, now, day):
    with pytest.raises(Refusal, match="từ năm 2010 đến hết năm 2028"):
        actions.set_day(day, working=False, reason="Nghỉ", source="Thông báo", checked=False, by=administrator, now=now)


def test_a_day_taken_back_leaves_the_shipped_calendar(law, administrator, now):
    said = {"reason": "Nhầm", "source": "Thông báo số 1", "checked": False, "by": administrator, "now": now}
    row = actions.set_day(date(2026, 12, 7), working=False, **said)
    actions.withdraw_day(row, by=administrator, now=now)
    assert work_calendar(date(2026, 12, 7), date(2026, 12, 7)).is_working(date(2026, 12, 7))
    assert [(e.verb, e.was) for e in events.of(row)] == [("calendar.day_set", ""), ("calendar.day_withdrawn", "off")]
    over = actions.set_day(date(2026, 1, 2), working=True, **said)
    actions.withdraw_day(over, by=administrator, now=now)
    assert not work_calendar(date(2026, 1, 2), date(2026, 1, 2)).is_working(date(2026, 1, 2))


def test_a_shipped_day_is_not_taken_back(law, administrator, not_administrator, now):
    shipped = CalendarDay.objects.get(day=date(2026, 1, 2))
    with pytest.raises(Refusal, match="có sẵn trong phần mềm"):
        actions.withdraw_day(shipped, by=administrator, now=now)
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.withdraw_day(shipped, by=not_administrator, now=now)


def test_a_version_that_has_not_begun_is_taken_back(law, administrator, now):
    before = newest()
    was = before.valid
    first = actions.change(before, **NEW, by=administrator, now=now)
    second = actions.change(newest(), **{**NEW, "value": Fraction(9), "first": date(2028, 1, 1)}, by=administrator, now=now)
    with pytest.raises(Refusal, match="rút phiên bản sau cùng trước"):
        actions.withdraw(first, by=administrator, now=now)
    assert actions.withdraw(second, by=administrator, now=now) == first
    assert legal.rule("reception.notice", on=date(2028, 1, 1)).days == 8
    assert actions.withdraw(first, by=administrator, now=now) == before
    assert legal.rule("reception.notice", on=date(2028, 1, 1)).days == 10
    assert newest().valid == was
    assert [(e.verb, e.was, e.now) for e in events.of(first)][-1] == ("legal.withdrawn", "8/1", "10/1")
    with pytest.raises(Refusal, match="đã được rút rồi"):
        actions.withdraw(first, by=administrator, now=now)
    assert actions.load(by=SystemActor("install"), now=now).kept == ()
    actions.change(newest(), **NEW, by=administrator, now=now)
    assert legal.rule("reception.notice", on=date(2027, 1, 1)).days == 8


def test_what_holds_or_was_shipped_is_not_taken_back(law, administrator, not_administrator, now):
    with pytest.raises(Refusal, match="kèm phần mềm không rút được"):
        actions.withdraw(newest(), by=administrator, now=now)
    begun = actions.change(newest(), **{**NEW, "first": date(2026, 11, 23)}, by=administrator, now=now)
    with pytest.raises(Refusal, match="đã áp dụng từ ngày 23/11/2026"):
        actions.withdraw(begun, by=administrator, now=now)
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.withdraw(begun, by=not_administrator, now=now)


@pytest.mark.parametrize(
    ("code", "value", "measure", "bound", "held"),
    [
        ("commitment.posting", 0, Measure.CALENDAR_DAYS, Bound.AT_LEAST, False),
        ("commitment.posting", 14, Measure.CALENDAR_DAYS, Bound.AT_LEAST, False),
        ("commitment.posting", 15, Measure.CALENDAR_DAYS, Bound.AT_MOST, False),
        ("commitment.posting", 15, Measure.YES_NO, Bound.AT_LEAST, False),
        ("commitment.posting", 20, Measure.CALENDAR_DAYS, Bound.AT_LEAST, True),
        ("commitment.codes", 60, Measure.TIMES, Bound.AT_MOST, False),
        ("commitment.codes", 4, Measure.TIMES, Bound.AT_MOST, True),
        ("commitment.extensions", 9, Measure.TIMES, Bound.AT_MOST, False),
    ],
)
def test_what_protects_the_people_is_tightened_but_never_loosened(law, administrator, now, code, value, measure, bound, held):
    said = {**NEW, "value": Fraction(value), "measure": measure, "bound": bound}
    if held:
        assert actions.change(newest(code), **said, by=administrator, now=now).numerator == value
        return
    before = newest(code)
    with pytest.raises(Refusal, match="bảo vệ người dân"):
        actions.change(before, **said, by=administrator, now=now)
    assert legal.rule(code, on=date(2027, 1, 1)).days == before.numerator
