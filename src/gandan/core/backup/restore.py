"""Puts an archive back: into a new database beside the old one, compared row for row, and only then in its place."""

import tempfile
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from django.db import DatabaseError
from psycopg import sql

from gandan.core import secrets
from gandan.core.backup.counts import PASSING, count_rows
from gandan.core.backup.manifest import Manifest
from gandan.core.backup.programs import run
from gandan.core.backup.unpack import put_files, stage_files, unpack
from gandan.core.engine import server
from gandan.core.engine.faults import EngineFault
from gandan.core.engine.programs import clients
from gandan.core.health.checks import DEMO_MARK


def restore(archive: Path, *, force: bool) -> Manifest:
    """Everything or nothing. Without `force` only an empty installation is filled."""
    home = Path(settings.MEDIA_ROOT)
    database = settings.DATABASES["default"]
    major = server.check(database)
    with tempfile.TemporaryDirectory(prefix=".gandan-", dir=_home()) as folder:
        manifest = unpack(archive, Path(folder))
        if major < manifest.postgresql:
            raise EngineFault(f"Bản sao lưu lấy từ PostgreSQL {manifest.postgresql}; máy chủ này là {major}, cũ hơn nên không nhận được.")
        if not force and (_tables(database) or (home.is_dir() and any(home.iterdir()))):
            raise EngineFault("Cài đặt này đã có dữ liệu. Thêm --force để thay toàn bộ, hoặc đặt GANDAN_HOME tới một thư mục mới.")
        programs = clients(major)
        new = stage_files(Path(folder), home)
        _replace(database, Path(folder) / "database", manifest, programs)
        put_files(new, home)
    return manifest


def missing_keys(manifest: Manifest) -> list[str]:
    """Fingerprints of keys that the archive was encrypted with and this installation does not hold."""
    held = set(secrets.fingerprints(secrets.in_force(demo=manifest.demo)))
    return [f for f in manifest.keys if f not in held]


def opens(manifest: Manifest) -> bool:
    """Whether the keys in force here open what was put back: by fingerprint, and by trying them where the schema can be read."""
    if missing_keys(manifest):
        return False
    try:
        return not secrets.unopened(secrets.in_force(demo=manifest.demo))
    except DatabaseError:  # an archive of an older schema: `gandan doctor` tries again after `gandan migrate`
        return True


def _home() -> Path:
    settings.HOME.mkdir(parents=True, exist_ok=True)
    return Path(settings.HOME)


def _tables(database: dict[str, Any]) -> bool:
    with server.connect(database) as session:
        return session.execute("select 1 from pg_tables where schemaname = 'public' limit 1").fetchone() is not None


def _replace(database: dict[str, Any], dump: Path, manifest: Manifest, programs: Path) -> None:
    """Fill a side database, compare, then swap names. A failure before the swap leaves the old one as it was."""
    name = database["NAME"]
    side, old = f"{name}_restoring", f"{name}_replaced"
    with server.connect(database, name="postgres") as admin:
        for left in (side, old):
            admin.execute(sql.SQL("drop database if exists {}").format(sql.Identifier(left)))
        try:
            admin.execute(sql.SQL("create database {} template template0 encoding 'UTF8'").format(sql.Identifier(side)))
        except psycopg.errors.InsufficientPrivilege:
            raise EngineFault("Tài khoản trong DATABASE_URL không được tạo cơ sở dữ liệu; xin cấp quyền CREATEDB khi khôi phục.") from None
        try:
            target = {**database, "NAME": side}
            run(programs / "pg_restore", ["--no-owner", "--no-privileges", "--exit-on-error", "--jobs=2", f"--dbname={side}", dump], target)
            _compare(target, manifest)
        except EngineFault:
            admin.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(side)))
            raise
        if manifest.demo:
            admin.execute(sql.SQL("comment on database {} is {}").format(sql.Identifier(side), sql.Literal(DEMO_MARK)))
        _swap(admin, name, side, old)


def _compare(target: dict[str, Any], manifest: Manifest) -> None:
    with server.connect(target) as session:
        counts = count_rows(session)
        session.execute("analyze")
    named = (manifest.counts.keys() | counts.keys()) - PASSING  # an older archive counted the sessions too
    wrong = [t for t in named if manifest.counts.get(t) != counts.get(t)]
    if wrong:
        raise EngineFault(f"Số dòng sau khôi phục khác bản sao lưu ở bảng {', '.join(sorted(wrong))}; dữ liệu cũ được giữ nguyên.")


def _swap(admin: psycopg.Connection[Any], name: str, side: str, old: str) -> None:
    try:
        with admin.transaction():
            admin.execute(sql.SQL("alter database {} rename to {}").format(sql.Identifier(name), sql.Identifier(old)))
            admin.execute(sql.SQL("alter database {} rename to {}").format(sql.Identifier(side), sql.Identifier(name)))
    except psycopg.errors.ObjectInUse:
        admin.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(side)))
        raise EngineFault("Còn chương trình đang dùng cơ sở dữ liệu; xin dừng web và worker (hoặc demo) rồi chạy lại.") from None
    admin.execute(sql.SQL("drop database {}").format(sql.Identifier(old)))
