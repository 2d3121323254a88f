"""The same activity told by two newspapers, a document that is there, and what a person may merge into what."""

from datetime import date

import pytest

from gandan.activities.models import Activity, ActivitySource
from gandan.core import events
from gandan.core.access import Refusal
from gandan.ingest import actions, queries
from gandan.ingest.enums import RecordState
from tests.ingest.desk import NOW, TOLD_AGAIN, record, records, take, unit


@pytest.fixture
def who(officer):
    return {"by": officer, "now": NOW}


@pytest.fixture
def first(source, who) -> Activity:
    actions.accept_all(source, **who)
    return Activity.objects.get()


@pytest.fixture
def second(first, ward, officer):
    return take(TOLD_AGAIN, ward, officer, publisher="Báo khác")


def test_the_same_activity_in_another_newspaper_is_found_and_says_why(first, second, officer):
    [found, *_rest] = queries.candidates(record(second, "activity"), actor=officer)
    assert found.thing == first
    assert found.is_sure
    assert found.why[:3] == ("cùng ngày 18/6/2024", "cùng đơn vị", "cùng loại việc")


def test_another_day_another_place_is_no_candidate(first, ward, officer):
    text = "Lễ ra quân ở Đà Lạt\n\nNgày 20/8/2024, phường 1, thành phố Đà Lạt, tỉnh Lâm Đồng tổ chức lễ ra quân."
    assert queries.candidates(record(take(text, ward, officer), "activity"), actor=officer) == []


def test_merging_adds_a_source_and_writes_nothing_twice(first, second, who):
    row = actions.merge(record(second, "activity"), into=first, **who)
    assert (row.state, row.thing_id) == (RecordState.MERGED, str(first.pk))
    assert Activity.objects.count() == 1
    assert set(ActivitySource.objects.filter(activity=first).values_list("publisher", flat=True)) == {"Báo Cần Thơ", "Báo khác"}
    assert events.of(row).verbs() == ["ingest.record_merged"]


def test_the_rest_of_the_second_text_goes_to_the_same_activity(first, second, who):
    actions.merge(record(second, "activity"), into=first, **who)
    done = actions.accept_all(second, **who)
    assert done.left == ()
    assert {r.activity_id for r in second.records.all()} == {first.pk}
    assert record(second, "document").state == RecordState.MERGED


def test_accepting_everything_leaves_a_likely_twin_to_a_person(first, second, who):
    done = actions.accept_all(second, **who)
    assert Activity.objects.count() == 1
    assert any("Có thể đã ghi ở “Quận Ninh Kiều" in left.sentence for left in done.left)
    assert record(second, "activity").state == RecordState.WAITING


def test_undoing_a_merger_takes_the_source_off_only(first, second, who):
    row = actions.merge(record(second, "activity"), into=first, **who)
    actions.undo(row, **who)
    assert ActivitySource.objects.filter(activity=first, removed_at=None).count() == 1
    first.refresh_from_db()
    assert first.state == "recorded"


def test_a_merger_on_which_records_hang_stays(first, second, who):
    row = actions.merge(record(second, "activity"), into=first, **who)
    actions.accept(records(second, "document")[0], **who)
    with pytest.raises(Refusal, match="còn 1 mục"):
        actions.undo(row, **who)


def test_like_goes_into_like(first, second, who):
    with pytest.raises(Refusal, match="hai bên khác loại"):
        actions.merge(records(second, "document")[0], into=first, **who)


def test_an_internal_text_is_not_merged_into_what_everyone_sees(first, ward, officer, who):
    inside = take(TOLD_AGAIN, ward, officer, is_public=False)
    with pytest.raises(Refusal, match="nội bộ"):
        actions.merge(record(inside, "activity"), into=first, **who)


def test_what_one_may_not_see_is_not_there(second, stranger, who):
    from gandan.activities import actions as activities

    hidden = activities.record_activity(kind="meeting", title="Họp kín", unit=unit("00004"), starts_on=None, by=stranger, now=NOW)
    with pytest.raises(Refusal, match="Không tìm thấy"):
        actions.merge(record(second, "activity"), into=hidden, **who)
    with pytest.raises(Refusal, match="Không tìm thấy"):
        actions.accept(records(second, "document")[0], activity=hidden, **who)


def test_a_number_that_is_in_the_register_is_a_candidate(first, second, officer):
    [found] = queries.candidates(records(second, "document")[0], actor=officer)
    assert found.thing.number == "290-QĐ/TW"
    assert found.why[0] == "cùng số 290-QĐ/TW"
    assert found.is_sure


def test_a_text_without_an_activity_begins_one(ward, officer, who):
    text = "Thông tin dân vận quận Ninh Kiều\n\nMặt trận quận Ninh Kiều, thành phố Cần Thơ vận động được 59 tấn gạo trong năm 2024.\n"
    source = take(text, ward, officer, published=None)
    assert not records(source, "activity")
    done = actions.accept_all(source, **who)
    assert done.left == ()
    activity = Activity.objects.get()
    assert activity.title == "Thông tin dân vận quận Ninh Kiều"
    assert activity.unit == unit("916", on=date(2024, 6, 1))
    assert {r.activity_id for r in source.records.all()} == {activity.pk}
    with pytest.raises(Refusal, match="đã có sự việc"):
        actions.begin_activity(source, **who)


def test_attendance_by_point(ward, officer, who):
    from gandan.activities.models import Attendance

    text = "Hội nghị trực tuyến\n\nNgày 19/12/2024, thành phố Cần Thơ tổ chức hội nghị trực tuyến với 35 điểm cầu, 3.006 đại biểu dự.\n"
    source = take(text, ward, officer)
    actions.accept(record(source, "activity"), **who)
    row = actions.accept(record(source, "figure", "3006"), corrections={"point": "province", "points": 35}, **who)
    there = Attendance.objects.get()
    assert (there.people, there.points, there.point) == (3006, 35, "province")
    actions.undo(row, **who)
    assert not Attendance.objects.filter(removed_at=None).exists()
