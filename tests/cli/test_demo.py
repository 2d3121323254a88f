"""`gandan demo` as a newcomer runs it: everything up, found by a second one, healed after every kind of death, gone when asked."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import psutil
import pytest

from gandan.core.engine.family import wait_until

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.slow


class Demo:
    """One data folder and port, and the demos started on them."""

    def __init__(self, home: Path) -> None:
        self.home = home
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        drop = ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")
        self.env = {k: v for k, v in os.environ.items() if k not in drop and not k.startswith("GANDAN_")} | {"GANDAN_HOME": str(home)}
        self.process: subprocess.Popen | None = None

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "gandan.cli", *(arguments or ("demo", "--port", str(self.port)))]

    def run(self, *arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run(self.command(*arguments), env=self.env, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)

    def start(self) -> None:
        with (self.home / "out").open("ab") as out:
            self.process = subprocess.Popen(self.command(), env=self.env, cwd=ROOT, stdout=out, stderr=out)
        assert wait_until(lambda: self.announced() or self.process.poll() is not None, seconds=240, step=0.5), self.said()
        assert self.process.poll() is None, self.said()

    def announced(self) -> bool:
        return bool((self.home / "demo.lock").exists() and (self.home / "demo.lock").read_text()) and self.ready().get("worker", False)

    def said(self) -> str:
        return (self.home / "out").read_text()

    def ready(self) -> dict:
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=5) as answer:
                return json.load(answer)
        except (URLError, OSError):
            return {}

    def family(self) -> list[psutil.Process]:
        """All processes that belong to this data folder: PostgreSQL by its folder, the others by their environment."""
        found = []
        for process in psutil.process_iter():
            try:
                if process.cwd() == str(self.home / "pg") or process.environ().get("GANDAN_HOME") == str(self.home):
                    found.append(process)
            except psutil.Error:
                continue
        return found


@pytest.fixture
def demo():
    home = Path(tempfile.mkdtemp(prefix="gd-"))
    home.chmod(0o755)
    demo = Demo(home)
    yield demo
    for process in demo.family():
        process.kill()
    if demo.process:
        demo.process.wait()
    shutil.rmtree(home, ignore_errors=True)


def test_from_nothing_through_every_death_to_a_clean_end(demo):
    demo.start()
    assert demo.ready() == {"status": "ok", "database": True, "migrations": True, "worker": True}
    assert f"http://127.0.0.1:{demo.port}/" in demo.said()
    assert "docs/try.md" in demo.said()
    assert oct((demo.home / "keys" / "secret").stat().st_mode)[-3:] == "600"

    second = demo.run()
    assert (second.returncode, f"đang chạy ở http://127.0.0.1:{demo.port}/" in second.stdout) == (0, True)

    server = int((demo.home / "pg" / "postmaster.pid").read_text().split()[0])
    os.kill(server, signal.SIGKILL)
    assert wait_until(lambda: demo.ready().get("database", False), seconds=60), demo.said()

    demo.process.send_signal(signal.SIGKILL)
    demo.process.wait()
    demo.start()

    demo.process.send_signal(signal.SIGINT)
    assert demo.process.wait(90) == 0
    assert demo.family() == []
    assert not (demo.home / "pg" / "postmaster.pid").exists()


def test_a_taken_port_starts_nothing(demo):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", demo.port))
        taken.listen()
        done = demo.run()
    assert done.returncode == 3
    assert f"Cổng {demo.port} đang có chương trình khác dùng" in done.stderr
    assert demo.family() == []


def test_a_real_installation_is_not_filled_with_invented_people(demo, committed, database_url):
    demo.env["DATABASE_URL"] = database_url(committed)
    done = demo.run()
    assert done.returncode == 3
    assert "cài đặt thật" in done.stderr
