"""WHEN a date moves and when something is withdrawn."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from gandan.commitments.enums import Stage, State
from gandan.commitments.models import Commitment
from gandan.commitments.policies.handover import not_pending
from gandan.commitments.policies.start import within_reach
from gandan.commitments.policies.words import BAD, SHORTEST_REASON, fits
from gandan.core import legal
from gandan.core.access import Refusal
from gandan.core.text.days import written

EXTENSIONS = "commitment.extensions"
IN_ALL = "commitment.extension_days"


def extend(commitment: Commitment, *, to: date, reason: str, today: date) -> Refusal | None:
    """A date moves only while the work is open, only later, no more often and in all no further than the rules allow.

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
    longest = legal.rule(IN_ALL, on=today)
    if to > commitment.first_due + timedelta(days=longest.days):
        most = written(commitment.first_due + timedelta(days=longest.days))
        return Refusal(_("Tính từ hạn đầu tiên, việc này gia hạn muộn nhất đến %(day)s.") % {"day": most}, law=longest.cite(), status=BAD)
    return within_reach(to, today=today) or fits(reason, what="reason", least=SHORTEST_REASON)


def withdraw(commitment: Commitment, *, reason: str) -> Refusal | None:
    """Only open work; what was reported done is for others to judge. What was late stays late (`Commitment.is_withdrawn_late`)."""
    if commitment.state != State.OPEN:
        return Refusal(_("Chỉ rút việc đang làm. Việc đã báo xong do người nhận kết quả quyết định."))
    return not_pending(commitment) or fits(reason, what="reason", least=SHORTEST_REASON)


def remind(commitment: Commitment, *, today: date) -> Refusal | None:
    """Open work, once a day."""
    if commitment.state != State.OPEN:
        return Refusal(_("Chỉ nhắc việc đang làm."))
    if commitment.reminders.filter(stage=Stage.ASKED, for_day=today).exists():
        return Refusal(_("Hôm nay đã nhắc việc này rồi."))
    return None
