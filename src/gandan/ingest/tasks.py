"""Jobs of this room: they take ids and read the clock, nothing else."""

from uuid import UUID

from django.db import InterfaceError, OperationalError
from django.utils import timezone
from procrastinate import RetryStrategy

from gandan.core.access import SystemActor
from gandan.core.jobs.app import app
from gandan.ingest import actions
from gandan.ingest.models import BatchFile

READER = SystemActor("ingest")
AGAIN = RetryStrategy(max_attempts=8, exponential_wait=2, retry_exceptions={OperationalError, InterfaceError})
"""The database may be away for a few minutes; what is wrong with a file is said with the file and is no failure of its job."""


@app.task(name="ingest.read_batch_file", queue="reading", retry=AGAIN)
def read_batch_file(file_id: str) -> None:
    """One file of a batch."""
    actions.read_batch_file(BatchFile(pk=UUID(file_id)), by=READER, now=timezone.now())


@app.task(name="ingest.pick_up", queue="recovery", queueing_lock="ingest.pick_up")
def pick_up(timestamp: int) -> int:
    """Files that wait without a job."""
    return actions.pick_up(by=READER, now=timezone.now())


@app.task(name="ingest.forget", queue="recovery", queueing_lock="ingest.forget")
def forget(timestamp: int) -> int:
    """Each night: what was read and is not needed any more."""
    return actions.forget(by=SystemActor("retention"), now=timezone.now())
