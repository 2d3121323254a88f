"""Senders who wished hear when what they said is published, no longer is, goes into another case, or leaves it; and what that means."""

from datetime import timedelta

from gandan.core import events
from gandan.opinions import actions, queries, telling
from gandan.opinions.enums import State, Wish
from gandan.opinions.given import ContactGiven
from gandan.opinions.models import Case
from gandan.opinions.web import public_story
from tests.opinions.conftest import NOW, REASON, at, fresh

MAIL = {"contact": ContactGiven(mail="lan@vidu.vn"), "wish": Wish.MAIL}
WORDS = {"title": "Đèn hẻm 51", "question": "Đèn hẻm 51 tắt mười ngày.", "answer": "Đã thay 12 bóng."}


def told(case: Case, verb: str) -> set[str]:
    """Whom the last such event is told to."""
    event = events.of(case).filter(verb=f"opinions.{verb}").last()
    assert event.verb in telling.ROOM.verbs
    return set(telling.whom(event))


def lines(said) -> list[str]:
    opinion = queries.of_code(said.code)
    return [one.title for one in public_story.story(opinion, queries.whole(Case.objects.filter(pk=opinion.case_id)).get())]


def test_published_and_no_longer(case, said_of, committee_officer):
    c = case(State.ANSWERED, **MAIL)
    key = str(said_of(c).opinion.pk)
    actions.publish(c, **WORDS, by=committee_officer, now=NOW)
    assert told(c, "published") == {key}
    actions.unpublish(fresh(c), reason=REASON, by=committee_officer, now=NOW)
    assert told(c, "unpublished") == {key}


def test_joined_those_who_went_are_told_and_read_what_it_means(case, said_of, committee_officer):
    into, c = case(State.ACCEPTED, now=NOW - timedelta(days=1), **MAIL), case(State.ACCEPTED, **MAIL)
    mine, theirs = said_of(c), said_of(into)
    actions.join(c, into=into, by=committee_officer, now=NOW)
    assert told(c, "joined") == {str(mine.opinion.pk)}
    assert any("trả lời chung một lần" in line for line in lines(mine))
    assert not any("chung một lần" in line for line in lines(theirs))


def test_split_off_those_who_went_are_told(case, said_of, committee_officer):
    into, c = case(State.ACCEPTED, now=NOW - timedelta(days=1), **MAIL), case(State.ACCEPTED, **MAIL)
    mine = said_of(c)
    actions.join(c, into=into, by=committee_officer, now=NOW)
    actions.split([fresh(mine.opinion)], by=committee_officer, now=at(1))
    assert told(into, "split") == {str(mine.opinion.pk)}
    assert any("Tách thành việc riêng" in line for line in lines(mine))
    assert not any("chung một lần" in line for line in lines(mine))
