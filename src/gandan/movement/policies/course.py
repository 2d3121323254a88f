"""WHEN a form is sent back, registered, taken back, and a model stopped."""

from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.core.text import private
from gandan.movement.enums import Deed
from gandan.movement.models import Practice
from gandan.movement.policies.state import possible
from gandan.movement.policies.words import reason as said


def register(practice: Practice) -> Refusal | None:
    """It waits for it, and nobody found that it is the same as something that stands already."""
    refusal = possible(practice, Deed.REGISTER)
    if refusal is not None:
        return refusal
    if practice.likenesses.filter(is_same=True).exists():
        return Refusal(_("Cơ quan nhận đăng ký đã kết luận mô hình này trùng với nơi khác hoặc phong trào khác. Xin trả lại để viết lại."))
    return None


def with_reason(practice: Practice, deed: Deed, *, reason: str) -> Refusal | None:
    """Sent back, taken back or stopped: only from where the table says, and with a reason that names no private person: the one of a
    stop everybody reads."""
    return possible(practice, deed) or said(reason) or private.refusal(reason)
