"""Words that people typed: enough of them, and not more than fit."""

from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.core.text import private

BAD = 422
SHORTEST_REASON = 10  # "không" and "." are no words that somebody can judge by
LONGEST = {"title": 200, "reason": 500, "deeds": 4000, "name": 200, "workplace": 300, "number": 60, "source": 300, "conditions": 1000}


def fits(text: str, *, what: str, missing: str, least: int = 1) -> Refusal | None:
    """`what` names the field, `missing` is the sentence for too little."""
    if len(text.strip()) < least:
        return Refusal(missing, status=BAD)
    if len(text.strip()) > LONGEST[what]:
        return Refusal(_("Đoạn này dài quá %(most)s ký tự. Xin viết gọn lại.") % {"most": LONGEST[what]}, status=BAD)
    return None


def reason(text: str) -> Refusal | None:
    """Who is judged, and who judges after, can follow it."""
    missing = _("Xin ghi lý do, ít nhất %(least)s ký tự, để người có liên quan hiểu vì sao.") % {"least": SHORTEST_REASON}
    return fits(text, what="reason", missing=missing, least=SHORTEST_REASON)


def title(text: str) -> Refusal | None:
    """Everybody reads it once the call is open: nobody private in it."""
    return fits(text, what="title", missing=_("Xin ghi tên đợt xét.")) or private.refusal(text)


def number(text: str, *, missing: str) -> Refusal | None:
    """The number of a paper, as it stands on it."""
    return fits(text, what="number", missing=missing)


def public(*texts: str) -> Refusal | None:
    """What everybody reads names no private person."""
    return private.refusal(*texts)
