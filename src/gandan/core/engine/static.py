"""Collects style sheets, scripts and fonts for serving, only when they changed."""

import hashlib
import os
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

MARK = ".collected"


def fingerprint() -> str:
    """Of what would be collected: names, sizes and times."""
    digest = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            stat = os.stat(storage.path(path))
            digest.update(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def is_collected() -> bool:
    """Whether the served files are those of this code."""
    mark = Path(settings.STATIC_ROOT) / MARK
    return mark.is_file() and mark.read_text(encoding="ascii") == fingerprint()


def collect() -> bool:
    """Collect when needed; returns whether it was."""
    if is_collected():
        return False
    root = Path(settings.STATIC_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    (root / MARK).write_text(fingerprint(), encoding="ascii")
    return True
