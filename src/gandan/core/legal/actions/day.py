"""WRITE: one day of the calendar by decree, and taking that back."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.calendar.models import CalendarDay
from gandan.core.calendar.queries import shipped_decrees
from gandan.core.legal import policies


@transaction.atomic
def set_day(day: date, *, working: bool, reason: str, source: str, checked: bool, by: Actor, now: datetime) -> CalendarDay:
    """Say by decree that offices work on a day, or do not. The last word on a day holds."""
    require(by, "legal.change")
    refuse_if(policies.set_day(day, reason=reason, source=source, today=timezone.localdate(now)))
    row, made = CalendarDay.objects.update_or_create(
        day=day, defaults={"working": working, "reason": reason, "source": source, "checked": checked}
    )
    events.record(
        "calendar.day_set", row, by=by, at=now, was="" if made else "set", now="working" if working else "off", facts={"day": day}
    )
    return row


@transaction.atomic
def withdraw_day(row: CalendarDay, *, by: Actor, now: datetime) -> None:
    """Take back what was recorded for a day: the shipped calendar holds again. The event keeps the day and what was said of it."""
    require(by, "legal.change")
    row = CalendarDay.objects.select_for_update().get(pk=row.pk)
    refuse_if(policies.withdraw_day(row))
    events.record(
        "calendar.day_withdrawn", row, by=by, at=now, was="working" if row.working else "off", now="shipped", facts={"day": row.day}
    )
    row.delete()
    said = shipped_decrees().get(row.day)
    if said is not None:
        CalendarDay.objects.create(day=row.day, **said)
