"""Progress, evidence, the report."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gandan.commitments import actions
from gandan.commitments.enums import EvidenceKind, Kind, State
from gandan.core import events
from gandan.core.access import Anyone, Refusal
from gandan.core.files import owners
from gandan.core.files.models import StoredFile
from tests.commitments.conftest import WORDS
from tests.core.files.conftest import photograph
from tests.people import CAST, NOW, TODAY

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"


def test_progress_is_noted_with_its_event(promise, front_officer):
    c = promise()
    row = actions.note_progress(c, note=" Đã mua bóng ", percent=40, by=front_officer, now=NOW)
    assert (row.note, row.percent) == ("Đã mua bóng", 40)
    last = events.of(c).last()
    assert (last.verb, last.facts["percent"], len(last.bindings)) == ("commitments.progress_noted", 40, 1)


@pytest.mark.parametrize(
    ("more", "sentence"), [({"note": " "}, "vài chữ"), ({"percent": 101}, "từ 0 đến 100"), ({"note": "x" * 1001}, "dài quá")]
)
def test_what_progress_needs(promise, front_officer, more, sentence):
    with pytest.raises(Refusal, match=sentence):
        actions.note_progress(promise(), **{"note": "Đã làm", "by": front_officer, "now": NOW, **more})


@pytest.mark.parametrize("deed", ["note_progress", "add_evidence", "report_done", "issue_code"])
@pytest.mark.parametrize("who", CAST)
def test_only_the_lead_office_works_on_it(promise, cast, front_officer, who, deed):
    c = promise()
    actions.add_evidence(c, kind="note", note="Đã xem tại chỗ hôm nay", by=front_officer, now=NOW)
    said = {
        "note_progress": {"note": "Đã làm"},
        "add_evidence": {"kind": "note", "note": "Đã làm tại chỗ hôm nay"},
        "report_done": {"summary": "Xong tại chỗ hôm nay"},
        "issue_code": {"kind": "holder"},
    }
    if who == "front_officer" or (who, deed) == ("supervisor", "issue_code"):
        assert getattr(actions, deed)(c, **said[deed], by=cast[who], now=NOW)
    else:
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            getattr(actions, deed)(c, **said[deed], by=cast[who], now=NOW)


def test_evidence_of_each_kind(promise, front_officer):
    c = promise()
    photo = SimpleUploadedFile("den.png", photograph("PNG"))
    file = SimpleUploadedFile("bien-ban.pdf", PDF)
    actions.add_evidence(c, kind="photo", upload=photo, note="Hẻm 51 lúc 19 giờ", by=front_officer, now=NOW)
    actions.add_evidence(c, kind="file", upload=file, by=front_officer, now=NOW)
    actions.add_evidence(c, kind="link", url="https://example.vn/tin/1", by=front_officer, now=NOW)
    actions.add_evidence(c, kind="note", note="Tổ trưởng đã xem", by=front_officer, now=NOW)
    assert [e.kind for e in c.evidence.all()] == ["photo", "file", "link", "note"]
    kept = StoredFile.objects.filter(owner_type="commitments.evidence")
    assert kept.count() == 2
    assert all(owners.may_open(Anyone(), f) for f in kept)
    assert events.of(c).verbs()[1:] == ["commitments.evidence_added"] * 4


def test_files_of_a_task_stay_inside(task, front_officer, outsider, leader):
    c = task()
    actions.add_evidence(c, kind="file", upload=SimpleUploadedFile("x.pdf", PDF), by=front_officer, now=NOW)
    file = StoredFile.objects.get(owner_type="commitments.evidence")
    assert [owners.may_open(a, file) for a in (Anyone(), outsider, front_officer, leader)] == [False, False, True, True]


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"kind": "video"}, "loại bằng chứng"),
        ({"kind": "photo"}, "chọn tệp"),
        ({"kind": "note"}, "ít nhất 10 ký tự"),
        ({"kind": "link", "url": "javascript:alert(1)"}, "https://"),
        ({"kind": "link"}, "https://"),
        ({"kind": "note", "note": "x tại chỗ hôm nay", "url": "https://a.vn"}, "từng cái"),
        ({"kind": "link", "url": "https://a.vn", "upload": SimpleUploadedFile("a.pdf", PDF)}, "từng cái"),
        ({"kind": "photo", "upload": SimpleUploadedFile("a.pdf", PDF)}, "không phải là ảnh"),
    ],
)
def test_what_evidence_needs(promise, front_officer, more, sentence):
    c = promise()
    with pytest.raises(Refusal, match=sentence):
        actions.add_evidence(c, by=front_officer, now=NOW, **more)
    assert not c.evidence.exists()


def test_a_report_needs_evidence_and_is_posted(promise, front_officer):
    c = promise()
    with pytest.raises(Refusal, match="ít nhất một bằng chứng"):
        actions.report_done(c, summary="Đã làm xong cả rồi", by=front_officer, now=NOW)
    actions.add_evidence(c, kind=EvidenceKind.NOTE, note="Đã nghiệm thu", by=front_officer, now=NOW)
    with pytest.raises(Refusal, match="đã làm được gì"):
        actions.report_done(c, summary=" ", by=front_officer, now=NOW)
    report = actions.report_done(c, summary="Đã lắp 12 bóng", by=front_officer, now=NOW)
    assert (report.reported_on, report.posted_until, report.round) == (TODAY, TODAY + timedelta(days=15), 1)
    last = events.of(c).last()
    assert (last.verb, last.was, last.now, last.facts["posted_until"]) == ("commitments.reported_done", "open", "reported", "2026-12-08")


def test_a_task_is_not_posted(task, reported):
    assert reported(task()).done_reports.get().posted_until is None


@pytest.mark.parametrize("reopen", ["objection", "send_back"])
def test_what_was_opened_again_needs_new_evidence(promise, task, reported, citizen, provincial_leader, front_officer, reopen):
    if reopen == "objection":
        c = reported(promise())
        actions.object_to(c, text=WORDS, by=citizen, now=NOW)
    else:
        c = reported(task())
        actions.send_back(c, reason="Thiếu số liệu", by=provincial_leader, now=NOW)
    with pytest.raises(Refusal, match="bằng chứng mới"):
        actions.report_done(c, summary="Xong thật tại chỗ hôm nay", by=front_officer, now=NOW)
    c = reported(c)
    assert (c.state, c.round) == (State.REPORTED, 2)
    assert [r.round for r in c.done_reports.all()] == [1, 2]


@pytest.mark.parametrize("kind", [Kind.PROMISE, Kind.TASK])
def test_evidence_after_the_report_belongs_to_that_round(any_kind, reported, front_officer, citizen, provincial_leader, kind):
    c = reported(any_kind[kind]())
    actions.add_evidence(c, kind="note", note="Ảnh chụp thêm", by=front_officer, now=NOW)
    if kind == Kind.PROMISE:
        actions.object_to(c, text=WORDS, by=citizen, now=NOW)
    else:
        actions.send_back(c, reason="Còn thiếu số liệu", by=provincial_leader, now=NOW)
    with pytest.raises(Refusal, match="bằng chứng mới"):
        actions.report_done(c, summary="Đã làm xong cả rồi", by=front_officer, now=NOW)
