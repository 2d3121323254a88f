"""Sent back, registered, taken back, stopped."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.movement.actions.held import cleaned, held, places, step, to_state
from gandan.movement.enums import Deed
from gandan.movement.models import Practice, Step
from gandan.movement.policies import course as policies
from gandan.movement.policies.life import year_of_life


@transaction.atomic
def register(practice: Practice, *, by: Actor, now: datetime) -> Practice:
    """It is registered and public from now on: that it works is another question, asked by others (`review`). Its year of life begins."""
    practice = held(practice)
    require(by, "movement.register", practice)
    refuse_if(policies.register(practice))
    today = timezone.localdate(now)
    practice.registered_on, practice.alive_until = today, today + year_of_life(today)
    was = to_state(practice, Deed.REGISTER, now=now)
    facts = {**places(practice), "alive_until": practice.alive_until}
    events.record(
        "movement.registered", practice, by=by, at=now, unit=practice.unit_id, was=was, now=practice.state, facts=facts, binds=[practice]
    )
    return practice


@transaction.atomic
def send_back(practice: Practice, *, reason: str, by: Actor, now: datetime) -> Step:
    """Something is missing or wrong: it is a draft again, with the reason for who wrote it."""
    return _with_reason(practice, Deed.SEND_BACK, "sent_back", reason=reason, by=by, now=now)


@transaction.atomic
def withdraw(practice: Practice, *, reason: str, by: Actor, now: datetime) -> Step:
    """Its office takes the form back before it was registered; nobody outside ever reads it."""
    return _with_reason(practice, Deed.WITHDRAW, "withdrawn", reason=reason, by=by, now=now)


@transaction.atomic
def stop(practice: Practice, *, reason: str, by: Actor, now: datetime) -> Step:
    """Its office does it no longer; everybody can read why."""
    return _with_reason(practice, Deed.STOP, "stopped", reason=reason, by=by, now=now)


def _with_reason(practice: Practice, deed: Deed, verb: str, *, reason: str, by: Actor, now: datetime) -> Step:
    practice = held(practice)
    require(by, f"movement.{deed}", practice)
    refuse_if(policies.with_reason(practice, deed, reason=cleaned(reason)))
    row = step(practice, deed, reason=reason, now=now)
    was = to_state(practice, deed, now=now)
    facts = {"step_id": row.pk}
    events.record(f"movement.{verb}", practice, by=by, at=now, unit=practice.unit_id, was=was, now=practice.state, facts=facts, binds=[row])
    return row
