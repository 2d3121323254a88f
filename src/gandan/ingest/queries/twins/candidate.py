"""One thing that a record may tell of, and how likely."""

from dataclasses import dataclass

from django.db.models import Model
from rapidfuzz import fuzz

from gandan.core.text import fold

LOOKED_AT = 200
LIKELY, SURE = 55, 85
"""Points out of 100: from LIKELY on shown to a person, from SURE on never accepted without one."""


@dataclass(frozen=True)
class Candidate:
    """A thing that is there, what it is called, why it may be meant, and how likely (0 to 100)."""

    thing: Model
    title: str
    why: tuple[str, ...]
    score: int

    @property
    def is_sure(self) -> bool:
        """Whether a person should look before the record is taken in as something new."""
        return self.score >= SURE


def likeness(one: str, other: str) -> float:
    """How much two wordings share, 0 to 100; nothing where one is empty."""
    return float(fuzz.token_set_ratio(fold(one), fold(other))) if one and other else 0.0
