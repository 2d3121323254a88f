"""Of which units an actor may read what is kept inside: their own with all that went into them, and those below them."""

from collections.abc import Callable
from uuid import UUID

from gandan.activities.queries import lineage
from gandan.core.access import Actor, Role
from gandan.units.queries.picture import Picture, picture

AT = (Role.OFFICER, Role.LEADER, Role.SPECIALIST)
ABOVE = (Role.LEADER, Role.SPECIALIST, Role.ANALYST)


def everywhere(actor: Actor) -> bool:
    """Whether the actor stands above the whole country."""
    return any(h.role in ABOVE and h.unit is None for h in actor.holdings)


def reach(actor: Actor) -> frozenset[UUID]:
    """The units at which, or above which, the actor works; districts live on in the wards that came out of them."""
    at = {h.unit for h in actor.holdings if h.role in AT and h.unit is not None}
    over = {h.unit for h in actor.holdings if h.role in ABOVE and h.unit is not None}
    if not at | over:
        return frozenset()
    tree = picture()
    return lineage.once(tree, ("reach", frozenset(at), frozenset(over)), lambda: _reach(tree, at, over))


def _reach(tree: Picture, at: set[UUID], over: set[UUID]) -> frozenset[UUID]:
    own = {k for unit in at | over if (key := tree.keys.get(unit)) for k in lineage.before(tree, key)}
    high = {k for unit in over if (key := tree.keys.get(unit)) for k in lineage.before(tree, key)}
    return lineage.ids(tree, own | lineage.districts(tree, own) | lineage.below(tree, high)) | at | over


def works_for(actor: Actor, unit: UUID) -> bool:
    """Whether the actor works at a unit (or at what became of it), or stands above. Says the same as `unit in reach(actor)`."""
    if everywhere(actor):
        return True
    answering = lineage.answering(unit)
    if any(h.role in AT and h.unit in answering for h in actor.holdings):
        return True
    over = {h.unit for h in actor.holdings if h.role in ABOVE and h.unit is not None}
    return bool(over) and not over.isdisjoint(lineage.above(answering))


def leader(actor: Actor) -> Callable[[UUID], bool]:
    """Whether the actor leads a unit, or one of those that hold it today: for many units, with one look at the tree."""
    led = {h.unit for h in actor.holdings if h.role == Role.LEADER and h.unit is not None}
    tree = picture() if led else None
    return lambda unit: tree is not None and not led.isdisjoint(lineage.answering(unit, tree=tree))


def home(actor: Actor, unit: UUID) -> UUID | None:
    """The unit in whose name the actor writes about a unit: the one that answers for it, else the first in which they work."""
    answering = lineage.answering(unit)
    mine = [h.unit for h in actor.holdings if h.role in (*AT, *ABOVE) and h.unit is not None]
    return next((u for u in mine if u in answering), mine[0] if mine else None)
