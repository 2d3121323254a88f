"""What a new model looks like: found when it is submitted, explained, judged."""

import pytest

from gandan.core import events
from gandan.core.access import Refusal
from gandan.movement import actions
from gandan.movement.enums import LikeKind, State
from gandan.movement.models import Likeness
from gandan.movement.queries import alike
from tests.movement.ground import form
from tests.people import NOW

ANSWER = "Ở đây gom rác bằng ghe vì không có đường bộ."
OWN_WAY = "Mười hai anh chạy xe ôm đăng ký chuyến không lấy tiền đưa cụ già neo đơn đi khám, số điện thoại trực dán ở nhà từng cụ."


@pytest.fixture
def standing(in_state):
    """A model that everybody can read."""
    return in_state()


@pytest.fixture
def copied(standing, begun, ground, outsider, field):
    """The other ward hands in the same with another place in it."""
    practice = begun(2, office=ground.other_front, by=outsider, place="Hẻm 9, phường Cái Răng")
    return actions.submit(practice, by=outsider, now=NOW)


def test_a_neighbours_text_is_found_with_why(copied, standing):
    row = copied.likenesses.get()
    assert (row.kind, row.other, row.is_same, row.answer) == (LikeKind.NEIGHBOUR, standing, None, "")
    assert row.score > 0.8
    assert row.parts[0] == "way"
    assert events.of(copied).get(verb="movement.submitted").facts["alike"] == 1
    why = alike.explained(copied, other=standing)
    assert any("thùng trong nhà" in piece for piece in why.shared)


def test_ones_own_and_a_movement_are_named_as_such(standing, begun, committee_officer):
    again = actions.submit(begun(3), by=committee_officer, now=NOW)
    assert [x.kind for x in again.likenesses.all()] == [LikeKind.OWN]
    movement = begun(
        4,
        title="Xây dựng gia đình 5 không, 3 sạch",
        problem="Thực hiện cuộc vận động của Hội.",
        way="Vận động hội viên giữ sạch nhà, sạch bếp, sạch ngõ; không bạo lực gia đình, không đói nghèo, không tệ nạn xã hội.",
        output="90% gia đình đạt.",
    )
    row = actions.submit(movement, by=committee_officer, now=NOW).likenesses.get()
    assert (row.kind, row.movement, row.other) == (LikeKind.MOVEMENT, "nam-khong-ba-sach", None)
    assert alike.explained(movement, movement=row.movement).score == float(row.score)


def test_what_is_its_own_resembles_nothing_and_drafts_are_compared_with_nobody(standing, begun, committee_officer):
    begun(5)
    own = begun(
        6, title="Xe ôm đưa cụ già đi khám", problem="Cụ già neo đơn không ai đưa đi khám.", way=OWN_WAY, output="Mỗi tháng 40 chuyến."
    )
    assert not actions.submit(own, by=committee_officer, now=NOW).likenesses.exists()


def test_a_new_look_forgets_what_nobody_answered_and_keeps_what_was(copied, standing, in_state, field, cast, ground):
    row = copied.likenesses.get()
    actions.answer_likeness(row, answer=ANSWER, by=cast["outsider"], now=NOW)
    Likeness.objects.create(practice=copied, kind=LikeKind.MOVEMENT, movement="hang-viet", score="0.4", found_at=NOW)
    actions.send_back(copied, reason="Xin ghi rõ hơn cách làm", by=cast["provincial_specialist"], now=NOW)
    actions.write(
        copied,
        written=form(copied.field, 7, way=OWN_WAY, problem="Cụ già không ai đưa đi.", title="Xe ôm nghĩa tình"),
        by=cast["outsider"],
        now=NOW,
    )
    actions.submit(copied, by=cast["outsider"], now=NOW)
    assert [x.answer for x in copied.likenesses.all()] == [ANSWER]


def test_who_wrote_it_answers_and_who_registers_judges(copied, cast):
    row = copied.likenesses.get()
    specialist, outsider = cast["provincial_specialist"], cast["outsider"]
    for answer, words in (("khác", "điểm khác"), ("x" * 1001, "dài quá"), ("Bà Trần Thị Lan ở số nhà 12 làm khác", "ai cũng đọc được")):
        with pytest.raises(Refusal, match=words):
            actions.answer_likeness(row, answer=answer, by=outsider, now=NOW)
    for who in ("committee_officer", "citizen", "administrator"):
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            actions.answer_likeness(row, answer=ANSWER, by=cast[who], now=NOW)
    actions.answer_likeness(row, answer=ANSWER, by=outsider, now=NOW)
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.judge_likeness(row, is_same=False, by=outsider, now=NOW)
    judged = actions.judge_likeness(row, is_same=True, by=specialist, now=NOW)
    assert (judged.is_same, judged.answer) == (True, ANSWER)
    assert [e.verb for e in events.of(copied).order_by("pk")][-2:] == ["movement.likeness_answered", "movement.likeness_judged"]
    with pytest.raises(Refusal, match="đã kết luận"):
        actions.answer_likeness(row, answer=ANSWER, by=outsider, now=NOW)
    with pytest.raises(Refusal):
        actions.register(copied, by=specialist, now=NOW)
    actions.judge_likeness(row, is_same=False, by=specialist, now=NOW)
    actions.register(copied, by=specialist, now=NOW)
    with pytest.raises(Refusal, match="đang chờ nhận đăng ký"):
        actions.judge_likeness(row, is_same=True, by=specialist, now=NOW)
    with pytest.raises(Refusal, match="đã qua bước đăng ký"):
        actions.answer_likeness(row, answer=ANSWER, by=outsider, now=NOW)


def test_every_state_says_when(copied, in_state, standing):
    from gandan.movement.policies import likeness as policies

    row = copied.likenesses.get()
    for state in State:
        row.practice.state = state
        answers, judges = policies.answer_likeness(row, answer=ANSWER), policies.judge_likeness(row, by_key="user:another")
        assert (answers is None) == (state in {State.DRAFT, State.SUBMITTED})
        assert (judges is None) == (state == State.SUBMITTED)
    row.practice.state = State.SUBMITTED
    assert policies.judge_likeness(row, by_key=row.practice.submitted_by) is not None
