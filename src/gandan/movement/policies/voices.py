"""WHEN codes are handed out, and when people speak by them."""

from django.utils.translation import gettext as _

from gandan.commitments.policies.words import BAD
from gandan.core.access import Actor, Refusal
from gandan.movement import hands
from gandan.movement.enums import NEXT, Deed, Helps, State
from gandan.movement.models import Practice, VoiceCode

MOST_CODES = 500  # codes of one model: as many as a large hamlet has households; more are typed for show


def issue_code(practice: Practice, *, issued: int) -> Refusal | None:
    """A model that is registered and runs, and not more slips than households."""
    if Deed.ISSUE_CODE not in NEXT[State(practice.state)]:
        return Refusal(_("Chỉ phát mã cho mô hình đã đăng ký và đang hoạt động."))
    if practice.office_id is None:
        return Refusal(_("Mô hình này mới chỉ được kể lại trong văn bản, chưa có cơ quan nào đứng ra nên chưa phát mã được."))
    if issued >= MOST_CODES:
        return Refusal(_("Mô hình này đã phát đủ %(most)s mã, không phát thêm được nữa.") % {"most": MOST_CODES})
    return None


def give_voice(practice: Practice, code: VoiceCode, *, helps: str, by: Actor) -> Refusal | None:
    """A model that is registered; one of the three answers; and nobody through whose hands it went."""
    if Deed.GIVE_VOICE not in NEXT[State(practice.state)]:
        return Refusal(_("Mô hình này không còn ghi là đang hoạt động nên không nhận ý kiến bằng mã nữa."))
    if helps not in Helps.values:
        return Refusal(_("Xin chọn một trong ba câu trả lời."), status=BAD)
    if not hands.outside(by, practice):
        return Refusal(
            _("Ông/Bà làm việc cho mô hình này hoặc đơn vị này nên không nói thay người dân được. Xin để chính người nhận phiếu trả lời.")
        )
    return None


def known(code: VoiceCode | None) -> Refusal | None:
    """What was typed opens something."""
    return Refusal(_("Mã này không đúng. Xin xem lại từng nhóm bốn ký tự trên phiếu."), status=BAD) if code is None else None
