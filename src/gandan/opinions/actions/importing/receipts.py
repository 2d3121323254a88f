"""Hand out the receipts of a sheet, once."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.opinions.enums import RowState
from gandan.opinions.models import Sheet
from gandan.opinions.policies import importing as policies
from gandan.opinions.queries.importing import opened


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
def print_receipts(sheet: Sheet, *, by: Actor, now: datetime) -> Slips:
    """Codes and PINs of every row that became an opinion, once: the page can be opened again for an hour, then nobody can."""
    sheet = Sheet.objects.select_for_update().get(pk=sheet.pk)
    require(by, "opinions.open_sheet", sheet)
    waiting = sheet.rows.filter(state=RowState.READY).count()
    refuse_if(policies.receipts(sheet, waiting=waiting, now=now))
    rows = [(row.position, opened(row)) for row in sheet.rows.filter(state=RowState.TAKEN).order_by("position") if row.sealed]
    receipts = [Receipt(line, kept["code"], kept["pin"]) for line, kept in rows if not kept.get("aside")]
    if sheet.printed_at is None:
        sheet.printed_at = now
        sheet.save(update_fields=["printed_at"])
        facts = {"rows": len(rows)}
        events.record("opinions.receipts_printed", sheet, by=by, at=now, unit=sheet.unit_id, facts=facts, office=sheet.office_id)
    return Slips(receipts, some_aside=len(receipts) < len(rows))
