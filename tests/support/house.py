"""An installation of its own, since the tests' server is shared: programs run as processes and may be killed."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest

from gandan.core.engine.family import wait_until
from gandan.core.engine.places import settle
from gandan.core.engine.postgres import Cluster

ROOT = Path(__file__).resolve().parents[2]
DESK = """
import django; django.setup()
from tests.people import hold, make_office, make_unit, make_user
from django.utils import timezone
from gandan.units.models import Load
province = make_unit("Cần Thơ", level="province", kind="Thành phố", code="92")
unit = make_unit("Ninh Kiều", level="commune", kind="Phường", code="31120", parent=province)
Load.objects.create(what="test", at=timezone.now())
hold(make_user("Nguyễn Thị Mai", "mai"), "officer", office=make_office(unit, "front", "Ủy ban MTTQ phường"))
"""


@dataclass
class House:
    """One installation in a folder of its own."""

    home: Path
    cluster: Cluster
    started: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def env(self) -> dict[str, str]:
        url = f"postgresql://postgres@/gandan?host={self.cluster.socket}"
        clean = {k: v for k, v in os.environ.items() if not k.startswith(("GANDAN_", "DATABASE_URL"))}
        own = {"DATABASE_URL": url, "GANDAN_HOME": str(self.home), "GANDAN_DEMO": "1", "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
        return clean | own | {"DJANGO_SETTINGS_MODULE": "tests.engine.worker_settings"}

    def run(self, *command: str) -> str:
        done = subprocess.run([sys.executable, *command], env=self.env, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def worker(self) -> "subprocess.Popen[bytes]":
        with (self.home / "worker.log").open("ab") as log:
            process = subprocess.Popen([sys.executable, "-m", "gandan.cli", "worker"], env=self.env, cwd=ROOT, stdout=log, stderr=log)
        self.started.append(process)
        return process

    def ask(self, question: str) -> int:
        with psycopg.connect(host=str(self.cluster.socket), user="postgres", dbname="gandan", autocommit=True) as session:
            row = session.execute(question).fetchone()  # type: ignore[call-overload]
        return int(row[0])

    def done(self) -> int:
        return self.ask("select count(*) from ingest_batchfile where state <> 'waiting'")

    def kill_server(self) -> None:
        os.kill(int((self.cluster.data / "postmaster.pid").read_text().splitlines()[0]), signal.SIGKILL)


def until(true: Callable[[], bool], seconds: float = 90) -> None:
    assert wait_until(true, seconds=seconds)


@pytest.fixture
def house() -> Iterator[House]:
    home = Path(tempfile.mkdtemp(prefix="gd-"))
    home.chmod(0o755)
    where = settle(home)
    made = House(home, Cluster(where.data, where.socket))
    made.cluster.start()
    with psycopg.connect(host=str(where.socket), user="postgres", dbname="postgres", autocommit=True) as session:
        session.execute("create database gandan")
    made.run("-m", "gandan.cli", "migrate", "--no-units")
    made.run("-c", DESK)
    yield made
    for process in made.started:
        process.kill()
        process.wait()
    made.cluster.stop()
    shutil.rmtree(home, ignore_errors=True)
