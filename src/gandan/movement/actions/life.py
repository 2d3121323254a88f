"""It lives, it lapses, it lives again."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.movement.actions.held import cleaned, held, step, to_state
from gandan.movement.enums import Deed
from gandan.movement.models import LifeSign, Practice, Step
from gandan.movement.policies import life as policies


@transaction.atomic
def give_sign(practice: Practice, *, note: str, by: Actor, now: datetime) -> LifeSign:
    """Once a year: it still lives, and something of this year shows it. It counts for a year from today."""
    practice = held(practice)
    require(by, "movement.give_sign", practice)
    refuse_if(policies.give_sign(practice, note=cleaned(note), today=timezone.localdate(now)))
    return _sign(practice, Deed.GIVE_SIGN, "sign_given", note=note, by=by, now=now)


@transaction.atomic
def revive(practice: Practice, *, note: str, by: Actor, now: datetime) -> LifeSign:
    """After it lapsed: something newer shows that it lives. That it had lapsed stays in its history."""
    practice = held(practice)
    require(by, "movement.revive", practice)
    refuse_if(policies.revive(practice, note=cleaned(note), today=timezone.localdate(now)))
    return _sign(practice, Deed.REVIVE, "revived", note=note, by=by, now=now)


@transaction.atomic
def lapse(practice: Practice, *, by: Actor, now: datetime) -> Step:
    """Its year is over without a sign: everybody reads that nothing is known of it any more. It is no end."""
    practice = held(practice)
    require(by, "movement.run_clock")
    refuse_if(policies.lapse(practice, today=timezone.localdate(now)))
    row = step(practice, Deed.LAPSE, now=now)
    was = to_state(practice, Deed.LAPSE, now=now)
    facts: dict[str, Fact] = {"alive_until": practice.alive_until, "step_id": row.pk}
    events.record("movement.lapsed", practice, by=by, at=now, unit=practice.unit_id, was=was, now=practice.state, facts=facts, binds=[row])
    return row


def _sign(practice: Practice, deed: Deed, verb: str, *, note: str, by: Actor, now: datetime) -> LifeSign:
    today = timezone.localdate(now)
    until = today + policies.year_of_life(today)
    row = LifeSign.objects.create(practice=practice, note=cleaned(note), given_on=today, until=until)
    practice.alive_until = until
    was = to_state(practice, deed, now=now)
    facts: dict[str, Fact] = {"sign_id": row.pk, "alive_until": until}
    events.record(f"movement.{verb}", practice, by=by, at=now, unit=practice.unit_id, was=was, now=practice.state, facts=facts, binds=[row])
    return row
