"""Many files at once through the pages: hand in, watch, read again, take all in."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.core.access import SystemActor
from gandan.ingest import actions
from gandan.ingest.enums import FileState, RecordState
from gandan.ingest.models import Batch, BatchFile, ProposedRecord
from gandan.ingest.reading.limits import MEGABYTE
from gandan.ingest.web.staff import everything
from tests.ingest.desk import INSPECTION, NOW, TOLD_AGAIN
from tests.ingest.web.signed_in import READ, away, by_mai, desk, mai

__all__ = ["away", "by_mai", "desk", "mai"]
BATCHES = f"{READ}dot/"


def upload(name: str, text: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode())


def hand_in(client, *uploads: SimpleUploadedFile, **data: str):
    return client.post(f"{BATCHES}moi/", {"uploads": list(uploads), "seen_by": "internal", "title": "Báo cáo quý III", **data})


def read_all() -> None:
    for file in BatchFile.objects.order_by("position"):
        actions.read_batch_file(file, by=SystemActor("ingest"), now=NOW)


def packed(*names: str) -> SimpleUploadedFile:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for n, name in enumerate(names):
            archive.writestr(name, f"Ngày {n + 1}/3/2024, phường Xuân Khánh họp dân, {n + 20} hộ dự họp.")
    return SimpleUploadedFile("quy-3.zip", out.getvalue())


def test_files_and_an_archive_become_one_batch(desk, front):
    answer = hand_in(desk, upload("kiem-tra.txt", INSPECTION), packed("a/1.txt", "b/2.txt"))
    batch = Batch.objects.get()
    assert answer.url == f"{BATCHES}{batch.pk}/"
    assert (batch.title, batch.office, batch.is_public) == ("Báo cáo quý III", front, False)
    assert batch.files.count() == 3
    html = desk.get(answer.url).content.decode()
    assert "Đang đọc: 0/3 tệp" in html
    assert '<noscript><meta http-equiv="refresh"' in html
    read_all()
    html = desk.get(answer.url).content.decode()
    assert "Đã đọc xong 3 tệp" in html
    assert "http-equiv" not in html
    assert "Quận Ninh Kiều: kiểm tra công tác dân vận" in html


def test_each_failure_has_its_sentence_and_a_way_on(desk):
    hand_in(desk, upload("tot.txt", INSPECTION), SimpleUploadedFile("anh.jpg", b"\xff\xd8\xff\xe0" + bytes(100)))
    read_all()
    batch = Batch.objects.get()
    html = desk.get(f"{BATCHES}{batch.pk}/").content.decode()
    assert "Chưa đọc được" in html
    assert "Đây là ảnh" in html
    assert "Đọc lại" not in html
    lost = batch.files.get(name="tot.txt")
    BatchFile.objects.filter(pk=lost.pk).update(state=FileState.FAILED, sentence="Máy gặp lỗi.", source=None)
    assert "Đọc lại" in desk.get(f"{BATCHES}{batch.pk}/").content.decode()
    answer = desk.post(f"{BATCHES}tep/{lost.pk}/doc-lai/", follow=True)
    assert "Máy sẽ đọc lại tệp tot.txt." in answer.content.decode()
    assert BatchFile.objects.get(pk=lost.pk).state == FileState.WAITING


def test_a_file_that_waits_is_not_read_again(desk):
    hand_in(desk, upload("tot.txt", INSPECTION))
    answer = desk.post(f"{BATCHES}tep/{BatchFile.objects.get().pk}/doc-lai/", follow=True)
    assert "không cần đọc lại" in answer.content.decode()


def test_the_same_text_twice_is_said(desk):
    hand_in(desk, upload("mot.txt", INSPECTION), upload("hai.txt", INSPECTION + "\n"))
    read_all()
    html = desk.get(f"{BATCHES}{Batch.objects.get().pk}/").content.decode()
    assert "Văn bản này đã lưu từ trước" in html
    assert ">9</div>" in html


@pytest.mark.parametrize(
    ("uploads", "data", "sentence"),
    [
        ([], {}, "Xin chọn ít nhất một tệp"),
        ([upload("a.txt", INSPECTION)], {"seen_by": ""}, "bắt buộc"),
        ([SimpleUploadedFile("hong.zip", b"PK\x03\x04" + bytes(40))], {}, "Tệp nén bị hỏng"),
    ],
    ids=["none", "for whom", "broken archive"],
)
def test_a_wrong_answer_keeps_what_was_typed(desk, uploads, data, sentence):
    answer = hand_in(desk, *uploads, **data)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in html
    assert 'value="Báo cáo quý III"' in html
    assert "xin chọn lại" in html
    assert not Batch.objects.exists()


def test_a_file_that_is_too_large_is_named(desk, monkeypatch):
    from gandan.ingest.web import uploads

    large = SimpleUploadedFile("nang.zip", bytes(3 * MEGABYTE))
    monkeypatch.setattr(uploads.Bound, "__init__", _small(uploads.Bound.__init__))
    answer = hand_in(desk, upload("a.txt", INSPECTION), large)
    assert answer.status_code == 422
    assert "Tệp quá lớn: nang.zip" in answer.content.decode()


def _small(made):
    return lambda self, request, *, most: made(self, request, most=MEGABYTE)


def test_more_files_than_a_form_may_carry(desk, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2
    answer = hand_in(desk, *(upload(f"{n}.txt", "Xã họp dân.") for n in range(3)))
    assert answer.status_code == 413
    assert "hoặc nén thành tệp .zip" in answer.content.decode()


def test_a_batch_of_another_desk_is_not_there(desk, away):
    hand_in(desk, upload("a.txt", INSPECTION))
    batch, file = Batch.objects.get(), BatchFile.objects.get()
    assert away.get(f"{BATCHES}{batch.pk}/").status_code == 404
    assert away.get(f"{BATCHES}{batch.pk}/nhan-het/").status_code == 404
    assert away.post(f"{BATCHES}tep/{file.pk}/doc-lai/").status_code == 404
    assert "Báo cáo quý III" not in away.get(BATCHES).content.decode()


def test_found_again_later(desk):
    assert "Chưa có đợt nào" in desk.get(BATCHES).content.decode()
    hand_in(desk, upload("a.txt", INSPECTION))
    html = desk.get(BATCHES).content.decode()
    assert "Báo cáo quý III" in html
    assert "Nguyễn Thị Mai" in html
    assert "Đang đọc: 0/1 tệp" in html


def test_a_text_of_a_batch_leads_to_the_next(desk):
    hand_in(desk, upload("1.txt", INSPECTION), upload("2.txt", TOLD_AGAIN))
    read_all()
    first, second = (file.source for file in BatchFile.objects.order_by("position"))
    first.records.update(state=RecordState.REJECTED, decided_by="user:x", decided_at=NOW)
    html = desk.get(f"{READ}nguon/{first.pk}/").content.decode()
    assert f'href="{READ}nguon/{second.pk}/"' in html
    assert "Văn bản tiếp theo" in html
    assert "Báo cáo quý III" in html


def test_all_of_a_batch_some_texts_at_a_press(desk, monkeypatch):
    monkeypatch.setattr(everything, "AT_ONCE", 2)
    hand_in(desk, packed(*(f"{n}.txt" for n in range(3))))
    read_all()
    address = f"{BATCHES}{Batch.objects.get().pk}/nhan-het/"
    assert "mỗi lần bấm nhận 2 văn bản" in desk.get(address).content.decode()
    answer = desk.post(address)
    assert "?sau=" in answer.url
    waiting = ProposedRecord.objects.filter(state=RecordState.WAITING)
    assert set(waiting.filter(kind="figure").values_list("source__files__position", flat=True)) == {3}
    answer = desk.post(answer.url)
    assert answer.url == f"{BATCHES}{Batch.objects.get().pk}/"
    assert not waiting.filter(kind="figure").exists()


def test_lists_ask_no_more_for_thirty_than_for_one(desk, django_assert_num_queries):
    hand_in(desk, packed("1.txt"))
    read_all()
    batch = Batch.objects.get()
    for address in (BATCHES, f"{BATCHES}{batch.pk}/"):
        desk.get(address)
    counts = {}
    for address in (BATCHES, f"{BATCHES}{batch.pk}/"):
        with CaptureQueriesContext(connection) as asked:
            desk.get(address)
        counts[address] = len(asked)
    hand_in(desk, packed(*(f"{n}.txt" for n in range(30))))
    read_all()
    many = Batch.objects.first()
    with django_assert_num_queries(counts[f"{BATCHES}{batch.pk}/"]):
        desk.get(f"{BATCHES}{many.pk}/")
    for n in range(20):
        hand_in(desk, upload(f"{n}.txt", f"Ngày {n % 28 + 1}/4/2024, xã họp dân lần {n}."))
    with django_assert_num_queries(counts[BATCHES]):
        desk.get(BATCHES)
