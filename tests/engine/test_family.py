import json
import os
import signal
import socket
import subprocess
import sys
import textwrap

import psutil
import pytest

from gandan.core.engine.family import end_leftovers, remember, wait_until
from gandan.core.engine.faults import EngineFault
from gandan.core.engine.ports import require_free
from gandan.core.engine.supervisor import Part, Supervisor

SLEEP = [sys.executable, "-c", "import time; time.sleep(600)"]


def test_what_a_killed_parent_left_is_ended(tmp_path):
    child = subprocess.Popen(SLEEP)
    remember(tmp_path / "x.json", [child.pid])
    assert end_leftovers(tmp_path / "x.json") == 1
    assert not psutil.pid_exists(child.pid)
    assert end_leftovers(tmp_path / "x.json") == 0


def test_a_stranger_with_an_old_number_is_left_alone(tmp_path):
    child = subprocess.Popen(SLEEP)
    (tmp_path / "x.json").write_text(json.dumps([{"pid": child.pid, "began": psutil.Process(child.pid).create_time() - 3600}]))
    assert end_leftovers(tmp_path / "x.json") == 0
    assert child.poll() is None
    child.kill()
    child.wait()


@pytest.mark.parametrize("written", ["", "[", "{}", '[{"pid": "x"}]'])
def test_a_damaged_ledger_stops_nothing(tmp_path, written):
    (tmp_path / "x.json").write_text(written)
    assert end_leftovers(tmp_path / "x.json") == 0


@pytest.mark.skipif(sys.platform != "linux", reason="the death signal is Linux's")
def test_children_die_with_a_parent_that_is_killed(tmp_path):
    program = f"""
        import signal, subprocess, sys, time
        from gandan.core.engine.family import die_with_parent
        child = subprocess.Popen({SLEEP!r}, start_new_session=True, preexec_fn=die_with_parent(signal.SIGTERM))
        print(child.pid, flush=True)
        time.sleep(600)
    """
    parent = subprocess.Popen([sys.executable, "-c", textwrap.dedent(program)], stdout=subprocess.PIPE, text=True)
    child = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    parent.stdout.close()
    assert wait_until(lambda: not psutil.pid_exists(child) or psutil.Process(child).status() == psutil.STATUS_ZOMBIE, seconds=5)


def test_a_part_that_falls_is_started_again_and_all_end_in_order(tmp_path):
    log = tmp_path / "log"
    script = """
import sys, signal, time
name, file = sys.argv[1:]
signal.signal(signal.SIGTERM, lambda *_: (open(file, 'a').write(f'-{name}'), sys.exit()))
open(file, 'a').write(f'+{name}')
time.sleep(600)
"""
    parts = [Part(n, [sys.executable, "-c", script, n, str(log)]) for n in ("web", "worker")]
    supervisor = Supervisor(parts, ledger=tmp_path / "x.json")
    rounds = iter(range(1000))

    def ready() -> bool:
        if next(rounds) == 0:
            wait_until(lambda: log.exists() and log.read_text().count("+") == 2, seconds=10)
            os.kill(parts[1].process.pid, signal.SIGKILL)
            parts[1].process.wait()
        return log.read_text().count("+worker") == 2

    supervisor.run(ready=ready, announce=lambda: os.kill(os.getpid(), signal.SIGTERM))
    assert log.read_text().endswith("-web-worker")
    assert not (tmp_path / "x.json").exists()


def test_a_part_that_falls_again_and_again_ends_everything(tmp_path):
    part = Part("web", [sys.executable, "-c", "raise SystemExit(3)"])
    with pytest.raises(EngineFault, match="Phần web dừng 5 lần"):
        Supervisor([part], ledger=tmp_path / "x.json").run(ready=lambda: False, announce=lambda: None)


def test_a_taken_port_is_said_with_a_free_one():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(EngineFault, match=rf"Cổng {taken.getsockname()[1]} .*--port \d+"):
            require_free("127.0.0.1", taken.getsockname()[1])


def test_an_address_of_another_machine():
    with pytest.raises(EngineFault, match="--host"):
        require_free("192.0.2.7", 8000)
