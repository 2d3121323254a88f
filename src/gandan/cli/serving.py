"""How the web part is started: one description for `gandan web` and `gandan demo`."""

import shutil
import sys
from pathlib import Path

from gandan.core.engine.supervisor import Part


def web_part(home: Path, host: str, port: int, *, workers: int = 2, threads: int = 4) -> Part:
    """granian over WSGI. Measured on two cores: 2 processes with 4 threads each answer most, with connections kept open."""
    measures = home / "metrics"
    shutil.rmtree(measures, ignore_errors=True)  # numbers of processes that are gone
    measures.mkdir(parents=True)
    command = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--host",
        host,
        "--port",
        str(port),
        "--workers",
        str(workers),
        "--blocking-threads",
        str(threads),
        "--no-ws",
        "--workers-kill-timeout",
        "10",
        "--respawn-failed-workers",
        "--log-level",
        "warning",
        "gandan.config.wsgi:application",
    ]
    return Part("web", command, env={"PROMETHEUS_MULTIPROC_DIR": str(measures)})
