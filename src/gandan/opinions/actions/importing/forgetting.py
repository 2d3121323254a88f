"""Forget a sheet: thrown away by who looked at it, or when its time is over."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.legal import queries as law
from gandan.opinions.enums import RowState
from gandan.opinions.models import Sheet, SheetRow
from gandan.opinions.policies import importing as policies


@transaction.atomic
def drop_sheet(sheet: Sheet, *, by: Actor, now: datetime) -> None:
    """Throw a sheet away that was only looked at: nothing of it stays."""
    sheet = Sheet.objects.select_for_update().get(pk=sheet.pk)
    require(by, "opinions.open_sheet", sheet)
    refuse_if(policies.drop(sheet))
    events.record("opinions.sheet_dropped", sheet, by=by, at=now, unit=sheet.unit_id, was="read", now="dropped", office=sheet.office_id)
    sheet.delete()


@transaction.atomic
def forget_sheets(*, by: Actor, now: datetime) -> int:
    """Words and codes whose time is over are gone; later the sheet itself, by which rows were known again. How many sheets were touched.

    Runs each night and touches what is due; a second run finds nothing.
    """
    require(by, "opinions.forget_sheets")
    today = timezone.localdate(now)
    kept, known = (timedelta(days=law.rule(code, on=today).days) for code in ("opinion.import_kept", "opinion.import_known"))
    printed = SheetRow.objects.filter(state=RowState.TAKEN, sheet__printed_at__lt=now - policies.AGAIN_FOR)
    old = SheetRow.objects.filter(sheet__made_at__lt=now - kept)
    emptied = sum(rows.exclude(sealed="").update(sealed="") for rows in (printed, old))
    gone = Sheet.objects.filter(made_at__lt=now - known)
    for sheet in gone:
        events.record("opinions.sheet_forgotten", sheet, by=by, at=now, unit=sheet.unit_id, now="forgotten")
    many = gone.count()
    gone.delete()
    return emptied + many
