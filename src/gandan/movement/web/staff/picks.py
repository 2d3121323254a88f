"""What can be picked on the pages of deeds: councils, offices that decide, people who go on a visit, years and visits of a review."""

from datetime import date
from uuid import UUID

from django.shortcuts import get_object_or_404

from gandan.accounts.models import RoleHeld
from gandan.accounts.queries import held_on
from gandan.appraisals.enums import Level
from gandan.appraisals.models import Council
from gandan.commitments.web import choices
from gandan.commitments.web.forms.picking import Groups
from gandan.core.access import Actor, Role
from gandan.core.text import sort_key
from gandan.core.text.days import written
from gandan.movement.models import Practice
from gandan.movement.queries.recognition import level_of
from gandan.units import queries as units
from gandan.units.models import Office

GOES = (Role.OFFICER, Role.LEADER, Role.SPECIALIST)
DECIDES = (Role.LEADER, Role.SPECIALIST)
MOST_PEOPLE = 300


def council(key: str) -> Council:
    """The one that was picked."""
    return get_object_or_404(Council, pk=key)


def deciding_offices(p: Practice | None, actor: Actor, today: date) -> list[tuple[str, str]]:
    """Offices from which the actor decides, but the one that owns the model."""
    mine = [h.office for h in actor.holdings if h.office and h.role in DECIDES]
    rows = Office.objects.filter(pk__in=mine, existed__contains=today).order_by(units.in_protocol(), "pk").prefetch_related("names")
    own = p.owning_office if p is not None else None
    return [(str(o.pk), o.name_on(today)) for o in rows if o.pk != own]


def levels(offices: list[tuple[str, str]]) -> list[Level]:
    """For which these offices decide; a province also enters what the centre decided."""
    rows = Office.objects.filter(pk__in=[key for key, _name in offices]).select_related("unit")
    own = dict.fromkeys(level_of(office.unit) for office in rows)
    return [level for level in Level if level in own or (level == Level.CENTRE and Level.PROVINCE in own)]


def team(p: Practice, actor: Actor, today: date) -> list[tuple[str, str]]:
    """People of offices at the unit and of the reader's own offices, never of the owning one."""
    offices = {h.office for h in actor.holdings if h.office and h.role in GOES}
    offices |= set(Office.objects.filter(unit=p.unit_id, existed__contains=today).values_list("pk", flat=True))
    offices -= {p.owning_office} - {None}
    roles = RoleHeld.objects.filter(held_on(today), office__in=offices, role__in=GOES, user__is_active=True)
    named: dict[UUID, str] = {}
    for role in roles.select_related("user", "office").prefetch_related("office__names")[:MOST_PEOPLE]:
        named.setdefault(role.user_id, f"{role.user.full_name} · {role.office.name_on(today)}" if role.office else role.user.full_name)
    return sorted(((str(key), name) for key, name in named.items()), key=lambda pair: sort_key(pair[1]))


def visits(p: Practice) -> list[tuple[str, str]]:
    """Visits on which a review can rest, the newest first."""
    return [(str(v.pk), written(v.visited_on)) for v in p.visits.order_by("-visited_on", "-pk")]


def review_years(p: Practice, today: date) -> list[int]:
    """Years of its life up to this one, the newest first."""
    first = p.registered_on.year if p.registered_on else today.year
    return list(range(today.year, first - 1, -1))


def successors(candidates: list[UUID], today: date) -> Groups:
    """Offices of the units that took over, each group under the name of its unit."""
    return choices.in_units(candidates, today=today)
