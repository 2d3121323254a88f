"""WHEN somebody says something to what a model looks like: who wrote it explains, who registers it judges."""

from django.utils.translation import gettext as _

from gandan.commitments.policies.words import BAD
from gandan.core.access import Refusal
from gandan.movement.enums import State
from gandan.movement.models import Likeness

SHORTEST, LONGEST = 10, 1000
OPEN = frozenset({State.DRAFT, State.SUBMITTED})


def answer_likeness(likeness: Likeness, *, answer: str) -> Refusal | None:
    """What is other here; as long as nobody has registered it or judged the likeness."""
    if likeness.practice.state not in OPEN:
        return Refusal(_("Phiếu này đã qua bước đăng ký nên không giải trình thêm được nữa."))
    if likeness.is_same is not None:
        return Refusal(_("Nơi nhận đăng ký đã kết luận về điểm giống này."))
    if len(answer) < SHORTEST:
        return Refusal(_("Xin ghi điểm khác của mô hình này, ít nhất %(least)s ký tự.") % {"least": SHORTEST}, status=BAD)
    if len(answer) > LONGEST:
        return Refusal(_("Đoạn này dài quá %(most)s ký tự. Xin viết gọn lại.") % {"most": LONGEST}, status=BAD)
    return None


def judge_likeness(likeness: Likeness, *, by_key: str) -> Refusal | None:
    """While it waits for its registration, and never by who submitted it."""
    if likeness.practice.state != State.SUBMITTED:
        return Refusal(_("Chỉ kết luận khi phiếu đang chờ nhận đăng ký."))
    if by_key == likeness.practice.submitted_by:
        return Refusal(_("Ông/Bà đã gửi phiếu này nên không tự kết luận được. Xin để người khác."))
    return None
