"""Words that people typed: enough of them, not more than fit, and nobody private in what everybody will read."""

from django.utils.translation import gettext as _

from gandan.commitments.policies.words import BAD, address
from gandan.core.access import Refusal

__all__ = ["BAD", "LONGEST", "SHORTEST_REASON", "address", "fits", "reason"]

SHORTEST_REASON = 10  # "không đạt" says nothing that somebody can mend by
LONGEST = {"reason": 1000, "note": 1000, "url": 500, "text": 8000}


def fits(text: str, *, what: str, least: int = 1) -> Refusal | None:
    """`what` names the field; the sentence says what to write."""
    if len(text.strip()) < least:
        return Refusal(_missing(what), status=BAD)
    if len(text.strip()) > LONGEST[what]:
        return Refusal(_("Đoạn này dài quá %(most)s ký tự. Xin viết gọn lại.") % {"most": LONGEST[what]}, status=BAD)
    return None


def reason(text: str) -> Refusal | None:
    """Why, in words that somebody can judge by."""
    return fits(text, what="reason", least=SHORTEST_REASON)


def _missing(what: str) -> str:
    return {
        "reason": _("Xin ghi lý do, ít nhất %(least)s ký tự.") % {"least": SHORTEST_REASON},
        "note": _("Xin ghi rõ hơn, ít nhất %(least)s ký tự.") % {"least": SHORTEST_REASON},
        "url": _("Xin ghi liên kết."),
        "text": _("Xin ghi nội dung đánh giá."),
    }[what]
