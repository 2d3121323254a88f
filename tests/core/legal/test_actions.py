"""Changing the table: who, when, and what is left behind."""

from datetime import date
from fractions import Fraction

import pytest

from gandan.core import events, legal
from gandan.core.access import Refusal, SystemActor
from gandan.core.calendar.models import CalendarDay
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
