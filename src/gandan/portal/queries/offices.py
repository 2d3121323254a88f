"""Offices and hamlets of a unit, as everyone may see them: bodies and counts, never persons."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gandan.units import queries as units
from gandan.units.models import Hamlet


@dataclass(frozen=True)
class Body:
    """An office under its name of the day; `holds_dan_van` for the one that holds dân vận work here."""

    name: str
    holds_dan_van: bool


@dataclass(frozen=True)
class HamletRow:
    """A hamlet with its households; None when nobody has counted."""

    id: UUID
    name: str
    households: int | None
    counted_on: date | None


def bodies(unit: UUID, *, on: date) -> tuple[Body, ...]:
    """Offices of the day in the order of protocol."""
    offices = list(units.offices(unit, on=on))
    owner = units.dan_van_owner(unit, on=on) if offices else None
    return tuple(Body(o.name_on(on), owner is not None and o.pk == owner.pk) for o in offices)


def hamlets(unit: UUID, *, on: date) -> tuple[HamletRow, ...]:
    """Hamlets of the day with their newest count."""
    return tuple(_row(h) for h in units.hamlets(unit, on=on))


def _row(hamlet: Hamlet) -> HamletRow:
    return HamletRow(hamlet.pk, str(hamlet), getattr(hamlet, "households", None), getattr(hamlet, "households_on", None))
