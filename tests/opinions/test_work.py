"""My work: the next deed on each case that one answers for, late first; what was put before those above; one and thirty cost the same."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.core.ui.work import MOST, When
from gandan.opinions import actions, work
from gandan.opinions.enums import Content
from gandan.opinions.models import Case
from tests.opinions.people import LAMP, answered, at, case_of, sender, speak
from tests.people import NOW, TODAY

pytestmark = pytest.mark.django_db
LONG_AGO = NOW - timedelta(days=40)
NO = "Bóng cuối hẻm vẫn tắt như trước."


@pytest.fixture(autouse=True)
def stands(ground):
    return ground


def items(actor, today=TODAY):
    return work.owed(actor, today).items


def test_the_next_deed_goes_from_sorting_to_the_answer(ground, committee_officer):
    said = speak(ground)
    (item,) = items(committee_officer)
    assert (item.title, item.deed, item.kind) == (LAMP, "Phân loại", "Đèn đường")
    assert item.url == f"/lam-viec/y-kien/{case_of(said).pk}/phan-loai/"
    actions.classify(case_of(said), content=Content.REMARK, topic="street-lighting", by=committee_officer, now=NOW)
    assert [i.deed for i in items(committee_officer)] == ["Nhận giải quyết"]
    actions.accept(case_of(said), by=committee_officer, now=NOW)
    assert [i.deed for i in items(committee_officer)] == ["Trả lời"]
    actions.ask_back(case_of(said), text="Xin cho biết số nhà gần đó.", by=committee_officer, now=NOW)
    assert items(committee_officer) == [], "while the sender is asked nothing is owed"


def test_late_stands_first_and_an_answer_leaves_one_line_to_publish(ground, committee_officer):
    speak(ground, "Đường trước trường học nhiều ổ gà lắm.")
    speak(ground, now=LONG_AGO)
    pile = work.owed(committee_officer, TODAY)
    assert [i.title for i in pile.items] == [LAMP, "Đường trước trường học nhiều ổ gà lắm."]
    assert pile.counts[When.LATE] == 1
    answered(speak(ground, "Cống nghẹt, mưa là ngập cả hẻm."), committee_officer)
    assert "1 câu trả lời chưa công khai" in [i.title for i in items(committee_officer)]


def test_what_was_given_to_a_colleague_is_theirs(ground, committee_officer, people, front_officer):
    said = speak(ground)
    actions.name_person(case_of(said), person=people["committee_officer"], by=committee_officer, now=NOW)
    assert len(items(committee_officer)) == 1
    Case.objects.update(person=people["front_officer"])
    assert items(committee_officer) == []


def test_a_leader_sees_of_other_offices_what_presses_and_nothing_else(ground, leader, committee_officer):
    said = speak(ground)
    assert items(leader) == []
    answered(said, committee_officer)
    actions.give_verdict(said.opinion, is_done=False, text=NO, by=sender(said), now=NOW)
    (item,) = items(leader)
    assert (item.deed, item.note) == ("Xem việc", "Người gửi nói chưa xong")
    assert [(i.deed, i.note) for i in items(committee_officer)] == [("Trả lời", "Người gửi nói chưa xong")]


def test_those_above_see_what_was_put_before_them(ground, provincial_leader, provincial_specialist, committee_officer):
    said = speak(ground)
    answered(said, committee_officer)
    actions.give_verdict(said.opinion, is_done=False, text=NO, by=sender(said), now=NOW)
    assert items(provincial_leader) == []
    actions.escalate(case_of(said), reason="Phường trả lời mà không làm.", by=sender(said), now=at(1))
    for actor in (provincial_leader, provincial_specialist):
        (item,) = items(actor)
        assert (item.title, item.deed) == ("Đưa lên cấp trên: Đèn đường", "Xem việc")
        assert LAMP not in item.title, "its words stand on the page"


@pytest.mark.parametrize("who", ["hamlet_head", "administrator", "central_analyst", "outsider", "supervisor", "denunciation_handler"])
def test_nobody_else_owes_anything(ground, cast, who):
    speak(ground, now=LONG_AGO)
    assert list(items(cast[who])) == []


def test_much_work_is_shortened_and_counted(ground, committee_officer):
    for n in range(MOST + 3):
        speak(ground, f"{LAMP} Lần thứ {n}.")
    pile = work.owed(committee_officer, TODAY)
    assert (len(pile.items), sum(pile.counts.values())) == (MOST, MOST + 3)
    assert list(pile.rest.values()) == ["/lam-viec/y-kien/?xem=can-lam"]


def test_it_costs_the_same_for_1_and_30(ground, committee_officer):
    counts = []
    for many in (1, 30):
        for n in range(many):
            speak(ground, f"{LAMP} Lần thứ {many}.{n}.")
        work.owed(committee_officer, TODAY)
        with CaptureQueriesContext(connection) as asked:
            work.owed(committee_officer, TODAY)
        counts.append(len(asked))
    assert counts[0] == counts[1]
