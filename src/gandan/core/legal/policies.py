"""WHEN a rule or a day of the calendar may be changed. Reads, never writes."""

from datetime import date
from fractions import Fraction

from django.utils.translation import gettext as _

from gandan.core.access.refusal import Refusal
from gandan.core.calendar.models import CalendarDay
from gandan.core.calendar.queries import is_shipped
from gandan.core.legal.adapters import fixed
from gandan.core.legal.enums import Bound, Measure, Origin
from gandan.core.legal.models import LegalRule
from gandan.core.text.days import written

FIRST_YEAR = 2010  # no deadline that anybody still waits for was set before
YEARS_AHEAD = 2  # notices on days off come a year ahead at most


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
            % {"day": written(newest.valid.lower)}
        )
    return None


def tighter(rule: LegalRule, *, value: Fraction, measure: str, bound: str) -> Refusal | None:
    """A rule that protects the people from the office holds at least as the program brings it: more days of posting, fewer codes."""
    least = fixed().get(rule.code)
    if least is None:
        return None
    same = (measure, bound) == (least.measure, least.bound)
    holds = {Bound.AT_LEAST: value >= least.fraction, Bound.AT_MOST: value <= least.fraction}.get(least.bound, value == least.fraction)
    if same and holds:
        return None
    held = " ".join(str(w) for w in (Bound(least.bound).label, least.fraction, Measure(least.measure).label))
    return Refusal(_("Quy định này bảo vệ người dân nên không nới được: phải giữ %(held)s, hoặc chặt hơn.") % {"held": held})


def withdraw(rule: LegalRule, *, today: date) -> Refusal | None:
    """Only the last version, only an office's own, and only before it begins: no date was given under it yet."""
    if rule.valid.isempty:
        return Refusal(_("Phiên bản này đã được rút rồi."))
    if rule.origin != Origin.OFFICE:
        return Refusal(_("Phiên bản kèm phần mềm không rút được. Nếu con số đã đổi, xin thêm phiên bản mới."))
    if rule.valid.lower is None or rule.valid.lower <= today:
        return Refusal(
            _("Phiên bản này đã áp dụng từ ngày %(day)s nên được giữ để giải thích các hạn đã đặt. Nếu con số sai, xin thêm phiên bản mới.")
            % {"day": written(rule.valid.lower) if rule.valid.lower else "…"}
        )
    if LegalRule.objects.filter(code=rule.code, valid__isempty=False, valid__startswith__gt=rule.valid.lower).exists():
        return Refusal(_("Sau phiên bản này còn phiên bản khác; xin rút phiên bản sau cùng trước."))
    return None


def withdraw_day(row: CalendarDay) -> Refusal | None:
    """What came with the program is not taken back but overruled by another notice."""
    if is_shipped(row):
        return Refusal(
            _("Ngày này có sẵn trong phần mềm nên không rút được. Nếu đã có văn bản khác, xin ghi lại ngày này theo văn bản ấy.")
        )
    return None


def set_day(day: date, *, reason: str, source: str, today: date) -> Refusal | None:
    """A day is taken off or made up only with a reason and the notice that says so."""
    if not FIRST_YEAR <= day.year <= today.year + YEARS_AHEAD:
        return Refusal(
            _("Lịch nhận các ngày từ năm %(first)s đến hết năm %(last)s. Xin xem lại năm.")
            % {"first": FIRST_YEAR, "last": today.year + YEARS_AHEAD}
        )
    if not reason.strip():
        return Refusal(_("Xin ghi lý do nghỉ hoặc làm bù."))
    if not source.strip():
        return Refusal(_("Xin ghi văn bản thông báo ngày nghỉ hoặc làm bù."))
    return None
