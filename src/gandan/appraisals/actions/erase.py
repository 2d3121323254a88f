"""Words about somebody go when the room that owns them says that their time is over; marks and results stay."""

from datetime import datetime

from django.db import transaction

from gandan.appraisals.actions.held import held
from gandan.appraisals.enums import ENDED
from gandan.appraisals.models import Appraisal, Conflict, OwnMark, Scorecard
from gandan.core import events
from gandan.core.access import Actor, require
from gandan.core.events import BoundContent
from gandan.core.events.facts import Fact


@transaction.atomic
def erase_words(appraisal: Appraisal, *, by: Actor, now: datetime) -> int:
    """Reasons on cards, own marks and conflicts of an appraisal that has ended. Called by the retention deed of the room above, for one
    subject after the other. Returns how many rows lost their words."""
    appraisal = held(appraisal)
    require(by, "appraisals.erase_words", appraisal)
    if appraisal.state not in ENDED:
        raise ValueError("only what has ended is erased")
    rows: list[BoundContent] = []
    for kind in (Scorecard, OwnMark, Conflict):
        for row in kind.objects.select_for_update(of=("self",)).filter(appraisal=appraisal).order_by("pk"):
            if not row.is_erased:
                row.erase_content()
                row.save(update_fields=["reason"])
                rows.append(row)
    if rows:
        facts: dict[str, Fact] = {"rows": len(rows)}
        events.record("appraisals.words_erased", appraisal, by=by, at=now, unit=appraisal.unit_id, facts=facts, binds=rows)
    return len(rows)
