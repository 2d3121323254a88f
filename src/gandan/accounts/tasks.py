"""Jobs of this room."""

from django.utils import timezone

from gandan.accounts import actions
from gandan.core.access import SystemActor
from gandan.core.jobs.app import app


@app.task(name="accounts.forget_sign_ins", queue="recovery", queueing_lock="accounts.forget_sign_ins")
def forget_sign_ins(timestamp: int) -> int:
    """Each night: sessions and links that open nothing any more. `timestamp` is the planned moment."""
    return actions.forget_sign_ins(by=SystemActor("retention"), now=timezone.now())
