"""Steps of the schema that carry rows along."""

from datetime import date

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from gandan.units import actions
from gandan.units.models import Hamlet

BEFORE, AFTER = ("units", "0001_units_through_time"), ("units", "0002_hamlet_added_in")


def go(to):
    MigrationExecutor(connection).migrate([to])


@pytest.mark.django_db(transaction=True)
def test_hamlets_remember_the_commune_that_added_them(ninh_kieu, officer, now):
    hamlet = actions.add_hamlet(ninh_kieu, kind="thon", name="1", since=date(2026, 3, 1), by=officer, now=now)
    ends = {node for node in MigrationExecutor(connection).loader.graph.leaf_nodes() if node[0] == "accounts"}
    go(BEFORE)
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from information_schema.columns where table_name = 'units_hamlet' and column_name = 'added_in_id'")
        assert cursor.fetchone() == (0,)
    go(AFTER)
    for end in ends:
        go(end)
    assert Hamlet.objects.get(pk=hamlet.pk).added_in_id == ninh_kieu.pk
