"""Jobs of the files."""

from django.utils import timezone

from gandan.core.access import SystemActor
from gandan.core.files import actions
from gandan.core.jobs.app import app

RETENTION = SystemActor("retention")


@app.task(name="core.sweep_files", queue="recovery", queueing_lock="core.sweep_files")
def sweep_files(timestamp: int) -> int:
    """Each night: bytes that no row points to."""
    return actions.sweep(by=RETENTION, now=timezone.now())
