"""What the clock does each day, in pieces that each stand by themselves: killed at any moment and run again, nothing is doubled."""

from datetime import datetime, timedelta
from functools import partial

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from gandan.core import events, legal
from gandan.core.access import Actor, require
from gandan.core.jobs.trying import tried
from gandan.movement.actions.held import held
from gandan.movement.actions.life import lapse
from gandan.movement.actions.reorganise import leave_behind, settle
from gandan.movement.enums import LIVING, State
from gandan.movement.models import PendingPractice, Practice
from gandan.movement.policies.life import NOTICE

BATCH = 200


def lapse_due(*, by: Actor, now: datetime) -> int:
    """Every model whose year is over without a sign; returns how many. What waits for an office after a reorganisation is left alone."""
    require(by, "movement.run_clock")
    waits = PendingPractice.objects.filter(practice=OuterRef("pk"), settled_on=None)
    rows = Practice.objects.filter(~Exists(waits), state=State.REGISTERED, alive_until__lt=timezone.localdate(now)).order_by(
        "alive_until", "pk"
    )
    return sum(tried(partial(lapse, practice, by=by, now=now), practice.pk) for practice in rows.iterator(chunk_size=BATCH))


def remind_of_signs(*, by: Actor, now: datetime) -> int:
    """Once for each year of life: the office hears that the sign is due, so many days before; returns how many were told."""
    require(by, "movement.run_clock")
    today = timezone.localdate(now)
    last = today + timedelta(days=legal.rule(NOTICE, on=today).days)
    rows = Practice.objects.filter(state=State.REGISTERED, is_told=False, alive_until__gte=today, alive_until__lte=last).order_by(
        "alive_until", "pk"
    )
    return sum(tried(partial(remind, practice, by=by, now=now), practice.pk) for practice in rows.iterator(chunk_size=BATCH))


@transaction.atomic
def remind(practice: Practice, *, by: Actor, now: datetime) -> int:
    """One event for one date, which notices are made from; 0 where it was told already."""
    practice = held(practice)
    require(by, "movement.run_clock")
    if practice.state != State.REGISTERED or practice.alive_until is None:
        return 0
    told = events.of(practice).filter(verb="movement.sign_due", facts__alive_until=practice.alive_until.isoformat())
    if told.exists():
        return 0
    facts = {"alive_until": practice.alive_until}
    events.record("movement.sign_due", practice, by=by, at=now, unit=practice.unit_id, facts=facts)
    return 1


def settle_handovers(*, by: Actor, now: datetime) -> int:
    """What waits for an office that has been set up meanwhile; first what belongs to an office that has ended and waits for none."""
    require(by, "movement.move_with_office")
    today = timezone.localdate(now)
    waits = PendingPractice.objects.filter(practice=OuterRef("pk"), settled_on=None)
    left = Practice.objects.filter(~Exists(waits), state__in=sorted(LIVING), office__existed__fully_lt=(today, None)).order_by("pk")
    went = sum(tried(partial(leave_behind, p, by=by, now=now), p.pk) for p in left.iterator(chunk_size=BATCH))
    waiting = PendingPractice.objects.filter(settled_on=None).order_by("pk")
    return went + sum(tried(partial(settle, p, by=by, now=now), p.pk) for p in waiting.iterator(chunk_size=BATCH))
