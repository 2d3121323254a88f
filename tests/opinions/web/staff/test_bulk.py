"""One deed on many: shown before it is done, each row for itself, nothing lost, and back to the view one came from."""

from datetime import timedelta

import pytest

from gandan.opinions import actions
from gandan.opinions.enums import Content, State
from gandan.opinions.models import Case, CaseTag
from tests.opinions.conftest import REASON, fresh
from tests.opinions.web.staff.conftest import at, text
from tests.people import CAST, NOW

pytestmark = pytest.mark.django_db

OPENS = {"front_officer", "committee_officer", "leader", "outsider", "provincial_specialist", "provincial_leader"}


def test_who_opens_it_and_for_which_cases(opens, case):
    c = case()
    for who in CAST:
        answer = opens(who).get(at("bulk", "nhan"), {"viec": [c.pk, "x", "00000000-0000-0000-0000-000000000000"]})
        assert answer.status_code == (302 if who == "citizen" else 200 if who in OPENS else 403), who
        if who in OPENS:
            assert len(answer.context["rows"]) == (1 if who in {"committee_officer", "leader"} else 0), who


def test_what_one_refuses_stops_none_of_the_others(opens, case):
    good, paused = case(text="Đèn hẻm 51 tắt mười ngày"), case(State.PAUSED, text="Đèn hẻm 7 tắt mười ngày")
    answer = opens("committee_officer").post(at("bulk", "nhan"), {"viec": [good.pk, paused.pk], "ve": "xem=moi&la=1"})
    assert [row.case.pk for row in answer.context["outcome"]["done"]] == [good.pk]
    assert "Việc này đang tạm dừng." in text(answer)
    assert f"{at('inbox')}?xem=moi" in text(answer)
    assert (fresh(good).state, fresh(paused).state) == (State.ACCEPTED, State.PAUSED)


def test_many_are_forwarded_with_one_reason_and_an_error_loses_nothing(opens, case, ground):
    cases = [case(), case()]
    ids = [c.pk for c in cases]
    half = opens("committee_officer").post(at("bulk", "chuyen"), {"viec": ids, "reason": REASON})
    assert half.status_code == 422
    assert REASON in text(half)
    looked = opens("committee_officer").post(at("bulk", "chuyen"), {"viec": ids, "reason": REASON, "where": "Cái Răng", "tim-co-quan": "1"})
    assert "Ủy ban MTTQ Việt Nam phường Cái Răng" in text(looked)
    assert REASON in text(looked)
    opens("committee_officer").post(at("bulk", "chuyen"), {"viec": ids, "reason": REASON, "to": str(ground.front.pk)})
    assert {fresh(c).office_id for c in cases} == {ground.front.pk}


def test_a_leader_gives_many_into_one_pair_of_hands(opens, case, people, ground, leader):
    mine, theirs = case(), case()
    actions.forward(theirs, to=ground.front, reason=REASON, by=leader, now=NOW)
    who = people["committee_officer"]
    answer = opens("leader").post(at("bulk", "phu-trach"), {"viec": [mine.pk, theirs.pk], "person": str(who.pk)})
    assert (fresh(mine).person, fresh(theirs).person) == (who, None)
    assert "Người này không làm việc ở cơ quan đang giữ việc." in text(answer)


def test_many_are_kept_together_under_a_word(opens, case):
    cases = [case(), case()]
    opens("committee_officer").post(at("bulk", "gan-nhan"), {"viec": [c.pk for c in cases], "label": "họp giao ban"})
    assert CaseTag.objects.filter(label="họp giao ban").count() == 2


def test_many_are_joined_and_a_complaint_stays_alone(opens, case):
    first, second = case(now=NOW - timedelta(days=1)), case()
    complaint = case(content=Content.COMPLAINT)
    said = {"viec": [c.pk for c in (first, second, complaint)], "into": str(first.pk)}
    answer = opens("committee_officer").post(at("bulk", "gop"), said)
    assert "Khiếu nại là việc riêng của mỗi người nên không gộp." in text(answer)
    assert (fresh(second).joined_into, fresh(first).senders) == (first, 2)
    assert Case.objects.get(pk=complaint.pk).state == State.RECEIVED


def test_nothing_chosen_says_what_to_do(opens, ground):
    assert "Chưa chọn việc nào" in text(opens("committee_officer").get(at("bulk", "nhan")))
