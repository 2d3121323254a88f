"""What one sender wrote, was written and did goes where their opinion goes: nobody else reads it, and no erasing parts them."""

from datetime import timedelta

import pytest

from gandan.opinions import actions, queries
from gandan.opinions.actions import daily
from gandan.opinions.enums import Deed, State
from gandan.opinions.models import Letter, Opinion, Step
from tests.opinions.conftest import KEEPER, NOW, REASON, at, fresh, on_day, sent_by

WORDS = "Ảnh và số nhà 12 hẻm 51 như đã nói."


@pytest.fixture
def joined(case, said_of, committee_officer):
    """Two senders in one case, of whom the second wrote something; the case, and what each took home."""
    into, c = case(State.ACCEPTED, now=NOW - timedelta(days=1)), case(State.ACCEPTED)
    first, second = said_of(into), said_of(c)
    actions.write(second.opinion, text=WORDS, by=sent_by(second), now=NOW)
    actions.join(c, into=fresh(into), by=committee_officer, now=NOW)
    actions.send_news(fresh(into), text="Riêng với Ông/Bà: thứ Ba đội đến.", opinion=fresh(second.opinion), by=committee_officer, now=NOW)
    return fresh(into), first, second


def letters_in(case) -> set[str]:
    return {letter.text for letter in case.letters.all()}


def test_joined_what_was_written_before_is_read_in_the_other_case(joined):
    into, _first, _second = joined
    assert WORDS in letters_in(into)


def test_who_withdrew_is_read_no_more_among_the_others(joined):
    into, _first, second = joined
    alone = actions.withdraw(fresh(second.opinion), by=sent_by(second), now=at(1))
    assert letters_in(into) == set()
    assert len(letters_in(alone)) == 2
    assert len(queries.letters_to(fresh(second.opinion))) == 2


def test_erased_are_the_words_of_who_left_and_no_others(joined, committee_officer):
    into, first, second = joined
    actions.write(fresh(first.opinion), text="Tôi vẫn chờ ở nhà số 7.", by=sent_by(first), now=at(1))
    actions.withdraw(fresh(second.opinion), by=sent_by(second), now=at(1))
    actions.pause(fresh(into), reason=REASON, by=on_day(committee_officer, 1), now=at(1))
    assert daily.forget(by=KEEPER, now=at(1200)) == 1
    assert set(Letter.objects.filter(opinion=second.opinion).values_list("text", flat=True)) == {""}
    assert letters_in(fresh(into)) == {"Tôi vẫn chờ ở nhà số 7."}


def test_who_was_split_off_keeps_their_words_when_the_others_are_erased(joined, committee_officer):
    _into, first, second = joined
    new = actions.split([fresh(second.opinion)], by=committee_officer, now=at(1))
    actions.pause(new, reason=REASON, by=on_day(committee_officer, 1), now=at(1))
    actions.withdraw(fresh(first.opinion), by=sent_by(first), now=at(1))
    assert daily.forget(by=KEEPER, now=at(1200)) == 1
    assert WORDS in letters_in(fresh(new))
    assert Opinion.objects.get(pk=first.opinion.pk).text == ""


def test_what_a_sender_said_in_a_verdict_goes_too(joined, committee_officer):
    into, first, second = joined
    actions.answer(into, text="Đã thay 12 bóng, xin kiểm tra lại giúp.", by=committee_officer, now=NOW)
    actions.give_verdict(fresh(second.opinion), is_done=False, text="Chưa có bóng nào được thay cả.", by=sent_by(second), now=NOW)
    new = actions.split([fresh(second.opinion)], by=committee_officer, now=at(1))
    assert Step.objects.get(deed=Deed.REOPEN).case_id == new.pk
    assert queries.of_code(first.code).case_id == into.pk
