"""Tries are counted, each once, and what they were counted by is soon gone."""

import threading
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.utils import timezone

from gandan.cli.migrate import unlog_cache
from gandan.config import settings as ours
from gandan.core import pace
from gandan.core.pace.tasks import forget_tries

ROWS = "SELECT count(*) FROM gandan_cache"


def rows() -> int:
    with connection.cursor() as cursor:
        cursor.execute(ROWS)
        return cursor.fetchone()[0]


def tried(request) -> bool:
    return pace.allowed(request, "sign-in", most=20, seconds=600, now=NOW)


NOW = timezone.now()


@pytest.mark.django_db(transaction=True)
def test_tries_that_come_at_once_are_each_counted(rf):
    request, answers = rf.post("/"), []

    def many() -> None:
        answers.extend(tried(request) for _ in range(8))
        connection.close()

    clients = [threading.Thread(target=many) for _ in range(8)]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    assert (answers.count(True), answers.count(False)) == (20, 44)


@pytest.mark.django_db
def test_a_flood_of_other_entries_does_not_wash_a_count_away(rf):
    first = rf.post("/", REMOTE_ADDR="192.0.2.1")
    while tried(first):
        pass
    for number in range(1000):
        cache.set(f"zzz-{number}", 1, 600)
    assert not tried(first)
    assert ours.CACHES["default"]["OPTIONS"]["MAX_ENTRIES"] >= 100_000


@pytest.mark.django_db
def test_clients_are_counted_apart_and_no_address_is_kept(rf):
    first, second = rf.post("/", REMOTE_ADDR="192.0.2.1"), rf.post("/", REMOTE_ADDR="192.0.2.2")
    while tried(first):
        pass
    assert tried(second)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM gandan_cache WHERE cache_key LIKE '%%192.0.2%%' OR value LIKE '%%192.0.2%%'")
        assert cursor.fetchone() == (0,)


@pytest.mark.django_db
def test_one_customer_s_ipv6_addresses_are_one_client(rf):
    answers = [tried(rf.post("/", REMOTE_ADDR=f"2001:db8:1:2::{number:x}")) for number in range(21)]
    assert (answers.count(True), answers[-1]) == (20, False)
    assert tried(rf.post("/", REMOTE_ADDR="2001:db8:1:3::1"))


@pytest.mark.parametrize(
    ("typed", "counted"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", ""),
        ("unix:", "unix:"),
    ],
)
def test_what_counts_as_one_client(typed, counted):
    assert pace.network(typed) == counted


@pytest.mark.django_db
def test_a_try_costs_two_statements_however_full_the_table(rf, django_assert_num_queries):
    tried(rf.post("/"))
    with django_assert_num_queries(2):
        assert tried(rf.post("/"))


@pytest.mark.django_db
def test_counts_are_not_written_to_the_log_of_the_database(rf):
    unlog_cache()
    unlog_cache()
    with connection.cursor() as cursor:
        cursor.execute("SELECT relpersistence FROM pg_class WHERE relname = 'gandan_cache'")
        assert cursor.fetchone() == ("u",)


@pytest.mark.django_db
def test_yesterdays_key_and_counts_are_deleted(rf):
    tried(rf.post("/"))
    assert rows() == 2
    assert pace.forget(now=NOW) == 0
    assert pace.forget(now=NOW + timedelta(hours=25)) == 2
    assert rows() == 0
    assert forget_tries(0) == 0
