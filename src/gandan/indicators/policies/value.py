"""WHEN a value may be entered, read from a statement, corrected or taken away."""

from datetime import date
from decimal import Decimal
from typing import cast

from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.core.text import private
from gandan.core.text.days import written
from gandan.indicators.calc.times import Time
from gandan.indicators.enums import SPANS, Measure, Nature, Span
from gandan.indicators.models import Indicator, Statement, Value
from gandan.indicators.policies.statement import days, number
from gandan.indicators.writing import figure
from gandan.units.models import Unit

FAR = 1000
UNLIKELY = 409


def enter(indicator: Indicator, *, unit: Unit, time: Time, value: Decimal, today: date) -> Refusal | None:
    """A number that can be, of a time that is over, for a unit that stood then, by a definition that held then."""
    return (
        fits(indicator, time=time)
        or days(time.on, time.period_from, time.period_to)
        or lived(indicator, unit=unit, time=time, today=today)
        or amount(indicator, value=value)
    )


def fits(indicator: Indicator, *, time: Time) -> Refusal | None:
    """The time is whole and of a kind that the indicator has."""
    nature = Nature(indicator.nature)
    if time.span not in SPANS[nature]:
        return Refusal(
            {
                Nature.STOCK: _("Chỉ tiêu này là số có đến một ngày: xin ghi ngày, không ghi kỳ."),
                Nature.FLOW: _("Chỉ tiêu này là số phát sinh: xin ghi kỳ có ngày đầu và ngày cuối."),
                Nature.RATE: _("Tỷ lệ không có lũy kế: xin ghi tỷ lệ của một ngày hoặc của một kỳ."),
            }[nature]
        )
    if not time.is_whole:
        return Refusal(
            _("Xin ghi ngày của số liệu.") if time.span == Span.POINT else _("Xin ghi ngày đầu và ngày cuối kỳ, ngày cuối sau ngày đầu.")
        )
    return None


def lived(indicator: Indicator, *, unit: Unit, time: Time, today: date) -> Refusal | None:
    """Figures are of what has been, under the definition and the borders of their time."""
    last = cast(date, time.last_day)  # `fits` was asked before
    if last > today:
        return Refusal(_("Kỳ này chưa kết thúc (%(day)s). Xin ghi số đến hôm nay, hoặc đợi hết kỳ.") % {"day": written(last)})
    if indicator.valid.upper is not None and last >= indicator.valid.upper:
        return Refusal(_("Chỉ tiêu này đã ngừng trước ngày %(day)s.") % {"day": written(last)})
    if not unit.exists(last):
        return Refusal(
            _("Ngày %(day)s không có đơn vị này. Số liệu giữ theo đơn vị lúc ấy: xin chọn đơn vị của ngày đó.") % {"day": written(last)}
        )
    return None


def amount(indicator: Indicator, *, value: Decimal) -> Refusal | None:
    """What is counted is a whole number; nothing but a rate is below nought."""
    refused = number(value)
    if refused is not None:
        return refused
    if value < 0 and indicator.nature != Nature.RATE:
        return Refusal(_("Số liệu không thể âm. Muốn sửa số đã ghi, xin dùng “Đính chính”."))
    if indicator.measure == Measure.PERCENT and not 0 <= value <= 100:
        return Refusal(_("Tỷ lệ nằm trong khoảng từ 0 đến 100%. Xin xem lại dấu phẩy: 74,77 hay 7.477?"), status=422)
    if indicator.measure == Measure.COUNT and value != value.to_integral_value():
        return Refusal(_("Số đếm là số nguyên. Xin xem lại dấu phẩy: 1.250 là một nghìn hai trăm năm mươi."))
    return None


def likely(indicator: Indicator, *, value: Decimal, before: Decimal | None, sure: bool) -> Refusal | None:
    """Far beyond the last number it is asked once more: a nought too many is typed sooner than noticed."""
    if sure or not before or indicator.measure == Measure.PERCENT or value < FAR * before:
        return None
    said = _(
        "Số vừa ghi là %(new)s, gấp hơn 1.000 lần số trước (%(old)s). Có đúng không? Nếu đúng, xin đánh dấu “Tôi đã xem lại, số này đúng”."
    )
    return Refusal(said % {"new": figure(value, indicator.measure), "old": figure(before, indicator.measure)}, status=UNLIKELY)


def already() -> Refusal:
    """There is a value of this unit and time."""
    return Refusal(_("Đơn vị này đã có số của kỳ này. Muốn đổi, xin dùng “Đính chính” ở số đã ghi: số cũ vẫn được giữ."))


def read(statement: Statement, *, indicator: Indicator) -> Refusal | None:
    """A statement that stands, in the measure of the indicator."""
    if statement.is_retracted or statement.is_corrected:
        return Refusal(_("Số liệu này đã được gỡ hoặc đính chính nên không gắn vào chỉ tiêu nữa."))
    if statement.measure != indicator.measure:
        return Refusal(
            _("Đơn vị đo khác nhau: số liệu là %(stated)s, chỉ tiêu là %(measure)s.")
            % {"stated": statement.get_measure_display(), "measure": indicator.get_measure_display()}
        )
    return None


def correct(value: Value, *, reason: str) -> Refusal | None:
    """The last of its chain, with a reason that everybody who sees the number can read."""
    if hasattr(value, "corrected_by"):
        return Refusal(_("Số này đã được đính chính; xin sửa trên số mới nhất."))
    if value.value is None:
        return Refusal(_("Số này đã được bỏ; xin ghi lại như số mới."))
    if not reason.strip():
        return Refusal(_("Xin ghi lý do, để người đã dùng số cũ hiểu."))
    return private.refusal(reason) if value.indicator.is_public else None


def changes(value: Value, *, number: Decimal, bound: str) -> Refusal | None:
    """A correction says something else."""
    if value.value == number and value.bound == bound:
        return Refusal(_("Số mới giống số đã ghi."))
    return None


def no_unit() -> Refusal:
    """The text does not say of which unit it speaks, so whoever reads it has to."""
    return Refusal(_("Xin chọn đơn vị mà số liệu này nói tới."))
