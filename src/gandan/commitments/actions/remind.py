"""A reminder that a person sends."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gandan.commitments import policies
from gandan.commitments.actions.held import held
from gandan.commitments.enums import Stage
from gandan.commitments.models import Commitment, Reminder
from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact


@transaction.atomic
def remind(commitment: Commitment, *, by: Actor, now: datetime) -> Reminder:
    """Somebody above, or the unit's leader, asks after it."""
    commitment = held(commitment)
    require(by, "commitments.remind", commitment)
    today = timezone.localdate(now)
    refuse_if(policies.remind(commitment, today=today))
    row = Reminder.objects.create(commitment=commitment, stage=Stage.ASKED, for_due=commitment.due, for_day=today, at=now)
    facts: dict[str, Fact] = {"stage": Stage.ASKED.value, "due": commitment.due}
    events.record("commitments.reminded", commitment, by=by, at=now, unit=commitment.unit_id, facts=facts)
    return row
