"""Settings of a worker process under test: quick heartbeats, and jobs that leave marks."""

from tests.settings import *  # noqa: F403
from tests.settings import PROCRASTINATE_IMPORT_PATHS, PROCRASTINATE_WORKER_DEFAULTS

STALLED_AFTER = 3.0  # three heartbeats, as in the real settings
PROCRASTINATE_WORKER_DEFAULTS = {**PROCRASTINATE_WORKER_DEFAULTS, "update_heartbeat_interval": 1.0, "stalled_worker_timeout": 3.0}
PROCRASTINATE_IMPORT_PATHS = [*PROCRASTINATE_IMPORT_PATHS, "tests.engine.marking"]
