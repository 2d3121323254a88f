"""WHEN hamlets and their counts may be written."""

from datetime import date

from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.core.text import is_name
from gandan.units.enums import HamletKind, Level
from gandan.units.gazetteer.names import squeeze
from gandan.units.models import Hamlet, HouseholdCount, Unit
from gandan.units.models.time import first_day, last_day

LONGEST = 100
DIGITS = 3  # the largest cities number up to some hundreds


def key_of(name: str) -> str:
    """Letters and digits without accents, a leading nought dropped: "Thôn 01" is Thôn 1."""
    squeezed = squeeze(name)
    return squeezed.lstrip("0") or squeezed


def name(unit: Unit, *, kind: str, name: str, on: date, but: Hamlet | None = None) -> Refusal | None:
    """A hamlet has a name of its own in its commune at a time."""
    if kind not in HamletKind.values:
        return Refusal(_("Hãy chọn loại: thôn, tổ dân phố, ấp, bản…"))
    if not key_of(name):
        return Refusal(_("Hãy ghi tên thôn, tổ dân phố, ví dụ “1” hoặc “Đông Thịnh”."))
    if not is_name(name, letters=False) or (key_of(name).isdigit() and len(key_of(name)) > DIGITS):
        return Refusal(_("Tên thôn, tổ dân phố chỉ gồm chữ, hoặc một số từ 1 đến 999. Hãy xóa ký hiệu lạ rồi ghi lại."))
    if len(name) > LONGEST:
        return Refusal(_("Tên dài quá %(n)s chữ. Hãy ghi tên ngắn hơn.") % {"n": LONGEST})
    same = Hamlet.objects.filter(unit=unit, kind=kind, key=key_of(name), existed__overlap=(on, None))
    if (same.exclude(pk=but.pk) if but else same).exists():
        named = {"kind": HamletKind(kind).label.lower()}
        return Refusal(_("Ở đây đã có %(kind)s tên này. Hãy ghi tên khác, hoặc kết thúc tên cũ trước.") % named)
    return None


def add(unit: Unit, *, kind: str, name_: str, since: date, today: date) -> Refusal | None:
    """Hamlets lie in communes that exist."""
    if unit.level != Level.COMMUNE:
        return Refusal(_("Thôn, tổ dân phố chỉ thuộc xã, phường, đặc khu."))
    if since > today:
        return Refusal(_("Ngày bắt đầu ở tương lai. Hãy ghi khi việc thành lập đã có hiệu lực."))
    if not unit.exists(since) or unit.ended is not None:
        return Refusal(_("Vào ngày đó không có đơn vị này, hoặc nay đã kết thúc hoạt động."))
    return name(unit, kind=kind, name=name_, on=since)


def end(hamlet: Hamlet, *, after: date, today: date) -> Refusal | None:
    """It ends once, not before it began, and not in the future."""
    starts = [hamlet.existed.lower, *hamlet.places.values_list("during__startswith", flat=True)]  # it may have gone to another commune
    if hamlet.existed.upper is not None:
        return Refusal(_("Thôn, tổ dân phố này đã kết thúc."))
    if after > today or any(day is not None and after < day for day in starts):
        return Refusal(_("Ngày cuối phải từ ngày bắt đầu đến hôm nay."))
    return None


def rename(hamlet: Hamlet, *, kind: str, name_: str, today: date) -> Refusal | None:
    """Correct or change the name of one that still is."""
    if hamlet.existed.upper is not None:
        return Refusal(_("Thôn, tổ dân phố này đã kết thúc nên không đổi tên được."))
    return name(hamlet.unit, kind=kind, name=name_, on=today, but=hamlet)


def count(hamlet: Hamlet, *, counted_on: date, households: int, corrects: HouseholdCount | None, today: date) -> Refusal | None:
    """Votes are measured by the number of households, so no count is overwritten: a wrong one gets a correction that names it."""
    began, ended = first_day(hamlet.existed), last_day(hamlet.existed)
    if households < 1:
        return Refusal(_("Số hộ phải là số nguyên từ 1 trở lên."))
    if counted_on > today:
        return Refusal(_("Ngày đếm số hộ ở tương lai. Hãy ghi ngày thực tế đã đếm."))
    if (began is not None and counted_on < began) or (ended is not None and counted_on > ended):
        return Refusal(_("Vào ngày đó chưa có hoặc không còn thôn, tổ dân phố này."))
    if corrects is None:
        if HouseholdCount.objects.filter(hamlet=hamlet, counted_on=counted_on, corrects=None).exists():
            return Refusal(_("Ngày này đã có số hộ. Nếu số đó sai, hãy ghi đính chính để giữ lại cả số cũ."))
        return None
    if corrects.hamlet_id != hamlet.pk or corrects.counted_on != counted_on:
        return Refusal(_("Đính chính phải cùng thôn, tổ dân phố và cùng ngày với số được đính chính."))
    if HouseholdCount.objects.filter(corrects=corrects).exists():
        return Refusal(_("Số này đã được đính chính. Hãy đính chính số mới nhất."))
    return None
