"""The whole tree in memory, from the rows of the database, so that names are found the same way with and without one."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Count, Window

from gandan.units.gazetteer import Gazetteer, Level, Link, Place
from gandan.units.models import Load, Succession, Unit, UnitCode, UnitName, UnitParent
from gandan.units.models.time import first_day, last_day

Spell = tuple[date | None, date | None, str]


class Picture(Gazetteer):
    """A gazetteer whose units are also known by the ids of their rows."""

    def __init__(self, places: list[Place], links: list[Link], keys: dict[UUID, str]) -> None:
        super().__init__(places, links)
        self.keys = keys


@dataclass
class Kept:
    """The last picture of this process and the version of the tree that it shows."""

    version: tuple[str, int, UUID] | None = None
    picture: Picture | None = None


@dataclass
class Steady:
    """What one reading stands on, once it was asked for."""

    picture: Picture | None = None


_kept = Kept()
_steady: ContextVar[Steady | None] = ContextVar("steady", default=None)


@contextmanager
def steady() -> Iterator[None]:
    """For a reading that changes nothing, such as one page: the version is asked once, and all of it shows one state of the tree."""
    before = _steady.set(Steady())
    try:
        yield
    finally:
        _steady.reset(before)


def picture() -> Picture:
    """Every unit of this database through time; read again only after a deed that changed the tree (one indexed query tells)."""
    held = _steady.get()
    if held is None:
        return _picture(_version())
    if held.picture is None:
        held.picture = _picture(_version())
    return held.picture


def _picture(version: tuple[str, int, UUID] | None) -> Picture:
    kept = _kept.picture
    if version is None:
        return Picture([], [], {})
    if kept is None or _kept.version != version:
        with transaction.atomic():
            if not connection.savepoint_ids:  # one snapshot: a load that ends meanwhile is seen wholly or not at all
                with connection.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            version, kept = _version(), _read()
        _kept.picture, _kept.version = kept, version
    return kept


def _version() -> tuple[str, int, UUID] | None:
    """How many deeds changed the tree, and the one written last: a deed that began earlier and ended later than another one counts as well.

    The last by id, not by its time: times are told by callers, and one that is rolled back must never look like the next one.
    """
    rows = Load.objects.order_by("-pk").values_list("pk", Window(Count("pk")))[:1]
    return next(((str(connection.settings_dict["NAME"]), count, newest) for newest, count in rows), None)


def _read() -> Picture:
    names, codes, parents = defaultdict(list), defaultdict(list), defaultdict(list)
    keys = {pk: source_key or str(pk) for pk, source_key in Unit.objects.values_list("pk", "source_key")}
    for unit, kind, name, during in UnitName.objects.values_list("unit_id", "kind", "name", "during"):
        names[unit].append((first_day(during), last_day(during), f"{kind}\t{name}"))
    for unit, code, during in UnitCode.objects.values_list("unit_id", "code", "during"):
        codes[unit].append((first_day(during), last_day(during), code))
    for unit, up, during in UnitParent.objects.values_list("unit_id", "parent_id", "during"):
        parents[unit].append((first_day(during), last_day(during), keys[up]))
    places = []
    fields = ("pk", "level", "latitude", "longitude", "area_km2")
    for pk, level, lat, lon, km2 in Unit.objects.values_list(*fields):
        for start, end in periods(names[pk] + codes[pk] + parents[pk]):
            kind, name = (_at(names[pk], start, end) or "\t").split("\t")
            below, code_then = _at(parents[pk], start, end), _at(codes[pk], start, end)
            places.append(Place(keys[pk], Level(level), kind, name, code_then, below, start, end, lat, lon, km2))
    return Picture(places, _links(keys), keys)


def _links(keys: dict[UUID, str]) -> list[Link]:
    fields = ("old_id", "new_id", "first_day", "change", "share", "basis", "main", "decree")
    return [
        Link(keys[old], keys[new] if new else None, day, change, Fraction(share), basis, main, decree)
        for old, new, day, change, share, basis, main, decree in Succession.objects.values_list(*fields)
    ]


def periods(spells: list[Spell]) -> list[tuple[date | None, date | None]]:
    """The stretches of time in which nothing changed: cut wherever a name, code or parent begins."""
    if len({(start, end) for start, end, _value in spells}) == 1:
        return [spells[0][:2]]
    starts = sorted({start or date.min for start, _end, _value in spells})
    last = None if any(end is None for _start, end, _value in spells) else max(end for _start, end, _value in spells if end)
    out = []
    for i, start in enumerate(starts):
        end = date.fromordinal(starts[i + 1].toordinal() - 1) if i + 1 < len(starts) else last
        out.append((None if start == date.min else start, end))
    return out


def _at(spells: list[Spell], start: date | None, end: date | None) -> str | None:
    """The value that held in a stretch."""
    day = start or end or date.max
    for first, last, value in spells:
        if (first is None or first <= day) and (last is None or day <= last):
            return value
    return None
