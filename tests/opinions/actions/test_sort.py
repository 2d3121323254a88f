"""An office sorts, hands on, names who looks after it."""

import pytest

from gandan.core import events
from gandan.core.access import Refusal
from gandan.opinions import actions
from gandan.opinions.enums import Content, Deed, State
from tests.opinions.conftest import NOW, REASON, TOPIC, at, fresh

SORTED = {"content": Content.PROPOSAL, "topic": TOPIC, "now": NOW}


def test_an_officer_decides_what_it_is_and_the_old_date_stays(case, committee_officer):
    c = case(content=None)
    first = c.due
    actions.classify(c, content=Content.COMPLAINT, topic=TOPIC, by=committee_officer, now=NOW)
    c = fresh(c)
    assert (c.content, c.state) == (Content.COMPLAINT, State.RECEIVED)
    assert c.due_dates.first().due == first
    event = events.of(c).last()
    assert event.verb == "opinions.classified"
    assert (event.facts["was_content"], event.facts["content"]) == ("unsorted", "complaint")


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"content": Content.UNSORTED}, "chọn nội dung"),
        ({"content": "gossip"}, "chọn nội dung"),
        ({"topic": "weather"}, "lĩnh vực"),
        ({"is_complex": True}, "Chỉ khiếu nại"),
    ],
)
def test_what_is_no_class_is_refused(case, committee_officer, more, sentence):
    with pytest.raises(Refusal, match=sentence):
        actions.classify(case(content=None), **{**SORTED, **more}, by=committee_officer)


@pytest.mark.parametrize("who", ["citizen", "hamlet_head", "supervisor", "front_officer", "provincial_leader", "administrator", "outsider"])
def test_who_does_not_answer_for_it_does_not_touch_it(case, cast, who):
    c = case(content=None)
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.classify(c, **SORTED, by=cast[who])
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.accept(c, by=cast[who], now=NOW)


def test_it_goes_to_another_office_with_its_date(case, committee_officer, ground, front_officer):
    c = case(State.ACCEPTED)
    due = c.due
    actions.forward(c, to=ground.front, reason=REASON, by=committee_officer, now=at(1))
    c = fresh(c)
    assert (c.state, c.office, c.due, c.person) == (State.RECEIVED, ground.front, due, None)
    step = c.steps.get(deed=Deed.FORWARD)
    assert (step.was_office, step.to_office, step.reason) == (ground.committee, ground.front, REASON)
    assert events.of(c).last().verb == "opinions.forwarded"
    actions.accept(c, by=front_officer, now=at(1))


def test_it_goes_up_and_to_a_sister_unit_and_stays_said_where_it_was_said(case, committee_officer, ground):
    up, aside = case(), case()
    actions.forward(up, to=ground.province_board, reason=REASON, by=committee_officer, now=NOW)
    actions.forward(aside, to=ground.other_front, reason=REASON, by=committee_officer, now=NOW)
    assert (fresh(up).unit, fresh(up).made_in) == (ground.province, ground.commune)
    assert fresh(aside).unit == ground.other


def test_a_forward_needs_another_office_that_stands_and_a_reason(case, committee_officer, ground):
    c = case()
    for to, reason, sentence in ((ground.committee, REASON, "đang giữ"), (ground.front, "bận", "ghi lý do")):
        with pytest.raises(Refusal, match=sentence):
            actions.forward(c, to=to, reason=reason, by=committee_officer, now=NOW)


def test_a_case_does_not_leave_the_province(case, committee_officer, ground):
    from tests.people import make_office, make_unit

    elsewhere = make_unit("Huế", level="province", kind="Thành phố", code="46")
    far = make_office(make_unit("Thuận Hóa", level="commune", kind="Phường", code="19750", parent=elsewhere), "front", "Mặt trận")
    with pytest.raises(Refusal, match="Chỉ chuyển"):
        actions.forward(case(), to=far, reason=REASON, by=committee_officer, now=NOW)


def test_who_looks_after_it_works_there(case, committee_officer, people):
    c = case()
    actions.name_person(c, person=people["committee_officer"], by=committee_officer, now=NOW)
    assert fresh(c).person == people["committee_officer"]
    with pytest.raises(Refusal, match="không làm việc"):
        actions.name_person(c, person=people["front_officer"], by=committee_officer, now=NOW)
    with pytest.raises(Refusal, match="kết thúc"):
        actions.name_person(case(State.REFUSED), person=None, by=committee_officer, now=NOW)


def test_a_word_keeps_cases_together_and_names_no_person(case, committee_officer):
    c = case()
    actions.tag(c, label=" họp  giao ban ", by=committee_officer, now=NOW)
    actions.tag(c, label="họp giao ban", by=committee_officer, now=NOW)
    assert c.tags.get().label == "họp giao ban"
    assert events.of(c).verbs().count("opinions.tagged") == 1
    assert "giao ban" not in str(events.of(c).last().facts)
    with pytest.raises(Refusal, match="Nguyễn Văn Tám"):
        actions.tag(c, label="ông Nguyễn Văn Tám", by=committee_officer, now=NOW)
    actions.untag(c, label="họp giao ban", by=committee_officer, now=NOW)
    assert not c.tags.exists()
