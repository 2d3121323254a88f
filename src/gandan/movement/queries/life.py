"""Whether a model lives, as one rule for lists, numbers, drawings and feeds. The day decides, not whether the clock has come round to it.

A model whose year ran out yesterday reads as lapsed this morning, before the clock writes the state. What was registered is, on any day,
exactly one of living, silent and stopped. What only a text tells of (`is_told`) is none of these: nobody gives signs of it.
`Practice.lives` says the same of one row.
"""

from datetime import date

from django.db.models import Q

from gandan.movement.enums import State

OWN = Q(is_told=False)


def living(on: date) -> Q:
    """Its last sign holds on that day, and it had not been stopped."""
    return OWN & _goes_on(on) & Q(alive_until__gte=on)


def silent(on: date) -> Q:
    """Its year was over by that day without a sign, and it had not been stopped."""
    return OWN & _goes_on(on) & Q(alive_until__lt=on)


def stopped(on: date) -> Q:
    """Its owner had stopped it by that day."""
    return OWN & Q(state=State.STOPPED, ended_on__lte=on)


def told(_on: date) -> Q:
    """Only a text tells of it, on any day."""
    return Q(is_told=True)


def _goes_on(on: date) -> Q:
    return Q(state__in=[State.LAPSED, State.REGISTERED]) | Q(state=State.STOPPED, ended_on__gt=on)
