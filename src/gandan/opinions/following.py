"""What this room does when law or calendar changes: it asks for a job, in that deed's transaction, and nothing else."""

from django.db import transaction
from procrastinate.exceptions import AlreadyEnqueued

from gandan.core.events import Event

CHANGES = frozenset({"legal.changed", "legal.withdrawn", "legal.loaded", "calendar.day_set", "calendar.day_withdrawn"})


def follow_law(event: Event) -> None:
    """Dates are counted anew later, once however many changes come before the job; rolled back with the deed."""
    if event.verb not in CHANGES:
        return
    from gandan.opinions.tasks import recompute

    try:
        with transaction.atomic():
            recompute.defer()
    except AlreadyEnqueued:
        pass
