"""A model that the head of a hamlet began is the hamlet's own: the office under whose name it stands registers and judges it."""

from decimal import Decimal

import pytest

from gandan.core.access import Refusal, may
from gandan.movement import actions
from gandan.movement.models import Practice
from gandan.movement.permissions import Deciding
from gandan.movement.queries import judged, owed
from tests.movement.ground import short
from tests.people import NOW, TODAY


@pytest.fixture
def sent(drive, field, ground, hamlet_head) -> Practice:
    """Sent in by the head; the Front, which holds dân vận work, stands for it by name."""
    written = short(field)
    practice = actions.begin(drive=drive, office=ground.front, written=written, hamlet=ground.hamlet, by=hamlet_head, now=NOW)
    return actions.submit(practice, by=hamlet_head, now=NOW)


def test_the_office_for_dan_van_work_registers_what_its_hamlets_send_in(sent, front_officer, hamlet_head, ground):
    assert list(owed.to_register(front_officer)) == [sent]
    assert not judged.owners([str(sent.pk)])
    with pytest.raises(Refusal):
        actions.register(sent, by=hamlet_head, now=NOW)
    row = actions.register(sent, by=front_officer, now=NOW)
    assert row.state == "registered"
    assert not may(hamlet_head, "movement.review", row)
    assert may(front_officer, "movement.review", row)


def test_who_did_a_deed_of_its_owner_judges_it_no_more(sent, front_officer, leader, ground):
    row = actions.register(sent, by=front_officer, now=NOW)
    actions.read_measure(row.aims.get(), value=Decimal(3), read_on=TODAY, by=front_officer, now=NOW)
    assert not may(front_officer, "movement.review", row)
    with pytest.raises(Refusal):
        actions.review(row, year=TODAY.year, result="effective", reason="Đã đến xem, bà con giữ đều.", by=front_officer, now=NOW)
    assert may(leader, "movement.recognise", Deciding(row, ground.party, "base"))


def test_an_offices_own_model_stays_out_of_its_hands(begun, ground, front_officer, leader):
    own = actions.submit(begun(office=ground.front, by=front_officer), by=front_officer, now=NOW)
    assert own.owning_office == ground.front.pk
    assert not may(front_officer, "movement.register", own)
    assert may(leader, "movement.register", own)
