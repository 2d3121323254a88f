"""Words leave: taken back by their sender, or because their time is over. And keys are wrapped anew when those of the house rotate."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gandan.core import events, secrets
from gandan.core.access import Actor, refuse_if, require
from gandan.denunciations import policies, sealing
from gandan.denunciations.actions.held import emptied, held
from gandan.denunciations.enums import Deed, State
from gandan.denunciations.models import Denunciation
from gandan.denunciations.queries import to_forget


@transaction.atomic
def withdraw(denunciation: Denunciation, *, by: Actor, now: datetime) -> Denunciation:
    """The sender takes the words back before anything came of them. What a handler did outside by then is not undone by it."""
    denunciation = held(denunciation)
    require(by, "denunciations.withdraw", denunciation)
    refuse_if(policies.deed(denunciation, Deed.WITHDRAW) or policies.by_sender(denunciation, by=by))
    rows = emptied(denunciation)
    denunciation.state, denunciation.ended_on = State.WITHDRAWN, timezone.localdate(now)
    denunciation.save(update_fields=["state", "ended_on"])
    unit = denunciation.handling_unit_id
    events.record("denunciations.withdrawn", denunciation, by=by, at=now, unit=unit, was=State.WAITING, now=State.WITHDRAWN, binds=rows)
    return denunciation


@transaction.atomic
def erase(denunciation: Denunciation, *, by: Actor, now: datetime) -> Denunciation:
    """Words, files, notes and the code go; that a letter was handled, and when, stays."""
    denunciation = held(denunciation)
    require(by, "denunciations.erase", denunciation)
    refuse_if(policies.erase(denunciation))
    rows = emptied(denunciation)
    denunciation.code_digest = denunciation.pin_mac = ""
    denunciation.save(update_fields=["code_digest", "pin_mac"])
    events.record("denunciations.erased", denunciation, by=by, at=now, unit=denunciation.handling_unit_id, binds=rows)
    return denunciation


def forget(*, by: Actor, now: datetime) -> int:
    """Every night: letters whose time is over, each in a deed of its own. Returns how many."""
    require(by, "denunciations.erase")
    found = list(to_forget(today=timezone.localdate(now)))
    for denunciation in found:
        erase(denunciation, by=by, now=now)
    return len(found)


@transaction.atomic
def rewrap(*, by: Actor, now: datetime) -> int:
    """Data keys that the newest key of the house does not open are wrapped under it; what they seal stays as it is. Returns how many.

    No event: nothing that was said or decided changes, only which key of the house opens it.
    """
    require(by, "denunciations.erase")
    count = 0
    for denunciation in Denunciation.objects.select_for_update().exclude(key="").order_by("pk"):
        if sealing.is_current(denunciation.key):
            continue
        denunciation.key = secrets.rotate(denunciation.key)
        denunciation.save(update_fields=["key"])
        count += 1
    return count
