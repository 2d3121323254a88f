"""Who acts with a code in hand: known by the code, and by nothing else."""

from dataclasses import dataclass, field
from uuid import UUID

from gandan.core.access import Actor, Anyone, Holding


@dataclass(frozen=True)
class CodeHolder:
    """Somebody who typed a confirming code of a commitment. Events remember the code, so no person is ever tied to it.

    `behind` is whoever is signed in meanwhile: a code in the hands of the unit that owes is not the people's word.
    """

    code: UUID
    commitment: UUID
    behind: Actor = field(default_factory=Anyone)
    holdings: tuple[Holding, ...] = ()

    @property
    def key(self) -> str:
        """The name under which events remember it."""
        return f"code:{self.code}"
