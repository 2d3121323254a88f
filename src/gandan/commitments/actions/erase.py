"""Words are taken away; that something was said, and when, stays."""

from datetime import datetime

from django.db import transaction

from gandan.commitments import policies
from gandan.commitments.models import Commitment, DoneReport, Evidence, Extension, Handover, Objection, Progress, SendBack, Withdrawal
from gandan.core import events
from gandan.core.access import Actor, refuse_if, require

Words = Commitment | Progress | Evidence | DoneReport | Objection | SendBack | Extension | Handover | Withdrawal


@transaction.atomic
def erase_words(row: Words, *, by: Actor, now: datetime) -> Words:
    """Empty the words of one row (an objection whose time is over; a name that slipped into a reason). The record still verifies."""
    row = type(row)._default_manager.select_for_update(of=("self",)).get(pk=row.pk)
    require(by, "commitments.erase_words", row)
    refuse_if(policies.erase_words(row))
    row.erase_content()
    row.save(update_fields=list(row.BOUND))
    commitment = row if isinstance(row, Commitment) else row.commitment
    facts = {"row_id": row.pk}
    events.record("commitments.words_erased", commitment, by=by, at=now, unit=commitment.unit_id, facts=facts, binds=[row])
    return row
