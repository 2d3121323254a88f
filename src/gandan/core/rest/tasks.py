"""Jobs of the REST calls."""

from django.utils import timezone

from gandan.core.access import SystemActor
from gandan.core.jobs.app import app
from gandan.core.rest import actions


@app.task(name="core.forget_calls", queue="recovery", queueing_lock="core.forget_calls")
def forget_calls(timestamp: int) -> int:
    """Each night: answers that were kept for repeated calls and are older than a few days. `timestamp` is the planned moment."""
    return actions.forget_calls(by=SystemActor("retention"), now=timezone.now())
