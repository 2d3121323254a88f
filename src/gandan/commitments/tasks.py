"""Jobs of this room."""

from django.utils import timezone

from gandan.commitments import actions
from gandan.core.access import SystemActor
from gandan.core.jobs.app import app

CLOCK = SystemActor("clock")


@app.task(name="commitments.daily", queue="recovery", queueing_lock="commitments.daily")
def daily(timestamp: int) -> int:
    """Each morning at seven in Việt Nam, and at ten for machines that were off: what waits for an office, what was posted long enough,
    what people must be reminded of. Twice on a day is as good as once."""
    now = timezone.now()
    actions.settle_handovers(by=SystemActor("handover"), now=now)
    actions.end_postings(by=CLOCK, now=now)
    return actions.send_reminders(by=CLOCK, now=now)


@app.task(name="commitments.forget", queue="recovery", queueing_lock="commitments.forget")
def forget(timestamp: int) -> int:
    """Each night: words of objections whose time is over."""
    return actions.forget_objections(by=SystemActor("retention"), now=timezone.now())
