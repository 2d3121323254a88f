"""Databases of the tests: one server, a migrated template, a second one filled like the demo, a clone for each worker and each journey.

The server is the embedded one, or that of DATABASE_URL (the tests marked `debian` run others that way). A test with
`django_db(transaction=True)` commits for real; its database is thrown away and cloned anew afterwards.
"""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psutil
import psycopg
import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.test import TransactionTestCase

from gandan.core.engine import server
from gandan.core.engine.postgres import TEST, Cluster

FOLDER = Path(os.environ.get("GANDAN_TEST_HOME", f"/tmp/gandan-tests-{os.geteuid()}"))  # noqa: S108  short, for the socket
KEPT = 30
SEEDS = ("demo*.py", "demo/**/*", "data/**/*", "actions/**/*.py", "actions.py")


def digest(*patterns: str) -> str:
    """Changes whenever a file of these patterns does in any app, ours or a library's (with the versions of the libraries)."""
    found = hashlib.sha256("".join(f"{p}{version(p)}" for p in ("django", "procrastinate", "django-allauth")).encode())
    for config in sorted(apps.get_app_configs(), key=lambda c: c.name):
        ours = config.name.startswith("gandan.")
        for pattern in patterns if ours else patterns[:1]:
            for file in sorted(f for f in Path(config.path).glob(pattern) if f.is_file() and f.suffix != ".pyc"):
                found.update(file.name.encode() + file.read_bytes())
    return found.hexdigest()[:16]


@pytest.fixture(scope="session")
def cluster() -> Cluster | None:
    """The embedded server, started fast and loose; it stays for the next run."""
    if not settings.EMBEDDED:
        return None
    cluster = Cluster(FOLDER / "pg", FOLDER / "run")
    cluster.start(TEST)
    connections["default"].settings_dict.update(HOST=str(cluster.socket), USER="postgres")
    settings.DATABASES["default"].update(HOST=str(cluster.socket), USER="postgres")
    return cluster


class Databases:
    """Makes and drops databases, and says which one Django uses."""

    def __init__(self) -> None:
        self.server: dict[str, Any] = dict(connections["default"].settings_dict)

    def admin(self) -> psycopg.Connection[Any]:
        return server.connect(self.server, name="postgres")

    def use(self, name: str) -> None:
        for connection in connections.all():
            connection.close()
        connections["default"].settings_dict["NAME"] = name

    def drop(self, name: str) -> None:
        for connection in connections.all():
            connection.close()
        with self.admin() as c:
            c.execute(f"drop database if exists {name} with (force)")

    def clone(self, name: str, template: str) -> None:
        self.drop(name)
        with self.admin() as c:
            c.execute(f"create database {name} template {template} strategy file_copy")

    def template(self, name: str, source: str, build: Callable[[], None]) -> str:
        """Built once, however many workers ask; a build that died half-way is thrown away."""
        half, before = f"{name}_b", connections["default"].settings_dict["NAME"]
        with self.admin() as c:
            c.execute("select pg_advisory_lock(77)")
            if not c.execute("select 1 from pg_database where datname = %s", [name]).fetchone():
                c.execute(f"drop database if exists {half} with (force)")
                c.execute(f"create database {half} template {source}")
                self.use(half)
                build()
                self.use(before)  # a template may have no session
                c.execute(f"alter database {half} rename to {name}")
            c.execute("select pg_advisory_unlock(77)")
        return name

    def sweep(self) -> None:
        """Drop what killed runs left, and templates of long ago."""
        with self.admin() as c:
            rows = c.execute(
                "select datname from pg_database where datname ~ '^(test|live)_' and datname ~ '_[0-9]+$' order by oid"
            ).fetchall()
            old = c.execute(
                "select datname from pg_database where datname ~ '^(tpl|seed|land)_[0-9a-f]+$' order by oid desc offset %s", [KEPT]
            )
            dead = [n for (n,) in rows if not psutil.pid_exists(int(n.rsplit("_", 1)[1]))]
            for name in [*dead, *(n for (n,) in old.fetchall())]:
                c.execute(f"drop database if exists {name}")


def migrate() -> None:
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)


@pytest.fixture(scope="session")
def databases(cluster, worker_id) -> Databases:
    databases = Databases()
    if worker_id in {"master", "gw0"}:
        databases.sweep()
    return databases


@pytest.fixture(scope="session")
def empty_template(databases, django_db_blocker) -> str:
    """Migrated, nothing in it but what migrations put there."""
    with django_db_blocker.unblock():
        return databases.template(f"tpl_{digest('migrations/*.py')}", "template0", migrate)


@pytest.fixture(scope="session")
def seeded_template(databases, empty_template, django_db_blocker) -> str:
    """What `gandan demo` fills in: units, offices, invented people."""
    from gandan.cli.filling import fill

    with django_db_blocker.unblock():
        return databases.template(f"seed_{digest('migrations/*.py', *SEEDS)}", empty_template, fill)


@pytest.fixture(scope="session")
def country_template(databases, empty_template, django_db_blocker) -> str:
    """The units of the whole country and the rules of law, nobody in it."""
    from django.utils import timezone

    from gandan.core.access import SystemActor
    from gandan.core.legal import actions as legal
    from gandan.units import actions as units

    def load() -> None:
        units.load(by=SystemActor("load"), now=timezone.now())
        legal.load(by=SystemActor("install"), now=timezone.now())

    with django_db_blocker.unblock():
        return databases.template(f"land_{digest('migrations/*.py', *SEEDS)}", empty_template, load)


@pytest.fixture(scope="module")
def in_country(databases, django_db_setup, country_template, django_db_blocker) -> Iterator[None]:
    """All tests of a file work in a database that has the whole country; what each writes rolls back."""
    with django_db_blocker.unblock(), lent(databases, country_template):
        yield


@pytest.fixture(scope="session")
def django_db_setup(databases, empty_template, worker_id) -> Iterator[None]:
    mine = f"test_{worker_id}_{os.getpid()}"

    def anew(case: object = None) -> None:
        """In place of Django's flush: the record of events refuses TRUNCATE, and what migrations filled in comes back as well."""
        databases.clone(mine, empty_template)

    anew()
    databases.use(mine)
    flush, TransactionTestCase._fixture_teardown = TransactionTestCase._fixture_teardown, anew
    yield
    TransactionTestCase._fixture_teardown = flush
    databases.drop(mine)


@contextmanager
def lent(databases: Databases, template: str) -> Iterator[str]:
    """A clone that Django uses meanwhile."""
    before, name = connections["default"].settings_dict["NAME"], f"live_{os.urandom(4).hex()}_{os.getpid()}"
    databases.clone(name, template)
    databases.use(name)
    try:
        yield name
    finally:
        databases.use(before)
        databases.drop(name)


@pytest.fixture
def seeded(databases, django_db_setup, seeded_template, django_db_blocker) -> Iterator[str]:
    """A database of one's own like the demo's, with real commits. Its name."""
    with django_db_blocker.unblock(), lent(databases, seeded_template) as name:
        yield name


@pytest.fixture
def committed(databases, django_db_setup, empty_template, django_db_blocker) -> Iterator[str]:
    """A migrated, empty database of one's own with real commits, for processes outside the test. Its name."""
    with django_db_blocker.unblock(), lent(databases, empty_template) as name:
        yield name


@pytest.fixture
def database_url(databases) -> Callable[[str], str]:
    """The address of a database on the tests' server, for a process outside the test."""
    s = databases.server

    def url(name: str) -> str:
        return f"postgresql://{s['USER']}@/{name}?host={s['HOST']}" + (f"&port={s['PORT']}" if s.get("PORT") else "")

    return url
