"""Who acts with a message in hand: known by the message, and by nothing else."""

from dataclasses import dataclass
from uuid import UUID

from gandan.core.access import Holding


@dataclass(frozen=True)
class Recipient:
    """Somebody who opened the link in a message that was meant for one correspondent; they may end the telling, and nothing more."""

    message: UUID
    kind: str
    correspondent: str
    holdings: tuple[Holding, ...] = ()

    @property
    def key(self) -> str:
        """The name under which events remember it."""
        return f"message:{self.message}"
