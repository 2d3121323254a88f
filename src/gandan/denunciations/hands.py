"""Whose desk a letter lies on: handlers of exactly the handling unit who hold nothing in a unit below it.

Administrators hold no other role (`accounts.policies.role`). The roles a person did not choose for the session count against them too.
"""

from datetime import date
from uuid import UUID

from gandan.accounts.models import RoleHeld, User
from gandan.accounts.queries import actor_for, held_on
from gandan.core.access import Actor, Role
from gandan.units import queries as units


def desks(actor: Actor) -> frozenset[UUID | None]:
    """Units whose letters this actor handles; None is the centre. Costs a query only for who holds the role."""
    seats = {h.unit for h in actor.holdings if h.role == Role.DENUNCIATION_HANDLER}
    kind, _colon, pk = actor.key.partition(":")
    if not seats or kind != "user":
        return frozenset()
    rows = RoleHeld.objects.filter(held_on(actor.holdings[0].on), user=UUID(pk)).values_list("role", "unit")
    held = {unit for role, unit in rows if unit is not None}
    if any(role == Role.ADMINISTRATOR for role, _unit in rows):
        return frozenset()
    return frozenset(seat for seat in seats if not any(_below(unit, seat) for unit in held))


def handlers(unit: UUID | None, *, on: date) -> list[User]:
    """Who opens the letters of this desk on the day: not everybody who holds the role there (`desks`). A few people, one by one."""
    rows = RoleHeld.objects.filter(held_on(on), role=Role.DENUNCIATION_HANDLER, unit=unit, user__is_active=True).select_related("user")
    people = {row.user_id: row.user for row in rows}
    return [user for user in people.values() if unit in desks(actor_for(user, today=on))]


def works(actor: Actor) -> bool:
    """Holds some role today, chosen for the session or not: no letter is taken back by an office, whoever's PIN it typed."""
    kind, _colon, pk = actor.key.partition(":")
    if actor.holdings:
        return True
    return kind == "user" and RoleHeld.objects.filter(user=UUID(pk), valid__upper_inf=True, withdrawn=False).exists()


def _below(unit: UUID, seat: UUID | None) -> bool:
    """Whether a role in `unit` is one among those whom letters at `seat` speak of."""
    if seat is None:
        return True
    return unit != seat and seat in {p.id for p in units.ancestors(unit)}
