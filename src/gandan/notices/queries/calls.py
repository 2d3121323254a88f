"""Whom a colleague calls, because neither mail nor text message reaches them."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from gandan.accounts.models import RoleHeld, User
from gandan.accounts.places import place_of
from gandan.accounts.queries import held_on, roles_of
from gandan.core.access import Actor, Role
from gandan.notices.enums import Channel, State
from gandan.notices.models import Message
from gandan.units.models import DanVanOwner

CALLS = frozenset({Role.OFFICER, Role.LEADER})


def units_called_by(actor: Actor, *, today: date) -> set[UUID]:
    """Units whose people this actor calls: where the own office holds dân vận work; where no office does, the unit's leaders."""
    seats = [h for h in actor.holdings if h.role in CALLS and h.office is not None]
    if not seats:
        return set()
    owners = dict(DanVanOwner.objects.filter(unit__in={h.unit for h in seats}, during__contains=today).values_list("unit_id", "office_id"))
    return {h.unit for h in seats if h.unit and (owners[h.unit] == h.office if h.unit in owners else h.role == Role.LEADER)}


def calls_of(actor: Actor, *, today: date) -> QuerySet[Message]:
    """Calls that wait for this actor: people with a role there today, who have not read it themselves meanwhile. `unread` things each."""
    units = units_called_by(actor, today=today)
    if not units:
        return Message.objects.none()
    there = RoleHeld.objects.filter(held_on(today), user=OuterRef("user"), unit__in=units)
    unread = Count("notices", filter=Q(notices__read_at=None))
    tomorrow = datetime.combine(today + timedelta(days=1), time.min, timezone.get_default_timezone())
    waiting = Message.objects.filter(channel=Channel.CALL, state=State.QUEUED, planned_at__lt=tomorrow)
    rows = waiting.filter(Exists(there), user__is_active=True)
    return rows.exclude(user=UUID(actor.key.removeprefix("user:"))).annotate(unread=unread).filter(unread__gt=0).select_related("user")


def seats_of(user: User, *, today: date) -> list[str]:
    """What the person is, and where: by this an office knows whom to call."""
    return [f"{role.get_role_display()}, {place_of(role)}" for role in roles_of(user, on=today)]
