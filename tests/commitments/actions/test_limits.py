"""What nobody gets round: dates in another age, words that say nothing, the same promise twice, an office one does not work in."""

from datetime import date, timedelta

import pytest

from gandan.commitments import actions, queries
from gandan.commitments.enums import CodeKind, State
from gandan.commitments.models import Commitment, DoneReport
from gandan.core.access import Refusal
from tests.commitments.conftest import CLOCK, DUE, at, on_day
from tests.people import NOW, TODAY

pytestmark = pytest.mark.django_db
REASON = "Mưa kéo dài nhiều ngày"


def fresh(c):
    return Commitment.objects.get(pk=c.pk)


def test_a_withdrawal_after_the_date_stays_late(promise, leader):
    late, in_time = promise(), promise()
    actions.withdraw(late, reason=REASON, by=on_day(leader, 15), now=at(15))
    actions.withdraw(in_time, reason=REASON, by=leader, now=NOW)
    assert (fresh(late).is_withdrawn_late, fresh(in_time).is_withdrawn_late) == (True, False)
    numbers = queries.counts([late.made_in_id], today=at(15).date()).promises
    assert (numbers.withdrawn, numbers.withdrawn_late, numbers.late) == (2, 1, 0)


def test_a_report_after_the_date_stays_late(promise, reported, front_officer):
    c = promise()
    actions.add_evidence(c, kind="note", note="Đã nghiệm thu với tổ trưởng", by=front_officer, now=NOW)
    actions.report_done(c, summary="Đã lắp 12 bóng", by=on_day(front_officer, 15), now=at(15))
    reported(promise())
    assert DoneReport.objects.get(commitment=c).is_late
    numbers = queries.counts([c.made_in_id], today=at(15).date()).promises
    assert (numbers.reported, numbers.done_late) == (2, 1)


def test_extensions_have_an_end_in_all(promise, leader):
    c = promise()
    most = DUE + timedelta(days=180)
    with pytest.raises(Refusal, match="gia hạn muộn nhất đến"):
        actions.extend(c, to=most + timedelta(days=1), reason=REASON, by=leader, now=NOW)
    actions.extend(c, to=most, reason=REASON, by=leader, now=NOW)
    with pytest.raises(Refusal, match="gia hạn muộn nhất đến"):
        actions.extend(c, to=most + timedelta(days=1), reason=REASON, by=leader, now=NOW)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"due": TODAY + timedelta(days=1827)}, "Hạn xa nhất"),
        ({"due": date(9999, 12, 31)}, "Hạn xa nhất"),
        ({"made_on": date(1000, 1, 1)}, "quá xa"),
        ({"made_on": date(1999, 12, 31)}, "quá xa"),
    ],
)
def test_no_dates_of_another_age(promise, more, sentence):
    with pytest.raises(Refusal, match=sentence):
        promise(**more)


def test_words_that_say_nothing(promise, leader, front_officer):
    c = promise()
    for deed in (
        lambda: actions.withdraw(c, reason="bận quá", by=leader, now=NOW),
        lambda: actions.extend(c, to=DUE + timedelta(days=3), reason=".", by=leader, now=NOW),
        lambda: actions.add_evidence(c, kind="note", note="xong", by=front_officer, now=NOW),
    ):
        with pytest.raises(Refusal, match="ít nhất 10 ký tự"):
            deed()


def test_no_other_words_once_a_code_is_in_somebody_s_hand(promise, front_officer):
    c = promise()
    actions.reword(c, title="Lắp đèn hẻm 53", by=front_officer, now=NOW)
    actions.issue_code(c, kind=CodeKind.HOLDER, by=front_officer, now=NOW)
    with pytest.raises(Refusal, match="đã phát mã hoặc đã có bước tiếp theo"):
        actions.reword(c, title="Xem xét lắp đèn", by=front_officer, now=NOW)


def test_the_same_promise_twice_is_one(promise, front_officer, leader):
    promise(title="Sửa cầu ván")
    with pytest.raises(Refusal, match="“Sửa cầu ván” với cùng hạn lúc 09:00"):
        promise(title="Sửa cầu ván")
    promise(title="Sửa cầu ván", by=leader)
    promise(title="Sửa cầu ván", due=DUE + timedelta(days=1))
    later = on_day(front_officer, 0)
    assert promise(title="Sửa cầu ván", by=later, now=at(0) + timedelta(minutes=61)).state == State.OPEN


def test_an_officer_promises_for_their_own_office_a_leader_for_each_of_the_unit(promise, ground, committee_officer, leader):
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        promise(by=committee_officer)
    assert promise(lead=ground.committee, by=committee_officer).lead == ground.committee
    assert promise(by=leader).lead == ground.front


def test_one_bad_row_never_stops_the_clock(promise, monkeypatch):
    bad, good, ancient = promise(due=TODAY), promise(due=TODAY), promise(due=TODAY)
    Commitment.objects.filter(pk=ancient.pk).update(due=date(1, 1, 2), first_due=date(1, 1, 1), made_on=date(1, 1, 1))
    from gandan.core import events

    real = events.record

    def fails(verb, thing, **more):
        if thing.pk == bad.pk:
            raise ValueError("a row that cannot be")
        return real(verb, thing, **more)

    monkeypatch.setattr(events, "record", fails, raising=False)
    assert actions.send_reminders(by=CLOCK, now=NOW) == 1
    assert (bad.reminders.count(), good.reminders.count()) == (0, 1)
    monkeypatch.setattr(events, "record", real, raising=False)
    assert actions.send_reminders(by=CLOCK, now=NOW) == 1
