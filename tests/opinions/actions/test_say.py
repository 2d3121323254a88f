"""Somebody says something, or meets the same thing."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile

from gandan.core import codes, events
from gandan.core.access import Anyone, Refusal
from gandan.core.files import queries as files
from gandan.denunciations.models import Denunciation
from gandan.opinions import actions, queries
from gandan.opinions.enums import Channel, Content, Form, State, Wish
from gandan.opinions.given import ContactGiven
from gandan.opinions.models import Case, Contact, Opinion
from tests.opinions.conftest import NOW, PIN, PLACE, TEXT, TODAY, at, png

MAIL = ContactGiven(mail="nguoi.gui@vidu.vn")


def test_a_case_begins_with_a_date_and_a_receipt(opinion, ground):
    said = opinion(contact=MAIL, wish=Wish.MAIL)
    c = said.opinion.case
    assert (c.state, c.unit, c.made_in, c.office, c.senders) == (State.RECEIVED, ground.commune, ground.commune, ground.committee, 1)
    assert c.received_on == TODAY
    assert c.due > TODAY
    assert c.due_dates.count() >= 1
    assert queries.of_code(said.code.lower()) == said.opinion
    assert codes.read(said.code) == said.code
    assert said.pin == PIN
    assert not said.is_set_aside
    assert "vidu" not in Contact.objects.get().sealed


def test_one_event_says_it_and_no_word_of_it(opinion):
    said = opinion(contact=MAIL, wish=Wish.MAIL)
    event = events.of(said.opinion.case).get()
    assert (event.verb, event.actor, event.now) == ("opinions.said", "anyone", State.RECEIVED)
    kept = str(event.facts) + str(event.bindings)
    for word in (TEXT, PLACE, "vidu", said.code, said.pin, said.opinion.code_digest):
        assert word not in kept


def test_code_and_pin_are_kept_as_keyed_hashes_alone(opinion):
    said = opinion()
    row = Opinion.objects.get()
    assert said.code not in str(row.__dict__)
    assert said.pin not in (row.pin_mac, row.code_digest)
    other = opinion()
    assert other.opinion.pin_mac != row.pin_mac  # the same PIN looks different


def test_the_same_form_sent_twice_is_one_opinion_and_one_receipt(opinion):
    first = opinion(code=codes.new())
    again = opinion(code=codes.shown(first.code).lower())
    assert again.is_repeat
    assert again.opinion == first.opinion
    assert (again.code, again.pin) == (first.code, first.pin)
    assert Case.objects.count() == 1


def test_a_code_that_is_somebody_elses_gives_nothing_away(opinion):
    first = opinion(code=codes.new())
    with pytest.raises(Refusal, match="đã được dùng"):
        opinion(code=first.code, pin="314159")


def test_text_and_place_are_enough_and_a_hamlet_is_a_place(opinion, ground):
    assert opinion(topic="").opinion.case.topic == "other"
    assert opinion(place="", hamlet=ground.hamlet).opinion.hamlet == ground.hamlet
    assert opinion(place="", latitude="10.03", longitude="105.78").opinion.latitude is not None


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"text": "tối"}, "ghi rõ hơn"),
        ({"text": "\u200b \u200b" * 20}, "ghi rõ hơn"),
        ({"text": "a" * 8001}, "dài quá 8000"),
        ({"place": ""}, "nơi có việc"),
        ({"place": "a" * 301}, "dài quá 300"),
        ({"topic": "weather"}, "lĩnh vực"),
        ({"latitude": "10", "longitude": None}, "Vị trí"),
        ({"latitude": "100", "longitude": "10"}, "Vị trí"),
        ({"said_on": TODAY + timedelta(days=1)}, "sau hôm nay"),
        ({"said_on": TODAY - timedelta(days=400)}, "quá xa"),
        ({"pin": "12345"}, "6 chữ số"),
        ({"pin": "111111"}, "dễ đoán"),
        ({"wish": Wish.MAIL}, "nơi nhận tin"),
        ({"wish": Wish.MAIL, "contact": ContactGiven(mail="khong")}, "thư điện tử"),
        ({"wish": Wish.GATEWAY, "contact": ContactGiven(phone="09")}, "điện thoại"),
        ({"code": "0000"}, "không đọc được"),
        ({"uploads": [ContentFile(b"x", name=f"{n}.png") for n in range(6)]}, "nhiều nhất 5"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_kept(opinion, more, sentence):
    with pytest.raises(Refusal, match=sentence) as refused:
        opinion(**more)
    assert refused.value.status == 422
    assert not Case.objects.exists()
    assert not Opinion.objects.exists()


def test_a_unit_that_does_not_stand_takes_nothing(opinion):
    with pytest.raises(Refusal, match="không còn"):
        opinion(now=NOW - timedelta(days=600))


def test_what_an_officer_writes_down_needs_an_officer_of_the_unit(opinion, front_officer, outsider):
    assert opinion(channel=Channel.DESK, by=front_officer).opinion.channel == Channel.DESK
    for who in (Anyone(), outsider):
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            opinion(channel=Channel.DESK, by=who)


def test_what_was_said_at_a_reception_counts_from_that_day(opinion, front_officer):
    day = TODAY - timedelta(days=3)
    said = opinion(channel=Channel.RECEPTION, by=front_officer, said_on=day)
    assert said.opinion.case.received_on == day


def test_files_are_the_senders_and_the_offices(opinion, sender, committee_officer, front_officer, leader, provincial_leader):
    said = opinion(uploads=[ContentFile(png(), name="den.png")])
    file = files.of(said.opinion).get()
    sees = [a for a in (sender(said), committee_officer, leader) if files.visible(file.pk, actor=a)]
    assert len(sees) == 3
    others = (Anyone(), front_officer, provincial_leader, sender(opinion()))
    assert [a for a in others if files.visible(file.pk, actor=a)] == []


def test_what_is_marked_as_a_denunciation_leaves_nothing_here(opinion):
    said = opinion(marked=True, contact=MAIL, wish=Wish.MAIL)
    assert said.is_set_aside
    assert said.opinion is None
    assert Denunciation.objects.count() == 1
    assert not Case.objects.exists()
    assert not Opinion.objects.exists()
    assert not Contact.objects.exists()
    assert queries.of_code(said.code) is None


def test_a_marked_form_sent_twice_is_set_aside_once(opinion):
    code = codes.new()
    opinion(marked=True, code=code)
    again = opinion(marked=True, code=code)
    assert again.is_set_aside
    assert again.is_repeat
    assert Denunciation.objects.count() == 1


def test_joining_in_is_one_more_sender_with_a_code_of_their_own(opinion, sender, ground):
    first = opinion()
    joined = actions.join_in(first.opinion.case, by=Anyone(), now=at(1), place="Đầu hẻm")
    c = Case.objects.get()
    assert c.senders == 2
    assert joined.opinion.form == Form.ME_TOO
    assert queries.of_code(joined.code).case_id == c.pk
    assert events.of(c).verbs() == ["opinions.said", "opinions.joined_in"]
    assert actions.join_in(c, by=Anyone(), now=at(1), place="Đầu hẻm", code=joined.code, pin=joined.pin).is_repeat
    assert Case.objects.get().senders == 2


def test_nobody_joins_a_complaint_or_what_has_ended(case):
    complaint = case(State.ACCEPTED, content=Content.COMPLAINT)
    with pytest.raises(Refusal) as refused:
        actions.join_in(complaint, by=Anyone(), now=NOW)
    assert refused.value.status == 404
    with pytest.raises(Refusal, match="kết thúc"):
        actions.join_in(case(State.REFUSED), by=Anyone(), now=NOW)
