"""Keeps the parts of one installation running in one process tree, and ends them in order."""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from gandan.core.engine.family import die_with_parent, remember
from gandan.core.engine.faults import EngineFault

PATIENCE = 15.0
CRASHES = 5  # within a minute: then it is not bad luck any more


@dataclass
class Part:
    """One child process: what it runs, and how often it had to be started again."""

    name: str
    command: Sequence[str]
    env: Mapping[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None
    starts: list[float] = field(default_factory=list)

    def start(self) -> None:
        """Start it in a session of its own: Ctrl-C is for the parent, who ends the parts in order."""
        now = time.monotonic()
        self.starts = [s for s in self.starts if now - s < 60] + [now]
        if len(self.starts) > CRASHES:
            raise EngineFault(f"Phần {self.name} dừng {CRASHES} lần trong một phút; xin xem các dòng nhật ký phía trên.")
        self.process = subprocess.Popen(
            self.command,
            env={**os.environ, **self.env},
            start_new_session=True,
            stdin=subprocess.DEVNULL,
            preexec_fn=die_with_parent(signal.SIGTERM),
        )

    def ended(self) -> bool:
        """Whether it is not running."""
        return self.process is None or self.process.poll() is not None

    def stop(self) -> None:
        """Let it finish what it has in hand, then insist."""
        if self.process is None or self.ended():
            return
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(PATIENCE)


class Supervisor:
    """Runs the parts until somebody asks it to stop; `parts` end in the order given."""

    def __init__(self, parts: Sequence[Part], *, ledger: Path, also: Callable[[], bool] | None = None) -> None:
        self.parts = parts
        self.ledger = ledger
        self.also = also or (lambda: True)
        self.asked = threading.Event()

    def _ask(self, _number: int, _frame: FrameType | None) -> None:
        self.asked.set()

    def run(self, *, ready: Callable[[], bool], announce: Callable[[], None], seconds: float = 60.0) -> None:
        """Start everything, announce once when `ready`, start again what falls, end everything on SIGTERM or Ctrl-C.

        `also` is asked each round for what is no child of ours (PostgreSQL): it repairs it or raises.
        """
        before = {s: signal.signal(s, self._ask) for s in (signal.SIGINT, signal.SIGTERM)}
        announced, limit = False, time.monotonic() + seconds
        try:
            while not self.asked.is_set():
                self._round()
                if not announced and ready():
                    announce()
                    announced = True
                if not announced and time.monotonic() > limit:
                    raise EngineFault("Trang web chưa sẵn sàng sau một phút; xin xem các dòng nhật ký phía trên hoặc chạy `gandan doctor`.")
                self.asked.wait(0.2 if not announced else 1.0)
        finally:
            for part in self.parts:
                part.stop()
            self.ledger.unlink(missing_ok=True)
            for number, handler in before.items():
                signal.signal(number, handler)

    def _round(self) -> None:
        self.also()
        fallen = [part for part in self.parts if part.ended()]
        for part in fallen:
            part.start()
        if fallen:
            remember(self.ledger, [p.process.pid for p in self.parts if p.process])
