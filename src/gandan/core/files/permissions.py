"""WHO may store and erase. Opening is asked of the owner's room (owners.py)."""

from typing import Any

from gandan.core.access import Actor
from gandan.core.access.permissions import Predicate, anybody, either, system


def sender_of_loose_file(actor: Actor, thing: Any) -> bool:
    """A file that belongs to nothing yet may be taken back by whoever sent it."""
    return thing is not None and not thing.owner_type and thing.stored_by == actor.key != "anyone"


TABLE: dict[str, Predicate] = {
    "core.store_file": anybody,  # people without an account attach photographs to what they say; the deed around it limits them
    "core.erase_file": either(system("retention"), sender_of_loose_file),
    "core.sweep_files": system("retention"),
}
