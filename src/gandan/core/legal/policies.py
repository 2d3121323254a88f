"""WHEN a rule or a day of the calendar may be changed. Reads, never writes."""

from datetime import date

from django.utils.translation import gettext as _

from gandan.core.access.refusal import Refusal
from gandan.core.legal.models import LegalRule


def change(rule: LegalRule, *, source: str, article: str, checked: bool, first: date) -> Refusal | None:
    """A new version follows the newest one, and names where its number stands.

    A version that began earlier is never rewritten: dates that were given under it must stay explainable.
    """
    newest = LegalRule.objects.filter(code=rule.code).order_by("-valid").first() or rule
    if not source.strip():
        return Refusal(_("Xin ghi rõ văn bản quy định con số này."))
    if checked and not article.strip():
        return Refusal(_("Đã đối chiếu thì xin ghi điều, khoản đã đọc."))
    if newest.valid.lower is not None and first <= newest.valid.lower:
        return Refusal(
            _(
                "Phiên bản mới phải có hiệu lực sau ngày %(day)s, là ngày phiên bản gần nhất bắt đầu. "
                "Phiên bản cũ được giữ để giải thích các hạn đã đặt."
            )
            % {"day": newest.valid.lower.strftime("%d/%m/%Y")}
        )
    return None


def set_day(*, reason: str, source: str) -> Refusal | None:
    """A day is taken off or made up only with a reason and the notice that says so."""
    if not reason.strip():
        return Refusal(_("Xin ghi lý do nghỉ hoặc làm bù."))
    if not source.strip():
        return Refusal(_("Xin ghi văn bản thông báo ngày nghỉ hoặc làm bù."))
    return None
