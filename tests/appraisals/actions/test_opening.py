"""Before a council: whose council, which sheet, who has a tie, what the owner gives itself."""

from decimal import Decimal

import pytest

from gandan.accounts.queries import actor_for
from gandan.appraisals import actions, subjects
from gandan.appraisals.enums import Part, State, Tie
from gandan.appraisals.models import Conflict
from gandan.core import events
from gandan.core.access import Refusal, Role
from tests.appraisals.conftest import CLOSES, KIND, NOW, TODAY, WHY, marks
from tests.people import hold, make_user

pytestmark = pytest.mark.django_db


def test_it_is_opened_scored_by_its_owner_and_begun(opened, leader, front_officer, sheet):
    a = opened()
    assert (a.state, a.sheet, a.round, events.of(a).last().verb) == (State.PREPARED, sheet, 1, "appraisals.opened")
    given = {key: (points, "Có biên bản") for key, points in marks(sheet, 55, 35, 2, -1).items()}
    actions.score_self(a, marks=given, by=front_officer, now=NOW)
    again = {key: (points, "") for key, points in marks(sheet, 50, 30).items()}
    actions.score_self(a, marks=again, by=front_officer, now=NOW)
    assert [m.points for m in a.own_marks.all()] == [50, 30, 0, 0]
    assert events.of(a).last().facts["total"] == "80.00" or events.of(a).last().facts["total"] == "80"
    a = actions.begin(a, by=leader, now=NOW)
    assert a.state == State.SCORING
    with pytest.raises(Refusal, match="chưa làm việc này được"):
        actions.score_self(a, marks=again, by=front_officer, now=NOW)
    for deed in (actions.begin, actions.show, actions.close):
        with pytest.raises(Refusal):
            deed(a, by=leader, now=NOW)


def test_the_owner_scores_whole_and_nobody_else_does(opened, cast, front_officer, sheet):
    a = opened()
    whole = {key: (points, "") for key, points in marks(sheet, 50, 30).items()}
    for who, actor in cast.items():
        if who != "front_officer":
            with pytest.raises(Refusal, match="chưa được giao quyền"):
                actions.score_self(a, marks=whole, by=actor, now=NOW)
    first = next(iter(whole))
    bad = {
        "Chưa chấm tiêu chí": {k: v for k, v in whole.items() if k != first},
        "phải từ": {**whole, first: (Decimal("60.01"), "")},
        "dài quá 1000": {**whole, first: (Decimal(1), "a" * 1001)},
        "tiêu chí lạ": {**whole, a.pk: (Decimal(1), "")},
    }
    for words, given in bad.items():
        with pytest.raises(Refusal, match=words):
            actions.score_self(a, marks=given, by=front_officer, now=NOW)
    assert not a.own_marks.exists()


def test_what_cannot_be_opened(opened, ground, council, sheet, leader, people, thing, front_officer):
    draft = actions.new_version(sheet, by=leader, now=NOW)
    other = actions.form_council(office=ground.party, title="Khác", formed_by="1-QĐ/ĐU", formed_on=TODAY, by=leader, now=NOW)
    refused = {
        "chưa có chủ tịch": {"council": other},
        "hôm nay không có hiệu lực": {"sheet": draft},
        "phải sau hôm nay": {"closes_on": TODAY},
        "không xét hồ sơ của đơn vị ấy": {"unit": ground.other},
        "chính cơ quan được xét": {"owner_office": ground.party},
    }
    for words, more in refused.items():
        with pytest.raises(Refusal, match=words):
            opened(**more)
    opened(subject_id="9")
    with pytest.raises(Refusal, match="đang được một hội đồng xét"):
        opened(subject_id="9")
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        opened(by=front_officer)
    both = make_user("Hai vai", "two.roles")
    hold(both, Role.LEADER, office=ground.party)
    hold(both, Role.OFFICER, office=ground.front)
    with pytest.raises(Refusal, match="có liên quan"):
        opened(by=actor_for(both, today=TODAY))
    actions.dissolve(other, by=leader, now=NOW)
    with pytest.raises(Refusal, match="giải thể"):
        opened(council=other)


def test_ties_are_found_when_opened_and_again_when_begun(opened, ground, council, leader, people, monkeypatch):
    user = council.seats.get(user__username="seat.two").user
    wrote = council.seats.get(user__username="seat.three").user
    kind = subjects._subjects[KIND]
    keys = (f"user:{wrote.pk}",)
    monkeypatch.setitem(subjects._subjects, KIND, subjects._Subject(kind.describe, kind.owners, lambda ids: dict.fromkeys(ids, keys)))
    a = opened()
    assert [(c.seat.user, c.tie, c.is_found) for c in a.conflicts.all()] == [(wrote, Tie.TOOK_PART, True)]
    hold(user, Role.OFFICER, office=ground.front)
    with pytest.raises(Refusal, match="còn 2 người chấm"):
        actions.begin(a, by=leader, now=NOW)
    assert not Conflict.objects.filter(seat__user=user).exists()  # what was refused left nothing
    actions.seat(council, user=people["provincial_specialist"], part=Part.MEMBER, by=leader, now=NOW)
    a = actions.begin(a, by=leader, now=NOW)
    assert {c.seat.user for c in a.conflicts.all()} == {user, wrote}
    with pytest.raises(Refusal, match="có liên quan đến hồ sơ"):
        actions.hand_in(a, marks=marks(a.sheet, 1, 1), reason=WHY, by=actor_for(user, today=TODAY), now=NOW)


def test_who_works_at_the_unit_has_a_tie_before_a_council_of_another_unit(thing, sheet, ground, provincial_leader, people):
    above = actions.form_council(
        office=ground.province_board, title="Cấp tỉnh", formed_by="3-QĐ/TU", formed_on=TODAY, by=provincial_leader, now=NOW
    )
    for user, part in ((people["provincial_leader"], Part.CHAIR), (people["leader"], Part.MEMBER), (people["outsider"], Part.MEMBER)):
        actions.seat(above, user=user, part=part, by=provincial_leader, now=NOW)
    a = actions.open_appraisal(
        subject_type=KIND, subject_id="7", unit=ground.commune, owner_office=ground.front, council=above, sheet=sheet, closes_on=CLOSES,
        by=provincial_leader, now=NOW,
    )  # fmt: skip
    assert [c.seat.user for c in a.conflicts.all()] == [people["leader"]]


def test_a_member_declares_a_tie_and_is_let_off(opened, seated, leader, council):
    a = actions.begin(opened(), by=leader, now=NOW)
    row = actions.declare_conflict(a, tie=Tie.KIN, by=seated["one"], now=NOW)
    assert (row.is_found, events.of(a).last().verb) == (False, "appraisals.conflict_declared")
    with pytest.raises(Refusal, match="đã được ghi"):
        actions.declare_conflict(a, tie=Tie.KIN, by=seated["one"], now=NOW)
    with pytest.raises(Refusal, match="ít nhất 10"):
        actions.declare_conflict(a, tie=Tie.OTHER, reason="ừ", by=seated["two"], now=NOW)
    with pytest.raises(Refusal, match="liên quan thế nào"):
        actions.declare_conflict(a, tie="x", by=seated["two"], now=NOW)
    actions.hand_in(a, marks=marks(a.sheet, 1, 1), reason=WHY, by=seated["two"], now=NOW)
    with pytest.raises(Refusal, match="đã nộp phiếu nên không rút"):
        actions.declare_conflict(a, tie=Tie.KIN, by=seated["two"], now=NOW)
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.declare_conflict(a, tie=Tie.KIN, by=seated["secretary"], now=NOW)


def test_a_chair_with_a_tie_moves_nothing(opened, seated, leader):
    a = opened()
    actions.declare_conflict(a, tie=Tie.TOOK_PART, by=leader, now=NOW)
    for deed in (lambda: actions.begin(a, by=leader, now=NOW), lambda: actions.set_aside(a, reason=WHY, by=leader, now=NOW)):
        with pytest.raises(Refusal, match="có liên quan"):
            deed()
    assert actions.begin(a, by=seated["secretary"], now=NOW).state == State.SCORING


def test_it_is_set_aside_with_a_reason_that_stays(in_state, leader, opened, seated):
    a = in_state(State.SET_ASIDE)
    assert (a.set_aside_for, a.ended_on, a.points, events.of(a).last().now) == ("Hồ sơ rút để bổ sung.", TODAY, None, "set_aside")
    b = opened()
    with pytest.raises(Refusal, match="Xin ghi lý do"):
        actions.set_aside(b, reason="thôi", by=leader, now=NOW)
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.set_aside(b, reason=WHY, by=seated["secretary"], now=NOW)
