"""Whom a colleague calls, because neither mail nor text message reaches them."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import CharField, Count, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone

from gandan.accounts.models import RoleHeld, User
from gandan.accounts.places import place_of
from gandan.accounts.queries import held_on, roles_of
from gandan.core.access import Actor, Holding, Role
from gandan.core.events import Event
from gandan.notices.enums import Channel, State
from gandan.notices.models import Message
from gandan.units.models import DanVanOwner

CALLS = frozenset({Role.OFFICER, Role.LEADER})


def units_called_by(actor: Actor, *, today: date) -> set[UUID]:
    """Units whose people this actor calls: officers of the office that holds dân vận work; its leader where it has no officer; where no
    office holds it, the unit's leaders."""
    seats = [h for h in actor.holdings if h.role in CALLS and h.office is not None]
    if not seats:
        return set()
    owners = dict(DanVanOwner.objects.filter(unit__in={h.unit for h in seats}, during__contains=today).values_list("unit_id", "office_id"))
    officers = RoleHeld.objects.filter(held_on(today), role=Role.OFFICER, office__in=owners.values(), user__is_active=True)
    manned = set(officers.values_list("office_id", flat=True))
    return {h.unit for h in seats if h.unit and _calls(h, owners.get(h.unit), manned)}


def _calls(seat: Holding, owner: UUID | None, manned: set[UUID]) -> bool:
    if owner is None:
        return seat.role == Role.LEADER
    return seat.office == owner and (seat.role == Role.OFFICER or owner not in manned)


def calls_of(actor: Actor, *, today: date) -> QuerySet[Message]:
    """Calls that wait for this actor: people with a role there today, about what was not read and came since they last were here.

    `unread` things each. Who signed in since (a session lasts half a day) or did anything since saw the bell, and is not called.
    """
    units = units_called_by(actor, today=today)
    if not units:
        return Message.objects.none()
    there = RoleHeld.objects.filter(held_on(today), user=OuterRef("user"), unit__in=units)
    since = Q(user__last_login=None) | Q(notices__made_at__gt=F("user__last_login"))
    worked = Event.objects.filter(actor=Concat(Value("user:"), Cast(OuterRef("user"), CharField())), at__gt=OuterRef("made_at"))
    unread = Count("notices", filter=Q(notices__read_at=None) & since)
    tomorrow = datetime.combine(today + timedelta(days=1), time.min, timezone.get_default_timezone())
    waiting = Message.objects.filter(channel=Channel.CALL, state=State.QUEUED, planned_at__lt=tomorrow)
    rows = waiting.filter(Exists(there), ~Exists(worked), user__is_active=True)
    return rows.exclude(user=UUID(actor.key.removeprefix("user:"))).annotate(unread=unread).filter(unread__gt=0).select_related("user")


def seats_of(user: User, *, today: date) -> list[str]:
    """What the person is, and where: by this an office knows whom to call."""
    return [f"{role.get_role_display()}, {place_of(role)}" for role in roles_of(user, on=today)]
