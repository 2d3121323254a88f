"""Jobs of this room."""

from django.utils import timezone

from gandan.commitments import actions
from gandan.core.access import SystemActor
from gandan.core.jobs.app import app

CLOCK = SystemActor("clock")


@app.task(name="commitments.settle", queue="recovery", queueing_lock="commitments.settle")
def settle(timestamp: int) -> int:
    """Each morning before the reminders: what waits for an office that has been set up meanwhile."""
    return actions.settle_handovers(by=SystemActor("handover"), now=timezone.now())


@app.task(name="commitments.end_postings", queue="recovery", queueing_lock="commitments.end_postings")
def end_postings(timestamp: int) -> int:
    """Each morning before the reminders: what was posted long enough."""
    return actions.end_postings(by=CLOCK, now=timezone.now())


@app.task(name="commitments.remind", queue="recovery", queueing_lock="commitments.remind")
def remind(timestamp: int) -> int:
    """Each morning at seven in Việt Nam, and at ten for machines that were off. Twice on a day is as good as once."""
    return actions.send_reminders(by=CLOCK, now=timezone.now())


@app.task(name="commitments.forget", queue="recovery", queueing_lock="commitments.forget")
def forget(timestamp: int) -> int:
    """Each night: words of objections whose time is over."""
    return actions.forget_objections(by=SystemActor("retention"), now=timezone.now())
