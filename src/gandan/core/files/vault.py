"""The folder with the bytes: random names, durable before the answer, readable by this program only."""

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings


def folder() -> Path:
    """GANDAN_HOME/files: no web server looks there."""
    return Path(settings.MEDIA_ROOT)


def path(key: str) -> Path:
    """Where a key's bytes lie."""
    return folder() / key[:2] / key


def put(raw: bytes) -> str:
    """Write bytes under a new random key; they are on the disk (fsync) when this returns."""
    key = secrets.token_hex(20)
    target = path(key)
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = target.with_suffix(".part")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(raw)
        out.flush()
        os.fsync(out.fileno())
    draft.replace(target)
    place = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(place)
    finally:
        os.close(place)
    return key


def remove(key: str) -> None:
    """Take the bytes away; gone already is fine."""
    path(key).unlink(missing_ok=True)


def keys(*, older_than: float) -> Iterator[str]:
    """Every key whose file was last written before the moment (seconds since 1970); drafts of a crash included."""
    for file in folder().glob("??/*"):
        if file.stat().st_mtime < older_than:
            yield file.name
