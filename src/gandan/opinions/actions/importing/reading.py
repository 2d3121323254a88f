"""Read a spreadsheet: its rows are kept, each judged."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.opinions.actions.importing.cells import digest_of, seal
from gandan.opinions.adapters import spreadsheet
from gandan.opinions.enums import RowState
from gandan.opinions.models import Sheet, SheetRow
from gandan.opinions.policies import importing as policies
from gandan.opinions.policies import importing_rows
from gandan.opinions.queries import importing as queries
from gandan.units.models import Office, Unit


@dataclass(frozen=True)
class Read:
    """A sheet that was handed in; `known`: the same file lay there already."""

    sheet: Sheet
    known: bool
    left_out: tuple[str, ...] = ()


@transaction.atomic
def read_sheet(*, raw: bytes, unit: Unit, office: Office, by: Actor, now: datetime) -> Read:
    """Read a file and keep its rows, each judged. The same file is kept once; raises Refusal for one that cannot be read."""
    sheet = Sheet(unit=unit, office=office, digest=digest_of("file", unit.pk, raw.hex()), made_by=by.key, made_at=now)
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
        digest = digest_of("row", unit.pk, *(policies.folded(cells.get(key, "")) for key in policies.COLUMNS))
        wrong = importing_rows.row(cells, formulas, ground).faults
        state = RowState.WRONG if wrong else RowState.SAME if digest in taken | seen else RowState.READY
        seen.add(digest)
        sealed = seal({"cells": cells, "formulas": formulas})
        rows.append(SheetRow(sheet=sheet, unit=unit, position=line.number, digest=digest, state=state, sealed=sealed))
    SheetRow.objects.bulk_create(rows)
    counted = {state.value: sum(row.state == state for row in rows) for state in RowState}
    events.record("opinions.sheet_read", sheet, by=by, at=now, unit=unit.pk, now="read", facts=counted, office=office.pk)
    return Read(sheet, known=False, left_out=head.left_out)
