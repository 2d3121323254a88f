"""A deed of a told verb asks for a job in its own transaction."""

import pytest
from django.db import connection, transaction

from tests.notices.conftest import VERB

pytestmark = pytest.mark.django_db


def jobs() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("select args->>'event_id' from procrastinate_jobs where task_name = 'notices.make'")
        return [row[0] for row in cursor.fetchall()]


def test_a_told_verb_asks_for_its_notices_and_another_does_not(telling, people, happen):
    event = happen(people["leader"])
    happen(people["leader"], verb="tests.unsaid")
    assert jobs() == [str(event.pk)]


def test_a_deed_that_is_rolled_back_tells_nobody(telling, people, happen):
    with transaction.atomic():
        happen(people["leader"], verb=VERB)
        transaction.set_rollback(True)
    assert jobs() == []
