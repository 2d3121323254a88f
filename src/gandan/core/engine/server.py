"""A server we can use: reached, new enough, with the installation's database on it."""

from collections.abc import Mapping
from typing import Any

import psycopg
from psycopg import sql

from gandan.core.engine.diagnosis import explain_remote
from gandan.core.engine.faults import EngineFault

OLDEST = 15


def connect(database: Mapping[str, Any], *, name: str | None = None) -> psycopg.Connection[Any]:
    """A plain autocommit session with Django's settings of a database; a failure is one sentence."""
    given = {
        "host": database.get("HOST"),
        "port": database.get("PORT"),
        "user": database.get("USER"),
        "password": database.get("PASSWORD"),
        "dbname": name or database["NAME"],
        **database.get("OPTIONS", {}),
    }
    given.setdefault("connect_timeout", 8)
    try:
        return psycopg.connect(**{k: v for k, v in given.items() if v not in (None, "")}, autocommit=True)
    except psycopg.OperationalError as error:
        raise EngineFault(explain_remote(str(error))) from None


def check(database: Mapping[str, Any]) -> int:
    """Major version of a server that can be used."""
    with connect(database) as session:
        major = session.info.server_version // 10000
    if major < OLDEST:
        raise EngineFault(f"Máy chủ PostgreSQL là phiên bản {major}; cần {OLDEST} trở lên.")
    return major


def ensure_database(database: Mapping[str, Any]) -> None:
    """Make the database on the embedded server where it is missing."""
    with connect(database, name="postgres") as session:
        if not session.execute("select 1 from pg_database where datname = %s", [database["NAME"]]).fetchone():
            session.execute(sql.SQL("create database {}").format(sql.Identifier(database["NAME"])))
