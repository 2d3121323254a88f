"""Whose desk a letter lies on: handlers of exactly the handling unit who hold nothing in a unit below it.

Administrators hold no other role (`accounts.policies.role`). The roles a person did not choose for the session count against them too.
"""

from uuid import UUID

from gandan.accounts.models import RoleHeld
from gandan.accounts.queries import held_on
from gandan.core.access import Actor, Role
from gandan.units import queries as units


def desks(actor: Actor) -> frozenset[UUID | None]:
    """Units whose letters this actor handles; None is the centre. Costs a query only for who holds the role."""
    seats = {h.unit: h.on for h in actor.holdings if h.role == Role.DENUNCIATION_HANDLER}
    kind, _colon, pk = actor.key.partition(":")
    if not seats or kind != "user":
        return frozenset()
    day = next(iter(seats.values()))
    rows = RoleHeld.objects.filter(held_on(day), user=UUID(pk)).values_list("role", "unit")
    held = {unit for role, unit in rows if unit is not None}
    if any(role == Role.ADMINISTRATOR for role, _unit in rows):
        return frozenset()
    return frozenset(seat for seat in seats if not any(_below(unit, seat, seats[seat]) for unit in held))


def works(actor: Actor) -> bool:
    """Holds some role today, chosen for the session or not: no letter is taken back by an office, whoever's PIN it typed."""
    kind, _colon, pk = actor.key.partition(":")
    if actor.holdings:
        return True
    return kind == "user" and RoleHeld.objects.filter(user=UUID(pk), valid__upper_inf=True, withdrawn=False).exists()


def _below(unit: UUID, seat: UUID | None, day: object) -> bool:
    """Whether a role in `unit` is one among those whom letters at `seat` speak of."""
    if seat is None:
        return True
    return unit != seat and seat in {p.id for p in units.ancestors(unit)}
