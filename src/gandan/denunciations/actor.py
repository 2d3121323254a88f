"""The sender of a letter that was set aside, known by code and PIN and by nothing else."""

from dataclasses import dataclass, field
from uuid import UUID

from gandan.core.access import Actor, Anyone, Holding


@dataclass(frozen=True)
class Sender:
    """Whoever typed the code (reads what stands with it) and the right PIN (`writes`); `behind` is who is signed in meanwhile."""

    denunciation: UUID
    writes: bool = False
    behind: Actor = field(default_factory=Anyone)
    holdings: tuple[Holding, ...] = ()

    @property
    def key(self) -> str:
        """The name under which events remember it: an id, as everywhere."""
        return f"denunciation:{self.denunciation}"
