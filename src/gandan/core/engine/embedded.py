"""The embedded server of one data folder, for as long as a command needs it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from gandan.core.engine.places import settle
from gandan.core.engine.postgres import Cluster
from gandan.core.engine.server import ensure_database


def cluster(home: Path) -> Cluster:
    """The cluster of a data folder, its place decided."""
    where = settle(home)
    return Cluster(where.data, where.socket)


def settings(server: Cluster, name: str = "gandan") -> dict[str, str]:
    """How Django reaches it."""
    return {"HOST": str(server.socket), "USER": "postgres", "NAME": name}


@contextmanager
def running(home: Path, *, dies_with_parent: bool = False) -> Iterator[Cluster]:
    """Attach, or start; at the end stop it only if it was started here and nobody else has come to use it."""
    server = cluster(home)
    started = server.start(dies_with_parent=dies_with_parent)
    try:
        ensure_database(settings(server))
        yield server
    finally:
        if started and not others(server):
            server.stop()


def others(server: Cluster) -> int:
    """Sessions of other processes."""
    try:
        with psycopg.connect(host=str(server.socket), user="postgres", dbname="postgres", autocommit=True) as session:
            row = session.execute(
                "select count(*) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()"
            ).fetchone()
    except psycopg.Error:
        return 0
    return int(row[0]) if row else 0
