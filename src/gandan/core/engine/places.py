"""Where the parts of one installation lie. Reads, never writes: settings ask it too.

Ordinarily everything lies in the data folder. Two things may not:
- run as root below a folder that others cannot enter (0700), the server's own account could not reach its data there, and
  widening somebody's folder is not ours to do: the cluster then lies in /var/lib/gandan/<id>, and the file
  `HOME/database-place` names it (made by `settle`, once). Removing HOME therefore makes the next start a fresh one;
- a socket path longer than the kernel's 107 bytes lies in a short folder of its own below /tmp.
"""

import hashlib
import os
import tempfile
import uuid
from dataclasses import dataclass
from pathlib import Path

from gandan.core.engine.account import reaches

POINTER = "database-place"
FAR = Path("/var/lib/gandan")
LIMIT = 107
SOCKET_NAME = "/.s.PGSQL.5432.lock"


@dataclass(frozen=True)
class Places:
    """One installation's folders."""

    home: Path
    data: Path
    socket: Path

    @property
    def far(self) -> bool:
        """Whether the database lies outside the data folder."""
        return self.home not in self.data.parents


def home() -> Path:
    """The data folder (`GANDAN_HOME`): database, files, keys, logs."""
    return Path(os.environ.get("GANDAN_HOME") or Path.cwd() / ".gandan").expanduser().resolve()


def places(home: Path) -> Places:
    """Where things lie, by what `settle` decided or would decide for anything but a root start."""
    pointer = home / POINTER
    root = Path(pointer.read_text(encoding="utf-8").strip()) if pointer.is_file() else home
    socket = root / "run"
    if len(os.fsencode(socket)) + len(SOCKET_NAME) > LIMIT:
        short = hashlib.sha256(os.fsencode(root)).hexdigest()[:12]
        socket = Path(tempfile.gettempdir()) / f"gandan-{os.geteuid()}-{short}"
    return Places(home=home, data=root / "pg", socket=socket)


def settle(home: Path) -> Places:
    """Decide once, at the first start, where the database lies, and leave the note that says so."""
    home.mkdir(parents=True, exist_ok=True)
    if os.geteuid() == 0 and not (home / POINTER).exists() and not (home / "pg").exists() and not reaches(home):
        (home / POINTER).write_text(f"{FAR / uuid.uuid4().hex[:12]}\n", encoding="utf-8")
    settled = places(home)
    if settled.far:
        settled.data.parent.mkdir(parents=True, exist_ok=True)
        for folder in (FAR, settled.data.parent):
            folder.chmod(0o711)
    return settled
