"""Things that a call names by their ids; what is not there for the caller is a 404."""

from collections.abc import Iterable
from uuid import UUID

from django.http import Http404

from gandan.activities import queries
from gandan.activities.models import Activity
from gandan.core.access import Actor
from gandan.units.models import Office, Unit


def seen(key: UUID, actor: Actor) -> Activity:
    """An activity that the actor may see."""
    row = queries.visible_to(actor).select_related("unit").filter(pk=key).first()
    if row is None:
        raise Http404
    return row


def unit_of(key: UUID) -> Unit:
    """A unit."""
    row = Unit.objects.filter(pk=key).first()
    if row is None:
        raise Http404
    return row


def offices_of(keys: Iterable[UUID]) -> list[Office]:
    """Offices, every one of them."""
    wanted = list(dict.fromkeys(keys))
    rows = list(Office.objects.filter(pk__in=wanted).prefetch_related("names"))
    if len(rows) != len(wanted):
        raise Http404
    return rows
