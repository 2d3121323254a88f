"""One office learns from another, and says what came of it."""

import pytest
from django.db import DatabaseError, transaction

from gandan.core import events
from gandan.core.access import Refusal
from gandan.movement import actions
from gandan.movement.enums import State, Worked
from gandan.movement.models import AdoptionVerdict, Practice
from gandan.movement.queries.family import tree
from tests.movement.ground import brought, form
from tests.people import NOW

TEXT = "Đổi giờ thu gom sang buổi chiều cho hợp chợ, sau sáu tháng hẻm sạch."


@pytest.fixture
def original(in_state):
    return in_state()


@pytest.fixture
def learnt(original, ground, outsider):
    return actions.adopt(original, office=ground.other_front, by=outsider, now=NOW)


def test_a_draft_of_its_own_with_the_way_of_working_and_nothing_else(original, learnt, ground):
    assert (learnt.state, learnt.office, learnt.unit, learnt.made_in) == (State.DRAFT, ground.other_front, ground.other, ground.other)
    assert (learnt.adopted_from, learnt.root, learnt.drive) == (original, original, original.drive)
    assert (learnt.way, learnt.title, learnt.output) == (original.way, original.title, original.output)
    assert (learnt.problem, learnt.place, learnt.audience, learnt.changed) == ("", "", "", "")
    assert not learnt.aims.exists()
    assert not learnt.forces.exists()
    event = events.of(learnt).get()
    assert event.facts["adopted_from"] == str(original.pk)


def test_it_is_registered_with_its_own_measures_and_what_is_other(learnt, field, outsider, ground):
    with pytest.raises(Refusal, match="làm khác mô hình gốc"):
        actions.submit(learnt, by=outsider, now=NOW)
    written = form(learnt.field, 4, changed="Thu gom buổi chiều", way=learnt.way)
    actions.write(learnt, written=written, by=outsider, now=NOW)
    actions.submit(learnt, by=outsider, now=NOW)
    assert not learnt.likenesses.exists(), "its own family is no likeness"


def test_who_may_not_and_what_cannot_be_learnt(original, learnt, in_state, ground, cast, drive):
    deed = {"office": ground.other_front, "by": cast["outsider"], "now": NOW}
    with pytest.raises(Refusal, match="đã có một phiếu học theo"):
        actions.adopt(original, **deed)
    with pytest.raises(Refusal, match="của chính cơ quan này"):
        actions.adopt(original, office=ground.committee, by=cast["committee_officer"], now=NOW)
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.adopt(original, office=ground.other_front, by=cast["front_officer"], now=NOW)
    for n, state in enumerate((State.DRAFT, State.SUBMITTED, State.LAPSED, State.STOPPED, State.WITHDRAWN)):
        with pytest.raises(Refusal, match="đã đăng ký và đang hoạt động"):
            actions.adopt(in_state(state, n + 2), **deed)
    with pytest.raises(Refusal, match="chỉ mô hình mới học theo được"):
        actions.adopt(in_state(n=8, kind="exemplar"), **deed)
    with pytest.raises(Refusal, match="không thuộc đơn vị"):
        actions.adopt(in_state(n=9), office=ground.other_front, hamlet=ground.hamlet, by=cast["outsider"], now=NOW)


def test_the_original_is_never_changed_afterwards(original, learnt):
    for change in ({"adopted_from": None, "root": None}, {"root": learnt.pk}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Practice.objects.filter(pk=learnt.pk).update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        Practice.objects.filter(pk=original.pk).update(adopted_from=learnt, root=learnt)  # a circle
    assert tree(original).size == 1, "a draft is nobody's to see"


def test_the_adopter_judges_once_it_is_registered(learnt, outsider, original, cast, drive, provincial_specialist):
    with pytest.raises(Refusal, match="sau khi mô hình học theo đã đăng ký"):
        actions.judge_adoption(learnt, worked=Worked.WORKED, text=TEXT, by=outsider, now=NOW)
    actions.write(learnt, written=form(learnt.field, 4, changed="Thu gom buổi chiều"), by=outsider, now=NOW)
    practice = brought(learnt, State.REGISTERED, owner=outsider, registrar=provincial_specialist)
    verdict = actions.judge_adoption(practice, worked=Worked.PARTLY, text=TEXT, by=outsider, now=NOW)
    event = events.of(practice).get(verb="movement.adoption_judged")
    assert event.facts == {"verdict_id": str(verdict.pk), "worked": "partly", "of": str(original.pk)}
    for worked, text, words in (
        ("maybe", TEXT, "Xin chọn làm theo được"),
        (Worked.NOT, "Không.", "Xin ghi đã đổi gì"),
        (Worked.NOT, "x" * 1001, "dài quá"),
        (Worked.NOT, "Ông Nguyễn Văn Bình ở nhà số 5 không chịu làm theo", "ai cũng đọc được"),
    ):
        with pytest.raises(Refusal, match=words):
            actions.judge_adoption(practice, worked=worked, text=text, by=outsider, now=NOW)
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.judge_adoption(practice, worked=Worked.WORKED, text=TEXT, by=cast["committee_officer"], now=NOW)
    with pytest.raises(Refusal, match="không học theo mô hình nào"):
        actions.judge_adoption(original, worked=Worked.WORKED, text=TEXT, by=cast["committee_officer"], now=NOW)
    assert AdoptionVerdict.objects.count() == 1
