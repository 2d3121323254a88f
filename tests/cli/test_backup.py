"""The drill: a demo, a backup, everything gone, a restore, and the record verifies as before."""

import gzip
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import psycopg
import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def home():
    """Another machine: an empty data folder, with the embedded server's short socket path."""
    folder = Path(tempfile.mkdtemp(prefix="gd-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def gandan(*arguments: str | Path, home: Path, **env: str) -> subprocess.CompletedProcess:
    clean = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    env = {"DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": str(ROOT), "GANDAN_HOME": str(home), **env}
    return subprocess.run(
        [sys.executable, "-m", "gandan.cli", *map(str, arguments)], env=clean | env, cwd=ROOT, capture_output=True, text=True, check=False
    )


def unpacked(archive: Path, folder: Path) -> bytes:
    """All rows of an archive as text."""
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    return b"".join(gzip.decompress(part.read_bytes()) for part in folder.glob("database/*.gz"))


@pytest.mark.slow
def test_drill(seeded, database_url, home, tmp_path):
    here, url = tmp_path / "here", database_url(seeded)
    (here / "files" / "ab").mkdir(parents=True)
    (here / "files" / "ab" / "ảnh.jpg").write_bytes(os.urandom(100_000))
    archive = tmp_path / "gandan.tar"

    with psycopg.connect(url, autocommit=True) as session:
        session.execute("insert into gandan_cache values ('pace-of-a-client', 'MQ==', now() + interval '1 day')")
        session.execute("insert into django_session values ('session-of-a-person', '', now() + interval '1 day')")
    before = gandan("verify", "--json", home=here, DATABASE_URL=url)
    assert json.loads(before.stdout)["ok"] is True
    done = gandan("backup", archive, home=here, DATABASE_URL=url)
    assert done.returncode == 0, done.stderr
    assert "khoá KHÔNG nằm trong bản sao lưu" in done.stdout
    assert archive.stat().st_mode & 0o777 == 0o600
    with tarfile.open(archive) as tar:
        assert not [n for n in tar.getnames() if "key" in n]
    assert gandan("backup", archive, home=here, DATABASE_URL=url).returncode == 3
    rows = unpacked(archive, tmp_path / "open")
    assert b"pace-of-a-client" not in rows
    assert b"session-of-a-person" not in rows

    shutil.rmtree(here)
    restored = gandan("restore", archive, home=home)
    assert restored.returncode == 0, restored.stderr
    assert gandan("verify", "--json", home=home).stdout == before.stdout
    assert len((home / "files" / "ab" / "ảnh.jpg").read_bytes()) == 100_000

    refused = gandan("restore", archive, home=home)
    assert refused.returncode == 3
    assert "--force" in refused.stderr
    assert gandan("restore", archive, "--force", home=home).returncode == 0
    assert gandan("verify", "--json", home=home).stdout == before.stdout

    assert "không khớp" not in restored.stdout
    lost = gandan("restore", archive, "--force", home=home, GANDAN_ENCRYPTION_KEYS="x" * 43 + "=")
    assert "GANDAN_ENCRYPTION_KEYS" in lost.stdout


def test_a_trial_names_the_keys_of_its_folder(tmp_path, settings):
    from gandan.core import secrets
    from gandan.core.engine.keys import make_demo_keys

    settings.HOME, settings.ENCRYPTION_KEYS = tmp_path, []
    make_demo_keys(tmp_path)
    kept = (tmp_path / "keys" / "encryption").read_text().strip()
    assert (secrets.in_force(demo=True), secrets.in_force(demo=False)) == ([kept], [])
    settings.ENCRYPTION_KEYS = ["given"]
    assert secrets.in_force(demo=True) == ["given"]


def damage(archive: Path, target: Path, change) -> Path:
    with tarfile.open(archive) as old, tarfile.open(target, "w") as new:
        for entry in old.getmembers():
            body = old.extractfile(entry)
            change(new, entry, body)
    return target


@pytest.mark.slow
def test_a_damaged_archive_changes_nothing(committed, database_url, home, tmp_path):
    url, archive = database_url(committed), tmp_path / "good.tar"
    assert gandan("backup", archive, home=home, DATABASE_URL=url).returncode == 0
    cut = tmp_path / "cut.tar"
    cut.write_bytes(archive.read_bytes()[: archive.stat().st_size // 2])
    other = tmp_path / "other.tar"
    other.write_text("không phải tar")
    missing = damage(archive, tmp_path / "missing.tar", lambda new, e, b: None if e.name == "database/toc.dat" else new.addfile(e, b))
    grown = damage(
        archive, tmp_path / "grown.tar", lambda new, e, b: (new.addfile(e, b), new.addfile(_extra()) if e.name == "manifest.json" else None)
    )
    for bad in (cut, other, missing, grown):
        done = gandan("restore", bad, "--force", home=home, DATABASE_URL=url)
        assert done.returncode == 3, bad
        assert "Chưa có gì bị thay đổi" in done.stderr, bad
        assert "Error" not in done.stderr, bad
    assert json.loads(gandan("verify", "--json", home=home, DATABASE_URL=url).stdout)["ok"] is True


def _extra() -> tarfile.TarInfo:
    return tarfile.TarInfo("files/thêm.txt")


def test_a_restore_under_a_running_site_is_refused_and_loses_nothing(committed, database_url, home, tmp_path):
    from django.db import connection

    url, archive = database_url(committed), tmp_path / "good.tar"
    assert gandan("backup", archive, home=home, DATABASE_URL=url).returncode == 0
    with connection.cursor() as cursor:
        cursor.execute("create table written_since (n int)")
    done = gandan("restore", archive, "--force", home=home, DATABASE_URL=url)
    assert done.returncode == 3
    assert "dừng web và worker" in done.stderr
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from written_since")
