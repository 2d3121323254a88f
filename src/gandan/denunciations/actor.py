"""The sender of a letter that was set aside, known by code and PIN and by nothing else."""

from dataclasses import dataclass
from uuid import UUID

from gandan.core.access import Holding


@dataclass(frozen=True)
class Sender:
    """Whoever typed the code (reads what stands with it) and the right PIN (`writes`)."""

    denunciation: UUID
    writes: bool = False
    holdings: tuple[Holding, ...] = ()

    @property
    def key(self) -> str:
        """The name under which events remember it: an id, as everywhere."""
        return f"denunciation:{self.denunciation}"
