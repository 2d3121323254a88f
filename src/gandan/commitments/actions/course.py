"""A later date, another office, a withdrawal."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.commitments import policies
from gandan.commitments.actions.held import cleaned, held, standing, to_state
from gandan.commitments.actions.moving import move
from gandan.commitments.enums import Cause, State
from gandan.commitments.models import Commitment, Extension, Handover, PendingHandover, Withdrawal
from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.units.models import Office


@transaction.atomic
def extend(commitment: Commitment, *, to: date, reason: str, by: Actor, now: datetime) -> Extension:
    """Give a later date, with a reason that everybody can read."""
    commitment = held(commitment)
    require(by, "commitments.extend", commitment)
    today = timezone.localdate(now)
    refuse_if(policies.extend(commitment, to=to, reason=cleaned(reason), today=today))
    extension = Extension.objects.create(commitment=commitment, was=commitment.due, now=to, reason=cleaned(reason), given_on=today)
    commitment.due = to
    commitment.save(update_fields=["due"])
    facts: dict[str, Fact] = {"was_due": extension.was, "due": to, "extension_id": extension.pk}
    events.record("commitments.extended", commitment, by=by, at=now, unit=commitment.unit_id, facts=facts, binds=[extension])
    return extension


@transaction.atomic
def hand_over(commitment: Commitment, *, to: Office, reason: str, by: Actor, now: datetime) -> Handover:
    """Another office takes it on: inside the unit by its leader, between units by those above both. Date and history go with it."""
    to, commitment = standing(to), held(commitment)
    require(by, "commitments.hand_over", commitment)
    if to.unit_id != commitment.unit_id:
        require(by, "commitments.hand_over_between", Handover(commitment=commitment, was=commitment.lead, to=to))
    refuse_if(policies.hand_over(commitment, to=to, reason=cleaned(reason), today=timezone.localdate(now)))
    return move(commitment, to=to, cause=Cause.DECISION, reason=cleaned(reason), by=by, now=now)


@transaction.atomic
def choose_successor(pending: PendingHandover, *, to: Office, by: Actor, now: datetime) -> Handover:
    """A person says which office takes on what a reorganisation left without one."""
    to, commitment = standing(to), held(pending.commitment_id)
    pending = PendingHandover.objects.select_for_update().get(pk=pending.pk)
    pending.commitment = commitment
    require(by, "commitments.choose_successor", pending)
    refuse_if(policies.choose_successor(pending, to=to, today=timezone.localdate(now)))
    pending.settled_on = timezone.localdate(now)
    pending.save(update_fields=["settled_on"])
    return move(commitment, to=to, cause=Cause(pending.cause), by=by, now=now)


@transaction.atomic
def withdraw(commitment: Commitment, *, reason: str, by: Actor, now: datetime) -> Withdrawal:
    """It will not be done; everybody can read why, and of what was late already that it was."""
    commitment = held(commitment)
    require(by, "commitments.withdraw", commitment)
    refuse_if(policies.withdraw(commitment, reason=cleaned(reason)))
    row = Withdrawal.objects.create(commitment=commitment, reason=cleaned(reason), given_on=timezone.localdate(now))
    was = to_state(commitment, State.WITHDRAWN, now=now)
    facts: dict[str, Fact] = {"due": commitment.due, "late": commitment.is_withdrawn_late}
    unit, now_state = commitment.unit_id, State.WITHDRAWN
    events.record("commitments.withdrawn", commitment, by=by, at=now, unit=unit, was=was, now=now_state, facts=facts, binds=[row])
    return row
