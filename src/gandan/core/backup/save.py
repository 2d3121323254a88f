"""Writes the archive. People may work on meanwhile: rows are read in one snapshot, files are never changed once stored."""

import io
import os
import tarfile
import tempfile
from collections.abc import Iterator
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.conf import settings

from gandan.core import secrets
from gandan.core.backup.counts import SIGNED_IN, count_rows
from gandan.core.backup.manifest import FORMAT, NAME, Manifest, member
from gandan.core.backup.programs import run
from gandan.core.engine import server
from gandan.core.engine.faults import EngineFault
from gandan.core.engine.programs import clients
from gandan.core.health.checks import is_demo_database

# Counts of tries and the key of their day, and who is signed in: an archive would keep them for good.
KEPT_OUT = [f"--exclude-table-data={table}" for table in ("gandan_cache", *SIGNED_IN)]


def save(target: Path, *, now: datetime) -> Manifest:
    """Write to `target`.part and rename at the end: a file under its own name is always a whole one, readable by its owner only."""
    if target.exists():
        raise EngineFault(f"{target} đã có; xin chọn tên khác để không mất bản sao cũ.")
    if not target.parent.is_dir() or not os.access(target.parent, os.W_OK):
        raise EngineFault(f"Không ghi được vào thư mục {target.parent}.")
    part = target.with_name(target.name + ".part")
    try:
        with tempfile.TemporaryDirectory(prefix=".gandan-", dir=target.parent) as folder:
            dump, counts, major = _dump(Path(folder) / "database")
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
                with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
                    manifest = _fill(archive, dump, counts, major, now)
                out.flush()
                os.fsync(out.fileno())
        part.rename(target)
    except OSError as error:
        raise EngineFault(f"Không ghi được bản sao lưu: {error.strerror}. Xin kiểm tra quyền và dung lượng ổ đĩa.") from None
    finally:
        part.unlink(missing_ok=True)
    return manifest


def _dump(folder: Path) -> tuple[Path, dict[str, int], int]:
    """The database in pg_dump's directory format, and the counts of the same snapshot."""
    database = settings.DATABASES["default"]
    major = server.check(database)
    with server.connect(database) as session:
        session.execute("begin isolation level repeatable read read only")
        row = session.execute("select pg_export_snapshot()").fetchone()
        counts = count_rows(session)
        run(
            clients(major) / "pg_dump",
            ["--format=directory", "--jobs=2", "--no-owner", "--no-privileges", *KEPT_OUT, *_where(row, folder), database["NAME"]],
            database,
        )
        session.execute("rollback")
    return folder, counts, major


def _where(row: tuple[Any, ...] | None, folder: Path) -> list[str]:
    return [f"--snapshot={row[0] if row else ''}", f"--file={folder}"]


def _fill(archive: tarfile.TarFile, dump: Path, counts: dict[str, int], major: int, now: datetime) -> Manifest:
    members = {}
    for name, file in [*_below(dump, "database"), *_below(Path(settings.MEDIA_ROOT), "files")]:
        try:
            members[name] = member(file)
            archive.add(file, arcname=name, recursive=False, filter=_anonymous)
        except FileNotFoundError:  # erased by its retention rule while we walked
            members.pop(name, None)
    demo = is_demo_database()
    manifest = Manifest(
        format=FORMAT,
        gandan=version("gandan"),
        postgresql=major,
        made_at=now,
        demo=demo,
        keys=secrets.fingerprints(secrets.in_force(demo=demo)),
        counts=counts,
        members=members,
    )
    text = manifest.model_dump_json(indent=1).encode()
    entry = tarfile.TarInfo(NAME)
    entry.size, entry.mtime, entry.mode = len(text), int(now.timestamp()), 0o600
    archive.addfile(entry, io.BytesIO(text))
    return manifest


def _below(folder: Path, prefix: str) -> Iterator[tuple[str, Path]]:
    for file in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if file.is_file() and not file.is_symlink():
            yield f"{prefix}/{file.relative_to(folder).as_posix()}", file


def _anonymous(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Accounts of this machine say nothing on another."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mode = 0o600
    return entry
