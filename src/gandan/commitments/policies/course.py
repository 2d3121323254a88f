"""WHEN a date moves and when something is withdrawn."""

from datetime import date

from django.utils.translation import gettext as _

from gandan.commitments.enums import State
from gandan.commitments.models import Commitment
from gandan.commitments.policies.handover import not_pending
from gandan.commitments.policies.words import BAD, fits
from gandan.core import legal
from gandan.core.access import Refusal

EXTENSIONS = "commitment.extensions"


def extend(commitment: Commitment, *, to: date, reason: str, today: date) -> Refusal | None:
    """A date moves only while the work is open, only later, and no more often than the rule allows.

    Moving it after it has passed would hide that it was missed, so what is late stays late.
    """
    if commitment.state != State.OPEN:
        return Refusal(_("Việc này không còn ở bước đang làm nên không gia hạn được."))
    if commitment.is_late(today):
        return Refusal(_("Việc này đã quá hạn. Xin ghi tiến độ và lý do; hạn cũ vẫn được giữ để người dân thấy."))
    if (refusal := not_pending(commitment)) is not None:
        return refusal
    if to <= commitment.due:
        return Refusal(_("Hạn mới phải sau hạn cũ."), status=BAD)
    allowed = legal.rule(EXTENSIONS, on=today)
    if commitment.extensions.count() >= allowed.days:
        return Refusal(_("Đã gia hạn %(n)s lần, là số lần tối đa.") % {"n": allowed.days}, law=allowed.cite())
    return fits(reason, what="reason")


def withdraw(commitment: Commitment, *, reason: str) -> Refusal | None:
    """Only open work; what was reported done is for others to judge."""
    if commitment.state != State.OPEN:
        return Refusal(_("Chỉ rút việc đang làm. Việc đã báo xong do người nhận kết quả quyết định."))
    return not_pending(commitment) or fits(reason, what="reason")


def remind(commitment: Commitment, *, today: date) -> Refusal | None:
    """Open work, once a day."""
    if commitment.state != State.OPEN:
        return Refusal(_("Chỉ nhắc việc đang làm."))
    if commitment.reminders.filter(stage="asked", for_day=today).exists():
        return Refusal(_("Hôm nay đã nhắc việc này rồi."))
    return None
