"""What the queries answer with."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import NamedTuple
from uuid import UUID

from gandan.units.gazetteer import Place


class Dot(NamedTuple):
    """One unit on the page of dots."""

    id: UUID
    code: str
    name: str
    lat: float
    lon: float
    province: str


@dataclass(frozen=True)
class Spell:
    """What held for a time. `first_day` None = unknown ("chưa rõ"), `last_day` None = still so."""

    value: str
    first_day: date | None
    last_day: date | None
    place: Place | None = None


@dataclass(frozen=True)
class Step:
    """One unit before or after another: the share of the *older* one that went over, and where that share comes from.

    `other` is None for an abolition, and `share` too where nobody knows it.
    """

    other: Place | None
    first_day: date
    change: str
    share: Fraction | None
    basis: str
    main: bool
    decree: str

    @property
    def percent(self) -> float | None:
        """The share in per cent with one decimal, for showing only."""
        return None if self.share is None else round(float(self.share * 100), 1)


@dataclass(frozen=True)
class History:
    """A unit's whole life as the data know it."""

    place: Place
    names: tuple[Spell, ...]
    codes: tuple[Spell, ...]
    parents: tuple[Spell, ...]
    chain: tuple[Place, ...]
    came_from: tuple[Step, ...]
    became: tuple[Step, ...]
    began: date | None
    ended: date | None
    attested_on: date | None
    divided: bool
    estimated: bool
