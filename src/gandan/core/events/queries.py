"""READ events."""

from django.db.models import Model

from gandan.core.events.models.event import Event, EventQuerySet


def of(thing: Model) -> EventQuerySet:
    """What happened to a thing, oldest first."""
    return Event.objects.filter(thing_type=thing._meta.label_lower, thing_id=str(thing.pk))
