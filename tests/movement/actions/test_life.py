"""Numbers, evidence, links; signs of life, lapse and revival."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.files.base import ContentFile

from gandan.activities.models import Activity
from gandan.commitments import actions as commitments
from gandan.core import events
from gandan.core.access import Refusal
from gandan.core.files.models import StoredFile
from gandan.core.files.owners import may_open
from gandan.indicators import actions as indicators
from gandan.indicators.models import Statement
from gandan.movement import actions, queries
from gandan.movement.enums import EvidenceKind, State
from gandan.movement.models import Practice, Visit
from tests.movement.ground import CLOCK, at, note, on_day, short
from tests.people import NOW, TODAY

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
SIGN = "Tổ vẫn nhắc giờ, hẻm không còn rác"


def last(practice: Practice) -> events.Event:
    return events.of(practice).order_by("seq").last()


@pytest.fixture
def model(in_state):
    return in_state(State.REGISTERED)


class TestMeasure:
    def test_a_number_is_a_statement_with_its_sentence(self, model, committee_officer, ground):
        reading = actions.read_measure(model.aims.get(), value=Decimal(2), read_on=TODAY, note="Đếm cùng tổ", by=committee_officer, now=NOW)
        said = reading.statement
        assert (said.value, said.unit, said.on, said.is_public) == (2, ground.commune, TODAY, True)
        assert said.quote == "Điểm rác tự phát: ngày 23/11/2026 đo được 2 điểm. Đếm cùng tổ"
        assert last(model).verb == "movement.measured"
        assert [r.statement.value for r in queries.one(model.pk, committee_officer).aims.all()[0].readings.all()] == [2]
        indicators.retract_statement(said, reason="Đếm sót một điểm", by=committee_officer, now=NOW)
        assert [*queries.one(model.pk, committee_officer).aims.all()[0].readings.all()] == []

    def test_the_head_of_a_hamlet_measures_and_keeps_no_other_figure(self, drive, field, ground, hamlet_head, leader):
        practice = actions.begin(drive=drive, office=ground.front, written=short(field), hamlet=ground.hamlet, by=hamlet_head, now=NOW)
        actions.submit(practice, by=hamlet_head, now=NOW)
        actions.register(practice, by=leader, now=NOW)
        reading = actions.read_measure(practice.aims.get(), value=Decimal(3), read_on=TODAY, by=hamlet_head, now=NOW)
        assert reading.statement.kept_by == ground.commune
        assert last(practice).actor == hamlet_head.key
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            indicators.state_figure(value=Decimal(3), measure="count", bound="exact", noun="hộ", quote="Có 3 hộ.", by=hamlet_head, now=NOW)

    def test_refusals(self, model, in_state, committee_officer, front_officer):
        said = {"value": Decimal(2), "read_on": TODAY, "by": committee_officer, "now": NOW}
        for aim, more, sentence in (
            (model.aims.get(), {"by": front_officer}, "chưa được giao quyền"),
            (model.aims.get(), {"value": Decimal(-2)}, "không đọc được"),
            (model.aims.get(), {"read_on": TODAY + timedelta(days=1)}, "chưa đến"),
            (model.aims.get(), {"bound": "x"}, "Xin chọn"),
            (model.aims.get(), {"note": "Hỏi bà Nguyễn Thị Hoa"}, "Nguyễn Thị Hoa"),
            (in_state(State.SUBMITTED, 2).aims.get(), {}, "Chờ nhận đăng ký"),
        ):
            with pytest.raises(Refusal, match=sentence):
                actions.read_measure(aim, **{**said, **more})
        assert Statement.objects.count() == 0


class TestEvidence:
    def test_files_open_for_whoever_sees_the_model(self, model, committee_officer, citizen):
        upload = ContentFile(PDF, name="bien-ban.pdf")
        row = actions.add_evidence(model, kind=EvidenceKind.PHOTO, uploads=[upload], by=committee_officer, now=NOW)
        file = StoredFile.objects.get(owner_id=str(row.pk))
        assert may_open(citizen, file)
        Practice.objects.filter(pk=model.pk).update(subject="collective", state=State.SUBMITTED)
        assert not may_open(citizen, file)
        assert (last(model).verb, last(model).facts["files"]) == ("movement.evidence_added", 1)

    def test_each_kind_with_what_it_is_made_of(self, model, committee_officer):
        said = {"by": committee_officer, "now": NOW}
        for more, sentence in (
            ({"kind": EvidenceKind.NOTE, "note": "tốt"}, "ít nhất 10"),
            ({"kind": EvidenceKind.PHOTO}, "từ 1 đến 10"),
            ({"kind": EvidenceKind.LINK, "url": "baocantho"}, "https"),
            ({"kind": EvidenceKind.NOTE, "note": "Hẻm sạch cả tuần", "url": "https://a.vn"}, "Xin thêm từng cái"),
            ({"kind": "x"}, "Xin chọn loại"),
            ({"kind": EvidenceKind.NOTE, "note": "Hẻm sạch cả tuần", "shows": TODAY + timedelta(days=1)}, "chưa đến"),
        ):
            with pytest.raises(Refusal, match=sentence):
                actions.add_evidence(model, **{**said, **more})
        assert actions.add_evidence(model, kind=EvidenceKind.LINK, url="https://baocantho.com.vn/a", **said).url


class TestLinks:
    def test_tied_once_untied_and_tied_again(self, model, ground, committee_officer):
        activity = Activity.objects.create(
            kind="meeting", title="Ra quân dọn hẻm", unit=ground.commune, starts_on=TODAY, is_public=True, recorded_at=NOW, changed_at=NOW
        )
        row = actions.link(model, activity=activity, by=committee_officer, now=NOW)
        assert actions.link(model, activity=activity, by=committee_officer, now=NOW) == row
        actions.unlink(row, by=committee_officer, now=NOW)
        assert last(model).verb == "movement.untied"
        assert actions.link(model, activity=activity, by=committee_officer, now=NOW) != row

    def test_nobody_ties_what_they_may_not_open(self, model, ground, committee_officer, provincial_leader):
        task = commitments.assign(
            title="Báo cáo riêng", deliverable="Báo cáo", lead=ground.other_front, due=TODAY + timedelta(days=9),
            assigned_by=ground.province_board, by=provincial_leader, now=NOW,
        )  # fmt: skip
        with pytest.raises(Refusal, match="Xin chọn một hoạt động"):
            actions.link(model, commitment=task, by=committee_officer, now=NOW)
        with pytest.raises(Refusal, match="Xin chọn một hoạt động"):
            actions.link(model, by=committee_officer, now=NOW)


def test_what_it_took_and_what_was_reached(model, committee_officer, in_state):
    resource, milestone = model.resources.get(), model.milestones.get()
    said = {"by": committee_officer, "now": NOW}
    actions.note_use(model, used={resource.pk: Decimal(4_200_000)}, reached={milestone.pk: TODAY}, **said)
    resource.refresh_from_db()
    milestone.refresh_from_db()
    assert (resource.used, milestone.reached_on, last(model).verb) == (4_200_000, TODAY, "movement.use_noted")
    other = in_state(State.REGISTERED, 2).resources.get()
    for more, sentence in (
        ({"used": {other.pk: Decimal(1)}}, "của mô hình này"),
        ({}, "của mô hình này"),
        ({"used": {resource.pk: Decimal(-1)}}, "không đọc"),
    ):
        with pytest.raises(Refusal, match=sentence):
            actions.note_use(model, **more, **said)


class TestLife:
    def test_a_sign_needs_something_of_the_year_and_each_thing_counts_once(self, model, committee_officer, ground):
        by = on_day(committee_officer, 300)
        with pytest.raises(Refusal, match="của năm qua"):
            actions.give_sign(model, note=SIGN, by=by, now=at(300))
        note(model, by, days=290)
        sign = actions.give_sign(model, note=SIGN, by=by, now=at(300))
        model.refresh_from_db()
        assert model.alive_until == sign.until == TODAY + timedelta(days=665)
        assert (last(model).verb, last(model).now) == ("movement.sign_given", "registered")
        with pytest.raises(Refusal, match="của năm qua"):
            actions.give_sign(model, note=SIGN, by=by, now=at(400))
        Visit.objects.create(
            practice=model, unit=ground.commune, office=ground.front, visited_on=at(390).date(), seen="x", recorded_at=at(390)
        )
        actions.give_sign(model, note=SIGN, by=by, now=at(400))

    def test_without_one_it_lapses_and_something_newer_revives_it(self, model, committee_officer, front_officer):
        assert actions.lapse_due(by=CLOCK, now=at(365)) == 0
        assert actions.lapse_due(by=CLOCK, now=at(366)) == 1
        assert actions.lapse_due(by=CLOCK, now=at(366)) == 0
        model.refresh_from_db()
        assert (model.state, last(model).verb, last(model).actor) == (State.LAPSED, "movement.lapsed", "system:clock")
        by = on_day(committee_officer, 380)
        note(model, by, days=360)
        with pytest.raises(Refusal, match="sau ngày không còn tin"):
            actions.revive(model, note=SIGN, by=by, now=at(380))
        with pytest.raises(Refusal, match="Không còn tin"):
            actions.give_sign(model, note=SIGN, by=by, now=at(380))
        actions.add_evidence(model, kind=EvidenceKind.NOTE, note="Ảnh chụp hẻm sạch tuần này", shows=at(379).date(), by=by, now=at(380))
        actions.revive(model, note=SIGN, by=by, now=at(380))
        model.refresh_from_db()
        assert (model.state, model.alive_until) == (State.REGISTERED, TODAY + timedelta(days=745))
        assert last(model).verb == "movement.revived"
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            actions.lapse(model, by=front_officer, now=at(9999))
        with pytest.raises(Refusal, match="còn hạn"):
            actions.lapse(model, by=CLOCK, now=at(381))

    def test_the_office_is_told_once_for_each_year(self, model, committee_officer):
        assert actions.remind_of_signs(by=CLOCK, now=at(300)) == 0
        assert actions.remind_of_signs(by=CLOCK, now=at(321)) == 1
        assert actions.remind_of_signs(by=CLOCK, now=at(330)) == 0
        assert (last(model).verb, last(model).facts) == ("movement.sign_due", {"alive_until": "2027-11-23"})

    def test_a_stopped_one_says_why_and_stays_public(self, model, committee_officer, citizen):
        with pytest.raises(Refusal, match="ít nhất 10"):
            actions.stop(model, reason="xong", by=committee_officer, now=NOW)
        actions.stop(model, reason="Hẻm đã mở rộng thành đường", by=committee_officer, now=NOW)
        assert queries.visible_to(citizen).filter(pk=model.pk, state=State.STOPPED, ended_on=TODAY).exists()
        with pytest.raises(Refusal, match="Đã dừng"):
            actions.add_evidence(model, kind=EvidenceKind.NOTE, note="Hẻm vẫn sạch cả tuần", by=committee_officer, now=NOW)
