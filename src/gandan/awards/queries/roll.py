"""READ the roll of honour: what was given, by ground, persons and collectives apart. The award is the page; no page goes by a name."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Prefetch, Q, QuerySet, Sum

from gandan.awards.enums import Whom
from gandan.awards.models import AwardKind, Call, Conferral, Holder
from gandan.core.access import Actor, Role
from gandan.units import queries as units
from gandan.units.queries.picture import steady

STAFF = (Role.OFFICER, Role.LEADER, Role.SPECIALIST)


@dataclass(frozen=True)
class Totals:
    """How many, never summed: a collective is not so many persons."""

    persons: int
    collectives: int
    conferrals: int


def roll(
    *,
    actor: Actor,
    unit: UUID | None = None,
    kind: AwardKind | None = None,
    year: int | None = None,
    whom: str = "",
    ground: str = "",
    on: date | None = None,
) -> QuerySet[Conferral]:
    """Conferrals that the actor sees, newest first, with `shown`: the names of those who hold them still. A unit stands for
    everything below it and for what went into it."""
    rows = seen(actor)
    if unit is not None:
        rows = rows.filter(unit__in=_places(unit, on))
    if kind is not None:
        rows = rows.filter(kind=kind)
    if year is not None:
        rows = rows.filter(Q(year=year) | Q(year=None, given_on__year=year))
    if whom:
        rows = rows.filter(persons__gt=0) if whom == Whom.PERSON else rows.filter(collectives__gt=0)
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
    """Persons and collectives apart."""
    found = rows.order_by().aggregate(persons=Sum("persons"), collectives=Sum("collectives"))
    return Totals(found["persons"] or 0, found["collectives"] or 0, rows.count())


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


def _places(unit: UUID, on: date | None) -> frozenset[UUID]:
    with steady():  # one state of the tree, asked once
        below = units.descendant_ids(unit, on=on) | {unit}
        return frozenset({*below, *(part.place.id for one in below for part in units.predecessors(one) if part.share)})
