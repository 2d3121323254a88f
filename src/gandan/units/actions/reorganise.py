"""Units merged, split, renamed, moved, abolished: with date and decree, and everything that hangs on them handed over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from django.db import transaction
from django.utils import timezone

from gandan.core import events
from gandan.core.access import Actor, Refusal, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.units import handover
from gandan.units.actions import periods
from gandan.units.actions.held import rows
from gandan.units.actions.periods import NewUnit
from gandan.units.enums import Basis, Change
from gandan.units.models import Hamlet, Succession, Unit, UnitName, UnitParent
from gandan.units.policies import reorganise as policies


@dataclass(frozen=True)
class Share:
    """What one part gets of a divided unit, and where that share comes from."""

    to: Unit | NewUnit
    share: Fraction
    basis: Basis = Basis.DECREE


@transaction.atomic
def merge(units: Sequence[Unit], *, into: NewUnit, first_day: date, decree: str, by: Actor, now: datetime) -> Unit:
    """Whole units become one new unit on a day. Units below them, their hamlets and what other rooms keep go over."""
    units = _locked(units)
    require(by, "units.reorganise")
    refuse_if(policies.merge(units, first_day=first_day, decree=decree, today=timezone.localdate(now)))
    refuse_if(_new(into, first_day, units))
    for unit in units:
        periods.end(unit, first_day=first_day)
    target = periods.make(into, first_day=first_day, decree=decree)
    change = Change.MERGE if len(units) > 1 else Change.RENAME
    steps = [_step(u, target, first_day, change, Decimal(1), Basis.WHOLE, decree, main=True) for u in units]
    for below in UnitParent.objects.filter(parent__in=units, during__upper_inf=True).select_related("unit"):
        periods.move_under(below.unit, to=target, first_day=first_day)
    for hamlet in Hamlet.objects.filter(unit__in=units, existed__upper_inf=True):
        periods.move_hamlet(hamlet, to=target, first_day=first_day)
    handover.run(steps, first_day=first_day, by=by, now=now)
    periods.changed("merge", now=now)
    facts: dict[str, Fact] = {"first_day": first_day, "decree": decree, **{f"old_{i}": u.pk for i, u in enumerate(units, 1)}}
    events.record("units.merged", target, by=by, at=now, unit=target.pk, facts=facts)
    return target


@transaction.atomic
def split(
    unit: Unit, *, parts: Sequence[Share], hamlets: Mapping[Hamlet, int], first_day: date, decree: str, by: Actor, now: datetime
) -> list[Unit]:
    """A unit is divided among new and living units. `hamlets` says for each living hamlet the place of its part in `parts`."""
    (unit,) = _locked([unit])
    require(by, "units.reorganise")
    today = timezone.localdate(now)
    refuse_if(policies.split(unit, shares=[p.share for p in parts], hamlets=hamlets, first_day=first_day, decree=decree, today=today))
    for part in parts:
        refuse_if(
            _new(part.to, first_day, [unit]) if isinstance(part.to, NewUnit) else policies.receives(part.to, unit, first_day=first_day)
        )
    periods.end(unit, first_day=first_day)
    targets = [periods.make(p.to, first_day=first_day, decree=decree) if isinstance(p.to, NewUnit) else p.to for p in parts]
    largest = max(range(len(parts)), key=lambda i: (parts[i].share, -i))
    steps = [
        _step(unit, target, first_day, Change.SPLIT, _decimal(p.share), p.basis, decree, main=i == largest)
        for i, (p, target) in enumerate(zip(parts, targets, strict=True))
    ]
    for hamlet, part_number in hamlets.items():
        periods.move_hamlet(hamlet, to=targets[part_number], first_day=first_day)
    handover.run(steps, first_day=first_day, by=by, now=now)
    periods.changed("split", now=now)
    facts: dict[str, Fact] = {"first_day": first_day, "decree": decree, **{f"new_{i}": u.pk for i, u in enumerate(targets, 1)}}
    events.record("units.split", unit, by=by, at=now, unit=unit.pk, facts=facts)
    return targets


@transaction.atomic
def rename_unit(unit: Unit, *, kind: str, name: str, first_day: date, decree: str, by: Actor, now: datetime) -> Unit:
    """The unit goes on under another name or kind."""
    (unit,) = _locked([unit])
    require(by, "units.reorganise")
    refuse_if(policies.rename(unit, kind=kind, name=name, first_day=first_day, decree=decree, today=timezone.localdate(now)))
    periods.end_open(UnitName, unit, first_day)
    periods.name_from(unit, kind=kind, name=name, first_day=first_day, decree=decree)
    periods.changed("rename", now=now)
    events.record("units.renamed", unit, by=by, at=now, unit=unit.pk, facts={"first_day": first_day, "decree": decree})
    return unit


@transaction.atomic
def move_unit(unit: Unit, *, to: Unit, first_day: date, decree: str, by: Actor, now: datetime) -> Unit:
    """The unit goes on under another parent."""
    (unit,) = _locked([unit])
    require(by, "units.reorganise")
    refuse_if(policies.move(unit, to=to, first_day=first_day, decree=decree, today=timezone.localdate(now)))
    periods.move_under(unit, to=to, first_day=first_day)
    periods.changed("move", now=now)
    events.record("units.moved", unit, by=by, at=now, unit=unit.pk, facts={"first_day": first_day, "decree": decree, "to_unit": to.pk})
    return unit


@transaction.atomic
def abolish(unit: Unit, *, first_day: date, decree: str, by: Actor, now: datetime) -> Succession:
    """The unit ends without a successor of its own; `first_day` is the first day without it."""
    (unit,) = _locked([unit])
    require(by, "units.reorganise")
    refuse_if(policies.abolish(unit, first_day=first_day, decree=decree, today=timezone.localdate(now)))
    periods.end(unit, first_day=first_day)
    step = _step(unit, None, first_day, Change.ABOLITION, Decimal(0), "", decree, main=False)
    handover.run([step], first_day=first_day, by=by, now=now)
    periods.changed("abolish", now=now)
    events.record("units.abolished", unit, by=by, at=now, unit=unit.pk, facts={"first_day": first_day, "decree": decree})
    return step


def _locked(units: Sequence[Unit]) -> list[Unit]:
    """The rows themselves, held until the end, in one order for everybody."""
    found = rows(Unit, [u.pk for u in units])
    return [found[u.pk] for u in units]


def _new(unit: NewUnit, first_day: date, ending: Sequence[Unit]) -> Refusal | None:
    return policies.new(
        level=unit.level, kind=unit.kind, name=unit.name, code=unit.code, parent=unit.parent, first_day=first_day, ending=ending
    )


def _step(old: Unit, new: Unit | None, day: date, change: Change, share: Decimal, basis: str, decree: str, *, main: bool) -> Succession:
    return Succession.objects.create(old=old, new=new, first_day=day, change=change, share=share, basis=basis, main=main, decree=decree)


def _decimal(share: Fraction) -> Decimal:
    """Six places; the policy has seen to it that shares are given so."""
    return (Decimal(share.numerator) / Decimal(share.denominator)).quantize(Decimal("0.000001"))
