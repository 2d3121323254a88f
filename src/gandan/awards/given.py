"""What is handed to the deeds of this room, as a form or a text tells it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class PersonGiven:
    """A person, as the proposing office declares them. `born_on` where the whole date is known, else the year in `born`."""

    name: str
    workplace: str
    deeds: str
    position: str = ""
    born: int | None = None
    born_on: date | None = None
    years: int | None = None
    is_head: bool = False
    note: str = ""


@dataclass(frozen=True)
class CollectiveGiven:
    """A collective, as the proposing office declares it. `workplace` is the unit or body it belongs to."""

    name: str
    deeds: str
    workplace: str = ""
    note: str = ""


@dataclass(frozen=True)
class QuotaGiven:
    """How many persons or collectives a unit may propose; no unit: each one."""

    whom: str
    most: int
    unit: UUID | None = None


@dataclass(frozen=True)
class HolderGiven:
    """A line of an old book. Birth serves only to find who holds it already; it is kept as a keyed hash and nothing else."""

    whom: str
    name: str
    workplace: str = ""
    certificate: str = ""
    born: int | None = None
    born_on: date | None = None


Quotas = Sequence[QuotaGiven]
