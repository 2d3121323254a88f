"""READ what becomes of a unit that ends, for rooms that hand over what it owed: who may take it, and who takes it without being chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gandan.units.enums import Change
from gandan.units.models import Office, Succession, Unit, UnitParent


@dataclass(frozen=True)
class Ending:
    """Of a unit that ended: how, and the units that may take what it owed. `alone`: the one that takes all of it; after a split a person
    always chooses."""

    old: Unit
    change: Change
    takers: tuple[Unit, ...]
    alone: Unit | None


def endings(steps: Sequence[Succession]) -> list[Ending]:
    """One for each unit that ends in a reorganisation."""
    parts: dict[Unit, list[Succession]] = {}
    for step in steps:
        parts.setdefault(step.old, []).append(step)
    return [_ending(old, into) for old, into in parts.items()]


def ending_of(unit: UUID) -> Ending | None:
    """The same of one unit later on; None of one that stands."""
    found = endings(list(Succession.objects.filter(old=unit).select_related("new", "old")))
    return found[0] if found else None


def same_kind(office: Office, *, at: Unit, on: date) -> Office | None:
    """The office of the same kind that stands at a unit on a day; never itself."""
    return Office.objects.filter(unit=at, kind=office.kind, existed__contains=on).exclude(pk=office.pk).first()


def _ending(old: Unit, into: Sequence[Succession]) -> Ending:
    change = Change(into[0].change)
    takers = tuple(step.new for step in into if step.new is not None) or _above(old, into[0].first_day)
    return Ending(old, change, takers, takers[0] if change in {Change.MERGE, Change.RENAME} and len(takers) == 1 else None)


def _above(old: Unit, first_day: date) -> tuple[Unit, ...]:
    """A unit that ended without a successor leaves its business to the one above it."""
    up = UnitParent.objects.filter(unit=old, during__endswith=first_day).select_related("parent").first()
    return (up.parent,) if up else ()
