"""WRITE a spreadsheet of opinions: read it, take its rows one by one, hand out its receipts once, forget it.

What stood in the cells lies encrypted until the row is taken; then code and PIN lie there until they are printed. Nothing leads from a
sheet to the opinions that came of it. Only the officer who handed it in sees it; the job acts for the system, row by row, and a row that
was taken is never taken twice, whatever dies meanwhile.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued

from gandan.core import events, secrets
from gandan.core.access import Actor, Refusal, refuse_if, require
from gandan.core.jobs.trying import tried
from gandan.core.legal import queries as law
from gandan.opinions.actions.say import say
from gandan.opinions.adapters import spreadsheet
from gandan.opinions.enums import Channel, RowState
from gandan.opinions.given import ContactGiven
from gandan.opinions.models import Sheet, SheetRow
from gandan.opinions.policies import importing as policies
from gandan.opinions.policies import importing_rows
from gandan.opinions.queries import importing as queries
from gandan.units.models import Hamlet, Office, Unit

LEFT_BEHIND = timedelta(minutes=5)  # a sheet whose rows wait longer than this without a job was begun by a process that died
AT_ONCE = 200  # so many rows are taken while the officer waits; more go to a job
JOB = "opinions.take_sheet"
ONCE = "row_taken_once"


@dataclass(frozen=True)
class Read:
    """A sheet that was handed in; `known`: the same file lay there already."""

    sheet: Sheet
    known: bool
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class Receipt:
    """What one sender takes home: the number of their line in the file, code and PIN. It exists in plain text only here."""

    line: int
    code: str
    pin: str


@dataclass(frozen=True)
class Slips:
    """What is printed. `some_aside`: of some lines there is no slip, because they went to those in charge of denunciations.

    Their code and PIN are known to nobody: whoever hands slips out may work for the one denounced. Who looks for the line without a slip
    will find it, as they find it in their own file; no page, no record and no number of ours says it.
    """

    receipts: list[Receipt]
    some_aside: bool = False


@transaction.atomic
def read_sheet(*, raw: bytes, unit: Unit, office: Office, by: Actor, now: datetime) -> Read:
    """Read a file and keep its rows, each judged. The same file is kept once; raises Refusal for one that cannot be read."""
    sheet = Sheet(unit=unit, office=office, digest=_digest("file", unit.pk, raw.hex()), made_by=by.key, made_at=now)
    require(by, "opinions.import", sheet)
    known = Sheet.objects.filter(unit=unit, digest=sheet.digest).first()
    if known is not None:
        refuse_if(policies.same_file(known, by=by))
        return Read(known, known=True)
    table = spreadsheet.read(raw)
    head = policies.head(table.head)
    ground = queries.ground(unit.pk, today=timezone.localdate(now))
    taken = queries.taken(unit.pk)
    sheet.save(force_insert=True)
    rows: list[SheetRow] = []
    seen: set[str] = set()
    for line in table.lines:
        cells = {key: line.cells[at] for key, at in head.at.items() if at < len(line.cells)}
        formulas = [key for key, at in head.at.items() if at in line.formulas]
        digest = _digest("row", unit.pk, *(policies.folded(cells.get(key, "")) for key in policies.COLUMNS))
        wrong = importing_rows.row(cells, formulas, ground).faults
        state = RowState.WRONG if wrong else RowState.SAME if digest in taken | seen else RowState.READY
        seen.add(digest)
        sealed = _seal({"cells": cells, "formulas": formulas})
        rows.append(SheetRow(sheet=sheet, unit=unit, position=line.number, digest=digest, state=state, sealed=sealed))
    SheetRow.objects.bulk_create(rows)
    counted = {state.value: sum(row.state == state for row in rows) for state in RowState}
    events.record("opinions.sheet_read", sheet, by=by, at=now, unit=unit.pk, now="read", facts=counted, office=office.pk)
    return Read(sheet, known=False, left_out=head.left_out)


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


def take_row(key: UUID, *, by: Actor, now: datetime) -> bool:
    """One row becomes an opinion. A row that the rules refuse after all says why; the same row of another sheet is known again."""
    try:
        with transaction.atomic():
            row = SheetRow.objects.select_for_update(of=("self",)).select_related("sheet", "unit").get(pk=key)
            require(by, "opinions.take_rows", row)
            return row.state == RowState.READY and _take(row, by=by, now=now)
    except Refusal as refused:
        _mark(key, RowState.WRONG, refused=refused.sentence)
    except IntegrityError as clash:
        if ONCE not in str(clash):
            raise
        _mark(key, RowState.SAME)
    return False


def _take(row: SheetRow, *, by: Actor, now: datetime) -> bool:
    kept = _open(row)
    today = timezone.localdate(now)
    found = importing_rows.row(kept["cells"], kept["formulas"], queries.ground(row.unit_id, today=today))
    if found.faults:
        raise Refusal(found.faults[0].sentence, status=422)
    row.state = RowState.TAKEN  # first of all: the database refuses a row that was taken before, and nothing else happens
    row.save(update_fields=["state"])
    contact = ContactGiven(phone=found.phone, mail=found.mail) if found.phone or found.mail else None
    said = say(
        text=found.text,
        place=found.place,
        unit=row.unit,
        hamlet=Hamlet.objects.get(pk=found.hamlet) if found.hamlet else None,
        topic=found.topic,
        channel=Channel.IMPORT,
        contact=contact,
        wish=found.wish,
        said_on=found.said_on,
        by=by,
        now=now,
    )
    row.sealed = _seal({"aside": True} if said.is_set_aside else {"code": said.code, "pin": said.pin})
    row.save(update_fields=["sealed"])
    return True


@transaction.atomic
def _mark(key: UUID, state: RowState, *, refused: str = "") -> None:
    """A row that did not become an opinion; why lies with its words, under the same seal."""
    row = SheetRow.objects.select_for_update().get(pk=key)
    if row.state == RowState.READY:
        row.state, row.sealed = state, _seal({**_open(row), "refused": refused})
        row.save(update_fields=["state", "sealed"])


@transaction.atomic
def print_receipts(sheet: Sheet, *, by: Actor, now: datetime) -> Slips:
    """Codes and PINs of every row that became an opinion, once: the page can be opened again for an hour, then nobody can."""
    sheet = Sheet.objects.select_for_update().get(pk=sheet.pk)
    require(by, "opinions.open_sheet", sheet)
    waiting = sheet.rows.filter(state=RowState.READY).count()
    refuse_if(policies.receipts(sheet, waiting=waiting, now=now))
    rows = [(row.position, _open(row)) for row in sheet.rows.filter(state=RowState.TAKEN).order_by("position") if row.sealed]
    receipts = [Receipt(line, kept["code"], kept["pin"]) for line, kept in rows if not kept.get("aside")]
    if sheet.printed_at is None:
        sheet.printed_at = now
        sheet.save(update_fields=["printed_at"])
        facts = {"rows": len(rows)}
        events.record("opinions.receipts_printed", sheet, by=by, at=now, unit=sheet.unit_id, facts=facts, office=sheet.office_id)
    return Slips(receipts, some_aside=len(receipts) < len(rows))


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


def defer(sheet: UUID) -> None:
    """One job at a time for a sheet."""
    try:
        with transaction.atomic():
            app.configure_task(JOB, queueing_lock=f"{JOB}.{sheet}").defer(sheet_id=str(sheet))
    except AlreadyEnqueued:
        pass


def _digest(what: str, unit: UUID, *parts: str) -> str:
    """By which the same is known again, without keeping it; the key is this installation's."""
    return salted_hmac(f"gandan.opinions.sheet:{what}:{unit}", "\x1f".join(parts), algorithm="sha256").hexdigest()


def _seal(kept: Mapping[str, Any]) -> str:
    return secrets.encrypt(json.dumps(kept, ensure_ascii=False))


def _open(row: SheetRow) -> dict[str, Any]:
    return queries.opened(row)
