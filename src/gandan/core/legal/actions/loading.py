"""WRITE: filling the table of rules from the shipped files."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from gandan.core import events
from gandan.core.access import Actor, require
from gandan.core.calendar.models import CalendarDay
from gandan.core.calendar.queries import shipped_decrees
from gandan.core.legal.adapters import Version, shipped
from gandan.core.legal.enums import Origin
from gandan.core.legal.models import LegalRule


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
    own = set(LegalRule.objects.filter(origin=Origin.OFFICE, valid__isempty=False).values_list("code", flat=True))
    for version in shipped():
        if version.code in own:
            kept.append(version.code)
            continue
        outcome = store(version)
        added, updated = added + (outcome == "added"), updated + (outcome == "updated")
    added += _load_days()
    if added or updated:
        thing = LegalRule.objects.earliest("id")
        events.record("legal.loaded", thing, by=by, at=now, facts={"added": added, "updated": updated})
    return Loaded(added, updated, tuple(dict.fromkeys(kept)))


def store(version: Version) -> str:
    """Make the table say what one version of the file says: added, updated, or the same as before."""
    fields = _fields(version)
    row = LegalRule.objects.filter(code=version.code, valid__isempty=False, valid__startswith=version.first).first()
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
    days = shipped_decrees()
    known = set(CalendarDay.objects.filter(day__in=days).values_list("day", flat=True))
    return len(CalendarDay.objects.bulk_create([CalendarDay(day=d, **said) for d, said in days.items() if d not in known]))
