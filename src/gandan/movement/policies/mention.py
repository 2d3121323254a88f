"""WHEN a sentence of a text is put to a model, and what a text told is taken back."""

from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.movement.enums import State
from gandan.movement.models import Mention, Practice
from gandan.movement.policies.words import BAD


def mention(practice: Practice, *, quote: str) -> Refusal | None:
    """A sentence stands behind it. Of a model that is not public yet nobody else reads it: it shows when the model does."""
    if not quote:
        return Refusal(_("Xin giữ câu gốc của bài viết."), status=BAD)
    if practice.state == State.WITHDRAWN:
        return Refusal(_("Phiếu này đã rút. Xin chọn mô hình khác hoặc lập phiếu mới."))
    return None


def take_back(mention: Mention) -> Refusal | None:
    """Once."""
    return Refusal(_("Câu trích này đã gỡ rồi.")) if mention.removed_at is not None else None


def take_back_told(practice: Practice) -> Refusal | None:
    """What only a text told, while nobody has built on it."""
    if not practice.is_told or practice.state == State.WITHDRAWN:
        return Refusal(_("Chỉ gỡ được mô hình ghi theo bài viết."))
    if practice.adoptions.exclude(state=State.WITHDRAWN).exists():
        return Refusal(_("Đã có nơi học theo mô hình này nên không gỡ được."))
    return None
