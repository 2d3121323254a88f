"""READ the roll of honour: what was given, by ground, persons and collectives apart. The award is the page; no page goes by a name."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Prefetch, Q, QuerySet, Subquery, Sum, When
from django.db.models.functions import Coalesce

from gandan.awards.enums import NameSource, Whom
from gandan.awards.models import AwardKind, Call, Conferral, Holder
from gandan.core.access import Actor, Role
from gandan.units import queries as units
from gandan.units.queries.picture import steady

STAFF = (Role.OFFICER, Role.LEADER, Role.SPECIALIST)


@dataclass(frozen=True)
class Totals:
    """How many, never summed: a collective is not so many persons. `conferrals` counts a decision once, on however many grounds it
    commends."""

    persons: int
    collectives: int
    conferrals: int


@dataclass(frozen=True)
class At:
    """How many of those on a roll work in one unit, or were commended by it."""

    unit: UUID
    persons: int
    collectives: int


def roll(
    *,
    actor: Actor,
    unit: UUID | None = None,
    decided_in: UUID | None = None,
    level: str = "",
    kind: AwardKind | None = None,
    year: int | None = None,
    whom: str = "",
    ground: str = "",
    on: date | None = None,
) -> QuerySet[Conferral]:
    """Conferrals that the actor sees, newest first, with `shown`: the names of those who hold them still; `people` and `groups`: how many
    of them work in `unit`. `decided_in`: the unit whose office decided. A unit stands for everything below it and what went into it."""
    rows = _at(seen(actor), places(unit, on=on)) if unit else seen(actor).annotate(people=F("persons"), groups=F("collectives"))
    if decided_in is not None:
        rows = rows.filter(decision__unit__in=places(decided_in, on=on))
    if level:
        rows = rows.filter(Q(decision__level=level) | Q(decision=None, kind__level=level))
    if kind is not None:
        rows = rows.filter(kind=kind)
    if year is not None:
        rows = rows.filter(Q(year=year) | Q(year=None, given_on__year=year))
    if whom:
        rows = rows.filter(**{f"{'people' if whom == Whom.PERSON else 'groups'}__gt": 0})
    if ground:
        rows = rows.filter(ground=ground)
    holders = Holder.objects.filter(revoked_on=None).exclude(name="").order_by("whom", "position", "pk")
    rows = rows.select_related("kind", "unit", "decision").prefetch_related("kind__names", Prefetch("holders", holders, to_attr="shown"))
    return rows.order_by(F("year").desc(nulls_last=True), F("given_on").desc(nulls_last=True), "-pk")


def seen(actor: Actor) -> QuerySet[Conferral]:
    """What is public; and what is kept by one's own unit or below it."""
    own = {h.unit for h in actor.holdings if h.role in STAFF and h.unit is not None}
    below = {d for h in actor.holdings if h.role in STAFF[1:] and h.unit is not None for d in units.descendant_ids(h.unit, on=h.on)}
    return Conferral.objects.filter(Q(is_public=True) | Q(kept_by__in=own | below), removed_at=None)


def totals(rows: QuerySet[Conferral]) -> Totals:
    """Persons and collectives of a `roll`, apart."""
    once = Count(Coalesce("decision_id", "pk"), distinct=True)
    found = rows.order_by().aggregate(total=Sum("people"), all=Sum("groups"), once=once)
    return Totals(found["total"] or 0, found["all"] or 0, found["once"])


def by_place(rows: QuerySet[Conferral], *, within: UUID | None = None, on: date | None = None) -> list[At]:
    """Where those on a `roll` work, the most first; `within` the unit asked. What a text or book tells is counted at the unit it names."""
    told, found = rows.order_by().exclude(source=NameSource.DECISION), defaultdict[UUID, list[int]](lambda: [0, 0])
    holders = Holder.objects.filter(conferral__in=rows.order_by().filter(source=NameSource.DECISION).values("pk")).exclude(unit=None)
    if within is not None:
        holders = holders.filter(unit__in=places(within, on=on))
    for unit, whom, many in holders.order_by().values_list("unit", "whom").annotate(n=Count("pk")):
        found[unit][whom == Whom.COLLECTIVE] += many
    for unit, persons, collectives in told.exclude(unit=None).values_list("unit").annotate(n=Sum("people"), m=Sum("groups")):
        found[unit][0] += persons
        found[unit][1] += collectives
    return _most(found)


def by_decider(rows: QuerySet[Conferral]) -> list[At]:
    """Which unit commended how many of a `roll`, the most first; only what was decided here."""
    found = rows.order_by().exclude(decision=None).values_list("decision__unit").annotate(n=Sum("people"), m=Sum("groups"))
    return _most({unit: [persons, collectives] for unit, persons, collectives in found})


def _most(found: Mapping[UUID, Sequence[int]]) -> list[At]:
    return sorted((At(unit, *many) for unit, many in found.items()), key=lambda at: (-at.persons - at.collectives, str(at.unit)))


def revoked(conferral: Conferral) -> int:
    """How many of those who were given it hold it no more. No name."""
    return conferral.holders.exclude(revoked_on=None).count()


def of_call(call: Call) -> QuerySet[Holder]:
    """The list of certificates of a decision, collectives first, in the order of the dossiers."""
    rows = Holder.objects.filter(nominee__nomination__call=call).select_related("conferral")
    return rows.order_by("whom", "conferral__ground", "position", "pk")


def numbered(call: Call, *, first: int, width: int = 2, tail: str = "") -> dict[UUID, str]:
    """A running row of certificate numbers for those who have none, to be looked at before it is kept."""
    without = of_call(call).filter(certificate="").values_list("pk", flat=True)
    return {pk: f"{n:0{width}d}{tail}" for n, pk in enumerate(without, start=first)}


def _at(rows: QuerySet[Conferral], here: frozenset[UUID]) -> QuerySet[Conferral]:
    """Those with somebody who works here: of a decision its holders tell, of all else the unit it names."""
    there, told = Holder.objects.filter(conferral=OuterRef("pk"), unit__in=here), ~Q(source=NameSource.DECISION)

    def many(whom: Whom, column: str) -> Case:
        counted = there.filter(whom=whom).order_by().values("conferral").annotate(n=Count("pk")).values("n")
        return Case(When(told, then=F(column)), default=Coalesce(Subquery(counted), 0), output_field=IntegerField())

    rows = rows.annotate(people=many(Whom.PERSON, "persons"), groups=many(Whom.COLLECTIVE, "collectives"))
    return rows.filter(told & Q(unit__in=here) | Q(Exists(there), source=NameSource.DECISION))


def places(unit: UUID, *, on: date | None) -> frozenset[UUID]:
    """A unit, everything below it, and what went into any of them."""
    with steady():  # one state of the tree, asked once
        below = units.descendant_ids(unit, on=on) | {unit}
        return frozenset({*below, *(part.place.id for one in below for part in units.predecessors(one) if part.share)})
