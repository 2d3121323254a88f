"""Jobs of a worker that died are handed out again; nothing does this unless we do."""

from django.conf import settings
from procrastinate import JobContext
from procrastinate.exceptions import ConnectorException

from gandan.core.jobs.app import app


@app.task(name="core.recover", queue="recovery", queueing_lock="core.recover", pass_context=True)
async def recover(context: JobContext, timestamp: int) -> int:
    """Give back every job whose worker has not shown a heartbeat for three of them; returns how many."""
    given_back = 0
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=settings.STALLED_AFTER):
        try:
            await manager.retry_job(job)
        except ConnectorException:
            continue  # somebody else took it, or it ended meanwhile
        given_back += 1
    return given_back


@app.task(name="core.sweep", queue="recovery", queueing_lock="core.sweep", pass_context=True)
async def sweep(context: JobContext, timestamp: int) -> None:
    """Forget jobs that succeeded a week ago; failed ones stay until somebody has looked at them."""
    await context.app.job_manager.delete_old_jobs(nb_hours=24 * 7)
