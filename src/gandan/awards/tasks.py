"""Jobs of this room."""

from django.utils import timezone

from gandan.awards import actions
from gandan.core.access import SystemActor
from gandan.core.jobs.app import app

CLOCK, RETENTION = SystemActor("clock"), SystemActor("retention")


@app.task(name="awards.end_intakes", queue="recovery", queueing_lock="awards.end_intakes")
def end_intakes(timestamp: int) -> int:
    """Each morning: calls whose last day, and the days for late dossiers after it, are over. The council is a person's to name."""
    return actions.end_intakes(by=CLOCK, now=timezone.now())


@app.task(name="awards.forget", queue="recovery", queueing_lock="awards.forget")
def forget(timestamp: int) -> int:
    """Each night: dossiers whose time is over."""
    return actions.forget(by=RETENTION, now=timezone.now())


@app.task(name="awards.rewrap", queue="recovery", queueing_lock="awards.rewrap")
def rewrap(timestamp: int) -> int:
    """Each night: keys of dossiers under the newest key of the house, so that an old one can be dropped the day after."""
    return actions.rewrap(by=RETENTION, now=timezone.now())


@app.task(name="awards.settle", queue="recovery", queueing_lock="awards.settle")
def settle(timestamp: int) -> int:
    """Each morning: calls and dossiers that wait for an office that has been set up meanwhile."""
    return actions.settle_handovers(by=SystemActor("handover"), now=timezone.now())
