"""Jobs of this room."""

from django.utils import timezone

from gandan.core.access import SystemActor
from gandan.core.jobs.app import app
from gandan.movement import actions, index

CLOCK = SystemActor("clock")


@app.task(name="movement.settle", queue="recovery", queueing_lock="movement.settle")
def settle(timestamp: int) -> int:
    """Each morning, before anything lapses: what waits for an office that has been set up meanwhile."""
    return actions.settle_handovers(by=SystemActor("handover"), now=timezone.now())


@app.task(name="movement.lapse", queue="recovery", queueing_lock="movement.lapse")
def lapse(timestamp: int) -> int:
    """Each morning: models whose year is over without a sign of life."""
    return actions.lapse_due(by=CLOCK, now=timezone.now())


@app.task(name="movement.remind", queue="recovery", queueing_lock="movement.remind")
def remind(timestamp: int) -> int:
    """Each morning: whose sign of life is due soon. Twice on a day is as good as once."""
    return actions.remind_of_signs(by=CLOCK, now=timezone.now())


@app.task(name="movement.forget", queue="recovery", queueing_lock="movement.forget")
def forget(timestamp: int) -> int:
    """Each night: words of forms that were withdrawn before they were registered, when their time is over."""
    return actions.forget_withdrawn(by=SystemActor("retention"), now=timezone.now())


@app.task(name="movement.tidy_finder", queue="recovery", queueing_lock="movement.tidy_finder")
def tidy_finder(timestamp: int) -> int:
    """Each night: terms that no model has any more are forgotten; where the list of synonyms is another one, the index is built anew."""
    return index.tidy()


@app.task(name="movement.rebuild_finder", queue="recovery", queueing_lock="movement.rebuild_finder")
def rebuild_finder() -> int:
    """After a load: the finder's index anew."""
    return index.rebuild()
