"""PostgreSQL refuses to run as root: which account it runs as then, and what that account can reach."""

import os
import pwd
import shutil
import subprocess
from pathlib import Path
from typing import Any

from gandan.core.engine.faults import EngineFault

ACCOUNT = "gandan-pg"


def as_user() -> dict[str, Any]:
    """Arguments that make a child process run as the server's account; empty for an ordinary user."""
    if os.geteuid() != 0:
        return {}
    try:
        account = pwd.getpwnam(ACCOUNT)
    except KeyError:
        account = _create()
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def _create() -> pwd.struct_passwd:
    """A system account without home and without login."""
    program = shutil.which("useradd")
    if program is None:
        raise EngineFault(
            f"Máy chưa có tài khoản {ACCOUNT} để chạy PostgreSQL; xin tạo tài khoản ấy hoặc chạy gandan bằng tài khoản thường."
        )
    made = subprocess.run(
        [program, "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", ACCOUNT], check=False, capture_output=True, text=True
    )
    try:
        return pwd.getpwnam(ACCOUNT)  # two processes may create it at once; one of them is refused
    except KeyError:
        raise EngineFault(f"Không tạo được tài khoản {ACCOUNT} để chạy PostgreSQL: {made.stderr.strip()[:200]}") from None


def reaches(folder: Path) -> bool:
    """Whether the server's account may walk to the folder; asked of the kernel, so access lists count too.

    Of a folder that does not exist yet the nearest existing parent is asked.
    """
    while not folder.exists():
        folder = folder.parent
    own = as_user()
    return not own or subprocess.run(["/usr/bin/env", "test", "-x", folder], cwd="/", check=False, **own).returncode == 0
