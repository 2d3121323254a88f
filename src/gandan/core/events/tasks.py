"""Jobs of the record."""

from django.utils import timezone

from gandan.core.access import SystemActor
from gandan.core.events.actions import checkpoint
from gandan.core.jobs.app import app

SEALER = SystemActor("sealer")


@app.task(name="core.checkpoint", queue="recovery", queueing_lock="core.checkpoint")
def close_the_record(timestamp: int) -> int:
    """Each minute (`timestamp` is the planned one): bind what was written; returns how many checkpoints it took."""
    made = 0
    while checkpoint(by=SEALER, now=timezone.now()) is not None:
        made += 1
    return made
