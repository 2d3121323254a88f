"""Words are taken away; that something was said, and when, stays."""

from datetime import datetime

from django.db import transaction

from gandan.commitments import policies
from gandan.commitments.models import Commitment, DoneReport, Evidence, Extension, Handover, Objection, Progress, SendBack, Withdrawal
from gandan.core import events
from gandan.core.access import Actor, SystemActor, refuse_if, require
from gandan.core.files import actions as files
from gandan.core.files.models import StoredFile

Words = Commitment | Progress | Evidence | DoneReport | Objection | SendBack | Extension | Handover | Withdrawal


@transaction.atomic
def erase_words(row: Words, *, reason: str, by: Actor, now: datetime) -> Words:
    """Empty the words of one row: a name that slipped into a reason, an objection whose time is over. The record still verifies.

    `reason` is one of `ErasedFor` and stands in the record, with who did it: words are not taken away because they are unwelcome.
    """
    row = type(row)._default_manager.select_for_update(of=("self",)).get(pk=row.pk)
    require(by, "commitments.erase_words", row)
    refuse_if(policies.erase_words(row, reason=reason))
    row.erase_content()
    row.save(update_fields=list(row.BOUND))
    if isinstance(row, Evidence):  # a photograph says more than its note
        for file in StoredFile.objects.filter(owner_type="commitments.evidence", owner_id=str(row.pk), erased_at=None):
            files.erase(file, by=SystemActor("retention"), now=now)
    commitment = row if isinstance(row, Commitment) else row.commitment
    facts = {"row_id": row.pk, "row": row._meta.model_name, "reason": reason}
    events.record("commitments.words_erased", commitment, by=by, at=now, unit=commitment.unit_id, facts=facts, binds=[row])
    return row
