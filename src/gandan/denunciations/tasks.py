"""Jobs of this room."""

from django.utils import timezone

from gandan.core.access import SystemActor
from gandan.core.jobs.app import app
from gandan.denunciations import actions

RETENTION = SystemActor("retention")


@app.task(name="denunciations.forget", queue="recovery", queueing_lock="denunciations.forget")
def forget(timestamp: int) -> int:
    """Each night: words of letters whose time is over."""
    return actions.forget(by=RETENTION, now=timezone.now())


@app.task(name="denunciations.rewrap", queue="recovery", queueing_lock="denunciations.rewrap")
def rewrap(timestamp: int) -> int:
    """Each night: keys of letters under the newest key of the house, so that an old one can be dropped the day after."""
    return actions.rewrap(by=RETENTION, now=timezone.now())
