"""WHEN words are taken away."""

from django.utils.translation import gettext as _

from gandan.commitments.enums import ErasedFor
from gandan.commitments.policies.words import BAD
from gandan.core.access import Refusal
from gandan.core.events import BoundContent


def erase_words(row: BoundContent, *, reason: str) -> Refusal | None:
    """Once is enough, and only where the law asks for it: somebody's personal data, or a time that is over."""
    if reason not in ErasedFor.values:
        return Refusal(_("Xin chọn lý do xoá: chỉ xoá thông tin riêng của một người hoặc nội dung đã hết thời gian lưu."), status=BAD)
    return Refusal(_("Nội dung này đã được xoá.")) if row.is_erased else None
