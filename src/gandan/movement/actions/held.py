"""The row itself, held until the deed ends, and its way along the table of states. Parts of deeds, never one by themselves."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from gandan.commitments.actions.held import cleaned, one_line, standing
from gandan.core.access import Actor
from gandan.core.events.facts import Fact
from gandan.movement.enums import NEXT, Deed, State
from gandan.movement.models import Drive, Practice, Step

__all__ = ["cleaned", "held", "held_drive", "is_head", "one_line", "places", "standing", "step", "to_state"]


def held(practice: Practice | UUID) -> Practice:
    """The model as the database knows it, locked. Held first and then read with its office, as commitments are."""
    key = practice.pk if isinstance(practice, Practice) else practice
    list(Practice.objects.select_for_update().filter(pk=key).values_list("pk"))
    return Practice.objects.select_related("drive", "field", "office", "unit", "hamlet", "adopted_from").get(pk=key)


def held_drive(drive: Drive) -> Drive:
    """The drive as the database knows it, locked."""
    list(Drive.objects.select_for_update().filter(pk=drive.pk).values_list("pk"))
    return Drive.objects.select_related("office", "unit").get(pk=drive.pk)


def to_state(practice: Practice, deed: Deed, *, now: datetime) -> str:
    """Move along the table of states; returns the state before. Whoever calls this has asked `policies.possible`; what else the deed
    changed on the row is saved with it."""
    was = State(practice.state)
    practice.state = NEXT[was][deed]
    practice.changed_at = now
    ended = practice.state in {State.STOPPED, State.WITHDRAWN}
    practice.ended_on = timezone.localdate(now) if ended and practice.ended_on is None else practice.ended_on
    practice.save()
    return was


def step(practice: Practice, deed: Deed, *, reason: str = "", now: datetime) -> Step:
    """A step with its reason."""
    return Step.objects.create(practice=practice, deed=deed, reason=cleaned(reason), given_on=timezone.localdate(now), given_at=now)


def places(practice: Practice) -> dict[str, Fact]:
    """What each event of a beginning says of it."""
    return {
        "drive": practice.drive_id,
        "kind": practice.kind,
        "subject": practice.subject,
        "office": practice.office_id,
        "hamlet": practice.hamlet_id,
        "adopted_from": practice.adopted_from_id,
    }


def is_head(by: Actor, practice: Practice) -> bool:
    """Acts as the head of its hamlet alone, not from the office."""
    from gandan.movement.permissions import at_owner, heads

    return heads(by, practice) and not at_owner(by, practice)
