"""Who joined with a click reads what happened and what is public; the words that offices wrote to senders open to nobody who clicked."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from gandan.core import events
from gandan.core.access import Anyone, Refusal
from gandan.core.files.models import StoredFile
from gandan.opinions import actions, queries, telling
from gandan.opinions.enums import State, Wish
from gandan.opinions.given import ContactGiven
from gandan.opinions.models import Case
from gandan.opinions.web import public_story
from gandan.opinions.web.public_words import next_step
from tests.opinions.conftest import LAW, NOW, at, fresh, png, sent_by

SECRET = "ông Nguyễn Văn A, số 12 hẻm 51"


def click(c: Case, **more):
    said = actions.join_in(c, by=Anyone(), now=NOW, **more)
    return said, queries.of_code(said.code)


def told(opinion) -> list:
    case = queries.whole(Case.objects.filter(pk=opinion.case_id)).get()
    return public_story.story(opinion, case)


@pytest.fixture
def answered(case, committee_officer):
    """A case with words of every kind that offices write to senders, none of them public."""
    c = case(State.ACCEPTED)
    photo = SimpleUploadedFile("anh.png", png(), "image/png")
    actions.pause(c, reason=f"Chờ {SECRET} cung cấp giấy tờ.", by=committee_officer, now=NOW)
    actions.resume(fresh(c), by=committee_officer, now=NOW)
    actions.send_news(fresh(c), text=f"Đã gặp {SECRET}.", by=committee_officer, now=NOW)
    actions.answer(fresh(c), text=f"Kính gửi {SECRET}: đã thay bóng.", law=LAW, uploads=[photo], by=committee_officer, now=NOW)
    actions.report_done(fresh(c), summary=f"Đã thay bóng trước nhà {SECRET}.", by=committee_officer, now=NOW)
    return fresh(c)


def test_a_click_opens_no_unpublished_word(answered, said_of):
    said, opinion = click(answered)
    lines = told(opinion)
    assert not any(SECRET in line.text or line.law for line in lines)
    assert not any(line.files for line in lines)
    assert [line.text for line in lines if "trả lời" in line.title] == ["Nội dung hiện khi cơ quan công khai."]
    assert not queries.letters_to(opinion).exists()
    assert not queries.answers_to(opinion).exists()
    file = StoredFile.objects.get(owner_type="opinions.answer")
    assert not queries.may_open_answer(sent_by(said), file.owner_id)
    mine = queries.of_code(said_of(answered).code)
    assert sum(SECRET in line.text for line in told(mine)) == 4
    assert queries.may_open_answer(sent_by(said_of(answered)), file.owner_id)


@pytest.mark.parametrize("state", [State.ANSWERED, State.DONE, State.CLOSED, State.REFUSED])
def test_who_clicked_is_not_asked_whether_it_is_done(case, state):
    others = case(State.RECEIVED)
    said, opinion = click(others)
    others.state, others.answered_on = state, at(0).date()
    assert "Nội dung hiện khi cơ quan công khai" in next_step(others, opinion).text
    assert said.opinion is not None


def test_nor_does_it_over_rest(answered):
    home = Client().post(f"/api/v1/opinions/cases/{answered.pk}/me-too", json.dumps({}), content_type="application/json").json()
    page = Client().get("/api/v1/opinions/tracked", HTTP_OPINION_CODE=home["code"])
    assert page.status_code == 200
    assert "escalation" not in page.json()["may"]
    assert "Nguyễn Văn A" not in json.dumps(page.json(), ensure_ascii=False)


def test_what_is_published_is_read_and_letters_to_oneself_are(answered, committee_officer):
    said, opinion = click(answered)
    actions.publish(
        answered, title="Đèn đường hẻm 51", question="Đèn tắt đã lâu.", answer="Đã thay 12 bóng trong hẻm.", by=committee_officer, now=NOW
    )
    actions.send_news(answered, opinion=said.opinion, text="Xin ghé xem đèn giúp.", by=committee_officer, now=NOW)
    texts = [line.text for line in told(queries.of_code(said.code))]
    assert "Đã thay 12 bóng trong hẻm." in texts
    assert "Xin ghé xem đèn giúp." in texts
    assert opinion.pk == said.opinion.pk


def test_a_question_to_all_is_answered_by_those_who_spoke(case, said_of, committee_officer):
    c = case(State.ACCEPTED)
    said, opinion = click(c)
    actions.ask_back(c, text="Xin cho biết rõ đoạn hẻm nào.", by=committee_officer, now=NOW)
    with pytest.raises(Refusal, match="hỏi một người gửi khác"):
        actions.reply(opinion, text="Đoạn giữa hẻm, trước số 20.", by=sent_by(said), now=NOW)
    actions.reply(queries.of_code(said_of(c).code), text="Đoạn đầu hẻm.", by=sent_by(said_of(c)), now=at(1))
    assert fresh(c).state == State.ACCEPTED


def test_nobody_is_told_of_a_letter_they_do_not_read(case, committee_officer):
    mail = {"contact": ContactGiven(mail="b@vidu.vn"), "wish": Wish.MAIL}
    c = case(State.ACCEPTED, **mail)
    said, _opinion = click(c, **mail)
    actions.send_news(c, text="Đội đã đến xem.", by=committee_officer, now=NOW)
    assert str(said.opinion.pk) not in telling.whom(events.of(c).last())
    actions.answer(fresh(c), text="Đã giao đội chiếu sáng thay bóng.", by=committee_officer, now=NOW)
    assert str(said.opinion.pk) in telling.whom(events.of(c).last())
