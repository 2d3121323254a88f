"""How somebody wants to be told: said by that person, the number encrypted and in no event."""

from datetime import time

import pytest

from gandan.core import secrets
from gandan.core.access import Refusal
from gandan.core.events import Event
from gandan.notices import actions
from gandan.notices.enums import Gateway, Rhythm
from gandan.notices.models import Preference
from tests.people import NOW

pytestmark = pytest.mark.django_db
USUAL = {
    "by_mail": True,
    "gateway": "",
    "rhythm": Rhythm.AT_ONCE,
    "daily_at": time(7),
    "quiet_from": None,
    "quiet_to": None,
    "language": "vi",
}


def prefer(user, by, **more):
    return actions.prefer(user, **{**USUAL, **more}, by=by, now=NOW)


def test_a_number_is_kept_encrypted_and_stands_in_no_event(people, front_officer):
    kept = prefer(people["front_officer"], front_officer, gateway=Gateway.SMS, number="0912 345 678")
    assert "912345678" not in kept.gateway_address
    assert secrets.decrypt(kept.gateway_address) == "+84912345678"
    event = Event.objects.get(verb="notices.preferred")
    assert (event.facts, event.bindings) == ({}, [])


def test_an_empty_number_keeps_the_one_that_is_there_and_no_gateway_forgets_it(people, front_officer):
    me = people["front_officer"]
    prefer(me, front_officer, gateway=Gateway.SMS, number="0912345678")
    assert secrets.decrypt(prefer(me, front_officer, gateway=Gateway.ZALO).gateway_address) == "+84912345678"
    assert prefer(me, front_officer).gateway_address == ""
    with pytest.raises(Refusal, match="10 chữ số"):
        prefer(me, front_officer, gateway=Gateway.SMS)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"gateway": Gateway.SMS, "number": "02923 820 001"}, "10 chữ số"),
        ({"gateway": Gateway.SMS, "number": "+1 555 0100"}, "10 chữ số"),
        ({"quiet_from": time(21)}, "cả giờ bắt đầu và giờ kết thúc"),
        ({"quiet_from": time(21), "quiet_to": time(21)}, "phải khác nhau"),
    ],
)
def test_what_cannot_be_is_said(people, front_officer, more, said):
    with pytest.raises(Refusal, match=said) as refused:
        prefer(people["front_officer"], front_officer, **more)
    assert refused.value.status == 422
    assert not Preference.objects.exists()


def test_nobody_says_it_for_another(people, leader):
    with pytest.raises(Refusal) as refused:
        prefer(people["front_officer"], leader)
    assert refused.value.status == 404
