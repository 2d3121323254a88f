"""What is missing before something can be handled. Pure: it looks at what was given, and asks nobody.

Of a remark or a proposal nothing but words and a place are asked. A complaint has a form by law (Luật Khiếu nại số 02/2011/QH13, khoản 2
Điều 8); what is missing is asked of its sender, it is never a reason to put the case aside.
"""

import re
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from gandan.core.text import fold
from gandan.opinions.enums import Content

FORM = "khoản 2 Điều 8 Luật Khiếu nại số 02/2011/QH13"
SECOND = "khoản 1 Điều 33 Luật Khiếu nại số 02/2011/QH13"

_PAPER = r"(?:quyet dinh|thong bao|cong van|van ban|bien ban|ket luan|qd)"
_ACT = r"hanh vi hanh chinh|khong cap|tu choi|khong giai quyet|khong tra loi"
_DECISION = re.compile(rf"\b{_PAPER}(?: [\w/.-]+){{0,6}}? (?:so )?\d+[\w/.-]*|\b{_PAPER}(?: [\w/.-]+){{0,8}}? ngay \d|\b(?:{_ACT})\b")
_BODY = re.compile(
    r"\b(?:uy ban|ubnd|chu tich|chi cuc|cong an|doi (?:quan ly|trat tu|thanh tra)|to cong tac|can bo|cong chuc|van phong"
    r"|trung tam|ban quan ly|hoi dong|chi nhanh|co quan thue|phong (?:kinh te|van hoa|tu phap|dia chinh|quan ly)"
    r"|so (?:tai nguyen|nong nghiep|xay dung|tu phap|noi vu|y te|giao duc|cong thuong|tai chinh|van hoa))\b"
)
_WANTED = re.compile(
    r"\b(?:de nghi|yeu cau|xin duoc|mong(?: muon| duoc)?|kien nghi|xem xet lai|huy(?: bo)?|thu hoi quyet dinh|boi thuong lai"
    r"|sua quyet dinh)\b"
)


class Gap(TextChoices):
    """What may be missing, in the words of the question that goes to the sender."""

    WORDS = "words", _("Nội dung: Ông/Bà muốn nói việc gì?")
    PLACE = "place", _("Nơi xảy ra: số nhà, hẻm, tổ, thôn hoặc một điểm dễ nhận ra.")
    SENDER = "sender", _("Tên và địa chỉ của người khiếu nại.")
    SIGNATURE = "signature", _("Chữ ký hoặc điểm chỉ của người khiếu nại: gửi ảnh đơn đã ký, hoặc đến ký tại bàn tiếp nhận.")
    DECISION = "decision", _("Quyết định hoặc việc làm bị khiếu nại: số, ngày, của ai; nếu có, gửi kèm ảnh chụp.")
    BODY = "body", _("Tên, địa chỉ của cơ quan hoặc người bị khiếu nại.")
    REQUEST = "request", _("Ông/Bà yêu cầu giải quyết thế nào?")
    FIRST_DECISION = "first_decision", _("Quyết định giải quyết khiếu nại lần đầu.")


@dataclass(frozen=True)
class Missing:
    """One thing, and the law that asks for it; `law` is empty where only common sense does."""

    gap: Gap
    law: str = ""

    @property
    def sentence(self) -> str:
        """The question in the reader's language."""
        return str(self.gap.label)


def missing(
    content: str,
    *,
    text: str,
    place: str = "",
    has_place: bool = False,
    has_contact: bool = False,
    has_files: bool = False,
    is_second: bool = False,
) -> tuple[Missing, ...]:
    """What to ask the sender for, in the order of the letter.

    `has_place`: a hamlet or a position was given. `has_contact`: a name to write to was left. `has_files`: a paper hangs on it; an officer
    sees whether it is signed and whether it is the decision, so neither is asked for twice.
    """
    gaps = [] if text.strip() else [Missing(Gap.WORDS)]
    if content != Content.COMPLAINT:
        return tuple(gaps if place.strip() or has_place else [*gaps, Missing(Gap.PLACE)])
    said = fold(text)
    if not has_contact:
        gaps.append(Missing(Gap.SENDER, FORM))
    if not _BODY.search(said):
        gaps.append(Missing(Gap.BODY, FORM))
    if not has_files and not _DECISION.search(said):
        gaps.append(Missing(Gap.DECISION, FORM))
    if not _WANTED.search(said):
        gaps.append(Missing(Gap.REQUEST, FORM))
    if is_second and not has_files:
        gaps.append(Missing(Gap.FIRST_DECISION, SECOND))
    if not has_files:
        gaps.append(Missing(Gap.SIGNATURE, FORM))
    return tuple(gaps)
