"""Parent and children: who dies with whom, and what a killed parent left behind."""

import ctypes
import json
import signal
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import psutil

PR_SET_PDEATHSIG = 1


def die_with_parent(by: signal.Signals) -> Callable[[], None] | None:
    """For Popen's preexec_fn: ask Linux to send a signal when the parent dies, however it dies. Elsewhere `end_leftovers` must do."""
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None)

    def ask() -> None:
        libc.prctl(PR_SET_PDEATHSIG, int(by), 0, 0, 0)

    return ask


def remember(file: Path, pids: Iterable[int]) -> None:
    """Write down the children with the moment each began: a number alone may be somebody else's tomorrow."""
    rows = []
    for pid in pids:
        try:
            rows.append({"pid": pid, "began": psutil.Process(pid).create_time()})
        except psutil.NoSuchProcess:
            continue
    file.write_text(json.dumps(rows), encoding="ascii")


def end_leftovers(file: Path, *, patience: float = 10.0) -> int:
    """End what an earlier, killed parent left running; returns how many there were."""
    try:
        rows = json.loads(file.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return 0
    found: list[psutil.Process] = []
    for row in rows:
        try:
            process = psutil.Process(int(row["pid"]))
            if abs(process.create_time() - float(row["began"])) < 1:
                found += [process, *process.children(recursive=True)]
        except (psutil.Error, KeyError, TypeError, ValueError):
            continue
    for process in found:
        _quietly(process.terminate)
    _, alive = psutil.wait_procs(found, timeout=patience)
    for process in alive:
        _quietly(process.kill)
    psutil.wait_procs(alive, timeout=5)
    file.unlink(missing_ok=True)
    return len(found)


def _quietly(deed: Callable[[], None]) -> None:
    try:
        deed()
    except psutil.Error:
        return


def wait_until(true: Callable[[], bool], *, seconds: float, step: float = 0.1) -> bool:
    """Whether it became true in time."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(step)
    return True
