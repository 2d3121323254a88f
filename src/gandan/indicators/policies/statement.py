"""WHEN a figure may be kept as a text states it, corrected or taken back."""

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.indicators.models import Statement
from gandan.indicators.models.exact import LARGEST


def number(value: Decimal) -> Refusal | None:
    """A number that a column can hold."""
    if not value.is_finite() or abs(value) >= LARGEST:
        return Refusal(_("Con số này không đọc được. Xin ghi bằng chữ số, ví dụ 1.250 hoặc 74,77."), status=422)
    return None


def state(
    *, value: Decimal, quote: str, on: date | None, period_from: date | None, period_to: date | None, cumulative: bool
) -> Refusal | None:
    """A figure without its sentence is nobody's word; a running total says from when to when."""
    if not quote.strip():
        return Refusal(_("Xin ghi câu văn có con số này: số liệu luôn đi cùng câu nói ra nó."))
    if (period_from is None) != (period_to is None) or (on is not None and period_from is not None):
        return Refusal(_("Xin ghi một ngày, hoặc một kỳ có ngày đầu và ngày cuối."))
    if period_from is not None and period_to is not None and period_to < period_from:
        return Refusal(_("Ngày cuối kỳ phải sau ngày đầu kỳ."))
    if cumulative and period_from is None:
        return Refusal(_("Số lũy kế cần ngày đầu và ngày cuối."))
    return number(value)


def correct(statement: Statement) -> Refusal | None:
    """What stands can be corrected, once; the next correction is made on the row that stands then."""
    if statement.is_retracted:
        return Refusal(_("Số liệu này đã được gỡ nên không sửa nữa."))
    if statement.is_corrected:
        return Refusal(_("Số liệu này đã được đính chính; xin sửa trên bản đính chính."))
    return None


def retract(statement: Statement, *, reason: str) -> Refusal | None:
    """Taken back once, with a reason for those who cited it."""
    if statement.is_retracted:
        return Refusal(_("Số liệu này đã được gỡ rồi."))
    if statement.is_corrected:
        return Refusal(_("Số liệu này đã được đính chính; xin gỡ bản đính chính."))
    if not reason.strip():
        return Refusal(_("Xin ghi lý do gỡ, để ai đã dẫn số này hiểu."))
    return None
