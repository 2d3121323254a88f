"""In which unit a commitment counts, and on whose pages it stands.

What is owed to people counts where it was promised, whoever works on it now: a hand-over makes no page cleaner. Through a merger that
place is the unit that took over; of a unit that was divided, or left its business to the one above, it is the unit that took the work.
A task counts where its lead is. The unit that works on it lists it as well, and so does each that may take what waits after a division.
"""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from gandan.commitments.enums import Cause, Kind
from gandan.commitments.models import Handover, PendingHandover
from gandan.units.queries.picture import picture


def counted_in(unit_ids: Iterable[UUID]) -> Q:
    """What counts with these units; give a unit together with `past_of`."""
    ids = list(unit_ids)
    left_over = Exists(Handover.objects.filter(commitment=OuterRef("pk"), cause=Cause.ABOLITION, was__unit=OuterRef("made_in")))
    here = Q(unit__in=ids) & (Q(made_in__in=came_into(ids)) | Q(left_over))
    return Q(kind=Kind.TASK, unit__in=ids) | ~Q(kind=Kind.TASK) & (Q(made_in__in=ids) | here)


def listed_in(unit_ids: Iterable[UUID]) -> Q:
    """What stands on the pages of these units: what counts there, what they work on, and what waits for one of them to take it."""
    ids = list(unit_ids)
    return counted_in(ids) | Q(unit__in=ids) | waiting_for(ids)


def waiting_for(unit_ids: Iterable[UUID]) -> Q:
    """What nobody answers for since a reorganisation, and one of these units may take."""
    rows = PendingHandover.objects.filter(commitment=OuterRef("pk"), settled_on=None, candidates__in=list(unit_ids))
    return Q(Exists(rows))


def came_into(unit_ids: Iterable[UUID]) -> frozenset[UUID]:
    """Units that went into these, even in part, at once or through others; these themselves are not among them."""
    tree, asked = picture(), set(unit_ids)
    found: set[UUID] = set()
    waiting = list(asked)
    while waiting:
        place = tree.at(tree.keys[unit], None) if (unit := waiting.pop()) in tree.keys else None
        new = {came.place.id for came in tree.came_from(place)} - found - asked if place else set()
        found |= new
        waiting += new
    return frozenset(found)
