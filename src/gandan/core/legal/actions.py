"""WRITE: filling the table of rules, changing a rule, changing a day of the calendar."""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.calendar.models import CalendarDay
from gandan.core.legal import policies
from gandan.core.legal.adapters import Version, shipped
from gandan.core.legal.enums import Bound, Measure, Origin
from gandan.core.legal.models import LegalRule

DAYS_FILE = Path(__file__).parent.parent / "calendar" / "data" / "days.toml"


@dataclass(frozen=True)
class Loaded:
    """What a load changed; `kept` are versions of the file that an administrator's own version stands above."""

    added: int
    updated: int
    kept: tuple[str, ...]


@transaction.atomic
def load(*, by: Actor, now: datetime) -> Loaded:
    """Bring the table to the shipped files; what an administrator entered stays as it is.

    Idempotent: a second load changes nothing and records no event.
    """
    require(by, "legal.load")
    added = updated = 0
    kept = []
    own = set(LegalRule.objects.filter(origin=Origin.OFFICE).values_list("code", flat=True))
    for version in shipped():
        if version.code in own:
            kept.append(version.code)
            continue
        outcome = _store(version)
        added, updated = added + (outcome == "added"), updated + (outcome == "updated")
    added += _load_days()
    if added or updated:
        thing = LegalRule.objects.earliest("id")
        events.record("legal.loaded", thing, by=by, at=now, facts={"added": added, "updated": updated})
    return Loaded(added, updated, tuple(dict.fromkeys(kept)))


def _store(version: Version) -> str:
    fields = _fields(version)
    row = LegalRule.objects.filter(code=version.code, valid__startswith=version.first).first()
    if row is None:
        LegalRule.objects.filter(code=version.code, valid__overlap=fields["valid"]).delete()
        LegalRule.objects.create(code=version.code, **fields)
        return "added"
    if all(getattr(row, name) == value for name, value in fields.items()):
        return "same"
    LegalRule.objects.filter(pk=row.pk).update(**fields)
    return "updated"


def _fields(version: Version) -> dict[str, Any]:
    return {
        "group": version.group,
        "label": version.label,
        "numerator": version.fraction.numerator,
        "denominator": version.fraction.denominator,
        "measure": version.measure.value,
        "bound": version.bound.value,
        "source": version.source,
        "article": version.article,
        "note": version.note,
        "checked": version.checked,
        "valid": DateRange(version.first, version.end),
        "origin": Origin.FILE.value,
    }


def _load_days() -> int:
    rows = tomllib.loads(DAYS_FILE.read_text(encoding="utf-8"))["day"]
    known = set(CalendarDay.objects.filter(day__in=[r["day"] for r in rows]).values_list("day", flat=True))
    return len(CalendarDay.objects.bulk_create([CalendarDay(**r) for r in rows if r["day"] not in known]))


@transaction.atomic
def change(
    rule: LegalRule,
    *,
    value: Fraction,
    measure: Measure,
    bound: Bound,
    source: str,
    article: str,
    checked: bool,
    first: date,
    note: str = "",
    by: Actor,
    now: datetime,
) -> LegalRule:
    """A new version of a rule from `first` on; the version before it ends the day before.

    Dates already given stay explained by the version they were given under. Raises Refusal.
    """
    versions = LegalRule.objects.select_for_update().filter(code=rule.code).order_by("-valid")
    newest = versions[0]
    require(by, "legal.change", newest)
    refuse_if(policies.change(newest, source=source, article=article, checked=checked, first=first))
    if newest.valid.upper is None or newest.valid.upper > first:
        newest.valid = DateRange(newest.valid.lower, first)
        newest.save(update_fields=["valid"])
    new = LegalRule.objects.create(
        code=newest.code,
        group=newest.group,
        label=newest.label,
        numerator=value.numerator,
        denominator=value.denominator,
        measure=measure,
        bound=bound,
        source=source,
        article=article,
        checked=checked,
        note=note,
        valid=DateRange(first, None),
        origin=Origin.OFFICE,
    )
    events.record(
        "legal.changed",
        new,
        by=by,
        at=now,
        was=f"{newest.numerator}/{newest.denominator}",
        now=f"{new.numerator}/{new.denominator}",
        facts={"previous": newest.pk, "first": first},
    )
    return new


@transaction.atomic
def set_day(day: date, *, working: bool, reason: str, source: str, checked: bool, by: Actor, now: datetime) -> CalendarDay:
    """Say by decree that offices work on a day, or do not. The last word on a day holds."""
    require(by, "legal.change")
    refuse_if(policies.set_day(reason=reason, source=source))
    row, made = CalendarDay.objects.update_or_create(
        day=day, defaults={"working": working, "reason": reason, "source": source, "checked": checked}
    )
    events.record(
        "calendar.day_set", row, by=by, at=now, was="" if made else "set", now="working" if working else "off", facts={"day": day}
    )
    return row
