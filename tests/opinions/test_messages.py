"""Who hears of what: offices, leaders, those above by the roles they hold, and senders who left an address; never a word of anybody's."""

from datetime import timedelta

import pytest

from gandan.commitments.enums import EvidenceKind
from gandan.core import events
from gandan.core.access import Anyone, Refusal
from gandan.notices import correspondents, texts
from gandan.notices.actor import Recipient
from gandan.notices.enums import Channel
from gandan.notices.models import News
from gandan.opinions import actions, messages, queries, telling
from gandan.opinions.enums import Wish
from gandan.opinions.given import ContactGiven, PromiseGiven
from gandan.opinions.models import Contact, Opinion
from gandan.opinions.permissions import SENDERS
from tests.opinions.people import LAMP, answered, at, case_of, sender, speak
from tests.people import NOW, TODAY

pytestmark = pytest.mark.django_db
NO = "Bóng cuối hẻm vẫn tắt như trước."
MAIL = ContactGiven("", "", "nguoi.gui@example.vn")


@pytest.fixture(autouse=True)
def stands(ground):
    return ground


def last(case, verb):
    return events.of(case).filter(verb=f"opinions.{verb}").last()


def told(event, people):
    """Names in the cast of who is told, and what."""
    text = texts.of(event.verb)
    found = set(text.to(event, TODAY))
    return {name for name, user in people.items() if user.pk in found}, text.words(event)


def test_a_new_opinion_is_told_to_the_office_by_topic_and_date_alone(ground, people):
    case = case_of(speak(ground))
    who, words = told(last(case, "said"), people)
    assert who == {"committee_officer"}
    assert words.line.startswith("Đèn đường. Hạn ")
    assert words.url == f"/lam-viec/y-kien/{case.pk}/"
    for word in (LAMP, "132", "Hẻm"):
        assert word not in f"{words.subject} {words.line}"


def test_a_thousand_clicks_are_a_dozen_notices(ground, people):
    case = case_of(speak(ground))
    heard = []
    for _n in range(11):
        actions.join_in(case, by=Anyone(), now=NOW)
        who, _words = told(last(case, "joined_in"), people)
        heard.append(bool(who))
    assert [n for n, is_told in enumerate(heard, start=2) if is_told] == [2, 5, 10]
    assert sum(messages.is_step(n) for n in range(2, 1001)) == 9


def test_forwarded_is_told_where_it_goes_and_a_named_person_alone_hears_of_replies(ground, people, committee_officer, front_officer):
    said = speak(ground)
    actions.forward(case_of(said), to=ground.front, reason="Việc vận động, Mặt trận chủ trì.", by=committee_officer, now=NOW)
    who, _words = told(last(case_of(said), "forwarded"), people)
    assert who == {"front_officer"}
    actions.write(said.opinion, text="Tôi gửi thêm: đèn thứ tư cũng tắt.", by=sender(said), now=NOW)
    assert told(last(case_of(said), "written"), people)[0] == {"front_officer"}


def test_reopened_goes_to_the_leader_too_and_a_second_no_to_those_above(ground, people, committee_officer):
    said = speak(ground)
    answered(said, committee_officer)
    actions.give_verdict(said.opinion, is_done=False, text=NO, by=sender(said), now=NOW)
    assert told(last(case_of(said), "reopened"), people)[0] == {"committee_officer", "leader"}
    actions.answer(case_of(said), text="Đã thay nốt bóng cuối hẻm.", by=committee_officer, now=at(1))
    actions.give_verdict(said.opinion, is_done=False, text=NO, by=sender(said), now=at(1))
    who, words = told(last(case_of(said), "found_not_done"), people)
    assert who == {"committee_officer", "leader", "provincial_leader", "provincial_specialist"}
    assert NO not in words.line


def test_every_verb_that_is_told_is_recorded_somewhere():
    """A verb that no deed records would be told to nobody, for ever."""
    from pathlib import Path

    import gandan.opinions

    written = "".join(p.read_text(encoding="utf-8") for p in Path(gandan.opinions.__file__).parent.glob("actions/*.py"))
    for verb in {v for v in texts.registered() if v.startswith("opinions.")} | set(telling.OF_CASE):
        assert f'"{verb.removeprefix("opinions.")}"' in written, verb


# senders


def wishing(ground, **more):
    return speak(ground, contact=MAIL, wish=Wish.MAIL, **more)


def test_the_sender_hears_of_an_answer_and_not_of_their_own_words(ground, committee_officer):
    said = wishing(ground)
    answered(said, committee_officer)
    assert telling.whom(last(case_of(said), "answered")) == {str(said.opinion.pk): Channel.MAIL}
    actions.give_verdict(said.opinion, is_done=False, text=NO, by=sender(said), now=NOW)
    assert telling.whom(last(case_of(said), "reopened")) == {}


def test_of_a_question_to_one_sender_no_other_hears(ground, committee_officer):
    first = wishing(ground)
    second = actions.join_in(case_of(first), contact=MAIL, wish=Wish.MAIL, by=Anyone(), now=NOW)
    actions.ask_back(case_of(first), text="Đèn số mấy tắt, thưa Ông/Bà?", opinion=first.opinion, by=committee_officer, now=NOW)
    assert set(telling.whom(last(case_of(first), "asked_back"))) == {str(first.opinion.pk)}
    actions.go_on(case_of(first), by=committee_officer, now=NOW)
    assert set(telling.whom(last(case_of(first), "gone_on"))) == {str(first.opinion.pk), str(second.opinion.pk)}


def test_a_date_that_stays_is_no_news(ground, committee_officer):
    said = wishing(ground)
    actions.classify(case_of(said), content="remark", topic="drainage", by=committee_officer, now=NOW)
    event = last(case_of(said), "classified")
    assert bool(telling.whom(event)) == (event.facts["due"] != event.facts["was_due"])


def test_what_a_promise_came_to_is_news_too(ground, committee_officer):
    from gandan.commitments import actions as commitments

    said = wishing(ground)
    answered_case = case_of(said)
    actions.classify(answered_case, content="remark", topic="street-lighting", by=committee_officer, now=NOW)
    actions.accept(answered_case, by=committee_officer, now=NOW)
    given = PromiseGiven("Thay bốn bóng đèn", "Bốn bóng sáng suốt đêm", TODAY + timedelta(days=9), ground.committee)
    actions.answer(answered_case, text="Sẽ thay bốn bóng trong tuần tới.", promise=given, by=committee_officer, now=NOW)
    promise = queries.promises_of(answered_case).get()
    commitments.add_evidence(promise, kind=EvidenceKind.NOTE, note="Biên bản nghiệm thu", by=committee_officer, now=NOW)
    commitments.report_done(promise, summary="Đã thay đủ bốn bóng", by=committee_officer, now=NOW)
    event = events.of(promise).filter(verb="commitments.reported_done").last()
    assert set(telling.whom(event)) == {str(said.opinion.pk)}


def test_an_address_is_opened_for_the_moment_and_only_while_it_is_wished(ground):
    said = wishing(ground)
    reached = telling.reach(str(said.opinion.pk))
    assert (reached.channel, reached.address, reached.language) == (Channel.MAIL, "nguoi.gui@example.vn", "vi")
    by_phone = speak(ground, "Cống nghẹt, mưa là ngập cả hẻm.", contact=ContactGiven("", "0912 345 678", ""), wish=Wish.GATEWAY)
    assert telling.reach(str(by_phone.opinion.pk)).address == "sms:+84912345678"
    quiet = speak(ground, "Chó thả rông trong hẻm cắn người.", contact=MAIL)
    assert telling.reach(str(quiet.opinion.pk)) is None
    assert correspondents.of(SENDERS).page(str(said.opinion.pk)) == "/y-kien/tra-cuu/"


def test_the_link_of_a_message_ends_the_telling_and_leaves_the_rest(ground, committee_officer):
    said = wishing(ground)
    by = Recipient(said.opinion.pk, SENDERS, str(said.opinion.pk))
    telling.stop(str(said.opinion.pk), by, NOW)
    assert Contact.objects.get().wish == Wish.NONE
    assert last(case_of(said), "telling_stopped").actor == by.key
    telling.stop(str(said.opinion.pk), by, NOW)  # a second press changes nothing
    assert events.of(case_of(said)).filter(verb="opinions.telling_stopped").count() == 1
    for other in (Recipient(said.opinion.pk, SENDERS, str(case_of(said).pk)), committee_officer, sender(said)):
        with pytest.raises(Refusal):
            actions.stop_telling(said.opinion, by=other, now=NOW)


def test_with_the_contact_goes_when_it_was_written_to(ground, committee_officer):
    said = wishing(ground)
    answered(said, committee_officer)
    event = last(case_of(said), "answered")
    News.objects.create(event=event, kind=SENDERS, key=str(said.opinion.pk), channel=Channel.MAIL, made_at=NOW, planned_at=NOW)
    actions.take_contact_away(Opinion.objects.get(pk=said.opinion.pk), by=sender(said), now=NOW)
    assert not News.objects.exists()
