"""WHEN a figure may be kept as a text states it, corrected or taken back."""

import re
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.core.text import private
from gandan.core.text.days import written
from gandan.core.text.numbers import find
from gandan.indicators.adapters import refused_kind
from gandan.indicators.enums import ErasedFor, Measure
from gandan.indicators.models import Statement
from gandan.indicators.models.exact import LARGEST, plain

MOST_DIGITS = 30
FIRST, LAST = date(1930, 1, 1), date(2100, 12, 31)


def number(value: Decimal) -> Refusal | None:
    """A number that a column can hold and a person can mean."""
    if not value.is_finite() or abs(value) >= LARGEST or len(plain(value).as_tuple().digits) > MOST_DIGITS:
        return Refusal(_("Con số này không đọc được. Xin ghi bằng chữ số, ví dụ 1.250 hoặc 74,77."), status=422)
    return None


def days(*said: date | None) -> Refusal | None:
    """Days that figures of this work can be of."""
    wrong = next((day for day in said if day is not None and not FIRST <= day <= LAST), None)
    if wrong is None:
        return None
    return Refusal(_("Ngày %(day)s có lẽ ghi nhầm năm. Xin ghi ngày từ năm 1930 đến năm 2100.") % {"day": written(wrong)}, status=422)


def state(
    *,
    value: Decimal,
    measure: str,
    quote: str,
    on: date | None,
    period_from: date | None,
    period_to: date | None,
    cumulative: bool,
    source_day: date | None,
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
    if value < 0 and measure != Measure.PERCENT:
        return Refusal(_("Số liệu không thể âm. Xin xem lại con số."), status=422)
    return days(on, period_from, period_to, source_day) or number(value)


def publish(*, value: Decimal, noun: str, quote: str, source_title: str, read: bool) -> Refusal | None:
    """Everybody reads it: nobody private in it, and nothing that is never counted.

    In what was `read` from a text private persons are covered by the reading already, which knows who held an office there.
    """
    kind = refused_kind(noun) or refused_kind(_counted(quote, value))
    if kind is not None:
        return Refusal(str(kind.kind.label), status=422)
    return private.refusal(noun, quote, source_title, names=not read)


def _counted(quote: str, value: Decimal) -> str:
    """The words behind the number, up to the next comma: what it counts. A sentence may speak of other things besides."""
    behind = [quote[q.end : q.end + 60] for q in find(quote) if q.value == value]
    return " | ".join(re.split(r"[,.;:()]", words, maxsplit=1)[0] for words in behind)


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
    return private.refusal(reason) if statement.is_public else None


def erase_words(statement: Statement, *, reason: str) -> Refusal | None:
    """Once, and only for somebody's personal data or a time that is over."""
    if reason not in ErasedFor.values:
        return Refusal(_("Xin chọn lý do xoá: chỉ xoá thông tin riêng của một người hoặc nội dung đã hết thời gian lưu."), status=422)
    return Refusal(_("Câu văn này đã được xoá rồi.")) if statement.is_erased else None
