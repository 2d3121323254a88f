"""Jobs of this room."""

from django.utils import timezone

from gandan.appraisals import actions
from gandan.core.access import SystemActor
from gandan.core.jobs.app import app


@app.task(name="appraisals.settle", queue="recovery", queueing_lock="appraisals.settle")
def settle(timestamp: int) -> int:
    """Each morning: papers of offices that are gone, for which an office has been set up meanwhile."""
    return actions.settle_handovers(by=SystemActor("handover"), now=timezone.now())


@app.task(name="appraisals.forget", queue="recovery", queueing_lock="appraisals.forget")
def forget(timestamp: int) -> int:
    """Each night: words of objections whose time is over."""
    return actions.forget_objections(by=SystemActor("retention"), now=timezone.now())
