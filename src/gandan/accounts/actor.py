"""A signed-in person as the rest of the house sees them: an id and the roles held on the day. No name, no address."""

from dataclasses import dataclass
from uuid import UUID

from gandan.core.access import Holding, Role


@dataclass(frozen=True)
class UserActor:
    """Resolved once for a request. `holdings` is empty for a person without a role, or whose second factor is still missing.

    `aside`: the roles that the person put aside to act in one, each with its office. They give no right, but nobody judges
    their own office's work by putting a role aside.
    """

    id: UUID
    holdings: tuple[Holding, ...] = ()
    aside: tuple[tuple[Role, UUID], ...] = ()

    @property
    def key(self) -> str:
        """The name under which events remember the person."""
        return f"user:{self.id}"
