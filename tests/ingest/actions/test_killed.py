"""Worker and database are killed with SIGKILL in the middle of a batch: nothing is lost, nothing is doubled.

A server of its own, since the tests' one is shared; `gandan take-in` and `gandan worker` as processes, as in an installation.
"""

import json
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
from gandan.ingest.enums import RecordKind
from gandan.ingest.extract import propose

ROOT = Path(__file__).resolve().parents[3]
FILES, AGAIN = 120, 6
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


def article(n: int) -> str:
    told = f"bà Võ Kim Thoa, Chủ tịch Ủy ban MTTQ phường, họp dân lần {n} và tặng {n + 3} phần quà."
    return f"Phường họp dân lần {n}\n\nNgày {n % 27 + 1}/6/2024, {told}\n"


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


@pytest.mark.slow
def test_killed_in_mid_batch_nothing_is_lost_or_doubled(house, tmp_path):
    texts = [article(n) for n in range(FILES)]
    for n, text in enumerate([*texts, *texts[:AGAIN]]):
        (tmp_path / f"{n}.txt").write_text(text, encoding="utf-8")
    told = json.loads(house.run("-m", "gandan.cli", "take-in", str(tmp_path), "--unit", "31120", "--by", "mai", "--public", "--json"))
    assert (told["files"], told["waiting"], told["failed"]) == (FILES + AGAIN, FILES + AGAIN, 0)

    first = house.worker()
    until(lambda: house.done() >= 5)
    house.kill_server()  # both at once, in the middle of jobs
    first.kill()
    first.wait()
    house.cluster.start()
    before = house.done()
    assert 5 <= before < FILES + AGAIN

    second = house.worker()
    until(lambda: house.done() >= before + 5)
    second.kill()  # the worker alone
    second.wait()
    assert house.done() < FILES + AGAIN

    third = house.worker()
    until(lambda: house.done() > before + 5)
    house.kill_server()  # the database alone
    house.cluster.start()
    if third.poll() is not None or not wait_until(lambda: house.done() == FILES + AGAIN, seconds=45):
        third.kill()
        third.wait()
        house.worker()  # what a service manager does
    until(lambda: house.done() == FILES + AGAIN)

    state = "select count(*) from ingest_batchfile where state = '{}'"
    assert (house.ask(state.format("read")), house.ask(state.format("same")), house.ask(state.format("failed"))) == (FILES, AGAIN, 0)
    assert house.ask("select count(*) from ingest_source") == FILES
    assert house.ask("select count(distinct digest) from ingest_source") == FILES
    expected = sum(len(getattr(propose(text), kind.listed)) for text in texts for kind in RecordKind)
    assert house.ask("select count(*) from ingest_proposedrecord") == expected
    assert house.ask("select count(*) from core_event where verb = 'ingest.source_taken_in'") == FILES
    house.run("-m", "gandan.cli", "verify")
