"""WHEN a unit may pledge a number of days, and a topic may be given to an office."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.core.text.days import written
from gandan.opinions import topics
from gandan.opinions.models import Pledge
from gandan.units.enums import Level, OfficeKind
from gandan.units.models import Office, Unit
from gandan.units.queries import ancestor_ids

FEWEST, MOST = 1, 30  # working days; the database holds them too
AHEAD = timedelta(days=366)


def set_pledge(unit: Unit, *, days: int, from_day: date, today: date) -> Refusal | None:
    """A pledge binds what comes from its day on: never what was received before, for that has its date."""
    if not FEWEST <= days <= MOST:
        return Refusal(_("Xin cam kết từ %(fewest)s đến %(most)s ngày làm việc.") % {"fewest": FEWEST, "most": MOST})
    if from_day < today:
        return Refusal(_("Cam kết mới chỉ áp dụng từ hôm nay trở đi: ý kiến đã nhận giữ ngày đã hẹn."))
    if from_day > today + AHEAD:
        return Refusal(_("Xin chọn ngày bắt đầu trong vòng một năm tới."))
    if not unit.exists(from_day):
        return Refusal(_("Vào ngày đó không có đơn vị này, hoặc nay đã kết thúc hoạt động."))
    running = Pledge.objects.filter(unit=unit, during__contains=today).first()
    if running is not None and running.during.lower == from_day == today:
        if running.days == days:
            return Refusal(_("Đơn vị đang cam kết đúng số ngày này."))
        return Refusal(
            _("Hôm nay đơn vị đã đặt cam kết %(days)s ngày làm việc và có thể đã hẹn dân theo số đó. Xin chọn từ ngày %(day)s.")
            % {"days": running.days, "day": written(today + timedelta(days=1))}
        )
    at_the_time = Pledge.objects.filter(unit=unit, during__contains=from_day).first()
    if at_the_time is not None and at_the_time.days == days and at_the_time.during.lower <= from_day and at_the_time.during.upper is None:
        return Refusal(_("Đơn vị đang cam kết đúng số ngày này."))
    return None


def set_competence(*, topic: str, level: str, unit: Unit | None, kind: str, office: Office | None, today: date) -> Refusal | None:
    """A topic of the list goes to a kind of office, or in one unit to one very office that stands there or above."""
    if topic and topics.get(topic) is None:
        return Refusal(_("Hãy chọn lĩnh vực trong danh sách."))
    if level not in Level.values or (unit is not None and unit.level != level):
        return Refusal(_("Hãy chọn đúng cấp của đơn vị."))
    if unit is not None and not unit.exists(today):
        return Refusal(_("Đơn vị này đã kết thúc hoạt động."))
    if bool(kind) == (office is not None):
        return Refusal(_("Hãy chọn một loại cơ quan, hoặc một cơ quan cụ thể."))
    return _one(unit, office, today=today) if office is not None else _kind(unit, kind, today=today)


def _kind(unit: Unit | None, kind: str, *, today: date) -> Refusal | None:
    if kind not in OfficeKind.values:
        return Refusal(_("Hãy chọn loại cơ quan trong danh sách."))
    if unit is not None and not Office.objects.filter(unit=unit, kind=kind, existed__contains=today).exists():
        return Refusal(_("Đơn vị chưa có cơ quan loại này. Hãy thêm cơ quan trước, hoặc chọn cơ quan khác."))
    return None


def _one(unit: Unit | None, office: Office, *, today: date) -> Refusal | None:
    if unit is None:
        return Refusal(_("Một cơ quan cụ thể chỉ giao được cho một đơn vị cụ thể."))
    if not Office.objects.filter(pk=office.pk, existed__contains=today).exists():
        return Refusal(_("Cơ quan này đã kết thúc hoạt động."))
    if office.unit_id not in ancestor_ids(unit.pk, on=today):
        return Refusal(_("Hãy chọn cơ quan của chính đơn vị hoặc của cấp trên."))
    return None
