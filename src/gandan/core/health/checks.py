"""Questions about a running installation. They read and never repair; a part that is down is an answer, not an error."""

from dataclasses import dataclass

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

OLDEST_SERVER = 150000


@dataclass(frozen=True)
class State:
    """What readiness hangs on."""

    database: bool
    migrations: bool
    worker: bool

    @property
    def ready(self) -> bool:
        """Whether pages may be served. Without a worker people can still file and read; jobs wait and nothing is lost."""
        return self.database and self.migrations


def server_version() -> int | None:
    """As PostgreSQL counts it (150004), or None when it does not answer."""
    try:
        connection.ensure_connection()
    except DatabaseError:
        return None
    return int(connection.connection.info.server_version)


def pending_migrations() -> list[str]:
    """Migrations that are in the code and not in the database."""
    executor = MigrationExecutor(connection)
    return [f"{m.app_label}.{m.name}" for m, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())]


def heartbeat_age() -> float | None:
    """Seconds since the youngest heartbeat of any worker; None when there never was one."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("select extract(epoch from now() - max(last_heartbeat)) from procrastinate_workers")
            row = cursor.fetchone()
    except DatabaseError:
        return None
    return None if row is None or row[0] is None else float(row[0])


def jobs_by_status() -> dict[str, int]:
    """How many jobs wait, run, ended, failed."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("select status::text, count(*) from procrastinate_jobs group by 1 order by 1")
            return {str(status): int(count) for status, count in cursor.fetchall()}
    except DatabaseError:
        return {}


DEMO_MARK = "gandan demo"


def database_mark() -> str:
    """The comment on the database: the demo marks its own, a real installation has none."""
    with connection.cursor() as cursor:
        cursor.execute("select shobj_description(oid, 'pg_database') from pg_database where datname = current_database()")
        row = cursor.fetchone()
    return str(row[0] or "") if row else ""


def is_demo_database() -> bool:
    """Whether invented people live in it."""
    return database_mark() == DEMO_MARK


def state() -> State:
    """The answer of /readyz."""
    if server_version() is None:
        return State(database=False, migrations=False, worker=False)
    try:
        migrated = not pending_migrations()
    except DatabaseError:
        migrated = False
    age = heartbeat_age()
    return State(database=True, migrations=migrated, worker=age is not None and age < settings.STALLED_AFTER)
