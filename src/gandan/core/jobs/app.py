"""How rooms use jobs, and how a worker runs.

A room writes `tasks.py` with `@app.task(queue="…")` functions that take ids and numbers only (arguments lie in a table in clear).
`task.defer(…)` inside an action takes part in its transaction: rolled back means no job, and no crash in between can lose it.
A crash can repeat a job (see recovery.py): its effect carries the job's key in a unique column or is idempotent by itself.
"""

from procrastinate.contrib.django import app

HEARTBEAT = 10.0
STALLED_AFTER = 30.0  # three heartbeats: a shorter limit hands out jobs of living workers a second time

WORKER = {
    "concurrency": 4,
    "update_heartbeat_interval": HEARTBEAT,
    "stalled_worker_timeout": STALLED_AFTER,
    "shutdown_graceful_timeout": 30.0,
    "fetch_job_polling_interval": 5.0,
}

__all__ = ["HEARTBEAT", "STALLED_AFTER", "WORKER", "app"]
