"""What was set aside and was no denunciation comes back under the sender's own code; the same form twice at once is one opinion."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import connection

from gandan.core import codes, events
from gandan.core.access import Anyone, Refusal
from gandan.core.files import queries as files
from gandan.denunciations import actions as denunciations
from gandan.denunciations.actor import Sender as LetterSender
from gandan.denunciations.models import Denunciation
from gandan.opinions import actions, queries
from gandan.opinions.enums import State, Wish
from gandan.opinions.given import ContactGiven
from gandan.opinions.models import Case, Contact, Opinion
from tests.opinions.conftest import PLACE, TEXT, TODAY, TOPIC, at, on_day, png, sent_by


def test_it_comes_back_whole_with_code_and_pin(opinion, ground, denunciation_handler, committee_officer):
    said = opinion(
        marked=True,
        contact=ContactGiven(mail="lan@vidu.vn"),
        wish=Wish.MAIL,
        hamlet=ground.hamlet,
        uploads=[ContentFile(png(), name="den.png")],
    )
    letter = Denunciation.objects.get()
    handler = on_day(denunciation_handler, 3)
    denunciations.give_back(letter, by=handler, now=at(3))
    assert queries.of_code(said.code) is None  # what its sender marked waits for their yes
    denunciations.agree(letter, by=LetterSender(letter.pk, writes=True), now=at(3))
    there = queries.of_code(said.code)
    assert (there.text, there.place, there.hamlet, there.said_on) == (TEXT, PLACE, ground.hamlet, TODAY + timedelta(days=3))
    assert sent_by(said).writes
    c = there.case
    assert (c.state, c.office, c.topic, c.received_on) == (State.RECEIVED, ground.committee, TOPIC, TODAY + timedelta(days=3))
    assert Contact.objects.get().wish == Wish.MAIL
    assert files.of(there).count() == 1
    assert c in queries.visible_to(committee_officer)
    event = events.of(c).get()
    assert (event.verb, event.actor) == ("opinions.said", Anyone().key)  # like any other that arrives


def test_nobody_else_brings_one_back(opinion, leader, administrator, committee_officer):
    opinion(marked=True)
    for who in (leader, administrator, committee_officer):
        with pytest.raises(Refusal):
            denunciations.give_back(Denunciation.objects.get(), by=who, now=at(1))
    assert not Case.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_the_same_form_twice_at_once_is_one_opinion(opinion):
    code = codes.new()

    def send(_n: int) -> object:
        try:
            return opinion(code=code).opinion.pk
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        keys = set(pool.map(send, range(4)))
    assert len(keys) == 1
    assert Opinion.objects.count() == Case.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_who_take_it_up_at_once_do_it_once(case, committee_officer, leader):
    c = case()

    def take(by: object) -> bool:
        try:
            actions.accept(c, by=by, now=at(0))
        except Refusal:
            return False
        else:
            return True
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(take, (committee_officer, leader))) == [False, True]
    assert events.of(c).verbs().count("opinions.accepted") == 1


@pytest.mark.django_db(transaction=True)
def test_who_joins_twice_at_once_joins_once(case):
    c, code = case(), codes.new()

    def join(_n: int) -> object:
        try:
            return actions.join_in(c, code=code, pin="271829", by=Anyone(), now=at(0)).opinion.pk
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        keys = set(pool.map(join, range(4)))
    assert len(keys) == 1
    c.refresh_from_db()
    assert (c.senders, c.opinions.count()) == (2, 2)


def test_other_words_or_another_pin_under_a_used_code_get_no_receipt(opinion):
    """Alike where the first words lie: nothing typed is dropped under a receipt that speaks of other words."""
    for marked in (True, False):
        code, pin = codes.new(), "482915"
        first = opinion(code=code, pin=pin, marked=marked)
        assert opinion(code=code, pin=pin, marked=marked).is_set_aside == first.is_set_aside
        for change in ({"pin": "730264"}, {"text": "Rác tồn đọng sau chợ ba hôm nay."}):
            with pytest.raises(Refusal, match="mở mẫu mới"):
                opinion(**{"code": code, "pin": pin, "marked": marked, **change})
