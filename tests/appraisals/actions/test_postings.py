"""What is posted stands so many days; anybody objects by code; every objection has an answer before anybody decides."""

from datetime import timedelta

import pytest
from django.db import Error, transaction

from gandan.appraisals import actions, postings, queries, subjects
from gandan.appraisals.enums import ObjectionState
from gandan.appraisals.models import Objection, Posting
from gandan.core import events, legal
from gandan.core.access import Anyone, Refusal, Role
from gandan.core.events.verify import verify
from tests.appraisals.conftest import KIND, NOW, TODAY, at
from tests.people import hold

pytestmark = pytest.mark.django_db
WORDS = "Số liệu ghi trong bản niêm yết không đúng với thực tế."


def test_a_result_is_posted_for_the_days_of_the_rule(posted, ground):
    row = posted(text="Hội đồng chấm 80 điểm.")
    assert row.until == TODAY + timedelta(days=legal.rule("appraisals.posting", on=TODAY).days)
    assert (row.owner_office, row.office, events.of(row).last().verb) == (ground.front, ground.party, "appraisals.posted")
    assert list(queries.open_postings(TODAY)) == [row]
    assert list(queries.open_postings(row.until)) == [row]
    assert list(queries.past_postings(row.until)) == []
    after = row.until + timedelta(days=1)
    assert (list(queries.open_postings(after)), list(queries.past_postings(after))) == ([], [row])


def test_what_is_not_posted(posted, ground, leader, people, front_officer, cast):
    refused = {
        "Xin ghi tên gọi": {"title": " "},
        "số điện thoại": {"text": "Hỏi thêm qua số 0912 345 678."},
        "dài quá 8000": {"text": "a" * 8001},
    }
    for words, more in refused.items():
        with pytest.raises(Refusal, match=words):
            posted(**more)
    for who, actor in cast.items():
        if who != "leader":
            with pytest.raises(Refusal, match="chưa được giao quyền"):
                posted(by=actor)
    posted()
    with pytest.raises(Refusal, match="đang được niêm yết"):
        posted()
    hold(people["leader"], Role.OFFICER, office=ground.front)
    with pytest.raises(Refusal, match="không tự niêm yết"):
        posted(subject_id="2")


def test_the_owner_posts_nothing_of_its_own(posted, ground, people, monkeypatch):
    kind = subjects._subjects[KIND]
    monkeypatch.setitem(
        subjects._subjects, KIND, subjects._Subject(kind.describe, lambda ids: dict.fromkeys(ids, ground.party), kind.hands)
    )
    with pytest.raises(Refusal, match="không tự niêm yết"):
        posted(subject_id="3")


def test_anybody_objects_and_reads_the_answer_with_the_code(posted, leader, cast):
    row = posted()
    code = ""
    for n, actor in enumerate(cast.values()):
        done = actions.object_to(row, text=f"{WORDS} {n}", by=actor, now=at(10))
        assert queries.of_objection_code(done.code.lower()) == done.objection
        code = done.code
    again = actions.object_to(row, text=f"{WORDS} {n}", by=Anyone(), now=at(10), code=code)  # its answer was lost on the way
    assert (again.code, again.objection) == (code, done.objection)
    with pytest.raises(Refusal, match="đã gửi rồi"):
        actions.object_to(row, text=f"{WORDS} khác", by=Anyone(), now=at(10), code=code)
    assert {e.actor for e in events.of(row) if e.verb == "appraisals.objected"} == {"anyone"}
    assert code not in str(list(Objection.objects.values_list("code_digest", flat=True)))
    assert (queries.of_objection_code("x"), queries.of_objection_code("000000000000")) == (None, None)
    first = row.objections.first()
    done = actions.answer_objection(first, is_upheld=False, reply="Số liệu đã đối chiếu với biên bản.", by=leader, now=at(1))
    assert (done.state, done.replied_on) == (ObjectionState.DISMISSED, TODAY + timedelta(days=1))
    with pytest.raises(Refusal, match="đã được trả lời"):
        actions.answer_objection(first, is_upheld=True, reply="Đổi ý kiến như sau.", by=leader, now=NOW)
    counted = queries.open_postings(TODAY).get()
    assert (counted.objected, counted.objected_open, counted.objected_dismissed) == (12, 11, 1)
    assert verify().problems == []


def test_what_is_no_objection(posted):
    row = posted()
    refused = {"ít nhất 10": {"text": "sai"}, "dài quá 4000": {"text": "a" * 4001}, "chọn lại": {"about": "khac"}}
    for words, more in refused.items():
        with pytest.raises(Refusal, match=words):
            actions.object_to(row, **{"text": WORDS, **more}, by=Anyone(), now=NOW)
    with pytest.raises(Refusal, match="đã hết ngày"):
        actions.object_to(row, text=WORDS, by=Anyone(), now=at((row.until - TODAY).days + 1))
    assert not Objection.objects.exists()


def test_an_objection_may_name_one_of_several(posted, monkeypatch, leader):
    seen = []

    def upheld(objection, *, by, now):
        seen.append((objection.about, by.key))

    monkeypatch.setitem(
        postings._kinds,
        KIND,
        postings._Kind(upheld, lambda p, actor, on: [("a-1", "Người thứ nhất"), ("a-2", "Người thứ hai")], postings._none),
    )
    row = posted()
    one = actions.object_to(row, text=WORDS, about="a-2", by=Anyone(), now=NOW).objection
    with pytest.raises(Refusal, match="chọn lại"):
        actions.object_to(row, text=WORDS, about="a-3", by=Anyone(), now=NOW)
    actions.answer_objection(one, is_upheld=True, reply="Đúng như Ông/Bà nói.", by=leader, now=NOW)
    row.refresh_from_db()
    assert (seen, row.taken_down_on) == ([("a-2", "system:objections")], None)  # the owning room draws the consequence


def test_upheld_without_a_room_that_says_more_the_posting_falls(posted, leader):
    row = posted()
    one, two = (actions.object_to(row, text=WORDS, by=Anyone(), now=NOW).objection for _ in range(2))
    actions.answer_objection(one, is_upheld=True, reply="Đúng như Ông/Bà nói.", by=leader, now=NOW)
    row.refresh_from_db()
    assert (row.taken_down_on, bool(row.taken_down_for)) == (TODAY, True)
    with pytest.raises(Refusal, match="đã được gỡ"):
        actions.object_to(row, text=WORDS, by=Anyone(), now=NOW)
    actions.answer_objection(two, is_upheld=True, reply="Cũng đúng như Ông/Bà nói.", by=leader, now=NOW)  # still answered, once


def test_the_hearing_office_answers_and_never_the_owner(posted, cast, leader, people, ground):
    one = actions.object_to(posted(), text=WORDS, by=Anyone(), now=NOW).objection
    for who, actor in cast.items():
        assert (one in queries.to_answer(actor)) == (who == "leader"), who
        if who != "leader":
            with pytest.raises(Refusal, match="chưa được giao quyền"):
                actions.answer_objection(one, is_upheld=False, reply="Không có cơ sở.", by=actor, now=NOW)
    with pytest.raises(Refusal, match="ít nhất 10"):
        actions.answer_objection(one, is_upheld=False, reply="Không.", by=leader, now=NOW)
    hold(people["leader"], Role.OFFICER, office=ground.front)  # in a role put aside
    with pytest.raises(Refusal, match="có liên quan"):
        actions.answer_objection(one, is_upheld=False, reply="Không có cơ sở.", by=leader, now=NOW)


def test_taken_down_with_a_reason_and_once(posted, leader, front_officer, people, ground):
    row, other = posted(), posted(subject_id="2")
    with pytest.raises(Refusal, match="Xin ghi lý do"):
        actions.take_down(row, reason="x", by=leader, now=NOW)
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.take_down(row, reason="Xét lại từ đầu.", by=front_officer, now=NOW)
    actions.take_down(row, reason="Xét lại từ đầu.", by=leader, now=NOW)
    with pytest.raises(Refusal, match="đã được gỡ"):
        actions.take_down(row, reason="Xét lại từ đầu.", by=leader, now=NOW)
    for change in ({"until": TODAY + timedelta(days=1)}, {"subject_id": "2"}):
        with pytest.raises(Error), transaction.atomic():
            Posting.objects.filter(pk=row.pk).update(**change)
    hold(people["leader"], Role.OFFICER, office=ground.front)  # in a role put aside
    with pytest.raises(Refusal, match="có liên quan"):
        actions.take_down(other, reason="Xét lại từ đầu.", by=leader, now=NOW)
