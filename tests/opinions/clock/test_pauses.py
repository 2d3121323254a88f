"""Whoever stops the clock takes no lateness away, wins no day that did not stand still, and cannot stop it for ever."""

from datetime import timedelta

import pytest
from django.db.models import Q

from gandan.core.access import Refusal
from gandan.core.events import Event
from gandan.opinions import actions
from gandan.opinions.actions import daily
from gandan.opinions.enums import State
from gandan.opinions.messages import TEXTS
from gandan.opinions.models import Case
from gandan.opinions.queries import inbox, lateness, overview
from gandan.opinions.queries.clock import stands_still_since
from gandan.opinions.queries.pauses import stands
from gandan.opinions.queries.ward import ward
from gandan.opinions.web.public_words import owed
from tests.opinions.conftest import CLOCK, LAW, REASON, at, fresh, on_day, sent_by
from tests.people import TODAY

LATE = 20  # days on: what was said today is due on the fifteenth
QUESTION = "Xin cho biết rõ đoạn hẻm nào."


def day(n: int):
    return TODAY + timedelta(days=n)


@pytest.fixture
def deeds(committee_officer):
    """A deed of the office so many days later."""

    def do(deed, c: Case, n: int, **more):
        return deed(fresh(c), by=on_day(committee_officer, n), now=at(n), **more)

    return do


# ──── a day is a day


def test_pauses_of_seconds_win_nobody_a_day(case, deeds):
    c = case(State.ACCEPTED)
    due = c.due
    for n in range(1, 10):
        deeds(actions.pause, c, n, reason=REASON)
        deeds(actions.resume, c, n)
    assert fresh(c).due == due


def test_asked_and_answered_on_one_day_wins_no_day_either(case, deeds, said_of):
    c = case(State.ACCEPTED)
    due = c.due
    deeds(actions.ask_back, c, 2, text=QUESTION)
    actions.reply(said_of(c).opinion, text="Đoạn đầu hẻm.", by=sent_by(said_of(c)), now=at(2))
    assert (fresh(c).due, fresh(c).stopped_on) == (due, None)


# ──── what is late stays late


def test_what_is_late_is_not_paused(case, deeds):
    c = case(State.ACCEPTED)
    with pytest.raises(Refusal) as refused:
        deeds(actions.pause, c, LATE, reason=REASON)
    assert refused.value.sentence == "Việc này đã quá hạn nên không tạm dừng được. Xin trả lời điều đã rõ, hoặc báo tin cho người gửi."
    assert fresh(c).state == State.ACCEPTED


def test_on_its_last_day_it_may_still_be_paused(case, deeds):
    c = case(State.ACCEPTED)
    deeds(actions.pause, c, 15, reason=REASON)
    assert not fresh(c).is_late(day(40))


def test_who_is_late_may_ask_but_stops_nothing(case, deeds, said_of, world):
    c = case(State.ACCEPTED)
    deeds(actions.ask_back, c, LATE, text=QUESTION)
    c = fresh(c)
    assert (c.state, c.stopped_on, c.runs, c.is_late(day(LATE)), stands_still_since(c)) == (State.ASKED, None, True, True, None)
    numbers = inbox.numbers(Case.objects.all(), today=day(LATE), soon=day(LATE))
    assert (numbers.late, numbers.open, numbers.standing) == (1, 1, 0)
    [load] = inbox.load(Case.objects.all(), today=day(LATE))
    assert (load.late, load.standing) == (1, 0)
    counted = overview.counts({c.unit_id: [c.unit_id]}, today=day(LATE))[c.unit_id]
    assert (counted.late, counted.open, counted.standing) == (1, 1, 0)
    everybody = ward([c.unit_id], today=day(LATE))
    assert (everybody.late, everybody.open, everybody.standing) == (1, 0, 0)
    assert daily.remind(by=CLOCK, now=at(LATE)) == 1
    assert daily.escalate_late(by=CLOCK, now=at(40)) == 1
    actions.reply(said_of(c).opinion, text="Đoạn đầu hẻm.", by=sent_by(said_of(c)), now=at(41))
    assert (fresh(c).due, fresh(c).is_late(day(41))) == (c.due, True)


def test_its_sender_may_put_it_before_those_above(case, deeds, said_of):
    c = case(State.ACCEPTED)
    deeds(actions.ask_back, c, LATE, text=QUESTION)
    actions.escalate(fresh(c), reason=REASON, by=sent_by(said_of(c)), now=at(LATE))
    assert fresh(c).escalated_on == day(LATE)


def test_a_date_that_had_passed_when_the_clock_stopped_is_late_everywhere(case, deeds):
    """Whatever brought it there: another law, a row of before. Lists, numbers and jobs ask one question."""
    c = case(State.PAUSED)
    Case.objects.filter(pk=c.pk).update(due=day(-3))
    c = fresh(c)
    assert c.is_late(day(1))
    assert ward([c.unit_id], today=day(1)).late == 1
    assert ward([c.unit_id], today=day(1)).standing == 0
    assert daily.remind(by=CLOCK, now=at(1)) == 1
    assert daily.escalate_late(by=CLOCK, now=at(30)) == 1


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("n", [0, 15, 16, 60])
def test_one_row_and_many_are_late_by_one_definition(case, state, n):
    c = case(state)
    found = Case.objects.filter(lateness.late(day(n)), pk=c.pk).exists()
    assert found == fresh(c).is_late(day(n)) == (state in (State.RECEIVED, State.ACCEPTED) and n > 15)
    running = Case.objects.filter(lateness.RUNS, pk=c.pk).exists(), Case.objects.filter(lateness.STANDS, pk=c.pk).exists()
    assert running == (c.runs, c.stopped_on is not None)


def test_no_page_keeps_a_definition_of_its_own():
    assert isinstance(lateness.late(TODAY), Q)
    assert str(lateness.late(TODAY)).count("stopped_on") == 3


def test_a_refusal_that_came_late_is_counted_as_late_for_good(case, deeds, said_of):
    early, c = case(State.REFUSED), case(State.ACCEPTED)
    deeds(actions.refuse, c, LATE, reason=REASON, law=LAW)
    assert (fresh(early).refused_late, fresh(c).refused_late) == (False, True)
    assert ward([c.unit_id], today=day(LATE)).answered_late == 1
    actions.give_verdict(said_of(c).opinion, is_done=False, text="Đèn vẫn tắt, chưa ai đến xem.", by=sent_by(said_of(c)), now=at(LATE + 1))
    deeds(actions.answer, c, LATE + 2, text="Đã thay bóng ở đầu hẻm.")
    numbers = ward([c.unit_id], today=day(LATE + 2))
    assert (numbers.answered_late, numbers.in_time) == (1, 0)


# ──── nothing stands still for ever


def test_after_thirty_days_the_clock_goes_on_by_itself_and_the_office_is_told(case, said_of):
    c = case(State.PAUSED)
    due = c.due
    assert daily.end_pauses(by=CLOCK, now=at(29)) == 0
    assert daily.end_pauses(by=CLOCK, now=at(30)) == 1
    assert daily.end_pauses(by=CLOCK, now=at(30)) == 0
    c = fresh(c)
    assert (c.state, c.stopped_on) == (State.ACCEPTED, None)
    assert c.due > due
    [event] = Event.objects.filter(verb="opinions.resumed")
    assert event.actor == CLOCK.key
    text = next(t for t in TEXTS if t.verb == "opinions.resumed")
    assert list(text.to(event, day(30)))
    assert "Thời gian lại tính vào hạn" in text.words(event).line


def test_what_the_office_does_itself_it_is_not_told(case, deeds):
    deeds(actions.resume, case(State.PAUSED), 3)
    event = Event.objects.get(verb="opinions.resumed")
    assert not list(next(t for t in TEXTS if t.verb == "opinions.resumed").to(event, day(3)))


def test_days_without_a_machine_win_the_office_nothing(case):
    c = case(State.PAUSED)
    daily.end_pauses(by=CLOCK, now=at(90))
    [pause] = fresh(c).pauses.all()
    assert pause.ended_on == day(30)
    assert fresh(c).is_late(day(90))


def test_all_pauses_of_a_round_together_are_no_longer(case, deeds):
    c = case(State.ACCEPTED)
    deeds(actions.pause, c, 1, reason=REASON)
    deeds(actions.resume, c, 21)
    deeds(actions.pause, c, 22, reason=REASON)
    assert stands(fresh(c)).until == day(32)
    assert daily.end_pauses(by=CLOCK, now=at(31)) == 0
    assert daily.end_pauses(by=CLOCK, now=at(32)) == 1
    with pytest.raises(Refusal, match="đã tạm dừng đủ số ngày cho phép"):
        deeds(actions.pause, c, 33, reason=REASON)


def test_a_sender_who_says_nothing_is_waited_for_thirty_days(case, deeds):
    c = case(State.ASKED)
    assert daily.end_pauses(by=CLOCK, now=at(29)) == 0
    assert daily.end_pauses(by=CLOCK, now=at(30)) == 1
    assert fresh(c).state == State.RECEIVED
    [event] = Event.objects.filter(verb="opinions.gone_on")
    assert list(next(t for t in TEXTS if t.verb == "opinions.gone_on").to(event, day(30)))
    deeds(actions.ask_back, c, 31, text=QUESTION)  # once more: the office may, but its time runs
    assert (fresh(c).state, fresh(c).stopped_on) == (State.ASKED, None)
    assert daily.end_pauses(by=CLOCK, now=at(61)) == 1


def test_who_replied_may_be_asked_again_and_time_stands_still(case, deeds, said_of):
    c = case(State.ASKED)
    actions.reply(said_of(c).opinion, text="Đoạn đầu hẻm.", by=sent_by(said_of(c)), now=at(2))
    deeds(actions.ask_back, c, 3, text=QUESTION)
    assert fresh(c).stopped_on == day(3)


def test_an_office_that_is_still_to_be_chosen_stops_nothing(case):
    c = case(State.PAUSED)
    c.pending.create(cause="merger", since=day(1))
    assert daily.end_pauses(by=CLOCK, now=at(30)) == 1


# ──── who waits reads it


def test_the_sender_reads_who_stopped_the_clock_since_when_and_until_when(case, world):
    paused, asked = case(State.PAUSED), case(State.ASKED)
    office = world.committee.name_on(TODAY)
    assert owed(paused, today=day(1)).note == (
        f"{office} tạm dừng từ 23/11/2026, lý do ở phần Diễn biến. Chậm nhất hết ngày 23/12/2026 thời gian lại tính; "
        "hạn lùi đúng số ngày dừng."
    )
    assert "chờ bổ sung từ 23/11/2026, lâu nhất hết ngày 23/12/2026; thời gian chờ không tính" in owed(asked, today=day(1)).note


def test_who_was_asked_late_reads_that_it_is_late(case, deeds):
    c = case(State.ACCEPTED)
    deeds(actions.ask_back, c, LATE, text=QUESTION)
    note = owed(fresh(c), today=day(LATE)).note
    assert note.startswith("Đã quá hạn. Ông/Bà có quyền đưa việc này lên cấp trên.")
    assert "thời gian vẫn tính vào hạn" in note


# ──── the day on which it was said


def test_what_was_said_long_ago_and_is_written_down_today_is_late_today(opinion, committee_officer):
    said = opinion(channel="desk", by=committee_officer, said_on=day(-40))
    c = fresh(said.opinion.case)
    assert (c.received_on, c.is_late(TODAY)) == (day(-40), True)
    with pytest.raises(Refusal, match="không thể ở sau hôm nay"):
        opinion(channel="desk", by=committee_officer, said_on=day(1))
