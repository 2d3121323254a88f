"""An accusation is set aside wherever it is written: about the place, or in a later word. Nothing of it stays, nothing of it is told."""

import pytest
from django.core.files.base import ContentFile

from gandan.core.access import Anyone, Refusal
from gandan.core.events.models import Event
from gandan.core.files.models import StoredFile
from gandan.denunciations import actions as denunciations
from gandan.denunciations import sealing
from gandan.denunciations.actions import SetAside
from gandan.denunciations.models import Denunciation, SealedFile
from gandan.opinions import actions
from gandan.opinions.enums import LetterKind, State
from gandan.opinions.models import Case, Letter, Opinion, Step, Verdict
from tests.opinions.conftest import PIN, PLACE, TEXT, at, fresh, png, sent_by
from tests.people import NOW

pytestmark = pytest.mark.django_db
BAD = "Tôi tố cáo chủ tịch phường nhận hối lộ 50 triệu đồng để cấp phép xây dựng."


def letter_of(row: Denunciation) -> sealing.Letter:
    return sealing.letter(row.sealed, key=row.key)


@pytest.mark.parametrize(
    ("text", "place"), [(TEXT, BAD), ("Xin xem giúp việc ở đây với ạ, cảm ơn.", "nhà chủ tịch phường nhận hối lộ 50 triệu"), (BAD, PLACE)]
)
def test_about_the_place_as_in_the_text(opinion, text, place):
    said = opinion(text=text, place=place)
    assert said.is_set_aside
    assert said.opinion is None
    assert not Opinion.objects.exists()
    assert letter_of(Denunciation.objects.get()).place == place


def test_an_ordinary_place_is_one(opinion):
    assert not opinion(place="đối diện Ủy ban nhân dân phường, trước nhà ông chủ tịch hội nông dân").is_set_aside


def test_meeting_the_same_with_an_accusation_joins_nothing(case):
    c = case(State.ACCEPTED)
    said = actions.join_in(c, place=BAD, by=Anyone(), now=NOW, pin=PIN)
    assert said.is_set_aside
    assert fresh(c).senders == 1
    assert letter_of(Denunciation.objects.get()).text == BAD
    again = actions.join_in(c, place=BAD, by=Anyone(), now=NOW, pin=PIN, code=said.code)
    assert again.is_set_aside
    assert Denunciation.objects.count() == 1


LATER = {
    "write": (State.ACCEPTED, lambda o, by: actions.write(o, text=BAD, by=by, now=at(1), uploads=[ContentFile(png(), name="a.png")])),
    "reply": (State.ASKED, lambda o, by: actions.reply(o, text=BAD, by=by, now=at(1), uploads=[ContentFile(png(), name="a.png")])),
    "verdict": (State.ANSWERED, lambda o, by: actions.give_verdict(o, is_done=False, text=BAD, by=by, now=at(1))),
    "escalation": (State.ACCEPTED, lambda o, by: actions.escalate(o.case, reason=BAD, by=by, now=at(40))),
}


@pytest.mark.parametrize("way", LATER)
def test_a_later_word_leaves_no_trace_in_the_case(case, said_of, way):
    state, deed = LATER[way]
    c = case(state)
    home = said_of(c)
    before = (Case.objects.values().get(pk=c.pk), Letter.objects.count(), Step.objects.count(), Verdict.objects.count())
    told = set(Event.objects.values_list("pk", flat=True))
    result = deed(Opinion.objects.select_related("case").get(pk=home.opinion.pk), sent_by(home))
    assert isinstance(result, SetAside)
    assert (Case.objects.values().get(pk=c.pk), Letter.objects.count(), Step.objects.count(), Verdict.objects.count()) == before
    new = Event.objects.exclude(pk__in=told)
    assert [e.verb for e in new] == ["denunciations.set_aside"]
    assert all(str(home.opinion.pk) not in str((e.facts, e.actor)) and str(c.pk) not in str(e.facts) for e in new)
    row = Denunciation.objects.get()
    assert letter_of(row).text == BAD
    assert row.code_digest == row.pin_mac == ""
    assert SealedFile.objects.count() == (1 if way in ("write", "reply") else 0)
    assert not StoredFile.objects.exists()


def test_an_ordinary_later_word_is_a_letter(case, said_of):
    c = case(State.ACCEPTED)
    home = said_of(c)
    assert isinstance(actions.write(home.opinion, text="Bóng thứ hai cũng tắt rồi.", by=sent_by(home), now=at(1)), Letter)
    assert not Denunciation.objects.exists()


def test_a_leader_s_own_reason_is_no_letter_of_a_sender(case, leader):
    c = case(State.ACCEPTED)
    assert isinstance(actions.escalate(c, reason=BAD, by=leader, now=NOW), Case)
    assert not Denunciation.objects.exists()


def test_a_word_that_was_none_comes_back_to_its_case(case, said_of, cast):
    c = case(State.ACCEPTED)
    home = said_of(c)
    actions.write(home.opinion, text=BAD, by=sent_by(home), now=at(1), uploads=[ContentFile(png(), name="a.png")])
    denunciations.give_back(Denunciation.objects.get(), by=cast["denunciation_handler"], now=at(1))
    row = Letter.objects.get(opinion=home.opinion)
    assert (row.kind, row.text, row.case_id) == (LetterKind.WORD, BAD, c.pk)
    assert StoredFile.objects.filter(owner_id=str(row.pk)).count() == 1
    assert Opinion.objects.count() == 1


@pytest.mark.parametrize(("accused", "ups"), [("below", 0), ("handler", 1)])
def test_the_level_of_the_accused_decides_how_high_it_goes(opinion, ground, accused, ups):
    opinion(text=BAD, accused=accused)
    expected = [ground.province.pk, None][ups]
    assert Denunciation.objects.get().handling_unit_id == expected


def test_the_code_of_what_was_set_aside_takes_no_other_words_without_its_pin(opinion):
    said = opinion(text=BAD)
    with pytest.raises(Refusal, match="đã được dùng"):
        opinion(code=said.code, pin="918273")
    assert opinion(text=BAD, code=said.code, pin=PIN).is_set_aside
