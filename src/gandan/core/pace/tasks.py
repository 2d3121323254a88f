"""Jobs of the pace."""

from django.utils import timezone

from gandan.core import pace
from gandan.core.jobs.app import app


@app.task(name="core.forget_tries", queue="recovery", queueing_lock="core.forget_tries")
def forget_tries(timestamp: int) -> int:
    """Each hour: what tries were counted by."""
    return pace.forget(now=timezone.now())
