"""What every command needs before its own work: settings, database, Django; and what it leaves as it found it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gandan.core.engine.postgres import Cluster


def say(text: str = "") -> None:
    """A line for the person at the terminal."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def notice_trial() -> bool:
    """Whether the data folder is a trial's: it made keys of its own, and none are given. Then it is looked at as one."""
    from gandan.core.engine.places import home

    given = any(os.environ.get(n) for n in ("GANDAN_DEMO", "GANDAN_SECRET_KEY", "GANDAN_ENCRYPTION_KEYS", "DATABASE_URL"))
    trial = not given and (home() / "keys" / "encryption").is_file()
    if trial:
        os.environ["GANDAN_DEMO"] = "1"
    return trial


def settings_faults(*, keys: bool = True) -> list[str]:
    """Sentences on settings that cannot be used."""
    from django.conf import settings

    from gandan.core.secrets import faults

    return [*settings.FAULTS, *(faults() if keys else [])]


def load_settings(*, keys: bool = True) -> None:
    """Load the settings and stop with every fault of them at once."""
    from gandan.core.engine.faults import EngineFault

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gandan.config.settings")
    found = settings_faults(keys=keys)
    if found:
        raise EngineFault("\n".join(found))


@contextmanager
def database(*, attached: bool = False, dies_with_parent: bool = False) -> Iterator["Cluster | None"]:
    """A server that can be used, named in the settings: the embedded one (started when needed) or that of DATABASE_URL (None)."""
    from django.conf import settings

    from gandan.core.engine import embedded, server

    if not settings.EMBEDDED or attached:
        server.check(settings.DATABASES["default"])
        yield None
        return
    with embedded.running(settings.HOME, dies_with_parent=dies_with_parent) as cluster:
        settings.DATABASES["default"].update(embedded.settings(cluster))
        try:
            yield cluster
        finally:
            close()


def close() -> None:
    """Leave no session of ours behind."""
    from django.db import connections

    if getattr(connections, "_settings", None) is not None:
        connections.close_all()


@contextmanager
def installation(*, keys: bool = True, migrated: bool = True, attached: bool = False) -> Iterator[None]:
    """Everything up: settings, database, Django, and (unless told otherwise) a schema that fits this code."""
    load_settings(keys=keys)
    with database(attached=attached):
        import django

        django.setup()
        if migrated:
            require_migrated()
        try:
            yield
        finally:
            close()


def require_migrated() -> None:
    """Stop when the code expects another schema."""
    from gandan.core.engine.faults import EngineFault
    from gandan.core.health.checks import pending_migrations

    waiting = pending_migrations()
    if waiting:
        raise EngineFault(f"Cơ sở dữ liệu còn {len(waiting)} bước nâng cấp chưa chạy; xin chạy `gandan migrate` trước.")
