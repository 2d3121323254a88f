"""Where the demo's cases happen: wards of today and those that went into them, their offices, and who acts there on which day."""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from importlib.resources import files
from typing import Any
from uuid import UUID

from gandan.accounts.actor import UserActor
from gandan.accounts.models import RoleHeld
from gandan.commitments.demo import at, officer
from gandan.core.access import Actor, Holding, Role
from gandan.units import queries as units
from gandan.units.actions import note_past_office
from gandan.units.enums import OfficeKind
from gandan.units.models import Hamlet, Office, Unit

MERGED = date(2025, 7, 1)  # the two-tier government began
PREDECESSORS = 2  # of each ward that went into it whole
OLD_KINDS = {OfficeKind.PEOPLE_COMMITTEE: "Ủy ban nhân dân", OfficeKind.FRONT: "Ủy ban Mặt trận Tổ quốc Việt Nam"}


@lru_cache(maxsize=2)
def read(name: str) -> dict[str, Any]:
    """A readable list."""
    return tomllib.loads(files("gandan.opinions").joinpath(f"data/{name}.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Ward:
    """A ward of the demo: the unit of today, what went into it, and its hamlets by name."""

    row: dict[str, Any]
    unit: Unit
    old: tuple[Unit, ...]
    hamlets: dict[str, Hamlet]

    def unit_on(self, day: date, n: int) -> Unit:
        """Where somebody spoke on a day: before the merger in one of the old units."""
        return self.unit if day >= MERGED or not self.old else self.old[n % len(self.old)]


def ward(row: dict[str, Any], *, by: Actor, now: datetime) -> Ward:
    """Find it and set up the offices of what went into it."""
    there = units.by_code(row["code"])
    if there is None:
        raise LookupError(row["code"])
    unit = Unit.objects.get(pk=there.id)
    whole = [p.place.id for p in units.predecessors(unit.pk) if p.main and p.share == 1]
    old = tuple(Unit.objects.filter(pk__in=whole[:PREDECESSORS]).order_by("pk"))
    for one in old:
        _old_offices(one, by=by, now=now)
    return Ward(row, unit, old, {h.name: h for h in Hamlet.objects.filter(unit=unit)})


def _old_offices(unit: Unit, *, by: Actor, now: datetime) -> None:
    """Offices of a unit that has ended, as the demo's past needs them."""
    place = units.one(unit.pk, on=date(2025, 6, 30))
    there = set(Office.objects.filter(unit=unit).values_list("kind", flat=True))
    for kind, name in OLD_KINDS.items():
        if kind not in there:
            note_past_office(unit, kind=kind, name=f"{name} {place.full_name.lower() if place else ''}".strip(), by=by, now=now)


class Cast:
    """Who acts: people of the demo with the roles they hold; before the merger the same people in the old office."""

    def __init__(self, wards: list[Ward], now: datetime) -> None:
        self._now = now
        self._new = {old.pk: ward.unit for ward in wards for old in ward.old}
        self._officers: dict[UUID, Actor] = {}
        self._above: dict[UUID, Actor] = {}

    def officer(self, office: Office) -> Actor:
        """Whoever works in an office."""
        if office.pk not in self._officers:
            self._officers[office.pk] = self._in_old(office) if office.unit_id in self._new else officer(office, now=self._now)
        return self._officers[office.pk]

    def knows(self, office: Office) -> bool:
        """Whether somebody of the demo works in it."""
        return office.unit_id in self._new or RoleHeld.objects.filter(office=office, role__in=(Role.OFFICER, Role.LEADER)).exists()

    def leader(self, unit: UUID) -> Actor:
        """Who leads a unit of today."""
        return at(Role.LEADER, unit, now=self._now)

    def above(self, unit: UUID) -> Actor:
        """Who leads the unit above; before the merger who led the ward itself, which may order the same."""
        if unit not in self._above:
            self._above[unit] = self._led_old(unit) if unit in self._new else at(Role.LEADER, units.ancestors(unit)[0].id, now=self._now)
        return self._above[unit]

    def _led_old(self, unit: UUID) -> Actor:
        return self._before(self.leader(self._new[unit].pk), Role.LEADER, unit, None)

    def _in_old(self, office: Office) -> Actor:
        same = Office.objects.get(unit=self._new[office.unit_id], kind=office.kind)
        return self._before(officer(same, now=self._now), Role.OFFICER, office.unit_id, office.pk)

    def _before(self, person: Actor, role: Role, unit: UUID, office: UUID | None) -> Actor:
        """The same person as they were the day before the merger."""
        if not isinstance(person, UserActor):
            raise LookupError(unit)
        return UserActor(person.id, (Holding(role, unit, date.fromordinal(MERGED.toordinal() - 1), office=office),))
