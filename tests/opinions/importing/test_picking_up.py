"""A machine that goes off between the press and the last row: nothing is lost, nothing comes twice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from queue import Queue

import pytest
from django.db import OperationalError, connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from gandan.core.access import Refusal
from gandan.opinions import queries
from gandan.opinions.actions import importing
from gandan.opinions.models import Opinion, Sheet
from tests.opinions.importing.conftest import GOOD, SYSTEM
from tests.people import NOW

ROWS = [{**GOOD, "place": f"hẻm {n}, đường Lý Tự Trọng"} for n in (51, 52, 53)]
LATER = NOW + timedelta(minutes=6)


def jobs(sheet: Sheet) -> list[str]:
    found = ProcrastinateJob.objects.filter(task_name="opinions.take_sheet", args__sheet_id=str(sheet.pk))
    return list(found.values_list("status", flat=True))


@pytest.fixture
def begun(hand_in, front_officer) -> Sheet:
    """Begun, and its process died before it took anything."""
    sheet = hand_in(*ROWS)
    importing.begin_sheet(sheet, by=front_officer, now=NOW)
    return sheet


@pytest.mark.django_db
def test_what_was_begun_and_left_behind_gets_one_job(begun):
    assert importing.pick_up_sheets(by=SYSTEM, now=NOW + timedelta(minutes=1)) == 0, "perhaps it is being taken right now"
    assert importing.pick_up_sheets(by=SYSTEM, now=LATER) == 1
    assert importing.pick_up_sheets(by=SYSTEM, now=LATER) == 0
    assert jobs(begun) == ["todo"]


@pytest.mark.django_db
def test_what_is_through_or_only_looked_at_is_left_alone(taken, hand_in):
    taken(GOOD)
    hand_in(*ROWS)
    assert importing.pick_up_sheets(by=SYSTEM, now=LATER) == 0


@pytest.mark.django_db
def test_only_the_system_picks_up(begun, cast):
    for who in cast.values():
        with pytest.raises(Refusal):
            importing.pick_up_sheets(by=who, now=LATER)


@pytest.mark.django_db
def test_a_row_that_cannot_be_opened_stops_no_other(begun):
    begun.rows.filter(position=2).update(sealed="không mở được")
    assert importing.take_sheet(begun, by=SYSTEM, now=LATER) == 2


@pytest.mark.django_db(transaction=True)
def test_killed_in_the_middle_of_a_row_each_row_is_taken_once(begun, front_officer):
    keys = list(begun.rows.order_by("position").values_list("pk", flat=True))
    importing.take_row(keys[0], by=SYSTEM, now=NOW)
    pids: Queue[int] = Queue()
    killed: Queue[bool] = Queue()

    def die() -> None:
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                assert importing.take_row(keys[1], by=SYSTEM, now=NOW)
                cursor.execute("SELECT pg_backend_pid()")
                pids.put(cursor.fetchone()[0])
                killed.get(timeout=20)
                cursor.execute("SELECT 1")
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        dying = pool.submit(die)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s)", [pids.get(timeout=20)])
        killed.put(True)
        with pytest.raises(OperationalError):
            dying.result(timeout=20)
    assert Opinion.objects.count() == 1
    assert importing.pick_up_sheets(by=SYSTEM, now=LATER) == 1
    assert importing.take_sheet(begun, by=SYSTEM, now=LATER) == 2
    assert importing.take_sheet(begun, by=SYSTEM, now=LATER) == 0
    assert sorted(Opinion.objects.values_list("place", flat=True)) == [row["place"] for row in ROWS]
    printed = importing.print_receipts(begun, by=front_officer, now=LATER)
    assert [one.line for one in printed.receipts] == [2, 3, 4]
    assert len({queries.of_code(one.code).pk for one in printed.receipts}) == 3
