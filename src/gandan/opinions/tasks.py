"""Jobs of this room."""

from django.utils import timezone

from gandan.core.access import SystemActor
from gandan.core.jobs.app import app
from gandan.opinions import actions

CLOCK = SystemActor("clock")


@app.task(name="opinions.recompute", queue="recovery", queueing_lock="opinions.recompute")
def recompute(timestamp: int = 0) -> int:
    """After law or calendar changed, and each night: a version that begins today begins without anybody's deed."""
    return actions.recompute(by=CLOCK, now=timezone.now())


@app.task(name="opinions.close_silent", queue="recovery", queueing_lock="opinions.close_silent")
def close_silent(timestamp: int) -> int:
    """Each morning: what was answered long enough ago, and nobody said anything since."""
    return actions.close_silent(by=CLOCK, now=timezone.now())


@app.task(name="opinions.escalate_late", queue="recovery", queueing_lock="opinions.escalate_late")
def escalate_late(timestamp: int) -> int:
    """Each morning: what is too late goes before those above."""
    return actions.escalate_late(by=CLOCK, now=timezone.now())


@app.task(name="opinions.remind", queue="recovery", queueing_lock="opinions.remind")
def remind(timestamp: int) -> int:
    """Each morning at seven in Việt Nam, and at ten for machines that were off. Twice on a day is as good as once."""
    return actions.remind(by=CLOCK, now=timezone.now())


@app.task(name="opinions.forget", queue="recovery", queueing_lock="opinions.forget")
def forget(timestamp: int) -> int:
    """Each night: words of cases whose time is over."""
    return actions.forget(by=SystemActor("retention"), now=timezone.now())
