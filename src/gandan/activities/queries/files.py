"""READ: who may open the photographs of an activity."""

from uuid import UUID

from gandan.activities.queries.activities import visible_to
from gandan.core.access import Actor


def may_open(actor: Actor, owner_id: str) -> bool:
    """Whoever may see the activity."""
    return visible_to(actor).filter(pk=UUID(owner_id)).exists()
