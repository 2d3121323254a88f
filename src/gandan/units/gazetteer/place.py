"""What a place is: a unit under one name, code and parent, for a time."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from fractions import Fraction
from functools import cached_property, lru_cache
from uuid import UUID

# The first day for which the shipped data know the tree. Before it, names and borders may have been others: unknown, not denied.
ATTESTED = date(2025, 6, 30)


class Level(StrEnum):
    """Tier of the State. Districts ended on 30/6/2025."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


@lru_cache(maxsize=65536)
def stable_id(key: str) -> UUID:
    """The id of a shipped unit, the same in every installation: shaped as UUIDv7, day first seen, then a digest of the key (ADR 0006)."""
    day = datetime.strptime(key.rsplit("@", 1)[1], "%Y%m%d").replace(tzinfo=UTC)
    number = int.from_bytes(int(day.timestamp() * 1000).to_bytes(6, "big") + hashlib.sha256(key.encode()).digest()[:10], "big")
    number &= ~(0xF << 76) & ~(0x3 << 62)
    return UUID(int=number | (0x7 << 76) | (0x2 << 62))


@dataclass(frozen=True, eq=False)
class Place:
    """One unit while it kept its name, code and parent.

    `valid_from` None means the beginning is unknown, never "since ever"; `valid_to` is the last day, None while it lasts.
    `key` names the unit through all its times: "c31117@20250630" for shipped ones, its id for those added later.
    """

    key: str
    level: Level
    kind: str
    name: str
    code: str | None
    parent: str | None
    valid_from: date | None = None
    valid_to: date | None = None
    lat: float | None = None
    lon: float | None = None
    km2: float | None = None

    @cached_property
    def id(self) -> UUID:
        """Id of the unit's row, in a database that has it."""
        return stable_id(self.key) if "@" in self.key else UUID(self.key)

    @property
    def full_name(self) -> str:
        """Kind and name, as a letterhead writes it."""
        return f"{self.kind} {self.name}"

    @property
    def is_open(self) -> bool:
        """Whether it still lasts."""
        return self.valid_to is None

    def holds(self, on: date) -> bool:
        """Whether it was so on a day; where the beginning is unknown nothing speaks against an early day."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)

    def certain(self, on: date) -> bool:
        """Whether the data know it for that day, or only have no older knowledge."""
        return self.holds(on) and (self.valid_from is not None or on >= ATTESTED)


@dataclass(frozen=True)
class Link:
    """One step of what became of a unit: `new` None means it ended without a successor of its own.

    `share` is the part of the old unit that went over; basis: whole, estimate, doubt, or that of a decree or a count loaded later.
    """

    old: str
    new: str | None
    first_day: date
    kind: str
    share: Fraction
    basis: str
    main: bool = False
    decree: str = ""


@dataclass(frozen=True)
class Became:
    """A unit of the later day that holds (a part of) the earlier one. `share` is None where nobody knows it (a district's communes)."""

    place: Place
    share: Fraction | None
    basis: str
    main: bool
