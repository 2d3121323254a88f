"""Deeds on roles."""

from datetime import date, datetime

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from gandan.accounts.models import RoleHeld, User
from gandan.accounts.policies import role as policies
from gandan.accounts.policies import user as user_policies
from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.units.models import Hamlet, Office, Unit


@transaction.atomic
def give_role(
    user: User,
    *,
    role: str,
    unit: Unit | None = None,
    office: Office | None = None,
    hamlet: Hamlet | None = None,
    since: date,
    until: date | None = None,
    by: Actor,
    now: datetime,
) -> RoleHeld:
    """Make somebody something, from a day on; `until` is the first day on which they are it no more."""
    user = User.objects.select_for_update().get(pk=user.pk)
    unit_id = unit.pk if unit else office.unit_id if office else hamlet.unit_id if hamlet else None
    held = RoleHeld(
        user=user, role=role, unit_id=unit_id, office=office, hamlet=hamlet, valid=_period(since, until), given_at=now, given_by=by.key
    )
    require(by, "accounts.give_role", held)
    refuse_if(user_policies.not_oneself(user, by=by))
    refuse_if(user_policies.active(user))
    refuse_if(policies.give(held, today=timezone.localdate(now)))
    held.save(force_insert=True)
    facts: dict[str, Fact] = {"role_id": held.pk, "since": since, "until": until, "office_id": held.office_id, "hamlet_id": held.hamlet_id}
    events.record("accounts.role_given", user, by=by, at=now, unit=unit_id, now=role, facts=facts)
    return held


@transaction.atomic
def end_role(held: RoleHeld, *, first_day_without: date, by: Actor, now: datetime) -> RoleHeld:
    """End a role. One that would end on or before its first day never counts (`withdrawn`), and stays in the book."""
    held = RoleHeld.objects.select_for_update(of=("self",)).select_related("user").get(pk=held.pk)
    require(by, "accounts.end_role", held)
    refuse_if(user_policies.not_oneself(held.user, by=by))
    refuse_if(policies.end(held, first_day_without=first_day_without, today=timezone.localdate(now)))
    if first_day_without <= held.valid.lower:
        held.withdrawn = True
    else:
        held.valid = _period(held.valid.lower, first_day_without)
    held.ended_at, held.ended_by = now, by.key
    held.save(update_fields=["valid", "withdrawn", "ended_at", "ended_by"])
    facts: dict[str, Fact] = {"role_id": held.pk, "first_day_without": first_day_without}
    events.record("accounts.role_ended", held.user, by=by, at=now, unit=held.unit_id, was=held.role, facts=facts)
    return held


def _period(since: date, until: date | None) -> DateRange:
    """Half-open; what cannot be a range is kept apart from it, so that the policy can say the sentence."""
    return DateRange(since, until, "[)")
