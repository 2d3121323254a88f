"""The sender is asked whether what they called a denunciation may become an opinion that the unit spoken of reads."""

from datetime import datetime

from django.db import transaction

from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.denunciations import policies
from gandan.denunciations.actions.held import held
from gandan.denunciations.actions.work import hand_over
from gandan.denunciations.enums import Deed
from gandan.denunciations.models import Denunciation


@transaction.atomic
def agree(denunciation: Denunciation, *, by: Actor, now: datetime) -> Denunciation:
    """Yes: it becomes an opinion like any other, with the code in the sender's hand."""
    denunciation = held(denunciation)
    require(by, "denunciations.consent", denunciation)
    refuse_if(policies.consent(denunciation, Deed.AGREE) or policies.by_sender(denunciation, by=by))
    return hand_over(denunciation, by=by, now=now)


@transaction.atomic
def decline(denunciation: Denunciation, *, by: Actor, now: datetime) -> Denunciation:
    """No: it stays where it lies, and nobody asks again."""
    denunciation = held(denunciation)
    require(by, "denunciations.consent", denunciation)
    refuse_if(policies.consent(denunciation, Deed.DECLINE) or policies.by_sender(denunciation, by=by))
    denunciation.asked_on = None
    denunciation.save(update_fields=["asked_on"])
    events.record("denunciations.declined", denunciation, by=by, at=now, unit=denunciation.handling_unit_id)
    return denunciation
