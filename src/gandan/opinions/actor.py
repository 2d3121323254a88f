"""Who acts with the private code of an opinion in hand: known by the opinion, and by nothing else."""

from dataclasses import dataclass, field
from uuid import UUID

from gandan.core.access import Actor, Anyone, Holding


@dataclass(frozen=True)
class Sender:
    """Somebody who typed a private code, and so reads; with the right PIN too (`writes`) they also act.

    `case` is the case in which the opinion lay when the code was typed. `behind` is whoever is signed in meanwhile: an officer of the unit
    that owes the answer does not confirm it with somebody's code.
    """

    opinion: UUID
    case: UUID
    writes: bool = False
    behind: Actor = field(default_factory=Anyone)
    holdings: tuple[Holding, ...] = ()

    @property
    def key(self) -> str:
        """The name under which events remember it."""
        return f"opinion:{self.opinion}"
