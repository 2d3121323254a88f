"""Whether a document still holds, and what holds in its place."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gandan.core.access import Anyone, Refusal
from gandan.directives import actions, queries
from tests.directives.making import document, replaces
from tests.people import NOW, TODAY

OLD, NEW, NEWEST = date(2010, 2, 25), date(2021, 7, 30), date(2026, 1, 9)


@pytest.fixture
def chain(db):
    """290 → 23 → 99, each replaced by the next."""
    rows = [document("290-QĐ/TW", issued_on=OLD), document("23-QĐ/TW", issued_on=NEW), document("99-QĐ/TW", issued_on=NEWEST)]
    replaces(rows[1], rows[0], since=NEW)
    replaces(rows[2], rows[1], since=NEWEST)
    return rows


@pytest.mark.parametrize(
    ("on", "numbers"),
    [(NEW - timedelta(days=1), ["290-QĐ/TW"]), (NEW, ["23-QĐ/TW"]), (NEWEST - timedelta(days=1), ["23-QĐ/TW"]), (NEWEST, ["99-QĐ/TW"])],
)
def test_what_holds_in_its_place_on_a_day(chain, on, numbers):
    assert [d.number for d in queries.current(chain[0], on=on)] == numbers


def test_until_when_it_held(chain):
    known = queries.standings(chain, on=TODAY)
    assert [known[d.pk].until for d in chain] == [NEW, NEWEST, None]
    assert [known[d.pk].holds for d in chain] == [False, False, True]


def test_amending_and_guiding_end_nothing(db):
    old, new = document("11-QĐi/TW", issued_on=OLD), document("215-KL/TW", issued_on=NEW)
    replaces(new, old, since=NEW, kind="amends")
    replaces(new, old, since=NEW, kind="guides")
    assert queries.current(old, on=TODAY) == [old]


def test_a_repeal_leaves_nothing_in_its_place(db):
    old, new = document("11-QĐi/TW", issued_on=OLD), document("215-KL/TW", issued_on=NEW)
    replaces(new, old, since=NEW, kind="repeals")
    standing = queries.standings([old], on=TODAY)[old.pk]
    assert (standing.holds, standing.in_place, standing.hidden, standing.until) == (False, (), False, NEW)


def test_two_replace_one_and_one_replaces_two(db):
    first, second, both = document("66-QĐ/TW"), document("223-QĐ/TW"), document("399-QĐ/TW", issued_on=NEWEST)
    replaces(both, first)
    replaces(both, second, since=NEWEST)
    later = document("400-QĐ/TW", issued_on=NEWEST)
    replaces(later, first, since=NEWEST)
    assert {d.number for d in queries.current(first, on=TODAY)} == {"399-QĐ/TW", "400-QĐ/TW"}
    assert queries.standings([second], on=TODAY)[second.pk].until == NEWEST


def test_a_withdrawn_record_does_nothing_to_others(chain, administrator):
    actions.withdraw_document(chain[2], reason="Ghi nhầm", by=administrator, now=NOW)
    assert queries.current(chain[0], on=TODAY) == [chain[1]]


def test_an_internal_successor_is_not_named_to_others(world, front_officer, provincial_leader):
    old = document("12/KH-UBND", by=front_officer, is_public=True, issued_on=date(2025, 8, 1))
    new = document("13/KH-UBND", by=front_officer, issued_on=date(2026, 8, 1))
    replaces(new, old, since=date(2026, 8, 1), by=front_officer)
    for actor in (Anyone(), None):
        standing = queries.standings([old], on=TODAY, actor=actor)[old.pk]
        assert (standing.holds, standing.in_place, standing.hidden) == (False, (), True)
    for actor in (front_officer, provincial_leader):
        assert queries.current(old, on=TODAY, actor=actor) == [new]


def test_one_question_however_many(chain):
    def asked(rows) -> int:
        with CaptureQueriesContext(connection) as seen:
            queries.standings(rows, on=TODAY)
        return len(seen)

    more = [document(f"{n}/KH-UBND", issued_on=OLD) for n in range(1, 15)]
    for row in more:
        replaces(chain[1], row, since=NEW)
    assert asked(more[:1]) == asked([chain[0], *more]) == 2


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.sampled_from(["replaces", "repeals", "amends", "guides"])), max_size=14))
def test_no_circle_whatever_is_written(db, links):
    from django.db import transaction

    with transaction.atomic():
        rows = [document(f"{n}-QĐ/TW") for n in range(1, 7)]
        written: dict[str, set[tuple[int, int]]] = {}
        for new, old, kind in links:
            try:
                replaces(rows[new], rows[old], kind=kind)
                written.setdefault(kind, set()).add((new, old))
            except Refusal:
                pass
        for pairs in written.values():
            for start in range(6):
                seen, waiting = set(), [old for new, old in pairs if new == start]
                while waiting:
                    seen.add(here := waiting.pop())
                    waiting += [old for new, old in pairs if new == here and old not in seen]
                assert start not in seen
        for row in rows:  # and every chain has an end
            for last in queries.current(row, on=TODAY):
                assert queries.standings([last], on=TODAY)[last.pk].holds
        transaction.set_rollback(True)
