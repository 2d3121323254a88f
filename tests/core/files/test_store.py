"""Storing: what is taken, what is refused and with which sentence, what is left of a photograph."""

import io
from datetime import UTC, datetime

import pytest
from PIL import Image

from gandan.accounts.models import User
from gandan.core import events
from gandan.core.access import Anyone, Refusal, SystemActor
from gandan.core.events.report import Fault
from gandan.core.events.verify import verify
from gandan.core.files import actions, images, policies, vault
from gandan.core.files.models import StoredFile
from gandan.core.files.verify import damaged
from tests.core.files.conftest import PDF, archive, photograph, upload, with_position, word

NOW = datetime(2026, 11, 23, 5, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def store(raw, name="tep.bin", **more):
    return actions.store(upload(raw, name), by=more.pop("by", Anyone()), now=NOW, **more)


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (photograph(), "image/jpeg"),
        (photograph("PNG"), "image/png"),
        (photograph("WEBP"), "image/webp"),
        (PDF, "application/pdf"),
        (word(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (archive({"xl/workbook.xml": b"<a/>"}), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (archive({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b""}), "application/vnd.oasis.opendocument.text"),
    ],
)
def test_the_kind_is_that_of_the_content(raw, kind):
    file = store(raw, "bất kỳ.exe")
    assert file.kind == kind
    assert not file.download_name.endswith(".exe")


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "Tệp trống"),
        (b"<html><script>alert(1)</script></html>", "Loại tệp này chưa nhận được"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "Loại tệp này chưa nhận được"),
        (b"MZ" + bytes(200), "Loại tệp này chưa nhận được"),
        (archive({"a.txt": b"a"}), "Loại tệp này chưa nhận được"),
        (photograph()[:150], "bị hỏng"),
        (word()[:-300], "bị hỏng"),
        (archive({"word/document.xml": bytes(3_000_000)}), "lớn bất thường"),
        (archive({"word/document.xml": b"<a/>", "word/vbaProject.bin": b"x"}), "macro"),
        (photograph("PNG", size=(9000, 9000)), "quá nhiều điểm ảnh"),
    ],
)
def test_what_is_refused(raw, sentence):
    with pytest.raises(Refusal, match=sentence):
        store(raw)
    assert not StoredFile.objects.exists()


def test_too_large_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(policies, "LARGEST", 1000)
    with pytest.raises(Refusal, match="lớn hơn") as refusal:
        store(PDF + bytes(1000))
    assert refusal.value.status == 413


def test_a_photograph_keeps_its_pixels_and_nothing_else():
    raw = with_position()
    with Image.open(io.BytesIO(raw)) as before:
        assert before.getexif().get_ifd(0x8825)
        assert before.info["comment"] == b"so nha 12"
    file = store(raw, "ảnh.jpg")
    kept = vault.path(file.key).read_bytes()
    assert b"so nha" not in kept
    assert b"Exif" not in kept
    with Image.open(io.BytesIO(kept)) as after:
        assert after.size == (40, 60)  # upright
        assert not after.getexif()
        assert "comment" not in after.info
        assert after.getpixel((5, 5))[0] > 180


def test_a_large_picture_is_scaled_down():
    with Image.open(io.BytesIO(images.remade(photograph(size=(5000, 100)), images.FileKind.JPEG))) as made:
        assert made.width == images.SIDE


def test_event_and_row_say_what_was_stored_and_never_the_name():
    file = store(PDF, "đơn của bà Hoa.pdf")
    assert (file.name, file.download_name) == ("đơn của bà Hoa.pdf", "đơn của bà Hoa.pdf")
    event = events.of(file).get()
    assert (event.verb, event.facts) == ("core.file_stored", {"kind": "PDF", "size": len(PDF)})
    assert "Hoa" not in str(event.content())
    assert file.key not in file.name
    assert vault.path(file.key).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("given", "kept"),
    [("../../etc/passwd", "passwd"), ("C:\\Users\\An\\ảnh.jpg", "ảnh.jpg"), ("a\nb\u202e.pdf", "ab.pdf"), ("x" * 300, "x" * 150)],
)
def test_names_are_only_names(given, kept):
    assert actions._name(given) == kept


def test_once_per_owner_and_never_across():
    here, there = (User.objects.create(username=n, full_name=n) for n in "ab")
    first, again, other = store(PDF, owner=here), store(PDF, owner=here), store(PDF, owner=there)
    assert first == again
    assert other != first
    assert store(PDF) != store(PDF)


def test_erasing_takes_content_name_and_hash(django_capture_on_commit_callbacks):
    file = store(PDF, "đơn.pdf")
    path = vault.path(file.key)
    with django_capture_on_commit_callbacks(execute=True):
        actions.erase(file, by=SystemActor("retention"), now=NOW)
    file.refresh_from_db()
    assert not path.exists()
    assert (file.name, file.sha256, file.content_salt, file.is_erased) == ("", "", None, True)
    assert events.of(file).verbs() == ["core.file_stored", "core.file_erased"]
    with pytest.raises(Refusal, match="đã được xoá"):
        actions.erase(file, by=SystemActor("retention"), now=NOW)


def test_not_everybody_erases():
    file = store(PDF, by=SystemActor("import"))
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.erase(file, by=Anyone(), now=NOW)
    loose = store(PDF)
    with pytest.raises(Refusal):
        actions.erase(loose, by=Anyone(), now=NOW)  # "anyone" is not one person


def test_the_sweep_takes_what_no_row_points_to():
    import time

    kept, orphan = store(PDF), vault.put(b"lost")
    later = datetime.fromtimestamp(time.time() + 3 * 86400, UTC)
    assert actions.sweep(by=SystemActor("retention"), now=datetime.now(UTC)) == 0
    assert actions.sweep(by=SystemActor("retention"), now=later) == 1
    assert vault.path(kept.key).exists()
    assert not vault.path(orphan).exists()
    with pytest.raises(Refusal):
        actions.sweep(by=Anyone(), now=later)


def test_bytes_that_are_gone_or_changed_are_found():
    whole, gone, changed = store(PDF), store(PDF), store(PDF)
    assert list(damaged()) == []
    vault.remove(gone.key)
    vault.path(changed.key).write_bytes(b"%PDF-1.4 other")
    assert {(p.fault, p.row) for p in verify().problems} == {
        (Fault.FILE_MISSING, f"core.storedfile {gone.pk}"),
        (Fault.FILE_CHANGED, f"core.storedfile {changed.pk}"),
    }
    assert vault.path(whole.key).exists()
