"""Two deeds on one promise at the same time."""

from datetime import timedelta

import pytest
from django.db import transaction

from gandan.commitments import actions
from tests.at_once import LONG, aside, until_waiting
from tests.commitments.conftest import DUE
from tests.people import NOW

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_promise_handed_on_while_somebody_waits_for_it_is_still_there(promise, world, leader):
    c = promise()
    with transaction.atomic():
        actions.hand_over(c, to=world.party, reason="Việc của Đảng ủy phường", by=leader, now=NOW)
        extended = aside(lambda: actions.extend(c, to=DUE + timedelta(days=10), reason="Mưa kéo dài nhiều ngày", by=leader, now=NOW))
        until_waiting()
    assert extended.result(LONG).commitment.lead == world.party
