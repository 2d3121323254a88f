"""Ending and beginning rows in time: parts of the deeds beside, never deeds by themselves."""

from dataclasses import dataclass
from datetime import date, datetime

from gandan.core.text import nfc, sort_key
from gandan.units.actions import office
from gandan.units.models import DanVanOwner, Hamlet, HamletPlace, Load, Office, Unit, UnitCode, UnitName, UnitParent
from gandan.units.models.time import first_day as start
from gandan.units.models.time import since
from gandan.units.search import refresh_later


@dataclass(frozen=True)
class NewUnit:
    """A unit that is to be made."""

    level: str
    kind: str
    name: str
    code: str
    parent: Unit | None
    latitude: float | None = None
    longitude: float | None = None
    area_km2: float | None = None


def make(unit: NewUnit, *, first_day: date, decree: str) -> Unit:
    """Its rows, from the day on."""
    place = {"latitude": unit.latitude, "longitude": unit.longitude, "area_km2": unit.area_km2}
    row = Unit.objects.create(level=unit.level, existed=since(first_day), attested_on=first_day, **place)
    name_from(row, kind=unit.kind, name=unit.name, first_day=first_day, decree=decree)
    UnitCode.objects.create(unit=row, level=unit.level, code=unit.code, during=since(first_day))
    if unit.parent is not None:
        UnitParent.objects.create(unit=row, parent=unit.parent, during=since(first_day))
    return row


def name_from(unit: Unit, *, kind: str, name: str, first_day: date, decree: str) -> UnitName:
    """A name from a day on."""
    name = " ".join(nfc(name).split())
    return UnitName.objects.create(unit=unit, kind=kind, name=name, sort=sort_key(name), during=since(first_day), decree=decree)


def end_open(rows: "type[UnitName | UnitCode | UnitParent | DanVanOwner]", unit: Unit, first_day: date) -> None:
    """End what is open."""
    for row in rows._default_manager.filter(unit=unit, during__upper_inf=True):
        row.during = since(start(row.during), first_day)
        row.save(update_fields=["during"])


def end(unit: Unit, *, first_day: date) -> None:
    """A unit's last day is the day before: with it end its name, code, parent, offices and the holding of dân vận work."""
    unit.existed = since(unit.began, first_day)
    unit.save(update_fields=["existed"])
    for rows in (UnitName, UnitCode, UnitParent, DanVanOwner):
        end_open(rows, unit, first_day)
    for living in Office.objects.filter(unit=unit, existed__upper_inf=True):
        office.close(living, first_day_after=first_day)


def move_hamlet(hamlet: Hamlet, *, to: Unit, first_day: date) -> None:
    """The hamlet goes on in another commune; its counts stay with it."""
    for place in hamlet.places.filter(during__upper_inf=True):
        place.during = since(start(place.during), first_day)
        place.save(update_fields=["during"])
    HamletPlace.objects.create(hamlet=hamlet, unit=to, during=since(first_day))
    hamlet.unit = to
    hamlet.save(update_fields=["unit"])


def move_under(unit: Unit, *, to: Unit, first_day: date) -> None:
    """Another parent from a day on."""
    end_open(UnitParent, unit, first_day)
    UnitParent.objects.create(unit=unit, parent=to, during=since(first_day))


def changed(what: str, *, now: datetime) -> None:
    """A new version of the tree: every process reads it again, and the search follows."""
    Load.objects.create(what=what, at=now)
    refresh_later()
