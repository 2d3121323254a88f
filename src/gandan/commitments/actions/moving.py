"""How a commitment goes from one office to another: a part of deeds, and the deed of a reorganisation itself."""

from datetime import datetime

from django.utils import timezone

from gandan.commitments.enums import Cause
from gandan.commitments.models import Commitment, Handover
from gandan.core import events
from gandan.core.access import Actor
from gandan.core.events.facts import Fact
from gandan.units.models import Office


def move(commitment: Commitment, *, to: Office, cause: Cause, by: Actor, now: datetime, reason: str = "") -> Handover:
    """The step, the new lead, one event. The person in charge stays behind; an office that now leads no longer only works along."""
    was, from_unit = commitment.lead, commitment.unit_id
    row = Handover.objects.create(commitment=commitment, was=was, to=to, cause=cause, reason=reason, given_on=timezone.localdate(now))
    commitment.coordinators.filter(office=to).delete()
    commitment.lead, commitment.unit_id, commitment.lead_person = to, to.unit_id, None
    commitment.save(update_fields=["lead", "unit", "lead_person"])
    facts: dict[str, Fact] = {"from_office": was.pk, "to_office": to.pk, "from_unit": from_unit, "cause": cause, "handover_id": row.pk}
    events.record("commitments.handed_over", commitment, by=by, at=now, unit=to.unit_id, facts=facts, binds=[row])
    return row
