"""What becomes of roles when their place is reorganised. Registered with `units.handover`; run inside the deed on the place.

A role of yesterday is never rewritten: a merger that is recorded late moves and ends roles on the day it is recorded.
"""

from collections.abc import Sequence
from datetime import date, datetime

from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q, QuerySet
from django.utils import timezone

from gandan.accounts.models import RoleHeld
from gandan.core import events
from gandan.core.access import Actor, SystemActor, require
from gandan.core.events.facts import Fact
from gandan.units.enums import Change
from gandan.units.models import Hamlet, Office, Succession

BY = SystemActor("handover")


def hand_over(steps: Sequence[Succession], first_day: date, *, by: Actor, now: datetime) -> None:
    """Roles of hamlets follow them into the unit that took the whole of theirs; all other roles of an ended unit end with it.

    After a split nothing moves: who works where now is for people to say, and `queries.roles_left_behind` lists them.
    """
    day = max(first_day, timezone.localdate(now))
    for step in steps:
        if step.change == Change.SPLIT:
            continue
        for held in _lasting(day).filter(unit=step.old):
            if held.hamlet_id is not None and step.new_id is not None:
                _move(held, step, day, now)
            else:
                _end(held, day, now)


def end_with(place: Hamlet | Office, first_day_without: date, *, by: Actor, now: datetime) -> None:
    """Roles in a hamlet or an office end with it."""
    day = max(first_day_without, timezone.localdate(now))
    here = Q(office=place.pk) if isinstance(place, Office) else Q(hamlet=place.pk)
    for held in _lasting(day).filter(here):
        _end(held, day, now)


def _lasting(day: date) -> QuerySet[RoleHeld]:
    """Roles that would count on the day or later, locked."""
    rows = RoleHeld.objects.select_for_update(of=("self",)).select_related("user")
    return rows.filter(Q(valid__endswith__gt=day) | Q(valid__upper_inf=True), withdrawn=False).order_by("pk")


def _end(held: RoleHeld, day: date, now: datetime) -> None:
    """One event for each."""
    require(BY, "accounts.end_role", held)
    _close(held, day, now)
    facts: dict[str, Fact] = {"role_id": held.pk, "first_day_without": day}
    events.record("accounts.role_ended", held.user, by=BY, at=now, unit=held.unit_id, was=held.role, facts=facts)


def _move(held: RoleHeld, step: Succession, day: date, now: datetime) -> None:
    """The same person for the same hamlet, in its new commune: a new row, so that the old one still says where it was."""
    require(BY, "accounts.move_role", held)
    since, until = max(day, held.valid.lower), held.valid.upper
    _close(held, day, now)
    new = RoleHeld.objects.create(
        user=held.user,
        role=held.role,
        unit=step.new,
        hamlet_id=held.hamlet_id,
        valid=DateRange(since, until, "[)"),
        given_at=now,
        given_by=BY.key,
    )
    facts: dict[str, Fact] = {"role_id": new.pk, "was_role_id": held.pk, "since": since, "from_unit": step.old_id}
    events.record("accounts.role_moved", held.user, by=BY, at=now, unit=step.new_id, was=held.role, now=held.role, facts=facts)


def _close(held: RoleHeld, day: date, now: datetime) -> None:
    fields = ["ended_at", "ended_by"]
    if day <= held.valid.lower:
        held.withdrawn = True
        fields.append("withdrawn")
    else:
        held.valid = DateRange(held.valid.lower, day, "[)")
        fields.append("valid")
    held.ended_at, held.ended_by = now, BY.key
    held.save(update_fields=fields)
