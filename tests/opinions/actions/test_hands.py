"""Whose word counts: of those who said it in words, with a PIN that no office held; and what nobody takes away from them."""

from datetime import timedelta

import pytest

from gandan.core import events
from gandan.core.access import Anyone, Refusal
from gandan.opinions import actions, queries
from gandan.opinions.enums import Channel, State
from gandan.opinions.models import Case, Opinion
from gandan.opinions.queries.dashboard import said as dashboard_said
from gandan.opinions.queries.overview import counts
from gandan.opinions.queries.ward import ward
from tests.opinions.conftest import NOW, PIN, PLACE, REASON, TODAY, at, fresh, sent_by

NO = "Đèn thứ ba vẫn chưa sáng, xin xem lại."


def own(said) -> Opinion:
    return queries.of_code(said.code)


@pytest.fixture
def together(case, said_of, committee_officer):
    """Several who said it in words, in one case that is reported done."""

    def make(senders: int) -> tuple[Case, list]:
        c = case(State.ACCEPTED, now=NOW - timedelta(days=1))
        others = [case() for _ in range(senders - 1)]
        for other in others:
            actions.join(other, into=c, by=committee_officer, now=NOW)
        actions.report_done(c, summary="Đã thay bóng đèn.", by=committee_officer, now=NOW)
        return fresh(c), [said_of(c), *(said_of(other) for other in others)]

    return make


def test_a_click_is_nobodys_word_on_the_end(case, said_of):
    c = case(State.DONE)
    click = actions.join_in(case(State.RECEIVED), by=Anyone(), now=NOW)
    clicks = [actions.join_in(c, by=Anyone(), now=NOW) for _ in range(3)]
    for said in clicks:
        for is_done, text in ((True, ""), (False, NO)):
            with pytest.raises(Refusal, match="Tôi cũng gặp"):
                actions.give_verdict(own(said), is_done=is_done, text=text, by=sent_by(said), now=NOW)
        actions.give_verdict(own(said), is_done=None, rating=5, by=sent_by(said), now=NOW)
    with pytest.raises(Refusal, match="Tôi cũng gặp"):
        actions.escalate(own(click).case, reason=REASON, by=sent_by(click), now=at(60))
    assert queries.senders_say(c).senders == 1
    actions.give_verdict(own(said_of(c)), is_done=True, by=sent_by(said_of(c)), now=NOW)
    assert fresh(c).state == State.CONFIRMED


def test_the_no_of_one_sender_stands_against_what_others_confirmed(together):
    c, (first, second, third) = together(3)
    for said in (second, third):
        actions.give_verdict(own(said), is_done=True, by=sent_by(said), now=NOW)
    assert fresh(c).state == State.CONFIRMED
    actions.give_verdict(own(first), is_done=False, text=NO, by=sent_by(first), now=at(1))
    assert (fresh(c).state, fresh(c).round, fresh(c).reopened_by_sender) == (State.ACCEPTED, 2, True)


def test_the_next_no_against_a_confirmation_opens_it_and_goes_up(together, committee_officer):
    c, (first, second, third) = together(3)
    actions.give_verdict(own(first), is_done=False, text=NO, by=sent_by(first), now=NOW)
    actions.report_done(fresh(c), summary="Đã thay lại bóng.", by=committee_officer, now=NOW)
    for said in (second, third):
        actions.give_verdict(own(said), is_done=True, by=sent_by(said), now=NOW)
    actions.give_verdict(own(first), is_done=False, text=NO, by=sent_by(first), now=NOW)
    assert (fresh(c).state, fresh(c).round, fresh(c).escalated_on) == (State.ACCEPTED, 3, TODAY)


def test_no_number_of_yes_confirms_against_a_no_of_this_round(together, committee_officer):
    c, (first, second, third) = together(3)
    actions.give_verdict(own(first), is_done=False, text=NO, by=sent_by(first), now=NOW)
    actions.report_done(fresh(c), summary="Đã thay lại bóng.", by=committee_officer, now=NOW)
    actions.give_verdict(own(first), is_done=False, text=NO, by=sent_by(first), now=NOW)
    for said in (second, third):
        actions.give_verdict(own(said), is_done=True, by=sent_by(said), now=NOW)
    assert fresh(c).state == State.DONE


def test_who_works_there_takes_nothing_back_with_somebodys_pin(case, said_of, committee_officer, front_officer):
    c = case(State.ACCEPTED)
    for behind in (committee_officer, front_officer):
        with pytest.raises(Refusal, match="không rút thay"):
            actions.withdraw(own(said_of(c)), by=sent_by(said_of(c), behind=behind), now=NOW)
    assert fresh(c).state == State.ACCEPTED


def at_desk(ground, by, **more):
    said = {"text": "Đèn đường đầu hẻm 51 tắt đã mười ngày.", "place": PLACE, "unit": ground.commune, "channel": Channel.DESK}
    return actions.say(**{**said, **more}, by=by, now=NOW)


def test_a_pin_that_an_office_made_is_known_for_good(ground, committee_officer):
    made = at_desk(ground, committee_officer)
    typed = at_desk(ground, committee_officer, pin=PIN)
    assert (made.opinion.pin_by_office, typed.opinion.pin_by_office) == (True, False)
    printed = at_desk(ground, committee_officer, pin="314159", pin_by_office=True)
    assert printed.opinion.pin_by_office
    actions.new_pin(own(made), pin=PIN, by=sent_by(made), now=NOW)
    assert fresh(made.opinion).pin_by_office


def done(c: Case, by) -> Case:
    actions.classify(c, content="remark", topic="street-lighting", by=by, now=NOW)
    actions.accept(c, by=by, now=NOW)
    actions.report_done(c, summary="Đã thay bóng đèn.", by=by, now=NOW)
    return fresh(c)


def test_what_such_a_pin_confirms_is_counted_beside(ground, case, committee_officer):
    case(State.CONFIRMED)
    said = at_desk(ground, committee_officer)
    c = done(said.opinion.case, committee_officer)
    actions.give_verdict(own(said), is_done=True, by=sent_by(said), now=NOW)
    unit = ground.commune.pk
    numbers = ward([unit], today=TODAY)
    assert (numbers.confirmed, numbers.confirmed_by_office) == (1, 1)
    told = dashboard_said(Case.objects.all(), today=TODAY)
    assert (told.confirmed, told.confirmed_by_office) == (1, 1)
    line = counts({unit: [unit]}, today=TODAY)[unit]
    assert (line.confirmed, line.confirmed_by_office) == (1, 1)
    assert events.of(c).last().facts["yes_by_office"] == 1


def test_what_is_taken_back_stays_in_the_numbers(ground, case, said_of, committee_officer):
    unit, late = ground.commune.pk, at(60)
    c = case(State.ACCEPTED)
    actions.withdraw(own(said_of(c)), by=sent_by(said_of(c)), now=late)
    case(State.WITHDRAWN)
    numbers = ward([unit], today=late.date())
    assert (numbers.received, numbers.withdrawn, numbers.withdrawn_late) == (2, 1, 1)
    assert counts({unit: [unit]}, today=late.date())[unit].withdrawn == 0
    said = at_desk(ground, committee_officer)
    actions.withdraw(own(said), by=sent_by(said), now=late)
    assert counts({unit: [unit]}, today=late.date())[unit].withdrawn == 1


def test_those_above_tell_senders_of_what_was_put_before_them(case, said_of, leader, provincial_leader, provincial_specialist, ground):
    c = case(State.ACCEPTED)
    for by in (provincial_leader, provincial_specialist):
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            actions.send_news(c, text="Tỉnh đã đọc và yêu cầu phường làm ngay.", by=by, now=NOW)
    actions.escalate(c, reason=REASON, by=leader, now=NOW)
    row = actions.send_news(c, text="Tỉnh đã đọc và yêu cầu phường làm ngay.", by=provincial_specialist, now=NOW)
    assert row.office == ground.province_board
    assert row in queries.letters_to(own(said_of(c)))


def test_a_specialist_of_the_office_that_answers_answers(case, leader, provincial_specialist, provincial_leader, ground):
    c = case(State.ACCEPTED)
    actions.forward(c, to=ground.province_board, reason=REASON, by=leader, now=NOW)
    assert fresh(c) in queries.visible_to(provincial_specialist)
    actions.accept(fresh(c), by=provincial_specialist, now=NOW)
    actions.answer(fresh(c), text="Đã giao đội chiếu sáng thay bóng.", by=provincial_specialist, now=NOW)
    assert fresh(c).state == State.ANSWERED
