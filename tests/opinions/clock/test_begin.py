"""The first date of a case."""

from datetime import date

import pytest

from gandan.opinions.actions import clock
from gandan.opinions.enums import Cause, Channel, Stage
from tests.opinions.clock.conftest import at

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("channel", "rule", "due"),
    [
        (Channel.PORTAL, "opinion.pledge", date(2026, 12, 8)),
        (Channel.DESK, "opinion.pledge", date(2026, 12, 8)),
        (Channel.IMPORT, "opinion.pledge", date(2026, 12, 8)),
        (Channel.OPEN311, "opinion.pledge", date(2026, 12, 8)),
        (Channel.RECEPTION, "reception.notice", date(2026, 12, 8)),
        (Channel.GOVERNMENT, "remark.government_portal", date(2026, 12, 14)),  # twenty days end on Sunday the 13th
    ],
)
def test_each_way_in_has_its_rule(received, channel, rule, due):
    made = received(MONDAY, channel=channel)
    [row] = made.due_dates.all()
    assert (made.due, row.due, row.rule, row.start, row.stage, row.cause) == (due, due, rule, MONDAY, Stage.ANSWER, Cause.RECEIVED)
    assert not row.pledge


def test_it_works_on_a_case_that_is_not_saved_and_asks_twice(received, django_assert_num_queries):
    fresh = received(MONDAY, begun=False)
    with django_assert_num_queries(2):
        facts = clock.begin(fresh, now=at(MONDAY))
    assert facts == {"due": date(2026, 12, 8), "was_due": None, "rule": "opinion.pledge", "stage": "answer", "cause": "received"}
    fresh.save()
    assert fresh.due_dates.get().due == fresh.due == date(2026, 12, 8)
