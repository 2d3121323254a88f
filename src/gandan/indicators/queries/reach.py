"""Of which units an actor reads and keeps what is internal: their own with what went into them, and those below for who stands above."""

from uuid import UUID

from gandan.core.access import Actor, Role
from gandan.units import queries as units

AT = (Role.OFFICER, Role.LEADER, Role.SPECIALIST)
ABOVE = (Role.LEADER, Role.SPECIALIST, Role.ANALYST)


def everywhere(actor: Actor) -> bool:
    """Whether the actor stands above the whole country."""
    return any(h.unit is None and h.role in ABOVE for h in actor.holdings)


def reach(actor: Actor) -> frozenset[UUID]:
    """The units whose internal figures the actor sees."""
    own = {h.unit for h in actor.holdings if h.unit is not None and h.role in (*AT, *ABOVE)}
    below = {d for h in actor.holdings if h.unit is not None and h.role in ABOVE for d in units.descendant_ids(h.unit, on=h.on)}
    return frozenset(own | below | {part.place.id for unit in own | below for part in units.predecessors(unit) if part.share})


def works_for(actor: Actor, unit: UUID) -> bool:
    """Whether the actor works at a unit, at what became of it, or above."""
    if everywhere(actor):
        return True
    answering = {unit, *(part.place.id for part in units.became(unit))}
    return any(
        h.unit in answering or (h.role in ABOVE and any(h.unit in units.ancestor_ids(u, h.on) for u in answering))
        for h in actor.holdings
        if h.unit is not None and h.role in (*AT, *ABOVE)
    )


def leads(actor: Actor, unit: UUID) -> bool:
    """Whether the actor leads at a unit, at what became of it, or above."""
    answering = {unit, *(part.place.id for part in units.became(unit))}
    return any(
        h.unit is None or h.unit in answering or any(h.unit in units.ancestor_ids(u, h.on) for u in answering)
        for h in actor.holdings
        if h.role == Role.LEADER
    )


def homes(actor: Actor) -> tuple[UUID, ...]:
    """Units in whose offices the actor works, as the roles say it."""
    return tuple(dict.fromkeys(h.unit for h in actor.holdings if h.unit is not None and h.role in (*AT, *ABOVE)))


def home(actor: Actor) -> UUID | None:
    """The unit in whose name the actor keeps a statement; None for one who works above all, or for the system."""
    return next(iter(homes(actor)), None)
