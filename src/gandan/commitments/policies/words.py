"""Words that people typed: enough of them, and not more than fit."""

from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from gandan.core.access import Refusal

BAD = 422
SHORTEST_OBJECTION = SHORTEST_REASON = 10  # "xong", "bận" and "." are no words that somebody can judge by
LONGEST = {"title": 200, "deliverable": 300, "beneficiary": 200, "reason": 500, "note": 1000, "proof": 1000, "summary": 1000}
LONGEST |= {"text": 2000, "url": 500}


def fits(text: str, *, what: str, least: int = 1) -> Refusal | None:
    """`what` names the field; the sentence says what to write."""
    if len(text.strip()) < least:
        return Refusal(_missing(what), status=BAD)
    if len(text.strip()) > LONGEST[what]:
        return Refusal(_("Đoạn này dài quá %(most)s ký tự. Xin viết gọn lại.") % {"most": LONGEST[what]}, status=BAD)
    return None


def _missing(what: str) -> str:
    return {
        "title": _("Xin ghi tên việc."),
        "deliverable": _("Xin ghi sản phẩm cụ thể: nhìn vào đâu thì biết việc đã xong."),
        "reason": _("Xin ghi lý do, ít nhất %(least)s ký tự; mọi người đều đọc được lý do này.") % {"least": SHORTEST_REASON},
        "note": _("Xin ghi vài chữ."),
        "proof": _("Xin ghi rõ bằng chứng, ít nhất %(least)s ký tự.") % {"least": SHORTEST_REASON},
        "summary": _("Xin ghi việc đã làm được gì, ít nhất %(least)s ký tự.") % {"least": SHORTEST_REASON},
        "text": _("Xin ghi rõ việc gì chưa xong, ít nhất %(least)s ký tự.") % {"least": SHORTEST_OBJECTION},
    }[what]


def address(url: str) -> Refusal | None:
    """A link of the web that a browser can open."""
    parts = urlsplit(url.strip())
    if parts.scheme not in {"http", "https"} or not parts.hostname or any(c.isspace() for c in url.strip()):
        return Refusal(_("Xin ghi liên kết đầy đủ, bắt đầu bằng https://."), status=BAD)
    return fits(url, what="url")
