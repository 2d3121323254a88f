"""WHEN an indicator may be defined, renamed or ended."""

import re
from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.core.text import fold
from gandan.core.text.days import written
from gandan.indicators.adapters import refused_kind
from gandan.indicators.enums import Measure, Nature
from gandan.indicators.models import Indicator

CODE = re.compile(r"[a-z][a-z0-9_]{1,30}(\.[a-z0-9_]{1,30}){1,2}")


def define(*, code: str, name: str, measure: str, nature: str, noun: str, source: str, texts: Sequence[str]) -> Refusal | None:
    """A code and a name of its own, a noun for what is counted, and nothing that is never counted here."""
    if not CODE.fullmatch(code):
        return Refusal(_("Mã gồm chữ thường không dấu, chữ số, dấu gạch dưới; các phần cách nhau bằng dấu chấm, ví dụ works.wells."))
    if Indicator.objects.filter(code=code).exists():
        return Refusal(_("Mã %(code)s đã có chỉ tiêu khác dùng. Mã không dùng lại, kể cả khi chỉ tiêu đã ngừng.") % {"code": code})
    if measure == Measure.PERCENT and nature != Nature.RATE:
        return Refusal(_("Đơn vị là % thì chỉ tiêu là tỷ lệ."))
    return wording(name=name, noun=noun, measure=measure, source=source, texts=(code, *texts))


def wording(*, name: str, noun: str, measure: str, source: str, texts: Sequence[str], own: Indicator | None = None) -> Refusal | None:
    """What holds for a first definition and for every later one."""
    if not fold(name):
        return Refusal(_("Xin ghi tên chỉ tiêu."))
    if measure == Measure.COUNT and not noun.strip():
        return Refusal(_("Xin ghi đếm cái gì: hộ, cuộc, căn, mô hình…"))
    if not source.strip():
        return Refusal(_("Xin ghi căn cứ: văn bản hoặc cơ quan đặt ra chỉ tiêu này."))
    kind = refused_kind(name, noun, *texts)
    if kind is not None:
        return Refusal(str(kind.kind.label))
    same = Indicator.objects.filter(name_folded=fold(name)).first()
    if same is not None and same != own:
        return Refusal(_("Đã có chỉ tiêu tên này: mã %(code)s.") % {"code": same.code})
    return None


def redefine(indicator: Indicator, *, name: str, noun: str, source: str, texts: Sequence[str], first: date) -> Refusal | None:
    """A new definition follows the last one: values that were given under it must stay explainable."""
    if indicator.is_ended:
        return Refusal(_("Chỉ tiêu này đã ngừng nên không đổi định nghĩa nữa."))
    last = indicator.definitions.order_by("-valid").first()
    if last is not None and last.valid.lower is not None and first <= last.valid.lower:
        return Refusal(
            _("Định nghĩa mới phải có hiệu lực sau ngày %(day)s, là ngày định nghĩa hiện nay bắt đầu.") % {"day": written(last.valid.lower)}
        )
    return wording(name=name, noun=noun, measure=indicator.measure, source=source, texts=texts, own=indicator)


def end(indicator: Indicator, *, last: date, today: date) -> Refusal | None:
    """Ended once, not before its last definition began, and not for days to come: until then figures may still arrive."""
    if indicator.is_ended:
        return Refusal(_("Chỉ tiêu này đã ngừng rồi."))
    if last > today:
        return Refusal(_("Ngày cuối không thể là ngày chưa tới."))
    newest = indicator.definitions.order_by("-valid").first()
    if newest is not None and newest.valid.lower is not None and last < newest.valid.lower:
        return Refusal(_("Ngày cuối phải từ ngày %(day)s, là ngày định nghĩa hiện nay bắt đầu.") % {"day": written(newest.valid.lower)})
    return None
