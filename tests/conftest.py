"""One embedded PostgreSQL for all tests, one migrated template, one clone for each worker."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connections
from django.test import TransactionTestCase

from gandan.core.engine.postgres import TEST, Cluster

FOLDER = Path(os.environ.get("GANDAN_TEST_HOME", "/tmp/gandan-tests-" + str(os.geteuid())))


def migrations_digest() -> str:
    """Changes whenever a migration of ours or of a library does."""
    digest = hashlib.sha256(os.environ.get("DATABASE_URL", "").encode())
    for config in sorted(apps.get_app_configs(), key=lambda c: c.name):
        for file in sorted(Path(config.path).glob("migrations/*.py")):
            digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:16]


@pytest.fixture(scope="session")
def cluster() -> Cluster:
    cluster = Cluster(FOLDER / "pg", FOLDER / "run")
    cluster.start(TEST)
    return cluster


@pytest.fixture(scope="session")
def django_db_setup(cluster, django_db_blocker, worker_id) -> Iterator[None]:
    def admin() -> psycopg.Connection:
        return psycopg.connect(host=str(cluster.socket), user="postgres", dbname="postgres", autocommit=True)

    template, mine = f"tpl_{migrations_digest()}", f"test_{worker_id}_{os.getpid()}"
    default = connections["default"]
    default.settings_dict["HOST"] = str(cluster.socket)
    with admin() as c:
        c.execute("select pg_advisory_lock(77)")
        if not c.execute("select 1 from pg_database where datname = %s", [template]).fetchone():
            c.execute(f"drop database if exists {template}_b with (force)")
            c.execute(f"create database {template}_b")
            default.settings_dict["NAME"] = f"{template}_b"
            with django_db_blocker.unblock():
                call_command("migrate", verbosity=0)
                call_command("createcachetable", verbosity=0)
            default.close()
            c.execute(f"alter database {template}_b rename to {template}")
        c.execute("select pg_advisory_unlock(77)")

    def clone(case: object = None) -> None:
        """A fresh copy of the template. After a test with real transactions it takes the place of Django's flush: the record of events
        refuses TRUNCATE, and what migrations filled in comes back as well."""
        for connection in connections.all():
            connection.close()
        with admin() as c:
            c.execute(f"drop database if exists {mine} with (force)")
            c.execute(f"create database {mine} template {template} strategy file_copy")

    clone()
    default.settings_dict["NAME"] = mine
    flush, TransactionTestCase._fixture_teardown = TransactionTestCase._fixture_teardown, clone
    yield
    TransactionTestCase._fixture_teardown = flush
    for connection in connections.all():
        connection.close()
    with admin() as c:
        c.execute(f"drop database if exists {mine} with (force)")
