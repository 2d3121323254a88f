"""WHEN progress and evidence are noted, and when it can be reported done."""

from django.utils.translation import gettext as _

from gandan.commitments.enums import ENDED, EvidenceKind, State
from gandan.commitments.models import Commitment
from gandan.commitments.policies.handover import not_pending
from gandan.commitments.policies.words import BAD, SHORTEST_REASON, address, fits
from gandan.core.access import Refusal


def note_progress(commitment: Commitment, *, note: str, percent: int | None = None) -> Refusal | None:
    """While the work is open, late or not, and while it waits for an office."""
    if commitment.state != State.OPEN:
        return Refusal(_("Việc này không còn ở bước đang làm nên không ghi thêm tiến độ."))
    if percent is not None and not 0 <= percent <= 100:
        return Refusal(_("Tỷ lệ hoàn thành là số từ 0 đến 100."), status=BAD)
    return fits(note, what="note")


def add_evidence(commitment: Commitment, *, kind: str, note: str = "", url: str = "", has_upload: bool = False) -> Refusal | None:
    """Until the end; each kind with what it is made of."""
    if commitment.state in ENDED:
        return Refusal(_("Việc này đã kết thúc nên không thêm bằng chứng."))
    if kind not in EvidenceKind.values:
        return Refusal(_("Xin chọn loại bằng chứng: ảnh, tệp, liên kết hoặc ghi chú."), status=BAD)
    with_file = kind in {EvidenceKind.PHOTO, EvidenceKind.FILE}
    if with_file and not has_upload:
        return Refusal(_("Xin chọn tệp hoặc ảnh để gửi."), status=BAD)
    if (has_upload and not with_file) or (url.strip() and kind != EvidenceKind.LINK):
        return Refusal(_("Mỗi bằng chứng là một ảnh, một tệp, một liên kết hoặc một ghi chú. Xin thêm từng cái."), status=BAD)
    if kind == EvidenceKind.LINK and (refusal := address(url)) is not None:
        return refusal
    return fits(note, what="proof", least=SHORTEST_REASON if kind == EvidenceKind.NOTE else 0)


def photo(*, is_image: bool) -> Refusal | None:
    """What is called a photograph is one."""
    return None if is_image else Refusal(_("Tệp này không phải là ảnh. Xin chọn loại “Tệp” hoặc gửi ảnh."), status=BAD)


def report_done(commitment: Commitment, *, summary: str) -> Refusal | None:
    """Open work, with evidence since it was opened, and an office that answers for it."""
    if commitment.state != State.OPEN:
        return Refusal(_("Chỉ báo xong việc đang làm."))
    if (refusal := not_pending(commitment)) is not None:
        return refusal
    if not commitment.evidence.filter(round=commitment.round).exists():
        if commitment.round > 1:
            return Refusal(_("Việc này đã được mở lại. Xin thêm bằng chứng mới rồi báo xong."))
        return Refusal(_("Xin thêm ít nhất một bằng chứng (ảnh, tệp, liên kết hoặc ghi chú) rồi báo xong."))
    return fits(summary, what="summary", least=SHORTEST_REASON)
