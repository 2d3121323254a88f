"""WHEN files may be handed in together, and one be read again."""

from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.ingest.enums import FILE_NEXT, FileState
from gandan.ingest.models import BatchFile
from gandan.ingest.reading.archive import MOST_FILES


def batch_size(files: int) -> Refusal | None:
    """Something, and not more than can be looked after."""
    if files == 0:
        return Refusal(_("Chưa có tệp nào. Xin chọn các tệp, hoặc một tệp nén .zip."), status=422)
    if files > MOST_FILES:
        return Refusal(_("Một lần gửi nhận nhiều nhất %(most)d tệp. Xin chia thành nhiều lần.") % {"most": MOST_FILES}, status=422)
    return None


def retry(file: BatchFile) -> Refusal | None:
    """Only what failed, and of which the bytes were kept."""
    if "retry" not in FILE_NEXT[FileState(file.state)]:
        return Refusal(_("Tệp này đang chờ đọc hoặc đã đọc xong, không cần đọc lại."), status=409)
    if not file.is_kept:
        return Refusal(_("Nội dung tệp này không được giữ vì không đọc được. Xin sửa theo lý do đã nêu rồi gửi lại tệp."), status=409)
    return None
