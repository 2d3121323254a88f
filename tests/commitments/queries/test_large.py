"""With many rows the lists of a unit, of an office and of the clock go by index, and the clock reads what is due, not what is owed."""

from datetime import timedelta

import pytest
from django.db import connection

from gandan.commitments import actions, queries
from gandan.commitments.enums import Kind, State
from gandan.commitments.models import Commitment
from tests.commitments.conftest import CLOCK
from tests.people import NOW, TODAY, make_office, make_unit

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
UNITS, EACH = 30, 200


@pytest.fixture
def many(ground):
    """So many units with so many open promises each, due over two years to come."""
    offices = []
    for n in range(UNITS):
        unit = make_unit(f"Số {n}", level="commune", kind="Xã", code=f"8{n:04}", parent=ground.province)
        offices.append(make_office(unit, "front", "Ủy ban MTTQ Việt Nam"))
    Commitment.objects.bulk_create(
        [
            Commitment(
                kind=Kind.PROMISE,
                title=f"Việc {n}",
                deliverable="Xong",
                lead=office,
                unit_id=office.unit_id,
                made_in_id=office.unit_id,
                made_on=TODAY,
                due=TODAY + timedelta(days=1 + n),
                first_due=TODAY + timedelta(days=1 + n),
                is_public=True,
                recorded_at=NOW,
                origin_type="units.unit",
                origin_id=str(n),
            )
            for office in offices
            for n in range(EACH)
        ],
        batch_size=5000,
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE commitments_commitment")
    return offices


def test_at_scale(many, django_assert_num_queries):
    office = many[7]
    asked = {
        "commitment_of_unit": Commitment.objects.filter(unit=office.unit, state=State.OPEN).order_by("due"),
        "commitment_owed": Commitment.objects.filter(lead=office, state=State.OPEN).order_by("due")[:20],
        "commitment_by_clock": Commitment.objects.filter(state=State.OPEN, due=TODAY + timedelta(days=3)).order_by("id"),
        "commitment_of_origin": queries.of_origin(office.unit),
        "commitment_posted": Commitment.objects.filter(state=State.REPORTED).order_by("id"),
    }
    plans = {name: rows.explain() for name, rows in asked.items()}
    assert {name for name, plan in plans.items() if "Seq Scan on commitments_commitment" in plan} == set(), plans

    queries.board([many[0].unit_id], today=TODAY)  # the tree of units is read once in a process
    with django_assert_num_queries(2):
        board = queries.board([o.unit_id for o in many], today=TODAY)
    assert {b.promises.open for b in board.values()} == {EACH}

    due = Commitment.objects.filter(due__lte=TODAY + timedelta(days=4)).count()  # Tuesday is Culture Day: Friday is three working days away
    assert actions.send_reminders(by=CLOCK, now=NOW) == due == UNITS * 4
    assert actions.send_reminders(by=CLOCK, now=NOW) == 0
