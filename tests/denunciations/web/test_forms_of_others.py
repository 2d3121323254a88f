"""The handler's forms and the sender's, filled in as their pages would send them, by everybody else: nothing is there, nothing changes."""

import pytest
from django.forms.models import model_to_dict
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gandan.core.access import Anyone
from gandan.core.events import Event
from gandan.denunciations.enums import OUTCOMES
from gandan.denunciations.models import Denunciation, SealedNote
from gandan.opinions import actions as opinions
from tests.people import CAST, TODAY

pytestmark = pytest.mark.django_db
DESK: dict[str, dict[str, str]] = {  # the handler's doors on a letter, with what each form sends
    "open": {},
    "note": {"text": "Đã xem"},
    "handle": {"outcome": OUTCOMES[0], "number": "01/QĐ", "day": TODAY.isoformat(), "text": "Đã thụ lý"},
    "raise": {},
    "give_back": {},
}
RECEIPT = ("withdraw", "raise", "agree", "decline")
PIN = "271828"


def state(letter: Denunciation) -> tuple[object, ...]:
    """Everything that a deed could have changed."""
    now = Denunciation.objects.get(pk=letter.pk)
    return model_to_dict(now), SealedNote.objects.filter(denunciation=now).count(), Event.objects.count()


@pytest.mark.parametrize("who", sorted(set(CAST) - {"denunciation_handler"}))
def test_on_the_handler_s_doors(clients, letter, quiet, who):
    before = state(letter)
    given = {door: clients[who].post(reverse(f"denunciations:{door}", args=[letter.pk]), sent) for door, sent in DESK.items()}
    given["file"] = clients[who].post(reverse("denunciations:file", args=[letter.pk, 1]))
    if who == "citizen":
        assert {answer.status_code for answer in given.values()} <= {302, 405}
        assert all(answer["Location"].startswith(reverse("account_login")) for answer in given.values() if answer.status_code == 302)
    else:
        assert {answer.status_code for door, answer in given.items() if door != "file"} == {404}
        assert given["file"].status_code in {404, 405}
    assert state(letter) == before


def test_the_handler_s_own_forms_do_work(clients, letter, quiet):
    """Else the test above would pass whatever it sent."""
    url = reverse("denunciations:handle", args=[letter.pk])
    assert clients["denunciation_handler"].post(url, DESK["handle"]).status_code == 302
    assert Denunciation.objects.get(pk=letter.pk).state == OUTCOMES[0]


@pytest.mark.parametrize("who", CAST)
def test_on_the_sender_s_doors_without_the_code(clients, letter, pin_123456, quiet, who):
    before = state(letter)
    for door in RECEIPT:
        answer = clients[who].post(reverse(f"denunciations-public:{door}"), {"pin": "123456"})
        assert (answer.status_code, answer.headers.get("Location")) == (302, reverse("opinions-public:track"))
    assert state(letter) == before


def test_the_code_and_pin_of_an_opinion_open_no_letter(ground, letter, quiet):
    said = opinions.say(text="Đèn đường đầu hẻm 51 tắt.", place="Hẻm 51", unit=ground.commune, pin=PIN, by=Anyone(), now=timezone.now())
    holder = Client()
    assert holder.post(reverse("opinions-public:track"), {"code": said.code})["Location"] == reverse("opinions-public:case")
    before = state(letter)
    for door in RECEIPT:
        answer = holder.post(reverse(f"denunciations-public:{door}"), {"pin": PIN})
        assert (answer.status_code, answer["Location"]) == (302, reverse("opinions-public:track"))
    for door, sent in DESK.items():
        assert holder.post(reverse(f"denunciations:{door}", args=[letter.pk]), {**sent, "code": said.code, "pin": PIN}).status_code == 302
    holder.session.save()
    assert str(letter.pk) not in str(dict(holder.session))
    assert state(letter) == before


def test_a_session_with_the_id_of_an_opinion_under_the_letter_s_name_opens_nothing(ground, letter, quiet):
    """An opinion and a letter have ids of one kind: what opens one is no key to the other."""
    said = opinions.say(text="Đèn hẻm 51 tắt mãi.", place="Hẻm 51", unit=ground.commune, pin=PIN, by=Anyone(), now=timezone.now())
    holder = Client()
    holder.post(reverse("opinions-public:track"), {"code": said.code})
    session = holder.session
    session["denunciation-receipt"] = {"letter": str(said.opinion.pk), "at": timezone.now().isoformat()}
    session.save()
    assert holder.get(reverse("denunciations-public:receipt"))["Location"] == reverse("opinions-public:track")
