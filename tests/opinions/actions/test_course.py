"""Taken up, asked back, waited for, refused."""

from datetime import timedelta

import pytest

from gandan.core import events
from gandan.core.access import Anyone, Refusal
from gandan.opinions import actions, queries
from gandan.opinions.enums import Content, Deed, LetterKind, State
from gandan.opinions.models import Opinion
from tests.opinions.conftest import LAW, NOW, REASON, TODAY, at, fresh


def own(said) -> Opinion:
    return queries.of_code(said.code)


def test_an_office_takes_it_up_with_somebody_who_works_there(case, committee_officer, people):
    c = case()
    actions.accept(c, person=people["committee_officer"], by=committee_officer, now=NOW)
    c = fresh(c)
    assert (c.state, c.accepted_on, c.person) == (State.ACCEPTED, TODAY, people["committee_officer"])
    assert events.of(c).last().verb == "opinions.accepted"
    with pytest.raises(Refusal, match="không làm việc"):
        actions.accept(case(), person=people["front_officer"], by=committee_officer, now=NOW)


def test_several_contents_are_neither_taken_up_nor_answered_only_asked_about(case, committee_officer):
    c = case(content=Content.MIXED)
    with pytest.raises(Refusal, match="nhiều nội dung"):
        actions.accept(c, by=committee_officer, now=NOW)
    actions.ask_back(c, text="Xin tách thành hai ý kiến.", by=committee_officer, now=NOW)
    c = case(State.ACCEPTED)
    actions.classify(c, content=Content.MIXED, topic=c.topic, by=committee_officer, now=NOW)
    with pytest.raises(Refusal, match="nhiều nội dung"):
        actions.answer(c, text="Đã giao đội chiếu sáng.", by=committee_officer, now=NOW)


@pytest.mark.parametrize("before", [State.RECEIVED, State.ACCEPTED])
def test_while_it_is_asked_time_stands_still_and_a_reply_brings_it_back(case, said_of, sender, committee_officer, before):
    c = case(before)
    due, said = c.due, said_of(c)
    letter = actions.ask_back(c, text="Xin cho biết đoạn nào.", by=committee_officer, now=NOW)
    assert (fresh(c).state, fresh(c).asked_from, letter.kind) == (State.ASKED, before, LetterKind.ASK)
    actions.reply(own(said), text="Từ số nhà đầu hẻm vào.", by=sender(said), now=at(8))
    c = fresh(c)
    assert (c.state, c.asked_from) == (before, "")
    assert c.due > due
    assert c.pauses.get().ended_on == TODAY + timedelta(days=8)
    assert events.of(c).last().verb == "opinions.replied"


def test_what_one_sender_was_asked_no_other_answers(case, said_of, sender, committee_officer):
    c = case()
    first = own(said_of(c))
    other = actions.join_in(c, by=Anyone(), now=NOW)
    actions.ask_back(c, text="Xin cho biết đoạn nào.", opinion=first, by=committee_officer, now=NOW)
    with pytest.raises(Refusal, match="người gửi khác"):
        actions.reply(own(other), text="Tôi biết.", by=sender(other), now=NOW)
    stranger = own(said_of(case()))
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.reply(first, text="Không phải tôi.", by=sender(said_of(stranger.case)), now=NOW)


def test_a_code_without_its_pin_only_reads(case, said_of, committee_officer):
    c = case(State.ASKED)
    reads = queries.sender_of(own(said_of(c)), pin="000001")
    assert not reads.writes
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.reply(own(said_of(c)), text="Từ đầu hẻm vào.", by=reads, now=NOW)


def test_an_office_may_go_on_without_waiting(case, committee_officer):
    c = case(State.ASKED)
    actions.go_on(c, by=committee_officer, now=at(2))
    assert fresh(c).state == State.RECEIVED
    assert events.of(c).last().verb == "opinions.gone_on"


def test_a_refusal_needs_a_reason_and_the_law(case, committee_officer):
    c = case(State.ASKED)
    for reason, law, sentence in (("không", LAW, "lý do"), (REASON, " ", "căn cứ")):
        with pytest.raises(Refusal, match=sentence):
            actions.refuse(c, reason=reason, law=law, by=committee_officer, now=NOW)
    actions.refuse(c, reason=REASON, law=LAW, by=committee_officer, now=NOW)
    c = fresh(c)
    assert (c.state, c.due, c.ended_on, c.asked_from) == (State.REFUSED, None, TODAY, "")
    assert c.steps.get(deed=Deed.REFUSE).law == LAW
    assert not c.pauses.filter(ended_on=None).exists()
    assert events.of(c).last().verb == "opinions.refused"


def test_a_pause_has_a_reason_and_moves_the_date(case, committee_officer):
    c = case(State.ACCEPTED)
    due = c.due
    with pytest.raises(Refusal, match="lý do"):
        actions.pause(c, reason="bận", by=committee_officer, now=NOW)
    actions.pause(c, reason=REASON, by=committee_officer, now=NOW)
    with pytest.raises(Refusal, match="tạm dừng"):
        actions.answer(c, text="Đã giao đội chiếu sáng.", by=committee_officer, now=NOW)
    assert not fresh(c).is_late(due + timedelta(days=30))
    actions.resume(c, by=committee_officer, now=at(10))
    assert (fresh(c).state, fresh(c).due > due) == (State.ACCEPTED, True)
    assert events.of(c).verbs()[-2:] == ["opinions.paused", "opinions.resumed"]


def test_news_and_words_change_no_state(case, said_of, sender, committee_officer):
    c = case(State.ACCEPTED)
    said = said_of(c)
    news = actions.send_news(c, text="Đội chiếu sáng đã đến xem.", by=committee_officer, now=NOW)
    word = actions.write(own(said), text="Tối qua vẫn tắt.", by=sender(said), now=NOW)
    assert (fresh(c).state, fresh(c).due) == (State.ACCEPTED, c.due)
    assert set(queries.letters_to(own(said))) == {news, word}
    assert events.of(c).verbs()[-2:] == ["opinions.news_sent", "opinions.written"]
    assert "chiếu sáng" not in str([e.facts for e in events.of(c)])


def test_what_has_ended_is_written_to_no_more(case, said_of, sender, committee_officer):
    refused, withdrawn = case(State.REFUSED), case(State.WITHDRAWN)
    said = said_of(refused)
    with pytest.raises(Refusal, match="kết thúc"):
        actions.write(own(said), text="Vẫn tắt.", by=sender(said), now=NOW)
    with pytest.raises(Refusal, match="kết thúc"):
        actions.send_news(withdrawn, text="Tin", by=committee_officer, now=NOW)


def test_a_letter_to_one_sender_is_read_by_no_other(case, said_of, committee_officer):
    c = case(State.ACCEPTED)
    other = actions.join_in(c, by=Anyone(), now=NOW)
    letter = actions.send_news(c, text="Riêng với Ông/Bà.", opinion=own(said_of(c)), by=committee_officer, now=NOW)
    assert letter in queries.letters_to(own(said_of(c)))
    assert letter not in queries.letters_to(own(other))
