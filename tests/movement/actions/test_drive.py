"""A drive from plan to summing up, its fields and windows."""

from datetime import date

import pytest

from gandan.core import events
from gandan.core.access import Refusal
from gandan.indicators.models import Statement
from gandan.movement import actions, queries
from gandan.movement.enums import DriveState, Meeting, Result, State
from gandan.movement.models import Drive, Review
from tests.movement.ground import FIELDS, a_drive
from tests.people import NOW, TODAY

pytestmark = pytest.mark.django_db


def verb(drive: Drive) -> str:
    return events.of(drive).order_by("seq").last().verb


def test_from_plan_to_launch(ground, sheet, provincial_leader, provincial_specialist, leader):
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        a_drive(ground.province_board, leader, launched=False)
    drive = a_drive(ground.province_board, provincial_specialist, launched=False)
    assert (drive.state, drive.unit, [f.name for f in drive.fields.all()]) == (DriveState.PLANNED, ground.province, list(FIELDS))
    assert verb(drive) == "movement.drive_planned"
    actions.change_drive(drive, title="Dân vận khéo 2026-2030", by=provincial_leader, now=NOW)
    actions.launch(drive, by=provincial_leader, now=NOW)
    drive.refresh_from_db()
    assert (drive.state, drive.launched_on, verb(drive)) == (DriveState.LAUNCHED, TODAY, "movement.launched")
    with pytest.raises(Refusal, match="đã phát động nên không sửa"):
        actions.change_drive(drive, title="Khác", by=provincial_leader, now=NOW)


def test_what_cannot_be_planned(ground, sheet, provincial_leader, drive):
    for more, sentence in (
        ({"title": " "}, "tên phong trào"),
        ({"sheet_code": "khong-co"}, "bảng điểm"),
        ({"ends_on": date(2026, 1, 1)}, "sau ngày bắt đầu"),
        ({"ends_on": date(2046, 1, 1)}, "không quá 10 năm"),
        ({"fields": ()}, "ít nhất một lĩnh vực"),
        ({"fields": ("Kinh tế", "kinh tế")}, "chỉ ghi một lần"),
        ({"before": drive}, "Giai đoạn trước"),
    ):
        with pytest.raises(Refusal, match=sentence):
            a_drive(ground.province_board, provincial_leader, **more)


def test_fields_change_while_nothing_is_counted_in_them(drive, in_state, provincial_leader):
    first, *_rest, last = drive.fields.all()
    in_state(State.REGISTERED)
    with pytest.raises(Refusal, match="đã có mô hình đăng ký"):
        actions.rename_field(first, name="Phát triển kinh tế", by=provincial_leader, now=NOW)
    assert actions.rename_field(last, name="Hệ thống chính trị", by=provincial_leader, now=NOW).name == "Hệ thống chính trị"
    fifth = actions.add_field(drive, name="Nông thôn mới", by=provincial_leader, now=NOW)
    assert (fifth.order, verb(drive)) == (5, "movement.field_added")
    actions.end_field(fifth, by=provincial_leader, now=NOW)
    with pytest.raises(Refusal, match="đã kết thúc rồi"):
        actions.end_field(fifth, by=provincial_leader, now=NOW)


def test_windows_lie_in_their_year_and_may_move(drive, provincial_leader):
    moved = actions.set_window(drive, year=2027, opens_on=date(2026, 12, 15), closes_on=date(2027, 3, 31), by=provincial_leader, now=NOW)
    assert (
        actions.set_window(drive, year=2027, opens_on=date(2027, 1, 2), closes_on=date(2027, 3, 31), by=provincial_leader, now=NOW) == moved
    )
    for year, opens, closes, sentence in (
        (2031, date(2031, 1, 1), date(2031, 2, 1), "không thuộc giai đoạn"),
        (2028, date(2028, 3, 1), date(2028, 2, 1), "trước khi đóng"),
        (2028, date(2028, 3, 1), date(2029, 2, 1), "trong năm ấy"),
    ):
        with pytest.raises(Refusal, match=sentence):
            actions.set_window(drive, year=year, opens_on=opens, closes_on=closes, by=provincial_leader, now=NOW)


class TestSumUp:
    def test_counts_are_frozen_and_become_figures(self, drive, in_state, ground, front_officer, provincial_leader):
        works, weak, _submitted = in_state(State.REGISTERED, 1), in_state(State.REGISTERED, 2), in_state(State.SUBMITTED, 3)
        for practice, result in ((works, Result.EFFECTIVE), (weak, Result.WEAK)):
            Review.objects.create(
                practice=practice, office=ground.front, year=2026, result=result, reason="x", given_on=TODAY, given_at=NOW
            )
        row = actions.sum_up(drive, meeting=Meeting.YEAR, year=2026, held_on=TODAY, text="Làm tốt.", by=provincial_leader, now=NOW)
        count = row.counts.get()
        assert (count.registered, count.effective, count.lapsed, count.kind) == (2, 1, 0, "model")
        said = {s.noun: s.value for s in Statement.objects.filter(unit=ground.province)}
        assert said == {"mô hình đã đăng ký": 2, "mô hình hiệu quả": 1}
        sentence = Statement.objects.get(noun="mô hình hiệu quả").quote
        assert sentence == "Sơ kết năm phong trào “Dân vận khéo giai đoạn 2026-2030”, tính đến ngày 23/11/2026: 1 mô hình hiệu quả."
        event = events.of(drive).order_by("seq").last()
        assert (event.verb, event.now, event.facts["figures"]) == ("movement.summed_up", "launched", 2)
        actions.stop(works, reason="Không còn cần nữa", by=front_or_owner(works), now=NOW)
        count.refresh_from_db()
        assert count.effective == 1

    def test_the_closing_ends_the_drive_and_the_next_stage_follows(self, drive, in_state, ground, committee_officer, provincial_leader):
        waiting = in_state(State.SUBMITTED, 1)
        said = {"meeting": Meeting.CLOSING, "year": 2026, "held_on": TODAY, "text": "", "by": provincial_leader, "now": NOW}
        with pytest.raises(Refusal, match="chờ nhận đăng ký"):
            actions.sum_up(drive, **said)
        actions.withdraw(waiting, reason="Chờ giai đoạn sau", by=committee_officer, now=NOW)
        actions.sum_up(drive, **said)
        drive.refresh_from_db()
        assert (drive.state, drive.ended_on) == (DriveState.SUMMED_UP, TODAY)
        with pytest.raises(Refusal, match="đang phát động"):
            actions.sum_up(drive, **{**said, "meeting": Meeting.YEAR})
        after = a_drive(ground.province_board, provincial_leader, before=drive, starts_on=date(2027, 1, 1), launched=False)
        assert after.before == drive
        with pytest.raises(Refusal, match="đã có giai đoạn tiếp theo"):
            a_drive(ground.province_board, provincial_leader, before=drive, starts_on=date(2027, 1, 1), launched=False)

    def test_only_a_meeting_that_was_held_and_once(self, drive, provincial_leader):
        said = {"meeting": Meeting.MIDTERM, "year": 2026, "held_on": TODAY, "text": "", "by": provincial_leader, "now": NOW}
        for more, sentence in (
            ({"held_on": date(2026, 11, 30)}, "Ngày họp"),
            ({"held_on": date(2025, 11, 30)}, "Ngày họp"),
            ({"meeting": "x"}, "Xin chọn loại"),
            ({"year": 2040}, "một năm của giai đoạn"),
        ):
            with pytest.raises(Refusal, match=sentence):
                actions.sum_up(drive, **{**said, **more})
        actions.sum_up(drive, **said)
        with pytest.raises(Refusal, match="số liệu đã chốt"):
            actions.sum_up(drive, **said)


def front_or_owner(practice):
    """An officer of the owning office as an actor."""
    from gandan.accounts.models import RoleHeld
    from gandan.accounts.queries import actor_for

    return actor_for(RoleHeld.objects.get(office=practice.office, role="officer").user, today=TODAY)


def test_cancelled_only_while_nothing_was_sent_in(drive, in_state, begun, provincial_leader, ground, sheet):
    other = a_drive(ground.province_board, provincial_leader, title="Phong trào khác")
    begun()
    in_state(State.SUBMITTED, 2)
    with pytest.raises(Refusal, match="đã có mô hình"):
        actions.cancel_drive(drive, by=provincial_leader, now=NOW)
    assert actions.cancel_drive(other, by=provincial_leader, now=NOW).state == DriveState.CANCELLED
    assert verb(other) == "movement.drive_cancelled"


def test_what_is_prepared_only_its_office_reads(ground, sheet, drive, cast, provincial_leader):
    planned = a_drive(ground.province_board, provincial_leader, title="Đang soạn", launched=False)
    for who, actor in cast.items():
        seen = set(queries.drives_visible_to(actor))
        assert drive in seen
        assert (planned in seen) == (who in {"provincial_leader", "provincial_specialist"}), who
    assert list(queries.drives_open_to(ground.commune.pk, on=TODAY)) == [drive]
    assert queries.is_open(drive, on=TODAY)
    assert not queries.is_open(drive, on=date(2027, 5, 1))
