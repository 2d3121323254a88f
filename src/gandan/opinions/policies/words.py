"""Words that people typed: enough of them, and not more than fit."""

from django.utils.translation import gettext as _

from gandan.core.access import Refusal

BAD = 422
SHORTEST_REASON = 10  # "bận" and "." are no reasons that somebody can judge by
LONGEST = {"text": 8000, "place": 300, "reason": 1000, "opening": 500, "law": 300, "title": 200, "label": 40, "name": 80, "query": 500}
LONGEST |= {"question": 8000, "answer": 8000, "template": 8000, "template_title": 120}
LONGEST["objection"] = LONGEST["reason"]  # it stands with the case as one


def fits(text: str, *, what: str, least: int = 1) -> Refusal | None:
    """`what` names the field; the sentence says what to write."""
    if len(text.strip()) < least:
        return Refusal(_missing(what), status=BAD)
    if len(text.strip()) > LONGEST[what]:
        return Refusal(_("Đoạn này dài quá %(most)s ký tự. Xin viết gọn lại.") % {"most": LONGEST[what]}, status=BAD)
    return None


def reason(text: str) -> Refusal | None:
    """A reason that those who wait read on their page."""
    return fits(text, what="reason", least=SHORTEST_REASON)


def _missing(what: str) -> str:
    clearer = _("Xin ghi rõ hơn, ít nhất %(least)s ký tự.") % {"least": SHORTEST_REASON}
    return {
        "text": clearer,
        "objection": clearer,
        "place": _("Xin ghi nơi có việc: tên đường, xóm, hoặc chọn thôn, tổ dân phố."),
        "reason": _("Xin ghi lý do, ít nhất %(least)s ký tự; người gửi đọc được lý do này.") % {"least": SHORTEST_REASON},
        "opening": _("Xin ghi vì sao cần mở liên hệ, ít nhất %(least)s ký tự; người gửi đọc được lý do này.") % {"least": SHORTEST_REASON},
        "law": _("Xin ghi căn cứ: điều, khoản, văn bản."),
        "title": _("Xin ghi tiêu đề."),
        "question": _("Xin ghi câu hỏi như mọi người sẽ đọc."),
        "answer": _("Xin ghi câu trả lời như mọi người sẽ đọc."),
        "label": _("Xin ghi nhãn."),
        "name": _("Xin ghi tên bộ lọc."),
        "query": _("Xin chọn ít nhất một điều kiện lọc."),
        "template": _("Xin ghi nội dung mẫu."),
        "template_title": _("Xin ghi tên mẫu."),
    }[what]
