"""WHEN a file is taken: size, kind by content, nothing that explodes or runs. Sentences for the person who sends it."""

import puremagic
from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.core.files import archives, images
from gandan.core.files.enums import FileKind
from gandan.core.files.models import StoredFile

LARGEST = 25 * 1024 * 1024


def kind_of(raw: bytes) -> FileKind | None:
    """What the content is; None when it is not on the list. Raises archives.Broken for an archive that cannot be read."""
    if raw.startswith(b"PK"):
        return archives.kind_of(raw)
    try:
        found = {match.mime_type for match in puremagic.magic_string(raw)}
    except (puremagic.PureError, ValueError):
        return None
    return next((kind for kind in FileKind if kind.value in found and not kind.is_archive and kind is not FileKind.TEXT), None)


def too_large(size: int) -> Refusal | None:
    """Asked before the whole of it is read."""
    if size > LARGEST:
        return Refusal(_("Tệp lớn hơn %(mb)s MB. Xin nén ảnh hoặc tách tệp rồi gửi lại.") % {"mb": LARGEST // 1024 // 1024}, status=413)
    return None


def not_taken() -> Refusal:
    """For a kind that is not on the list."""
    return Refusal(
        _("Loại tệp này chưa nhận được. Xin gửi ảnh JPEG, PNG, WebP, tệp PDF, Word (.docx), Excel (.xlsx) hoặc OpenDocument."), status=415
    )


def acceptable(raw: bytes, *, prose: bool = False) -> tuple[FileKind, bytes]:
    """The kind and the bytes to keep (images re-made). Raises Refusal with a sentence that says what to do.

    `prose`: what is no known kind is text.
    """
    if not raw:
        raise Refusal(_("Tệp trống, không có gì bên trong. Xin chọn lại tệp."), status=422)
    if (refusal := too_large(len(raw))) is not None:
        raise refusal
    try:
        return _cleaned(raw, prose=prose)
    except images.TooManyPixels:
        sentence = _("Ảnh có quá nhiều điểm ảnh. Xin thu nhỏ ảnh rồi gửi lại.")
    except (images.Broken, archives.Broken):
        sentence = _("Tệp bị hỏng hoặc có mật khẩu nên không mở được. Xin kiểm tra rồi gửi lại.")
    except archives.Bomb:
        sentence = _("Tệp bung ra lớn bất thường nên không nhận. Xin lưu lại tệp từ phần mềm văn phòng rồi gửi.")
    except archives.Macros:
        sentence = _("Tệp có chứa chương trình (macro). Xin lưu thành bản không có macro rồi gửi lại.")
    raise Refusal(sentence, status=422)


def _cleaned(raw: bytes, *, prose: bool) -> tuple[FileKind, bytes]:
    kind = kind_of(raw) or (FileKind.TEXT if prose and not raw.startswith(b"PK") else None)
    if kind is None:
        raise not_taken()
    if kind.is_image:
        return kind, images.remade(raw, kind)
    if kind.is_archive:
        archives.inspect(raw)
    return kind, raw


def erase(file: StoredFile) -> Refusal | None:
    """Once is enough."""
    return Refusal(_("Tệp này đã được xoá nội dung.")) if file.is_erased else None
