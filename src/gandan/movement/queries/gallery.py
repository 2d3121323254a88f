"""READ the gallery: models that everybody may see, newest first, a page at a time; the same few questions whatever stands on a page.

A page begins after the last row of the page before (day of registration and id, as the index keeps them), never by counting rows away:
the hundredth page of fifty thousand costs what the first one does.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from gandan.activities.queries.activities import circles
from gandan.appraisals.enums import Level
from gandan.indicators.models import Statement
from gandan.movement.enums import Kind
from gandan.movement.models import Aim, Field, Practice, Reading, Recognition, Resource
from gandan.movement.queries import finder, life
from gandan.movement.queries.visible import public
from gandan.units import queries as units
from gandan.units.gazetteer import Place

PER_PAGE = 12
ALIVE, SILENT, ENDED, TOLD = "con", "im", "dung", "ke"
LIVES: dict[str, Callable[[date], Q]] = {ALIVE: life.living, SILENT: life.silent, ENDED: life.stopped, TOLD: life.told}
ORDER = ("-registered_on", "-id")
LEVELS = (Level.CENTRE, Level.PROVINCE, Level.DISTRICT, Level.BASE)  # the highest first


@dataclass(frozen=True)
class Wanted:
    """What somebody asked to see. `field` is a name: each drive has its own row for it. `life` is one of LIVES. `words`: a problem in own
    words, as the finder reads it."""

    place: Place | None = None
    field: str = ""
    kind: str = ""
    level: str = ""
    life: str = ""
    words: str = ""

    @property
    def narrows(self) -> bool:
        """Whether it is less than everything, words aside."""
        return self.place is not None or any((self.field, self.kind, self.level, self.life))


class Mark(NamedTuple):
    """Where a page begins: after (or, looking back, before) this row."""

    day: date
    key: UUID


@dataclass(frozen=True)
class Slice:
    """A page of models; `older` and `newer` say where the next ones begin, None at an end."""

    rows: tuple[Practice, ...]
    older: Mark | None = None
    newer: Mark | None = None


@dataclass(frozen=True)
class Outcome:
    """What came of one aim: the newest reading that still stands, None while nothing was measured."""

    aim: Aim
    read_on: date | None = None
    statement: Statement | None = None


@dataclass(frozen=True)
class Card:
    """A model as the gallery shows it: what it took of each kind, what came of it, which levels recognise it, how many copied it."""

    practice: Practice
    place: Place | None
    took: tuple[Resource, ...]
    outcome: Outcome | None
    levels: tuple[Level, ...]
    copies: int


def listed(wanted: Wanted, *, today: date) -> QuerySet[Practice]:
    """Those that everybody may see and that were asked for, without an order."""
    rows = narrowed(public(), wanted, today=today)
    return rows.filter(pk__in=finder.matching(wanted.words, rows)) if wanted.words else rows


def narrowed(rows: QuerySet[Practice], wanted: Wanted, *, today: date) -> QuerySet[Practice]:
    """Those of the rows that were asked for, words aside."""
    if wanted.place is not None:
        rows = rows.filter(within(wanted.place))
    if wanted.field:
        rows = rows.filter(field__in=list(Field.objects.filter(name=wanted.field).values_list("pk", flat=True)))
    if wanted.kind in Kind.values:
        rows = rows.filter(kind=wanted.kind)
    if wanted.level in Level.values:
        rows = rows.filter(Exists(Recognition.objects.filter(practice=OuterRef("pk"), level=wanted.level, revoked_by=None)))
    return rows.filter(LIVES[wanted.life](today)) if wanted.life in LIVES else rows


def within(place: Place) -> Q:
    """In a unit with all below it and all that went into it; of a unit that is no more, what was registered there, whoever has it now."""
    own, _around = circles(place.id)
    return Q(unit__in=own) if place.is_open else Q(made_in__in=own)


def page(wanted: Wanted, *, today: date, after: Mark | None = None, before: Mark | None = None, size: int = PER_PAGE) -> Slice:
    """So many models older than `after`, or the ones just newer than `before`; the first page without either. One question, or two."""
    rows = listed(wanted, today=today).select_related("field", "hamlet")
    if before is not None:
        found = list(rows.filter(_newer(before)).order_by("registered_on", "id")[: size + 1])
        more, kept = len(found) > size, tuple(reversed(found[:size]))
        return Slice(kept, older=_mark(kept[-1]), newer=_mark(kept[0]) if more else None) if kept else page(wanted, today=today, size=size)
    found = list((rows.filter(_older(after)) if after else rows).order_by(*ORDER)[: size + 1])
    more, kept = len(found) > size, tuple(found[:size])
    return Slice(kept, older=_mark(kept[-1]) if more and kept else None, newer=_mark(kept[0]) if after and kept else None)


def _older(mark: Mark) -> Q:
    """The first condition alone is what the index begins at."""
    return Q(registered_on__lte=mark.day) & (Q(registered_on__lt=mark.day) | Q(id__lt=mark.key))


def _newer(mark: Mark) -> Q:
    return Q(registered_on__gte=mark.day) & (Q(registered_on__gt=mark.day) | Q(id__gt=mark.key))


def _mark(practice: Practice) -> Mark:
    assert practice.registered_on is not None  # noqa: S101  the database holds it for what is public
    return Mark(practice.registered_on, practice.pk)


def cards(practices: Sequence[Practice]) -> list[Card]:
    """Six questions, however many models."""
    keys = [p.pk for p in practices]
    took: dict[UUID, list[Resource]] = defaultdict(list)
    for resource in Resource.objects.filter(practice__in=keys):
        took[resource.practice_id].append(resource)
    levels: dict[UUID, set[str]] = defaultdict(set)
    for key, level in Recognition.objects.filter(practice__in=keys, revoked_by=None).values_list("practice_id", "level"):
        levels[key].add(level)
    copies = copied(keys)
    came = outcomes(keys)
    places = units.several(p.unit_id for p in practices)
    return [
        Card(p, place, tuple(took[p.pk]), came.get(p.pk), tuple(level for level in LEVELS if level in levels[p.pk]), copies.get(p.pk, 0))
        for p, place in zip(practices, places, strict=True)
    ]


def copied(keys: Sequence[UUID]) -> dict[UUID, int]:
    """How many models that everybody may see were learnt from each of these."""
    rows = public().filter(adopted_from__in=keys).values("adopted_from").annotate(n=Count("pk")).values_list("adopted_from", "n")
    return {key: n for key, n in rows if key is not None}


def outcomes(keys: Sequence[UUID]) -> dict[UUID, Outcome]:
    """For each model the aim that was measured last; where nothing was measured yet, its first aim."""
    found: dict[UUID, Outcome] = {}
    aims = {a.pk: a for a in Aim.objects.filter(practice__in=keys).order_by("order")}
    for aim in aims.values():
        found.setdefault(aim.practice_id, Outcome(aim))
    for reading in standing_readings(list(aims)):
        aim = aims[reading.aim_id]
        found[aim.practice_id] = max(
            found[aim.practice_id], Outcome(aim, reading.read_on, reading.statement), key=lambda o: o.read_on or date.min
        )
    return found


def standing_readings(aims: Sequence[UUID]) -> QuerySet[Reading]:
    """Readings whose figure was neither taken back nor corrected, oldest first."""
    rows = Reading.objects.filter(aim__in=aims, statement__retraction=None, statement__corrected_by=None)
    return rows.select_related("statement").order_by("read_on", "id")


def fields() -> list[str]:
    """The names of fields that anything public stands in, in the order of their drives."""
    return list(dict.fromkeys(Field.objects.order_by("order", "name").values_list("name", flat=True)))
