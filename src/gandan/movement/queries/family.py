"""READ: who learnt from whom. A family is the first model and all that were learnt from it, at once or over others, wherever.

A circle cannot come about: a model names the one it was learnt from when it is begun and never afterwards (the database keeps both
columns), and only what is registered already can be learnt from.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet

from gandan.core.access import Actor, Anyone
from gandan.movement.enums import PUBLIC, DriveState, Result
from gandan.movement.models import AdoptionVerdict, Aim, Drive, Field, Practice, Reading, Recognition, Review
from gandan.units import queries as units
from gandan.units.queries.picture import steady

MOST = 2000  # models of one family on a page, the first ones; nobody reads more


@dataclass(frozen=True)
class Came:
    """What one measure came to: where it stood, what was aimed at, what was read last (none yet: None)."""

    aim: Aim
    last: Reading | None


@dataclass(frozen=True)
class Member:
    """One model of a family. `place` is its unit as it is named today, `made_in` as it was when that is another one.

    `judged` is the last word of its owner on the original; `came` what its measures show; `children` were learnt from it.
    """

    practice: Practice
    depth: int
    place: str
    made_in: str
    judged: AdoptionVerdict | None
    came: tuple[Came, ...]
    effective: bool
    levels: tuple[str, ...]
    children: tuple["Member", ...] = ()

    def everyone(self) -> Iterator["Member"]:
        """This one and all below, in the order of a tree that is read from above."""
        waiting = [self]
        while waiting:
            yield (one := waiting.pop())
            waiting += reversed(one.children)


@dataclass(frozen=True)
class Family:
    """`first` is None where it is not to be seen by who asks."""

    first: Member | None
    size: int = 0
    units: int = 0
    provinces: int = 0
    generations: int = 0
    members: Mapping[UUID, Member] = field(default_factory=dict)


def tree(practice: Practice, *, actor: Actor | None = None) -> Family:
    """The whole family of a model, in a constant number of queries. What `actor` may not see (drafts of others) is left out."""
    root = practice.root_id or practice.pk
    rows = list(_rows(root, actor or Anyone()).order_by("registered_on", "id")[:MOST])
    if not rows:
        return Family(None)
    places = _names({u for row in rows for u in (row.unit_id, row.made_in_id)})
    below: dict[UUID | None, list[Practice]] = {}
    for row in rows:
        below.setdefault(row.adopted_from_id, []).append(row)
    first = next((row for row in rows if row.pk == root), None)
    if first is None:
        return Family(None)
    found = _grown(first, below, places)
    members = {m.practice.pk: m for m in found.everyone()}
    return Family(
        found,
        size=len(members),
        units=len({m.practice.unit_id for m in members.values()}),
        provinces=len(_provinces({m.practice.unit_id for m in members.values()})),
        generations=max(m.depth for m in members.values()) + 1,
        members=members,
    )


def copies(rows: QuerySet[Practice]) -> dict[UUID, int]:
    """How often each of these was learnt by another office that registered an own model, at once (not over others)."""
    found = Practice.objects.filter(adopted_from__in=rows.order_by().values("pk"), state__in=sorted(PUBLIC)).order_by()
    return {key: n for key, n in found.values_list("adopted_from").annotate(n=Count("pk")) if key is not None}


def drive_for(practice: Practice, unit: UUID, today: date) -> Drive | None:
    """In which drive a unit registers what it learns: that of the original where it is open to it, else the newest that is."""
    above = units.ancestor_ids(unit, today)
    rows = Drive.objects.filter(state=DriveState.LAUNCHED, unit__in=above, ends_on__gte=today, fields__ended_on=None).distinct()
    found = list(rows.order_by("-starts_on", "-id"))
    return next((d for d in found if d.pk == practice.drive_id), found[0] if found else None)


def field_for(practice: Practice, drive: Drive) -> Field:
    """The field of the same name, else the first: who writes the form may choose another."""
    found = list(drive.fields.filter(ended_on=None).order_by("order"))
    return next((f for f in found if f.pk == practice.field_id or f.name == practice.field.name), found[0])


def _rows(root: UUID, actor: Actor) -> QuerySet[Practice]:
    from gandan.movement import queries

    readings = (
        Reading.objects.filter(statement__retraction=None, statement__corrected_by=None)
        .select_related("statement")
        .order_by("read_on", "id")
    )
    return (
        queries.visible_to(actor)
        .filter(Q(root=root) | Q(pk=root))
        .select_related("office", "hamlet", "field", "drive")
        .prefetch_related(
            "office__names",
            Prefetch("adoption_verdicts", AdoptionVerdict.objects.order_by("given_on", "id")),
            Prefetch("aims", Aim.objects.order_by("order")),
            Prefetch("aims__readings", readings),
            Prefetch("recognitions", Recognition.objects.filter(revoked_by=None)),
            Prefetch("reviews", Review.objects.order_by("year", "given_at", "id")),
        )
    )


def _grown(first: Practice, below: Mapping[UUID | None, list[Practice]], places: Mapping[UUID, str]) -> Member:
    """The tree from its root, made from the deepest up: a chain may be as long as the family is large."""
    ordered, waiting = list[tuple[Practice, int]](), [(first, 0)]
    while waiting:
        row, depth = waiting.pop()
        ordered.append((row, depth))
        waiting += [(child, depth + 1) for child in below.get(row.pk, ())]
    made: dict[UUID, Member] = {}
    for row, depth in reversed(ordered):
        made[row.pk] = _member(row, depth, tuple(made[child.pk] for child in below.get(row.pk, ())), places)
    return made[first.pk]


def _member(row: Practice, depth: int, children: tuple[Member, ...], places: Mapping[UUID, str]) -> Member:
    verdicts, reviews = list(row.adoption_verdicts.all()), list(row.reviews.all())
    return Member(
        practice=row,
        depth=depth,
        place=places.get(row.unit_id, ""),
        made_in=places.get(row.made_in_id, "") if row.made_in_id != row.unit_id else "",
        judged=verdicts[-1] if verdicts else None,
        came=tuple(Came(aim, _last(aim)) for aim in row.aims.all()),
        effective=bool(reviews) and reviews[-1].result == Result.EFFECTIVE,
        levels=tuple(r.level for r in row.recognitions.all()),
        children=children,
    )


def _last(aim: Aim) -> Reading | None:
    read = list(aim.readings.all())
    return read[-1] if read else None


def _names(keys: set[UUID]) -> dict[UUID, str]:
    return {p.id: p.full_name for p in units.several(list(keys)) if p is not None}


def _provinces(keys: set[UUID]) -> set[UUID]:
    """The highest places above these units, or themselves; from one picture of the units."""
    with steady():
        above = {key: units.ancestors(key) for key in keys}
    return {places[-1].id if places else key for key, places in above.items()}
