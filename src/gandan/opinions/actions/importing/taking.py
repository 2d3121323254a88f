"""Take the rows of a sheet, at once or in a job."""

from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued

from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.jobs.trying import tried
from gandan.opinions.actions.importing.rows import take_row
from gandan.opinions.enums import RowState
from gandan.opinions.models import Sheet
from gandan.opinions.policies import importing as policies

LEFT_BEHIND = timedelta(minutes=5)  # a sheet whose rows wait longer than this without a job was begun by a process that died
AT_ONCE = 200  # so many rows are taken while the officer waits; more go to a job
JOB = "opinions.take_sheet"


@transaction.atomic
def begin_sheet(sheet: Sheet, *, by: Actor, now: datetime) -> bool:
    """Take the rows that are in order. Whether they are taken at once (`take_sheet` follows); more than `AT_ONCE` go to a job."""
    sheet = Sheet.objects.select_for_update().get(pk=sheet.pk)
    require(by, "opinions.open_sheet", sheet)
    ready = sheet.rows.filter(state=RowState.READY).count()
    refuse_if(policies.begin(sheet, ready=ready))
    sheet.begun_at = now
    sheet.save(update_fields=["begun_at"])
    events.record(
        "opinions.sheet_begun",
        sheet,
        by=by,
        at=now,
        unit=sheet.unit_id,
        was="read",
        now="begun",
        facts={"rows": ready},
        office=sheet.office_id,
    )
    if ready > AT_ONCE:
        defer(sheet.pk)
        return False
    return True


def take_sheet(sheet: Sheet, *, by: Actor, now: datetime) -> int:
    """Every row that still waits, each in a transaction of its own: what is taken is taken, whatever happens to the next. How many."""
    require(by, "opinions.take_rows", sheet)
    waiting = list(sheet.rows.filter(state=RowState.READY).order_by("position").values_list("pk", flat=True))
    return sum(tried(partial(take_row, key, by=by, now=now), key) for key in waiting)


@transaction.atomic
def pick_up_sheets(*, by: Actor, now: datetime) -> int:
    """Defer the jobs of sheets that were begun and whose rows wait though no job is about them: the machine went off meanwhile. How many.

    No event: nothing about the sheets changes. Rows that a job takes a second time are taken once.
    """
    require(by, "opinions.take_rows")
    waiting = Sheet.objects.filter(begun_at__lte=now - LEFT_BEHIND, rows__state=RowState.READY).distinct()
    jobs = ProcrastinateJob.objects.filter(task_name=JOB, status__in=("todo", "doing"))
    busy = {args["sheet_id"] for args in jobs.values_list("args", flat=True)}
    left = [key for key in waiting.values_list("pk", flat=True) if str(key) not in busy]
    for key in left:
        defer(key)
    return len(left)


def defer(sheet: UUID) -> None:
    """One job at a time for a sheet."""
    try:
        with transaction.atomic():
            app.configure_task(JOB, queueing_lock=f"{JOB}.{sheet}").defer(sheet_id=str(sheet))
    except AlreadyEnqueued:
        pass
