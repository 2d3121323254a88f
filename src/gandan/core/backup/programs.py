"""Calls pg_dump and pg_restore; the password goes by environment, never by argument list."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from gandan.core.engine.diagnosis import explain_remote
from gandan.core.engine.faults import EngineFault

VARIABLES = {"HOST": "PGHOST", "PORT": "PGPORT", "USER": "PGUSER", "PASSWORD": "PGPASSWORD"}
OPTIONS = {"sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT", "sslcert": "PGSSLCERT", "sslkey": "PGSSLKEY", "options": "PGOPTIONS"}


def run(program: Path, arguments: Sequence[str | Path], database: Mapping[str, Any]) -> None:
    """Run one of them against the database of Django's settings; what went wrong is one sentence."""
    env = {k: v for k, v in os.environ.items() if not k.startswith("PG")}
    env |= {variable: str(database[k]) for k, variable in VARIABLES.items() if database.get(k)}
    env |= {OPTIONS[k]: str(v) for k, v in database.get("OPTIONS", {}).items() if k in OPTIONS}
    done = subprocess.run([program, *arguments], env=env, cwd="/", check=False, capture_output=True, text=True)
    if done.returncode:
        if "No space left on device" in done.stderr:
            raise EngineFault("Ổ đĩa đã đầy giữa chừng; xin giải phóng dung lượng rồi chạy lại.")
        raise EngineFault(f"{program.name} không xong. {explain_remote(done.stderr)}")
