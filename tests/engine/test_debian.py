"""On Debian's own PostgreSQL 15: everything migrates, and a slice of the tests holds, through DATABASE_URL."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gandan.core.engine.account import as_user
from gandan.core.engine.family import wait_until
from gandan.core.engine.programs import clients, major

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name))
SLICE = ["tests/core/events", "tests/core/search", "tests/core/health", "tests/units/test_constraints.py", "tests/test_ground.py"]
pytestmark = [pytest.mark.debian, pytest.mark.slow]


@pytest.fixture(scope="module")
def debian():
    """A server of the distribution's oldest version at hand, on a socket of its own. Its address, without a database's name."""
    if not PROGRAMS:
        if os.environ.get("GANDAN_REQUIRE_DEBIAN"):
            pytest.fail("Debian's PostgreSQL is not installed (make setup installs it where it may)")
        pytest.skip("Debian's PostgreSQL is not installed")
    import shutil
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="gd-"))
    folder.chmod(0o755)
    own, programs = as_user(), PROGRAMS[0]
    for name in ("pg", "run"):
        (folder / name).mkdir(mode=0o700)
        if own:
            os.chown(folder / name, own["user"], own["group"])
    make = [programs / "initdb", "-D", folder / "pg", "-U", "gandan", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]
    subprocess.run(make, cwd="/", check=True, capture_output=True, **own)
    options = ["-c", "listen_addresses=", "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off"]
    with (folder / "log").open("wb") as log:
        command = [programs / "postgres", "-D", folder / "pg", "-k", folder / "run", *options]
        server = subprocess.Popen(command, cwd="/", stdout=log, stderr=log, **own)
    ready = [programs / "pg_isready", "-q", "-h", folder / "run"]
    assert wait_until(lambda: subprocess.run(ready, check=False).returncode == 0, seconds=60)
    yield f"postgresql://gandan@/{{}}?host={folder / 'run'}"
    server.terminate()
    server.wait(60)
    shutil.rmtree(folder)


def run(*command: str | Path, **env: str) -> subprocess.CompletedProcess:
    clean = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")}
    return subprocess.run([sys.executable, *map(str, command)], env=clean | env, cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_slice_of_the_tests(debian, tmp_path):
    there = [s for s in SLICE if (ROOT / s).exists()]
    done = run("-m", "pytest", "-p", "no:cacheprovider", "-m", "not slow and not browser", *there, DATABASE_URL=debian.format("postgres"))
    assert done.returncode == 0, "\n".join(line for line in done.stdout.splitlines() if line.startswith(("E  ", "FAILED")))[:4000]
    assert " passed" in done.stdout


def test_backup_and_restore_with_the_programs_of_that_version(debian, tmp_path):
    version = int(PROGRAMS[0].parent.name)
    assert major(clients(version)) == version
    env = {"DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": str(ROOT), "GANDAN_HOME": str(tmp_path / "home")}
    make = [PROGRAMS[0] / "createdb", "-h", debian.split("host=")[1], "-U", "gandan"]
    for name in ("one", "two"):
        subprocess.run([*make, name], check=True)
    file = str(tmp_path / "b.tar")
    steps = [(["migrate", "--no-units"], "one"), (["backup", file], "one"), (["restore", file], "two"), (["verify"], "two")]
    for arguments, name in steps:
        done = run("-m", "gandan.cli", *arguments, DATABASE_URL=debian.format(name), **env)
        assert done.returncode == 0, done.stderr
