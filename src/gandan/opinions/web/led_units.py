"""The units that somebody leads: most lead one, and are never asked which."""

from collections.abc import Sequence
from datetime import date

from django.http import Http404

from gandan.core.access import Actor, Role
from gandan.units import queries as units
from gandan.units.models import Unit


def of(actor: Actor, roles: Sequence[Role] = (Role.LEADER,)) -> list[Unit]:
    """In the order of the roles held. Whoever leads none has no page here."""
    mine = list(dict.fromkeys(h.unit for h in actor.holdings if h.role in roles and h.unit))
    found = Unit.objects.in_bulk(mine)
    if not found:
        raise Http404
    return [found[key] for key in mine if key in found]


def chosen(found: Sequence[Unit], typed: str) -> Unit:
    """The one that was asked for, when it is among them; the first otherwise. One of somebody else's is not there."""
    if not typed:
        return found[0]
    unit = next((u for u in found if str(u.pk) == typed), None)
    if unit is None:
        raise Http404
    return unit


def name_of(unit: Unit, today: date) -> str:
    """What the unit is called today."""
    place = units.one(unit.pk, on=today) or units.one(unit.pk)
    return place.full_name if place else ""
