"""READ: who is told of a request: those who lead a unit, and those whose office holds its dân vận work."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q

from gandan.accounts.models import RoleHeld
from gandan.accounts.queries import held_on
from gandan.activities.queries.lineage import answering
from gandan.core.access import Role
from gandan.units.models import DanVanOwner


def answerers(unit: UUID, *, today: date) -> Iterable[UUID]:
    """Ids of the people who answer for a unit on a day, in it or in what became of it."""
    units = answering(unit)
    owners = DanVanOwner.objects.filter(unit_id__in=units, during__contains=today).values("office_id")
    rows = RoleHeld.objects.filter(held_on(today), user__is_active=True)
    rows = rows.filter(Q(role=Role.LEADER, unit_id__in=units) | Q(role=Role.OFFICER, office_id__in=owners))
    return rows.values_list("user_id", flat=True).distinct()
