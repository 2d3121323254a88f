"""How a sender may be reached: sealed, one at a time, for a reason that they read."""

import pytest

from gandan.core import events, secrets
from gandan.core.access import Refusal
from gandan.opinions import actions, queries
from gandan.opinions.enums import Wish
from gandan.opinions.given import ContactGiven
from gandan.opinions.models import Contact, ContactOpening
from tests.opinions.conftest import NOW, at

GIVEN = ContactGiven("Nguyễn Thị Lan", "0912345678", "lan@vidu.vn")
WHY = "Cần hẹn giờ để vào xem nhà bị ngập."


def test_it_is_left_sealed_and_taken_away_whole(opinion, sender):
    said = opinion()
    actions.leave_contact(said.opinion, contact=GIVEN, wish=Wish.GATEWAY, by=sender(said), now=NOW)
    row = Contact.objects.get()
    assert "Lan" not in row.sealed
    assert row.wish == Wish.GATEWAY
    actions.leave_contact(said.opinion, contact=ContactGiven(mail="khac@vidu.vn"), wish=Wish.MAIL, by=sender(said), now=NOW)
    assert Contact.objects.get().wish == Wish.MAIL
    actions.take_contact_away(said.opinion, by=sender(said), now=NOW)
    assert not Contact.objects.exists()
    with pytest.raises(Refusal, match="chưa để lại"):
        actions.take_contact_away(said.opinion, by=sender(said), now=NOW)
    assert events.of(said.opinion.case).verbs()[1:] == ["opinions.contact_left"] * 2 + ["opinions.contact_taken_away"]


def test_an_empty_contact_is_none(opinion, sender):
    said = opinion()
    with pytest.raises(Refusal, match="nơi nhận tin"):
        actions.leave_contact(said.opinion, contact=ContactGiven(), wish=Wish.NONE, by=sender(said), now=NOW)


def test_opening_needs_a_reason_and_is_written_down(opinion, committee_officer):
    said = opinion(contact=GIVEN)
    with pytest.raises(Refusal, match="vì sao cần mở"):
        actions.open_contact(said.opinion, reason="gọi", by=committee_officer, now=NOW)
    assert actions.open_contact(said.opinion, reason=WHY, by=committee_officer, now=at(1)) == GIVEN
    row = ContactOpening.objects.get()
    assert (row.reason, row.unit_id, row.office_id) == (WHY, said.opinion.case.unit_id, said.opinion.case.office_id)
    event = events.of(said.opinion.case).last()
    assert event.verb == "opinions.contact_opened"
    for word in ("Lan", "0912345678", "vidu", "ngập"):
        assert word not in str(event.facts)


def test_there_may_be_none(opinion, committee_officer):
    with pytest.raises(Refusal, match="không để lại liên hệ"):
        actions.open_contact(opinion().opinion, reason=WHY, by=committee_officer, now=NOW)


@pytest.mark.parametrize(
    "who",
    [
        "citizen",
        "hamlet_head",
        "supervisor",
        "front_officer",
        "provincial_specialist",
        "provincial_leader",
        "central_analyst",
        "administrator",
        "outsider",
        "denunciation_handler",
    ],
)
def test_nobody_else_opens_it(opinion, cast, leader, who):
    said = opinion(contact=GIVEN)
    actions.escalate(said.opinion.case, reason=WHY, by=leader, now=NOW)  # even what those above read
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.open_contact(said.opinion, reason=WHY, by=cast[who], now=NOW)
    assert not ContactOpening.objects.exists()


def test_its_repr_says_nothing(opinion):
    said = opinion(contact=GIVEN)
    assert "Lan" not in repr(GIVEN)
    assert said.code not in repr(said)
    assert said.pin not in repr(said)


def test_a_check_of_keys_can_try_them_on_it(opinion):
    opinion(contact=GIVEN)
    assert secrets.unopened([]) >= 1


def test_a_new_pin_is_made_by_who_has_the_old_one(opinion, sender):
    said = opinion()
    fresh_pin = actions.new_pin(said.opinion, by=sender(said), now=NOW)
    there = queries.of_code(said.code)
    assert not queries.sender_of(there, pin=said.pin).writes
    assert queries.sender_of(there, pin=fresh_pin).writes
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.new_pin(said.opinion, by=queries.sender_of(there, pin=said.pin), now=NOW)
    with pytest.raises(Refusal, match="dễ đoán"):
        actions.new_pin(said.opinion, by=queries.sender_of(there, pin=fresh_pin), now=NOW, pin="123456")
