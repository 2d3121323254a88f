"""Words that people typed: enough of them, and not more than fit."""

from django.utils.translation import gettext as _

from gandan.core.access import Refusal

BAD = 422
SHORTEST = 10  # "xong" and "." are no words that somebody can judge by
LONGEST = {"title": 200, "source": 300, "formed_by": 120, "criterion": 300, "explained": 1000, "grade": 80, "number": 60}
LONGEST |= {"signed_as": 120, "signed_by": 80, "decision": 300, "own_reason": 1000, "card_reason": 2000, "reason": 500}
LONGEST |= {"posting": 8000, "objection": 4000, "reply": 4000}


def fits(text: str, *, what: str, least: int = 1) -> Refusal | None:
    """`what` names the field; the sentence says what to write."""
    if len(text.strip()) < least:
        return Refusal(_missing(what), status=BAD)
    if len(text.strip()) > LONGEST[what]:
        return Refusal(_("Đoạn này dài quá %(most)s ký tự. Xin viết gọn lại.") % {"most": LONGEST[what]}, status=BAD)
    return None


def _missing(what: str) -> str:
    return {
        "title": _("Xin ghi tên gọi."),
        "source": _("Xin ghi phiếu chấm theo văn bản nào; nếu đơn vị tự đặt, xin ghi rõ như vậy."),
        "formed_by": _("Xin ghi số quyết định thành lập hội đồng."),
        "criterion": _("Xin ghi tên từng tiêu chí."),
        "grade": _("Xin ghi tên từng mức xếp loại."),
        "number": _("Xin ghi số quyết định."),
        "signed_as": _("Xin ghi chức vụ người ký."),
        "decision": _("Xin ghi trích yếu quyết định."),
        "card_reason": _("Xin ghi nhận xét, ít nhất %(least)s ký tự: vì sao Ông/Bà cho số điểm này.") % {"least": SHORTEST},
        "reason": _("Xin ghi lý do, ít nhất %(least)s ký tự.") % {"least": SHORTEST},
        "objection": _("Xin ghi rõ điều Ông/Bà phản đối, ít nhất %(least)s ký tự.") % {"least": SHORTEST},
        "reply": _("Xin ghi câu trả lời, ít nhất %(least)s ký tự; người phản đối đọc được.") % {"least": SHORTEST},
    }[what]
