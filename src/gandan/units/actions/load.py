"""Loads the shipped units: 14,000 of them in a few seconds, one event, and a second time nothing."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db import IntegrityError, connection, models, transaction

from gandan.core import events
from gandan.core.access import Actor, require
from gandan.core.ids import uuid7
from gandan.core.text import sort_key
from gandan.units.gazetteer import ATTESTED, Link, Place, source
from gandan.units.gazetteer.place import stable_id
from gandan.units.models import Load, Succession, Unit, UnitCode, UnitName, UnitParent, rules
from gandan.units.models.time import since
from gandan.units.search import refresh_later

WHAT = "file"


@transaction.atomic
def load(*, by: Actor, now: datetime) -> Load:
    """Fill in the units of the shipped file that are not there yet. Returns the load; the same file again returns the earlier one.

    Units that are there stay as they are: an installation may have renamed or merged them since.
    """
    require(by, "units.load")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('units.load'))")
    digest = hashlib.sha256(source.FILE.read_bytes()).hexdigest()
    if earlier := Load.objects.filter(what=WHAT, digest=digest).first():
        return earlier
    places, links = source.read()
    there = set(Unit.objects.exclude(source_key=None).values_list("source_key", flat=True))
    fresh = defaultdict(list)
    for place in places:
        if place.key not in there:
            fresh[place.key].append(place)
    _insert(fresh.values(), [link for link in links if link.old in fresh])
    done = Load.objects.create(what=WHAT, digest=digest, at=now)
    refresh_later()
    events.record("units.loaded", done, by=by, at=now, facts={"units": len(fresh), "digest": digest[:16]})
    return done


def _insert(units: Iterable[Sequence[Place]], links: Iterable[Link]) -> None:
    """Rows of new units and of what became of them."""
    units = [sorted(times, key=lambda p: p.valid_from or date.min) for times in units]
    _checks("on")
    Unit.objects.bulk_create([_unit(times) for times in units], batch_size=2000)
    _bulk(UnitName, [x for times in units for x in _runs(times, "name")])
    _bulk(UnitCode, [x for times in units for x in _runs(times, "code")])
    _bulk(UnitParent, [x for times in units for x in _runs(times, "parent")])
    _bulk(Succession, [_succession(link) for link in links])
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        # without fresh statistics the planner takes 14,000 new rows for none and loops for minutes
        cursor.execute("ANALYZE units_unit, units_unitname, units_unitcode, units_unitparent, units_succession")
        cursor.execute(rules.BROKEN)
        broken = cursor.fetchall()
    _checks("off")
    if broken:
        raise IntegrityError(f"{len(broken)} rows of the file break the rules of time, first {broken[0][0]}")


def _checks(bulk: str) -> None:
    """Within this transaction the checks row by row rest; `rules.BROKEN` asks the same of all rows at once."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('gandan.units_bulk', %s, true)", [bulk])


def _bulk(model: type[models.Model], rows: Sequence[models.Model]) -> None:
    model._default_manager.bulk_create(rows, batch_size=2000)


def _unit(times: Sequence[Place]) -> Unit:
    first, last = times[0], times[-1]
    return Unit(
        id=stable_id(last.key),
        level=str(last.level),
        existed=since(first.valid_from, _end(last)),
        attested_on=ATTESTED if first.valid_from is None else first.valid_from,
        latitude=last.lat,
        longitude=last.lon,
        area_km2=last.km2,
        source_key=last.key,
    )


def _end(place: Place) -> date | None:
    return place.valid_to + timedelta(days=1) if place.valid_to else None


def _runs(times: Sequence[Place], what: str) -> list[models.Model]:
    """One row for each run of periods in which name, code or parent stayed the same."""
    runs: list[list[Place]] = []
    for place in times:
        if runs and _value(runs[-1][-1], what) == _value(place, what):
            runs[-1].append(place)
        else:
            runs.append([place])
    return [_row(run[0], what, since(run[0].valid_from, _end(run[-1]))) for run in runs if any(_value(run[0], what))]


def _value(place: Place, what: str) -> tuple[str | None, ...]:
    return {"name": (place.kind, place.name), "code": (place.code,), "parent": (place.parent,)}[what]


def _row(place: Place, what: str, during: object) -> models.Model:
    unit = stable_id(place.key)
    if what == "name":
        return UnitName(id=uuid7(), unit_id=unit, kind=place.kind, name=place.name, sort=sort_key(place.name), during=during)
    if what == "code":
        return UnitCode(id=uuid7(), unit_id=unit, level=str(place.level), code=place.code or "", during=during)
    return UnitParent(id=uuid7(), unit_id=unit, parent_id=stable_id(place.parent or ""), during=during)


def _succession(link: Link) -> Succession:
    return Succession(
        id=uuid7(),
        old_id=stable_id(link.old),
        new_id=stable_id(link.new) if link.new else None,
        first_day=link.first_day,
        change=link.kind,
        share=Decimal(link.share.numerator) / Decimal(link.share.denominator),
        basis=link.basis,
        main=link.main,
        decree=link.decree,
    )
