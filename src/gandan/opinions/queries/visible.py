"""What an actor sees: lists and single rows go through here."""

from uuid import UUID

from django.db.models import Q, QuerySet

from gandan.commitments.queries import past_of
from gandan.core.access import Actor, Role
from gandan.opinions.models import Case, PendingCase
from gandan.opinions.permissions import OVERSEERS, STAFF
from gandan.units import queries as units
from gandan.units.models import Office

NOTHING = Q(pk__in=())


def visible_to(actor: Actor) -> QuerySet[Case]:
    """Cases whose words the actor reads: officers, specialists and leaders those of their office, leaders those of their unit, leaders and
    specialists above what was escalated to them. With each unit come those that went into it: what ended there stays
    readable after a merger."""
    seen = _at_offices(actor) | _in_units(actor) | _escalated(actor) | waiting_for(actor)
    return Case.objects.filter(seen)


def waiting_for(actor: Actor) -> Q:
    """What waits, after a reorganisation, for a unit that the actor leads. Asked for beforehand, most often with nothing in it: as a
    question inside the other it would keep the database from every index, and a leader's inbox would read all cases of the country."""
    led = _led(actor)
    return (
        Q(pk__in=list(PendingCase.objects.filter(settled_on=None, candidates__in=led).values_list("case", flat=True))) if led else NOTHING
    )


def _led(actor: Actor) -> set[UUID]:
    return {h.unit for h in actor.holdings if h.role == Role.LEADER and h.unit is not None}


def _at_offices(actor: Actor) -> Q:
    """Own offices, and offices of the same kind in units that went into theirs."""
    mine = {h.office: h.unit for h in actor.holdings if h.role in STAFF and h.office is not None and h.unit is not None}
    seen = Q(office__in=mine)
    past = past_of(set(mine.values())) if mine else {}
    if past:
        kinds = dict(Office.objects.filter(pk__in=mine).values_list("pk", "kind"))
        for office, unit in mine.items():
            gone = [was for was, now in past.items() if now == unit]
            seen |= Q(office__unit__in=gone, office__kind=kinds.get(office, "")) if gone else NOTHING
    return seen


def _in_units(actor: Actor) -> Q:
    led = _led(actor)
    return Q(unit__in=led | set(past_of(led))) if led else NOTHING


def _escalated(actor: Actor) -> Q:
    over = [h for h in actor.holdings if h.role in OVERSEERS]
    if any(h.unit is None for h in over):
        return Q(escalated_on__isnull=False)
    places = {unit for h in over if h.unit is not None for unit in (h.unit, *units.descendant_ids(h.unit, on=h.on))}
    return Q(escalated_on__isnull=False, unit__in=places | set(past_of(places))) if places else NOTHING
