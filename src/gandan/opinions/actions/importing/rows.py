"""One row becomes an opinion, or says why not."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from gandan.core.access import Actor, Refusal, require
from gandan.opinions.actions.importing.cells import seal
from gandan.opinions.actions.say import say
from gandan.opinions.enums import Channel, RowState
from gandan.opinions.given import ContactGiven
from gandan.opinions.models import SheetRow
from gandan.opinions.policies import importing_rows
from gandan.opinions.queries import importing as queries
from gandan.units.models import Hamlet

ONCE = "row_taken_once"


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
    kept = queries.opened(row)
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
    row.sealed = seal({"aside": True} if said.is_set_aside else {"code": said.code, "pin": said.pin})
    row.save(update_fields=["sealed"])
    return True


@transaction.atomic
def _mark(key: UUID, state: RowState, *, refused: str = "") -> None:
    """A row that did not become an opinion; why lies with its words, under the same seal."""
    row = SheetRow.objects.select_for_update().get(pk=key)
    if row.state == RowState.READY:
        row.state, row.sealed = state, seal({**queries.opened(row), "refused": refused})
        row.save(update_fields=["state", "sealed"])
