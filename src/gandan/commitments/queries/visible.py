"""What an actor sees: lists and single rows go through here."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from gandan.commitments.models import Commitment, Coordinator
from gandan.commitments.queries.places import waiting_for
from gandan.core.access import Actor, Role
from gandan.units import queries as units
from gandan.units.queries.picture import picture

READS_OWN = frozenset({Role.OFFICER, Role.LEADER, Role.SPECIALIST})
READS_BELOW = frozenset({Role.LEADER, Role.SPECIALIST})


def visible_to(actor: Actor) -> QuerySet[Commitment]:
    """What is owed to people, to everybody. Tasks: to officers, leaders and specialists of the unit, to leaders and specialists above it,
    to the offices that assigned them or work along, and to who chooses an office for one that waits for it after a reorganisation."""
    places, offices = own_places(actor), offices_of(actor)
    if not places:
        return Commitment.objects.filter(is_public=True)
    along = Exists(Coordinator.objects.filter(commitment=OuterRef("pk"), office__in=offices))
    mine = Q(is_public=True) | Q(unit__in=places) | Q(assigned_by__in=offices) | Q(along)
    chosen = choosing_places(actor)
    return Commitment.objects.filter(mine | waiting_for(chosen) if chosen else mine)


def choosing_places(actor: Actor) -> set[UUID]:
    """Units for which the actor may take what waits for an office: those they lead or stand above."""
    return {unit for h in actor.holdings if h.role in READS_BELOW and h.unit is not None for unit in below(h.unit, on=h.on)}


def offices_of(actor: Actor) -> set[UUID]:
    """Offices from which an actor may read and work today."""
    return {h.office for h in actor.holdings if h.role in READS_OWN and h.office is not None}


def own_places(actor: Actor) -> set[UUID]:
    """Units whose tasks the actor reads, with the units that went into them: what ended there keeps its unit."""
    now: set[UUID] = set()
    for h in actor.holdings:
        if h.role in READS_OWN and h.unit is not None:
            now |= {h.unit} | (units.descendant_ids(h.unit, on=h.on) if h.role in READS_BELOW else frozenset())
    return now | set(past_of(now))


def past_of(unit_ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """Units that went wholly into these, at once or through others, each with the one of them that it lives on in.

    One that was divided stands with none of its parts: its history belongs to all of them and would be counted twice.
    """
    tree = picture()
    out: dict[UUID, UUID] = {}
    waiting = [(unit, unit) for unit in unit_ids]
    while waiting:
        unit, today = waiting.pop()
        place = tree.at(tree.keys[unit], None) if unit in tree.keys else None
        for came in tree.came_from(place) if place else ():
            if came.share == 1 and came.place.id not in out:
                out[came.place.id] = today
                waiting.append((came.place.id, today))
    return out


def below(unit: UUID, *, on: date) -> frozenset[UUID]:
    """A unit and everything beneath it on a day."""
    return units.descendant_ids(unit, on=on) | {unit}
