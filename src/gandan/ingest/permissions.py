"""WHO may have prose read, take texts in and decide on their records.

A text that was taken in is seen and decided on by the office that took it in and by the leaders of its unit; nobody else knows of it.
What accepting writes in other rooms is asked there again.
"""

from typing import Any
from uuid import UUID

from gandan.core.access import Actor, Role, either, holds, system

READS = holds(Role.OFFICER, Role.LEADER, Role.SPECIALIST, Role.ANALYST)
TAKES = (Role.OFFICER, Role.LEADER, Role.SPECIALIST)


def place_of(thing: Any) -> tuple[UUID, UUID | None]:
    """Unit and office of a source, a batch, or what belongs to one."""
    owner = getattr(thing, "source", None) or getattr(thing, "batch", None) or thing
    return owner.unit_id, owner.office_id


def at_the_desk(actor: Actor, thing: Any) -> bool:
    """Holds a role in the office that took it in, or leads its unit; what no office took in is the unit's. Without a thing: somewhere."""
    mine = [h for h in actor.holdings if h.role in TAKES and h.unit is not None]
    if thing is None:
        return bool(mine)
    unit, office = place_of(thing)
    return any(h.unit == unit and (office in (None, h.office) or h.role == Role.LEADER) for h in mine)


TABLE = {
    "ingest.read_prose": READS,
    "ingest.open_sources": at_the_desk,
    "ingest.take_in": either(at_the_desk, system("demo")),
    "ingest.describe": at_the_desk,
    "ingest.start_batch": at_the_desk,
    "ingest.read_batch_file": system("ingest"),
    "ingest.retry_batch_file": at_the_desk,
    "ingest.pick_up": system("ingest"),
    "ingest.accept": either(at_the_desk, system("demo")),
    "ingest.merge": at_the_desk,
    "ingest.reject": at_the_desk,
    "ingest.undo": at_the_desk,
    "ingest.hand_over": system("handover"),
    "ingest.forget": system("retention"),
}
