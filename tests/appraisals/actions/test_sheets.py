"""A sheet is drafted, put in force from a day on, and followed by a new version; what was scored keeps its version."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import Error, transaction

from gandan.appraisals import actions, queries
from gandan.appraisals.adapters import shipped, shipped_for
from gandan.appraisals.given import CriterionGiven, GradeGiven
from gandan.appraisals.models import ScoreSheet
from gandan.core import events
from gandan.core.access import Refusal
from tests.appraisals.conftest import CRITERIA, GRADES, KIND, NOW, TODAY

pytestmark = pytest.mark.django_db


def typed(sheet, **more):
    said = {"title": "Phiếu khác", "source": "Kế hoạch của phường", "criteria": CRITERIA, "grades": GRADES}
    return {**said, "pass_points": sheet.pass_points, "members_least": 3, "spread_most": Decimal(10), **more}


def test_a_draft_is_changed_put_in_force_and_followed(sheet, leader, ground):
    verbs = [e.verb for e in events.of(sheet)]
    assert verbs == ["appraisals.sheet_drafted", "appraisals.sheet_put_in_force"]
    second = actions.new_version(sheet, by=leader, now=NOW)
    assert (second.version, second.valid_from, second.criteria.count(), second.grades.count()) == (2, None, 4, 3)
    with pytest.raises(Refusal, match="đang soạn"):
        actions.new_version(sheet, by=leader, now=NOW)
    actions.change_sheet(second, **typed(second, criteria=CRITERIA[:2], grades=()), by=leader, now=NOW)
    assert second.criteria.count() == 2
    with pytest.raises(Refusal, match="mới có hiệu lực từ ngày ấy"):
        actions.put_in_force(second, from_day=TODAY, by=leader, now=NOW)
    with pytest.raises(Refusal, match="không lùi về trước"):
        actions.put_in_force(second, from_day=TODAY - timedelta(days=1), by=leader, now=NOW)
    later = TODAY + timedelta(days=30)
    actions.put_in_force(second, from_day=later, by=leader, now=NOW)
    sheet.refresh_from_db()
    assert sheet.valid_to == later - timedelta(days=1)
    found = [queries.sheet_in_force(ground.commune.pk, sheet.code, on=day) for day in (TODAY, sheet.valid_to, later)]
    assert found == [sheet, sheet, second]
    assert queries.sheet_in_force(ground.commune.pk, sheet.code, on=TODAY - timedelta(days=1)) is None
    assert queries.sheet_in_force(ground.other.pk, sheet.code, on=TODAY) is None


def test_in_force_nothing_of_it_changes_not_even_by_hand(sheet, leader):
    with pytest.raises(Refusal, match="không sửa"):
        actions.change_sheet(sheet, **typed(sheet), by=leader, now=NOW)
    with pytest.raises(Refusal, match="không sửa"):
        actions.put_in_force(sheet, from_day=TODAY, by=leader, now=NOW)
    line, grade = sheet.criteria.first(), sheet.grades.first()
    ways = [
        lambda: ScoreSheet.objects.filter(pk=sheet.pk).update(pass_points=1),
        lambda: ScoreSheet.objects.filter(pk=sheet.pk).delete(),
        lambda: type(line).objects.filter(pk=line.pk).update(most=1000),
        lambda: type(line).objects.filter(pk=line.pk).delete(),
        lambda: type(line).objects.create(sheet=sheet, order=9, name="Thêm", most=5),
        lambda: type(grade).objects.filter(pk=grade.pk).update(from_points=1),
        lambda: type(grade).objects.create(sheet=sheet, name="Thêm", from_points=1),
    ]
    for way in ways:
        with pytest.raises(Error), transaction.atomic():
            way()


def test_what_a_sheet_says_agrees_with_itself(sheet, leader, ground):
    draft = actions.new_version(sheet, by=leader, now=NOW)
    line = CRITERIA[0]
    refused = {
        "Xin ghi tên gọi": {"title": " "},
        "theo văn bản nào": {"source": ""},
        "không phải điểm thưởng": {"criteria": [replace(line, is_bonus=True)]},
        "tên từng tiêu chí": {"criteria": [replace(line, name="")]},
        "giải thích": {"criteria": [replace(line, explained="a" * 1001)]},
        "điểm cao nhất phải lớn hơn": {"criteria": [line, replace(line, least=Decimal(60))]},
        "quá 60 tiêu chí": {"criteria": [line] * 61},
        "Tổng điểm quá": {"criteria": [replace(line, most=Decimal(900)), replace(line, most=Decimal(900))]},
        "Điểm đạt": {"pass_points": Decimal(101)},
        "chênh lệch": {"spread_most": Decimal(0)},
        "ít nhất 3 phiếu": {"members_least": 2},
        "Không ai đạt": {"grades": [GradeGiven("Cao", Decimal(106))]},
        "trùng tên": {"grades": [GradeGiven("A", Decimal(1)), GradeGiven("a", Decimal(2))]},
        "tên từng mức": {"grades": [GradeGiven("", Decimal(1))]},
    }
    for words, more in refused.items():
        with pytest.raises(Refusal, match=words):
            actions.change_sheet(draft, **typed(draft, **more), by=leader, now=NOW)
    for words, more in {
        "chữ thường": {"code": "Dân vận"},
        "đã có phiếu": {},
        "dùng cho việc gì": {"code": "x", "purpose": "no.kind"},
    }.items():
        asked = {"unit": ground.commune, "purpose": KIND, "code": sheet.code, **typed(draft), **more}
        with pytest.raises(Refusal, match=words):
            actions.draft_sheet(**asked, by=leader, now=NOW)


def test_who_lays_down_how_is_scored(sheet, leader, cast, ground):
    draft = actions.new_version(sheet, by=leader, now=NOW)
    for who, actor in cast.items():
        change, force = who in {"leader", "front_officer", "committee_officer"}, who == "leader"
        if not change:
            with pytest.raises(Refusal, match="chưa được giao quyền"):
                actions.change_sheet(draft, **typed(draft), by=actor, now=NOW)
        if not force:
            with pytest.raises(Refusal, match="chưa được giao quyền"):
                actions.put_in_force(draft, from_day=TODAY + timedelta(days=1), by=actor, now=NOW)
    actions.put_in_force(draft, from_day=TODAY + timedelta(days=1), by=leader, now=NOW)


def test_sheets_that_come_with_the_program_are_copied_into_an_own_draft(ground, leader):
    names = {s.purpose for s in shipped()}
    assert names == {"movement.practice", "awards.nominee"}
    for given in shipped():
        full = sum((c.most for c in given.criteria if not c.is_bonus), Decimal(0))
        assert (full, len(given.grades), given.checked, given.source) == (Decimal(100), 4, False, "Mặc định của Gần Dân")
        assert any(c.is_bonus for c in given.criteria)
    given = shipped_for("movement.practice")
    sheet = actions.copy_shipped(given, unit=ground.commune, by=leader, now=NOW)
    assert (sheet.valid_from, sheet.checked, sheet.criteria.count()) == (None, False, len(given.criteria))
    assert queries.as_given(sheet) == given
    with pytest.raises(Refusal, match="đã có phiếu"):
        actions.copy_shipped(given, unit=ground.commune, by=leader, now=NOW)
    actions.copy_shipped(given, unit=ground.commune, code="dan-van-kheo-2", by=leader, now=NOW)
    actions.put_in_force(sheet, from_day=TODAY, by=leader, now=NOW)


def test_a_line_may_only_take_away(ground, thing, leader):
    lines = [CriterionGiven("Đủ", Decimal(100)), CriterionGiven("Trừ", Decimal(0), least=Decimal(-5))]
    more = {"title": "P", "source": "S", "pass_points": Decimal(50), "members_least": 3, "spread_most": Decimal(5)}
    sheet = actions.draft_sheet(unit=ground.commune, purpose=KIND, code="p", criteria=lines, grades=(), **more, by=leader, now=NOW)
    assert sheet.criteria.count() == 2
