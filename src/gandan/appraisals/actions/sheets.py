"""How points are given: drafted, put in force, followed by a new version. What was scored by one version keeps it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from gandan.appraisals.actions.held import held_sheet, one_line
from gandan.appraisals.given import CriterionGiven, GradeGiven, SheetGiven
from gandan.appraisals.models import Criterion, Grade, ScoreSheet
from gandan.appraisals.policies import sheets as policies
from gandan.appraisals.queries.sheets import as_given
from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.units.models import Unit


@transaction.atomic
def draft_sheet(
    *,
    unit: Unit,
    purpose: str,
    code: str,
    title: str,
    source: str,
    pass_points: Decimal,
    members_least: int,
    spread_most: Decimal,
    criteria: Sequence[CriterionGiven],
    grades: Sequence[GradeGiven],
    by: Actor,
    now: datetime,
) -> ScoreSheet:
    """The first version of a series, as a draft: it scores nothing before it is put in force."""
    require(by, "appraisals.draft_sheet", unit)
    list(Unit.objects.select_for_update(no_key=True).filter(pk=unit.pk).values_list("pk"))  # two drafts of one code wait for each other
    sheet = ScoreSheet(
        unit=unit,
        purpose=purpose,
        code=code.strip(),
        version=1,
        title=one_line(title),
        source=one_line(source),
        pass_points=pass_points,
        members_least=members_least,
        spread_most=spread_most,
        drafted_at=now,
    )
    twin = ScoreSheet.objects.filter(unit=unit, code=sheet.code).exists()
    refuse_if(policies.draft(sheet, criteria, grades, twin=twin))
    return _draft(sheet, criteria, grades, by=by, now=now)


@transaction.atomic
def change_sheet(
    sheet: ScoreSheet,
    *,
    title: str,
    source: str,
    pass_points: Decimal,
    members_least: int,
    spread_most: Decimal,
    criteria: Sequence[CriterionGiven],
    grades: Sequence[GradeGiven],
    by: Actor,
    now: datetime,
    checked: bool = False,
) -> ScoreSheet:
    """Another wording of a draft, lines and grades anew. `checked`: the numbers were read in the text that `source` names."""
    sheet = held_sheet(sheet)
    require(by, "appraisals.change_sheet", sheet)
    refuse_if(policies.change(sheet))
    sheet.title, sheet.source, sheet.checked = one_line(title), one_line(source), checked
    sheet.pass_points, sheet.members_least, sheet.spread_most = pass_points, members_least, spread_most
    refuse_if(policies.whole(sheet, criteria, grades))
    sheet.save()
    sheet.criteria.all().delete()
    sheet.grades.all().delete()
    _write(sheet, criteria, grades)
    events.record("appraisals.sheet_changed", sheet, by=by, at=now, unit=sheet.unit_id, facts=_facts(sheet, criteria))
    return sheet


@transaction.atomic
def put_in_force(sheet: ScoreSheet, *, from_day: date, by: Actor, now: datetime) -> ScoreSheet:
    """From a day on, today or later. The version before ends the day before; what was opened with it goes on with it."""
    sheet = held_sheet(sheet)
    require(by, "appraisals.put_in_force", sheet)
    before = ScoreSheet.objects.filter(unit=sheet.unit_id, code=sheet.code, valid_from__isnull=False, valid_to=None).first()
    refuse_if(policies.put_in_force(sheet, from_day=from_day, before=before, today=timezone.localdate(now)))
    if before is not None:
        before.valid_to = from_day - timedelta(days=1)
        before.save(update_fields=["valid_to"])
    sheet.valid_from = from_day
    sheet.save(update_fields=["valid_from"])
    facts: dict[str, Fact] = {"version": sheet.version, "from_day": from_day, "before": before.pk if before else None}
    events.record("appraisals.sheet_put_in_force", sheet, by=by, at=now, unit=sheet.unit_id, facts=facts)
    return sheet


@transaction.atomic
def new_version(sheet: ScoreSheet, *, by: Actor, now: datetime) -> ScoreSheet:
    """A draft that begins as a copy of this version."""
    sheet = held_sheet(sheet)
    require(by, "appraisals.draft_sheet", sheet)
    series = ScoreSheet.objects.filter(unit=sheet.unit_id, code=sheet.code)
    refuse_if(policies.new_version(drafted=series.filter(valid_from=None).exists()))
    given = as_given(sheet)
    last = series.order_by("-version").values_list("version", flat=True)[0]
    copy = _sheet(given, unit=sheet.unit, version=last + 1, now=now)
    return _draft(copy, given.criteria, given.grades, by=by, now=now)


@transaction.atomic
def copy_shipped(given: SheetGiven, *, unit: Unit, by: Actor, now: datetime, code: str = "") -> ScoreSheet:
    """A sheet that comes with the program becomes an own draft, to be changed and put in force. It is nobody's until then."""
    require(by, "appraisals.draft_sheet", unit)
    given = replace(given, code=code.strip() or given.code)
    list(Unit.objects.select_for_update(no_key=True).filter(pk=unit.pk).values_list("pk"))
    sheet = _sheet(given, unit=unit, version=1, now=now)
    twin = ScoreSheet.objects.filter(unit=unit, code=sheet.code).exists()
    refuse_if(policies.draft(sheet, given.criteria, given.grades, twin=twin))
    return _draft(sheet, given.criteria, given.grades, by=by, now=now)


def _sheet(given: SheetGiven, *, unit: Unit, version: int, now: datetime) -> ScoreSheet:
    return ScoreSheet(
        unit=unit,
        purpose=given.purpose,
        code=given.code,
        version=version,
        title=given.title,
        source=given.source,
        checked=given.checked,
        pass_points=given.pass_points,
        members_least=given.members_least,
        spread_most=given.spread_most,
        drafted_at=now,
    )


def _draft(sheet: ScoreSheet, criteria: Sequence[CriterionGiven], grades: Sequence[GradeGiven], *, by: Actor, now: datetime) -> ScoreSheet:
    sheet.save(force_insert=True)
    _write(sheet, criteria, grades)
    events.record("appraisals.sheet_drafted", sheet, by=by, at=now, unit=sheet.unit_id, facts=_facts(sheet, criteria))
    return sheet


def _write(sheet: ScoreSheet, criteria: Sequence[CriterionGiven], grades: Sequence[GradeGiven]) -> None:
    Criterion.objects.bulk_create(
        Criterion(
            sheet=sheet,
            order=order,
            name=one_line(c.name),
            explained=one_line(c.explained),
            least=c.least,
            most=c.most,
            is_bonus=c.is_bonus,
        )
        for order, c in enumerate(criteria, 1)
    )
    Grade.objects.bulk_create(Grade(sheet=sheet, name=one_line(g.name), from_points=g.from_points) for g in grades)


def _facts(sheet: ScoreSheet, criteria: Sequence[CriterionGiven]) -> dict[str, Fact]:
    return {
        "version": sheet.version,
        "pass_points": sheet.pass_points,
        "members_least": sheet.members_least,
        "spread_most": sheet.spread_most,
        "lines": len(criteria),
    }
