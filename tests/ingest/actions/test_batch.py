"""Many files at once: stored, read by jobs, each once; what is wrong is said by file."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from procrastinate.contrib.django.models import ProcrastinateJob

from gandan.core import events
from gandan.core.access import Refusal, SystemActor
from gandan.core.files import owners
from gandan.core.files import queries as kept_files
from gandan.ingest import actions, queries
from gandan.ingest.enums import FILE_NEXT, FileState
from gandan.ingest.models import BatchFile, Source
from tests.ingest.desk import INSPECTION, NOW, TOLD_AGAIN

READER = SystemActor("ingest")
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40


def upload(name: str, text: str | bytes) -> ContentFile:
    return ContentFile(text.encode() if isinstance(text, str) else text, name=name)


def packed(files: dict[str, str | bytes], **more) -> ContentFile:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text, **more)
    return ContentFile(out.getvalue(), name="bài viết.zip")


@pytest.fixture
def start(ward, officer, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path

    def deed(*uploads, **more):
        return actions.start_batch(uploads=uploads, unit=ward, by=officer, now=NOW, **more)

    return deed


def read_all(batch):
    for file in batch.files.filter(state=FileState.WAITING):
        actions.read_batch_file(file, by=READER, now=NOW)
    return queries.progress(batch)


def test_files_are_stored_and_wait_for_their_jobs(start):
    batch = start(upload("một.txt", INSPECTION), upload("hai.txt", TOLD_AGAIN), title="Tháng 6", is_public=True)
    assert queries.progress(batch) == queries.Progress(waiting=2)
    assert queries.progress(batch).percent == 0
    jobs = ProcrastinateJob.objects.filter(task_name="ingest.read_batch_file")
    assert {j.args["file_id"] for j in jobs} == {str(f.pk) for f in batch.files.all()}
    assert events.of(batch).verbs() == ["ingest.batch_started"]
    assert all(kept_files.of(f).count() == 1 for f in batch.files.all())


def test_each_is_read_once(start):
    batch = start(upload("một.txt", INSPECTION), upload("hai.txt", TOLD_AGAIN), is_public=True)
    done = read_all(batch)
    assert (done.read, done.is_over, done.percent) == (2, True, 100)
    sources = Source.objects.filter(files__batch=batch)
    assert sources.count() == 2
    assert all(s.is_public and s.unit == batch.unit and s.office == batch.office for s in sources)
    counts = {s.pk: s.records.count() for s in sources}
    for file in batch.files.all():
        actions.read_batch_file(file, by=READER, now=NOW)  # a job handed out a second time
    assert {s.pk: s.records.count() for s in Source.objects.all()} == counts


def test_the_same_file_twice_is_recognised(start, source):
    batch = start(upload("a.txt", TOLD_AGAIN), upload("b.txt", TOLD_AGAIN + "\nTin khác\nQuảng cáo"), upload("c.txt", INSPECTION))
    done = read_all(batch)
    assert (done.read, done.same, done.failed) == (1, 2, 0)
    files = {f.name: f for f in batch.files.all()}
    assert files["b.txt"].source == files["a.txt"].source
    assert files["c.txt"].source == source
    assert events.of(files["b.txt"]).verbs() == ["ingest.batch_file_set_aside"]


def test_what_cannot_be_read_says_so_with_its_file(start):
    batch = start(upload("ảnh.png", PNG), upload("trống.txt", b"  "), upload("a.docx", b"PK\x03\x04word/"), upload("b.txt", INSPECTION))
    told = {f.name: (f.state, f.sentence) for f in batch.files.all()}
    assert told["b.txt"] == ("waiting", "")
    assert "không đọc được chữ trong ảnh" in told["ảnh.png"][1]
    assert "Tệp trống" in told["trống.txt"][1]
    assert "hỏng" in told["a.docx"][1]
    assert {told[n][0] for n in ("ảnh.png", "trống.txt", "a.docx")} == {"failed"}
    assert not kept_files.of(batch.files.get(name="ảnh.png")).exists()


def test_an_archive_is_taken_apart(start):
    names = {
        "Quý 1/bài 10.txt": TOLD_AGAIN,
        "Quý 1/bài 2.txt": INSPECTION,
        "__MACOSX/._bài 2.txt": b"x",
        "Quý 1/.DS_Store": b"x",
        "../../etc/a.txt": "Ngày 5/6/2024, xã họp dân.",
    }
    batch = start(packed(names))
    assert [f.name for f in batch.files.all()] == ["etc/a.txt", "Quý 1/bài 2.txt", "Quý 1/bài 10.txt"]
    assert read_all(batch).read == 3


def test_old_archives_write_names_in_their_own_alphabet(start):
    named = "báo cáo.txt".encode()
    raw = packed({"x" * len(named): INSPECTION}).read()  # plain ASCII, so the archive bears no sign that its names are UTF-8
    batch = start(ContentFile(raw.replace(b"x" * len(named), named), name="a.zip"))
    assert batch.files.get().name == "báo cáo.txt"
    assert read_all(batch).read == 1


def test_a_file_inside_that_is_an_archive_is_named(start):
    inner = packed({"a.txt": INSPECTION}).read()
    batch = start(packed({"trong.zip": inner, "b.txt": TOLD_AGAIN}))
    assert "tệp nén" in batch.files.get(name="trong.zip").sentence


@pytest.mark.parametrize(
    ("uploads", "sentence"),
    [
        ([], "Chưa có tệp nào"),
        ([packed({})], "không có tệp nào bên trong"),
        ([packed({f"{n}.txt": "a" for n in range(501)})], "hơn 500 tệp"),
        ([packed({"a.txt": b"a" * 200_000_000})], "bung ra lớn bất thường"),
        ([ContentFile(b"PK\x03\x04 not an archive", name="a.zip")], "bị hỏng"),
    ],
    ids=["nothing", "empty", "too many", "bomb", "broken"],
)
def test_refusals(start, uploads, sentence):
    with pytest.raises(Refusal, match=sentence):
        start(*uploads)
    assert not BatchFile.objects.exists()


def test_a_defect_met_in_one_file_is_told_as_one(start, monkeypatch):
    batch = start(upload("a.txt", INSPECTION))
    monkeypatch.setattr("gandan.ingest.queries.propose_from", lambda *a, **k: 1 // 0)
    assert read_all(batch).failed == 1
    assert "Máy gặp lỗi" in batch.files.get().sentence


def test_a_failed_file_is_read_again_when_asked(start, officer, monkeypatch):
    batch = start(upload("a.txt", INSPECTION), upload("ảnh.png", PNG))
    with monkeypatch.context() as broken:
        broken.setattr("gandan.ingest.queries.propose_from", lambda *a, **k: 1 // 0)
        read_all(batch)
    file = batch.files.get(name="a.txt")
    actions.retry_batch_file(file, by=officer, now=NOW)
    assert read_all(batch).read == 1
    with pytest.raises(Refusal, match="không cần đọc lại"):
        actions.retry_batch_file(file, by=officer, now=NOW)
    with pytest.raises(Refusal, match="không được giữ"):
        actions.retry_batch_file(batch.files.get(name="ảnh.png"), by=officer, now=NOW)


def test_a_file_whose_job_is_lost_is_picked_up(start):
    batch = start(upload("a.txt", INSPECTION))
    later = NOW + timedelta(minutes=11)
    assert actions.pick_up(by=READER, now=later) == 0
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("update procrastinate_jobs set status = 'failed' where task_name = 'ingest.read_batch_file'")
    assert actions.pick_up(by=READER, now=NOW) == 0
    assert actions.pick_up(by=READER, now=later) == 1
    assert ProcrastinateJob.objects.filter(task_name="ingest.read_batch_file", status="todo").count() == 1
    assert queries.progress(batch).waiting == 1


@pytest.mark.parametrize("person", ["colleague", "stranger"])
def test_nobody_of_another_desk(start, person, request, officer):
    batch = start(upload("a.txt", INSPECTION))
    who = request.getfixturevalue(person)
    assert not queries.batches_visible_to(who).exists()
    stored = kept_files.of(batch.files.get()).get()
    assert owners.may_open(officer, stored)
    assert not owners.may_open(who, stored)
    with pytest.raises(Refusal):
        actions.retry_batch_file(batch.files.get(), by=who, now=NOW)
    with pytest.raises(Refusal):
        actions.read_batch_file(batch.files.get(), by=officer, now=NOW)


def test_the_table_of_states_is_whole():
    assert set(FILE_NEXT) == set(FileState)


def test_lists_ask_as_often_for_thirty_as_for_one(start, officer, django_assert_num_queries):
    batch = start(upload("0.txt", INSPECTION))
    for n in range(30):
        start(upload(f"{n}.txt", INSPECTION))
    with django_assert_num_queries(2):
        rows = list(queries.batches_visible_to(officer))
        queries.progress_of([row.pk for row in rows])
    assert len(rows) == 31
    assert batch in rows
