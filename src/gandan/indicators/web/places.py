"""Units from which a person chooses."""

from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import gettext as _

from gandan.core.access import Actor
from gandan.indicators.queries import homes
from gandan.indicators.queries.reach import ABOVE, everywhere
from gandan.units import queries as units
from gandan.units.gazetteer import Level, Place
from gandan.units.models import Unit

MOST = 400


def choices(actor: Actor, *, first: UUID | None = None) -> list[tuple[str, str]]:
    """Own units, those below for who stands above, then the old units that went into the own ones; provinces for who stands above all."""
    mine = [u for u in dict.fromkeys((first, *homes(actor))) if u is not None]
    found = {place.id: _named(place) for place in units.several(mine) if place is not None}
    for place in (*_below(actor), *_old(mine)):
        found.setdefault(place.id, _named(place))
    return [(str(unit), name) for unit, name in found.items()][:MOST]


def _below(actor: Actor) -> Iterator[Place]:
    if everywhere(actor):
        yield from units.tree(max(h.on for h in actor.holdings), Level.PROVINCE)
    for holding in actor.holdings:
        if holding.unit is not None and holding.role in ABOVE:
            yield from units.children(holding.unit, on=holding.on)


def _old(mine: list[UUID]) -> Iterator[Place]:
    return (part.place for unit in mine for part in units.predecessors(unit) if part.share)


def _named(place: Place) -> str:
    return place.full_name if place.is_open else _("%(unit)s (cũ)") % {"unit": place.full_name}


def row(typed: str) -> Unit:
    """The unit that was chosen."""
    return Unit.objects.get(pk=UUID(typed))
