"""WHEN offices may be written."""

from datetime import date

from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.core.text.days import written
from gandan.units.enums import OfficeKind
from gandan.units.models import DanVanOwner, Office, Unit

LONGEST = 160


def add(unit: Unit, *, kind: str, name: str, since: date, today: date) -> Refusal | None:
    """One office of a kind in a unit at a time."""
    if kind not in OfficeKind.values:
        return Refusal(_("Hãy chọn loại cơ quan trong danh sách."))
    if not unit.exists(since) or unit.ended is not None:
        return Refusal(_("Vào ngày đó không có đơn vị này, hoặc nay đã kết thúc hoạt động."))
    if since > today:
        return Refusal(_("Ngày bắt đầu ở tương lai. Hãy ghi khi quyết định đã có hiệu lực."))
    if Office.objects.filter(unit=unit, kind=kind, existed__overlap=(since, None)).exists():
        return Refusal(_("Đơn vị đã có cơ quan loại này. Nếu cơ quan đổi tên, hãy ghi tên mới cho cơ quan đó."))
    return named(name)


def note_past(unit: Unit, *, kind: str, name: str, today: date) -> Refusal | None:
    """Of a unit that has ended, once for each kind; a unit that stands adds an office from a day on."""
    if kind not in OfficeKind.values:
        return Refusal(_("Hãy chọn loại cơ quan trong danh sách."))
    if unit.exists(today):
        return Refusal(_("Đơn vị này đang hoạt động. Hãy thêm cơ quan với ngày bắt đầu."))
    if Office.objects.filter(unit=unit, kind=kind).exists():
        return Refusal(_("Đơn vị cũ này đã có cơ quan loại đó."))
    return named(name)


def named(name: str) -> Refusal | None:
    """An office has a name."""
    if not name.strip() or len(name) > LONGEST:
        return Refusal(_("Hãy ghi tên đầy đủ của cơ quan, không quá %(n)s chữ.") % {"n": LONGEST})
    return None


def rename(office: Office, *, name: str, since: date, today: date) -> Refusal | None:
    """A new name follows the last one."""
    last = office.names.order_by("during").last()
    if office.existed.upper is not None:
        return Refusal(_("Cơ quan này đã kết thúc hoạt động."))
    if since > today or (last is not None and last.during.lower is not None and since <= last.during.lower):
        return Refusal(_("Ngày đổi tên phải sau ngày của tên trước và không ở tương lai."))
    return named(name)


def end(office: Office, *, after: date, today: date) -> Refusal | None:
    """An office that holds dân vận work hands it over first."""
    if office.existed.upper is not None:
        return Refusal(_("Cơ quan này đã kết thúc hoạt động."))
    starts = [office.existed.lower, *office.names.values_list("during__startswith", flat=True)]
    if after > today or any(day is not None and after < day for day in starts):
        return Refusal(_("Ngày cuối phải từ ngày bắt đầu, sau lần đổi tên cuối, đến hôm nay."))
    if DanVanOwner.objects.filter(office=office, during__upper_inf=True).exists():
        return Refusal(_("Cơ quan này đang giữ việc dân vận. Hãy giao việc dân vận cho cơ quan khác trước."))
    return None


def own(unit: Unit, *, office: Office, since: date, today: date) -> Refusal | None:
    """The owner of dân vận work is an office of the unit itself, and a change follows the last one."""
    if office.unit_id != unit.pk:
        return Refusal(_("Hãy chọn một cơ quan của chính đơn vị này."))
    if office.existed.upper is not None or (office.existed.lower is not None and since < office.existed.lower):
        return Refusal(_("Vào ngày đó cơ quan này chưa có hoặc đã kết thúc hoạt động."))
    if since > today:
        return Refusal(_("Ngày giao việc ở tương lai. Hãy ghi khi quyết định đã có hiệu lực."))
    last = DanVanOwner.objects.filter(unit=unit).order_by("during").last()
    if last is not None and last.during.lower is not None and since <= last.during.lower:
        return Refusal(_("Ngày giao việc phải sau lần giao trước (%(day)s).") % {"day": written(last.during.lower)})
    if last is not None and last.during.upper is None and last.office_id == office.pk:
        return Refusal(_("Cơ quan này đang giữ việc dân vận rồi."))
    return None
