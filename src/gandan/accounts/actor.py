"""A signed-in person as the rest of the house sees them: an id and the roles held on the day. No name, no address."""

from dataclasses import dataclass
from uuid import UUID

from gandan.core.access import Holding


@dataclass(frozen=True)
class UserActor:
    """Resolved once for a request. `holdings` is empty for a person without a role, or whose second factor is still missing."""

    id: UUID
    holdings: tuple[Holding, ...] = ()

    @property
    def key(self) -> str:
        """The name under which events remember the person."""
        return f"user:{self.id}"
