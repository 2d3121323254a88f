"""Reading one's own notices; nobody is watched while they read."""

import pytest

from gandan.core.access import Anyone, Refusal, SystemActor
from gandan.core.events import Event
from gandan.notices import actions
from gandan.notices.models import Notice
from tests.people import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def notice(telling, people, happen):
    telling.to = {people["front_officer"], people["outsider"]}
    for _ in range(2):
        actions.make(happen(people["leader"]).pk, by=SystemActor("notices"), now=NOW)
    return Notice.objects.filter(user=people["front_officer"]).first()


def test_the_first_reading_counts_and_no_event_tells_of_it(notice, front_officer):
    before = Event.objects.count()
    assert actions.read(notice, by=front_officer, now=NOW).read_at == NOW
    later = NOW.replace(hour=9)
    assert actions.read(notice, by=front_officer, now=later).read_at == NOW
    assert Event.objects.count() == before


def test_somebody_else_s_does_not_exist(notice, outsider):
    with pytest.raises(Refusal) as refused:
        actions.read(notice, by=outsider, now=NOW)
    assert refused.value.status == 404


def test_all_of_one_s_own_and_nobody_else_s(notice, front_officer, people):
    assert actions.read_all(by=front_officer, now=NOW) == 2
    assert actions.read_all(by=front_officer, now=NOW) == 0
    assert Notice.objects.filter(read_at=None).count() == 2


def test_without_an_account_there_is_nothing_to_read(notice):
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.read_all(by=Anyone(), now=NOW)
