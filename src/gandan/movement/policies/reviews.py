"""WHEN a model is reviewed: registered is not effective, and effective is never said without something that shows it."""

from datetime import date

from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.core.text import private
from gandan.movement.enums import Deed, Result
from gandan.movement.models import Practice, Visit
from gandan.movement.policies.life import shown_since
from gandan.movement.policies.state import possible
from gandan.movement.policies.words import BAD
from gandan.movement.policies.words import reason as said


def review(practice: Practice, *, year: int, result: str, reason: str, visit: Visit | None, today: date) -> Refusal | None:
    """Of a year in which it stood, with a reason; what works has a visit, a number, evidence or something tied to it from that year on."""
    if (refusal := possible(practice, Deed.REVIEW)) is not None:
        return refusal
    first = practice.registered_on.year if practice.registered_on else today.year
    if not first <= year <= today.year:
        return Refusal(_("Xin chọn năm từ %(first)s đến %(last)s.") % {"first": first, "last": today.year}, status=BAD)
    if result not in Result.values:
        return Refusal(_("Xin chọn kết quả rà soát."), status=BAD)
    if visit is not None and visit.practice_id != practice.pk:
        return Refusal(_("Buổi thăm này thuộc mô hình khác. Xin chọn lại."), status=BAD)
    if result == Result.EFFECTIVE and not shown_since(practice, date(year, 1, 1), today=today):
        return Refusal(_("Chưa có buổi thăm, số đo hay bằng chứng nào của năm ấy. Xin đi thăm, hoặc đề nghị bổ sung rồi rà soát."))
    return said(reason) or private.refusal(reason)
