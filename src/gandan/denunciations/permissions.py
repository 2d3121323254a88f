"""WHO may do what in this room, on one screen: handlers of exactly the unit that handles, and the sender; nobody above or below them."""

from typing import Any

from gandan.core.access import Actor, anybody, either, signed_in, system
from gandan.core.access.permissions import Predicate
from gandan.denunciations.actor import Sender
from gandan.denunciations.hands import desks
from gandan.denunciations.models import Denunciation


def handles(actor: Actor, thing: Any) -> bool:
    """Holds the role at exactly the unit that handles this letter; without a letter: anywhere."""
    mine = desks(actor)
    return bool(mine) if thing is None else isinstance(thing, Denunciation) and thing.handling_unit_id in mine


def sends(actor: Actor, thing: Any) -> bool:
    """Typed the code and the PIN of this very letter."""
    return isinstance(actor, Sender) and actor.writes and isinstance(thing, Denunciation) and actor.denunciation == thing.pk


TABLE: dict[str, Predicate] = {
    "denunciations.set_aside": anybody,  # it happens to who wrote in the wrong place
    "denunciations.open_desk": signed_in,  # the pages answer 404 to all but handlers
    "denunciations.handle": handles,
    "denunciations.raise": either(handles, sends),
    "denunciations.withdraw": sends,
    "denunciations.consent": sends,
    "denunciations.erase": system("retention"),
    "denunciations.move": system("handover"),
}
