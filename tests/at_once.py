"""Deeds at the same time, each over a connection of its own. For tests under `django_db(transaction=True)`."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import psycopg
from django.db import connection

LONG = 20


POOL = ThreadPoolExecutor(4)


def aside(deed: Callable[[], Any]) -> "Future[Any]":
    """Do something in another thread, over another connection."""

    def alone() -> Any:
        try:
            return deed()
        finally:
            connection.close()

    return POOL.submit(alone)


@contextmanager
def stopped(row: Any) -> Iterator[None]:
    """Whoever wants this row waits until the end of the block."""
    with psycopg.connect(**connection.get_connection_params()) as other:
        other.execute(f"SELECT 1 FROM {row._meta.db_table} WHERE id = %s FOR UPDATE", [row.pk])  # noqa: S608  a table of ours
        yield
        other.rollback()


def until_waiting(how_many: int = 1) -> None:
    """So many others wait for a lock."""
    end = time.monotonic() + LONG
    while time.monotonic() < end:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_stat_clear_snapshot()")  # else a transaction goes on seeing what it saw first
            cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")
            if cursor.fetchone()[0] >= how_many:
                return
        time.sleep(0.02)
    raise AssertionError("nobody waits")
