"""Who sees which figures."""

from django.db.models import Q, QuerySet

from gandan.core.access import Actor, Role
from gandan.indicators.models import Indicator, Statement, Value
from gandan.indicators.models.statement import StatementQuerySet
from gandan.indicators.models.value import ValueQuerySet
from gandan.indicators.queries.reach import everywhere, reach

WORKING = {Role.OFFICER, Role.LEADER, Role.SPECIALIST, Role.ANALYST, Role.ADMINISTRATOR}


def indicators_for(actor: Actor) -> QuerySet[Indicator]:
    """Public definitions for everyone; internal ones for those who work here."""
    if any(h.role in WORKING for h in actor.holdings):
        return Indicator.objects.all()
    return Indicator.objects.filter(is_public=True)


def visible_to(actor: Actor) -> StatementQuerySet:
    """Public statements for everyone; internal ones where the actor works or stands above, of the unit they speak of or that keeps them."""
    if everywhere(actor):
        return Statement.objects.all()
    mine = reach(actor)
    if not mine:
        return Statement.objects.filter(is_public=True)
    return Statement.objects.filter(Q(is_public=True) | Q(unit_id__in=mine) | Q(kept_by_id__in=mine))


def values_for(actor: Actor) -> ValueQuerySet:
    """Values of public indicators that were not read from something internal, for everyone; all of their units for those who work there."""
    public = Q(indicator__is_public=True) & (Q(statement=None) | Q(statement__is_public=True))
    if everywhere(actor):
        return Value.objects.all()
    mine = reach(actor)
    return Value.objects.filter(public | Q(unit_id__in=mine)) if mine else Value.objects.filter(public)
