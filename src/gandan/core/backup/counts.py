"""How many rows each table has: the plainest proof that nothing was lost on the way."""

from typing import Any

import psycopg
from psycopg import sql

SIGNED_IN = ("django_session", "usersessions_usersession")  # who is signed in now, and on what device: for this machine and 12 hours only
PASSING = frozenset({"gandan_cache", "procrastinate_workers", *SIGNED_IN})  # may change while nobody does anything


def count_rows(session: psycopg.Connection[Any]) -> dict[str, int]:
    """Table name to rows, in the session's snapshot."""
    names = session.execute("select tablename from pg_tables where schemaname = 'public' order by 1").fetchall()
    counts = {}
    for (name,) in names:
        if name not in PASSING:
            row = session.execute(sql.SQL("select count(*) from {}").format(sql.Identifier(name))).fetchone()
            counts[str(name)] = int(row[0]) if row else 0
    return counts
