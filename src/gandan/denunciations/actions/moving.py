"""A reorganisation: what lies on the desk of a unit that ends goes to the unit that handles for the same people from then on."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from gandan.core import events
from gandan.core.access import Actor, SystemActor, require
from gandan.denunciations import sealing
from gandan.denunciations.models import Denunciation
from gandan.units import queries as units
from gandan.units.models import Succession, Unit

BY = SystemActor("handover")


@transaction.atomic
def leave_to_successors(steps: Sequence[Succession], first_day: date, /, *, by: Actor, now: datetime) -> None:
    """Of a merger the one successor takes all; of a split whoever stands above the unit spoken of; of an end the unit above."""
    parts: dict[UUID, list[Unit]] = {}
    for step in steps:
        parts.setdefault(step.old_id, []).extend([step.new] if step.new is not None else [])
    for old, takers in parts.items():
        for denunciation in Denunciation.objects.select_for_update().filter(handling_unit=old).order_by("pk"):
            require(BY, "denunciations.move", denunciation)
            denunciation.handling_unit_id = _taker(denunciation, old, takers, first_day)
            denunciation.save(update_fields=["handling_unit"])
            events.record("denunciations.moved", denunciation, by=BY, at=now, unit=denunciation.handling_unit_id)


def _taker(denunciation: Denunciation, old: UUID, takers: list[Unit], first_day: date) -> UUID | None:
    if len(takers) == 1:
        return takers[0].pk
    if not takers:
        up = units.ancestors(old)
        return up[0].id if up else None
    able = {unit.pk for unit in takers}
    if not denunciation.is_erased:
        origin = UUID(sealing.letter(denunciation.sealed, key=denunciation.key).unit)
        above = [p.id for p in units.ancestors(origin, on=first_day)]
        found = next((unit for unit in above if unit in able), None)
        if found is not None:
            return found
    main = Succession.objects.filter(old=old, new__in=able).order_by("-main", "-share").values_list("new", flat=True)
    return main[0]
