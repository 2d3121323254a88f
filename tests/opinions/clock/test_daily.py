"""What the clock does each day."""

from datetime import timedelta
from functools import partial

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.core.access import Refusal, SystemActor
from gandan.core.events import Event
from gandan.core.jobs.trying import tried
from gandan.opinions import actions
from gandan.opinions.actions import daily
from gandan.opinions.enums import Channel, Content, Deed, State
from gandan.opinions.models import Case, Step
from tests.opinions.conftest import CLOCK, KEEPER, REASON, TOPIC, at, fresh, on_day
from tests.people import NOW, TODAY

RULES = "administrative-rules"


def day(n: int) -> str:
    """So many days on, as an event keeps it."""
    return str(TODAY + timedelta(days=n))


def events(verb: str) -> list[dict]:
    return list(Event.objects.filter(verb=f"opinions.{verb}").values_list("facts", flat=True))


# ──── silence


@pytest.mark.parametrize("state", [State.ANSWERED, State.DONE])
def test_after_thirty_days_of_silence_it_is_closed_and_not_a_day_before(case, state):
    c = case(state)
    assert daily.close_silent(by=CLOCK, now=at(30)) == 0
    assert daily.close_silent(by=CLOCK, now=at(31)) == 1
    assert (fresh(c).state, fresh(c).ended_on) == (State.CLOSED, TODAY + timedelta(days=31))
    assert daily.close_silent(by=CLOCK, now=at(32)) == 0
    assert len(events("closed")) == 1


def test_a_word_of_the_sender_is_no_silence(case, said_of, sender):
    c = case(State.ANSWERED)
    said = said_of(c)
    actions.write(said.opinion, text="Tôi thấy mới thay sáu bóng, chờ xem thêm.", by=sender(said), now=at(20))
    assert daily.close_silent(by=CLOCK, now=at(40)) == 0
    assert daily.close_silent(by=CLOCK, now=at(51)) == 1


@pytest.mark.parametrize("state", [State.RECEIVED, State.ASKED, State.ACCEPTED, State.PAUSED, State.REFUSED, State.CONFIRMED])
def test_nothing_else_is_closed(case, state):
    c = case(state)
    assert daily.close_silent(by=CLOCK, now=at(300)) == 0
    assert fresh(c).state == state


# ──── too late


def test_ten_working_days_late_goes_up_once_with_its_reason(case):
    c = case(State.ACCEPTED)
    assert fresh(c).due == TODAY + timedelta(days=15)  # 8 December; ten working days later is the 22nd
    assert daily.escalate_late(by=CLOCK, now=at(28)) == 0
    assert daily.escalate_late(by=CLOCK, now=at(29)) == 1
    assert fresh(c).escalated_on == TODAY + timedelta(days=29)
    assert Step.objects.get(case=c, deed=Deed.ESCALATE).reason == "Trả lời chậm 10 ngày làm việc."
    assert daily.escalate_late(by=CLOCK, now=at(30)) == 0


@pytest.mark.parametrize("state", [State.ASKED, State.PAUSED])
def test_what_stands_still_grows_not_late(case, state):
    case(state)
    assert daily.escalate_late(by=CLOCK, now=at(200)) == 0


# ──── reminders


def test_late_is_told_once_and_who_waits_too_long_is_owed_news_every_seven_days(case, committee_officer):
    c = case(State.ACCEPTED)  # due on the fifteenth day
    assert daily.remind(by=CLOCK, now=at(15)) == 0
    assert daily.remind(by=CLOCK, now=at(16)) == 1
    assert daily.remind(by=CLOCK, now=at(16)) == 0  # twice on a day is as good as once
    assert daily.remind(by=CLOCK, now=at(21)) == 0
    assert daily.remind(by=CLOCK, now=at(22)) == 1
    assert daily.remind(by=CLOCK, now=at(28)) == 0
    actions.send_news(c, text="Vật tư về ngày 20, xin chờ.", by=on_day(committee_officer, 26), now=at(26))
    assert daily.remind(by=CLOCK, now=at(29)) == 0  # told three days ago
    assert daily.remind(by=CLOCK, now=at(33)) == 1
    told = [(f["stage"], f["for_day"]) for f in events("reminded")]
    assert told == [("late", day(15)), ("news", day(22)), ("news", day(33))]


def test_days_without_a_machine_are_caught_up_by_one_reminder_of_each_kind(case):
    case(State.ACCEPTED)
    assert daily.remind(by=CLOCK, now=at(40)) == 2
    assert [(f["stage"], f["for_day"]) for f in events("reminded")] == [("late", day(15)), ("news", day(36))]


def test_a_remark_on_rules_that_nobody_passed_on(case, opinion, committee_officer):
    said = opinion(topic=RULES, text="Mẫu đơn xin tách thửa bắt khai lại giấy tờ đã có trong dữ liệu.")
    c = said.opinion.case
    assert daily.remind(by=CLOCK, now=at(7)) == 0
    assert daily.remind(by=CLOCK, now=at(8)) == 1  # 1 December
    assert daily.remind(by=CLOCK, now=at(9)) == 0
    assert events("reminded") == [{"stage": "pass_on", "for_day": "2026-12-01", "due": "2026-12-08"}]
    assert fresh(c).state == State.RECEIVED


def test_once_passed_on_it_is_owed_no_more(opinion, committee_officer, ground):
    said = opinion(topic=RULES, text="Mẫu đơn xin tách thửa bắt khai lại giấy tờ đã có trong dữ liệu.")
    actions.forward(said.opinion.case, to=ground.front, reason=REASON, by=committee_officer, now=NOW)
    assert daily.remind(by=CLOCK, now=at(9)) == 0


def test_finding_what_is_owed_asks_as_often_for_one_case_as_for_thirty(opinion):
    def questions() -> int:
        from gandan.opinions.queries.reminders import owed

        with CaptureQueriesContext(connection) as asked:
            assert list(owed(TODAY + timedelta(days=22)))
        return len(asked)

    opinion()
    one = questions()
    for n in range(12):
        opinion(text=f"Đèn đường hẻm số {n} tắt đã mười ngày, tối đi rất khó.")
    assert questions() == one


def test_the_government_s_portal_has_its_own_rule(opinion, committee_officer):
    said = opinion(channel=Channel.GOVERNMENT, by=committee_officer, said_on=TODAY)
    assert said.opinion.case.due == TODAY + timedelta(days=21)
    assert daily.remind(by=CLOCK, now=at(21)) == 0
    assert daily.remind(by=CLOCK, now=at(28)) == 2
    assert [f["stage"] for f in events("reminded")] == ["late", "news"]


# ──── retention


def test_words_are_forgotten_when_their_time_is_over(case):
    c = case(State.REFUSED)
    assert daily.forget(by=KEEPER, now=at(1095)) == 0
    assert daily.forget(by=KEEPER, now=at(1096)) == 1
    assert fresh(c).erased_on is not None
    assert fresh(c.opinions.get()).text == ""
    assert daily.forget(by=KEEPER, now=at(1097)) == 0


# ──── who, and one of many


@pytest.mark.parametrize(
    "deed", [daily.close_silent, daily.escalate_late, daily.remind, daily.forget, daily.settle_handovers], ids=lambda f: f.__name__
)
def test_only_the_clock_may(ground, committee_officer, leader, deed):
    for who in (committee_officer, leader, SystemActor("import")):
        with pytest.raises(Refusal):
            deed(by=who, now=NOW)


def test_one_that_cannot_be_done_stops_none_of_the_others(case, opinion, caplog):
    def broken(row: Case) -> None:
        Case.objects.filter(pk=row.pk).update(topic="changed")
        raise ValueError(row.pk)

    c = case(State.RECEIVED)
    assert tried(partial(broken, c), c.pk) == 0
    assert fresh(c).topic == TOPIC  # its savepoint took it back
    assert str(c.pk) in caplog.text
    assert tried(lambda: None, c.pk) == 1
    assert tried(lambda: False, c.pk) == 0
    assert fresh(c).content == Content.REMARK
