"""WHEN units may be merged, split, renamed, abolished."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from django.db.models import Model
from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.units.enums import Kind, Level
from gandan.units.models import DanVanOwner, Hamlet, HamletPlace, Office, OfficeName, Unit, UnitCode, UnitParent

DECREE = re.compile(r"[\w./-]{3,80}")
FINEST = 1_000_000  # shares are kept with six decimals
ORDER = {Level.PROVINCE: 0, Level.DISTRICT: 1, Level.COMMUNE: 2}


def begin(unit: Unit, *, first_day: date) -> Refusal | None:
    """The unit still is, and was there before the day of the change."""
    if unit.ended is not None:
        return Refusal(_("Đơn vị này đã kết thúc hoạt động."))
    if unit.began is not None and first_day <= unit.began:
        return Refusal(_("Ngày thay đổi phải sau ngày đơn vị được thành lập."))
    latest = unit.names.order_by("during").last(), unit.parents.order_by("during").last(), unit.codes.order_by("during").last()
    if any(row is not None and row.during.lower is not None and first_day <= row.during.lower for row in latest):
        return Refusal(_("Ngày thay đổi phải sau lần thay đổi trước của đơn vị."))
    return None


def nothing_later(unit: Unit, *, first_day: date) -> Refusal | None:
    """What ends with a unit, or goes on without it, began before: an office of May does not end in April."""
    rows: list[tuple[type[Model], str, str]] = [
        (Office, "unit", "existed"),
        (OfficeName, "office__unit", "during"),
        (DanVanOwner, "unit", "during"),
        (HamletPlace, "unit", "during"),
        (UnitParent, "parent", "during"),
    ]
    for model, owner, period in rows:
        later = {owner: unit, f"{period}__upper_inf": True, f"{period}__startswith__gte": first_day}
        if model._default_manager.filter(**later).exists():
            return Refusal(_("Ngày thay đổi phải sau lần thay đổi trước của đơn vị."))
    return None


def ends(unit: Unit, *, first_day: date) -> Refusal | None:
    """A unit can end on the day before."""
    return begin(unit, first_day=first_day) or nothing_later(unit, first_day=first_day)


def when(*, first_day: date, decree: str, today: date) -> Refusal | None:
    """A reorganisation is written when it has taken effect, with the number of its decree."""
    if first_day > today:
        return Refusal(_("Nghị quyết chưa có hiệu lực. Hãy ghi từ ngày có hiệu lực."))
    if not DECREE.fullmatch(decree):
        return Refusal(_("Hãy ghi số nghị quyết, liền nhau, ví dụ 1668/NQ-UBTVQH15."))
    return None


def new(
    *, level: str, kind: str, name: str, code: str, parent: Unit | None, first_day: date, ending: Sequence[Unit] = ()
) -> Refusal | None:
    """A new unit has a kind, a name, a code nobody bears, and a living unit of a higher tier above it."""
    if kind not in Kind.values or not name.strip():
        return Refusal(_("Hãy ghi loại và tên của đơn vị mới."))
    if (parent is None) != (level == Level.PROVINCE):
        return Refusal(_("Đơn vị dưới cấp tỉnh phải thuộc một đơn vị cấp trên."))
    if parent is not None and not above(parent, level, first_day):
        return Refusal(_("Đơn vị cấp trên không đúng cấp hoặc không còn hoạt động."))
    return code_is_free(level=level, code=code, first_day=first_day, ending=ending)


def above(parent: Unit, level: str, first_day: date) -> bool:
    """Whether a unit can be the parent of one of this level from a day on."""
    return ORDER[Level(parent.level)] < ORDER[Level(level)] and parent.ended is None and parent.exists(first_day)


def receives(unit: Unit, old: Unit, *, first_day: date) -> Refusal | None:
    """A living unit of the same level takes a part."""
    if unit.pk == old.pk or unit.level != old.level or unit.ended is not None or not unit.exists(first_day):
        return Refusal(_("Đơn vị nhận phải cùng cấp và đang hoạt động."))
    return None


def code_is_free(*, level: str, code: str, first_day: date, ending: Sequence[Unit] = ()) -> Refusal | None:
    """A code has one bearer a day; those that end the day before no longer bear it."""
    if not re.fullmatch(r"[0-9]{2,8}", code):
        return Refusal(_("Mã đơn vị gồm 2 đến 8 chữ số."))
    if UnitCode.objects.filter(level=level, code=code, during__overlap=(first_day, None)).exclude(unit__in=ending).exists():
        return Refusal(_("Mã này đang thuộc đơn vị khác."))
    return None


def merge(units: Sequence[Unit], *, first_day: date, decree: str, today: date) -> Refusal | None:
    """Living units of one level, each once."""
    if not units or len({u.pk for u in units}) != len(units) or len({u.level for u in units}) != 1:
        return Refusal(_("Hãy chọn các đơn vị khác nhau cùng một cấp để sáp nhập."))
    return when(first_day=first_day, decree=decree, today=today) or next(filter(None, (ends(u, first_day=first_day) for u in units)), None)


def split(
    unit: Unit, *, shares: Sequence[Fraction], hamlets: Mapping[Hamlet, object], first_day: date, decree: str, today: date
) -> Refusal | None:
    """Two parts at least that make the whole; a person says for each hamlet where it goes; units below are moved before."""
    if len(shares) < 2 or any(s < 0 or s * FINEST % 1 for s in shares) or sum(shares) != 1:
        return Refusal(_("Khi chia tách, hãy ghi ít nhất hai phần có tỷ lệ cộng lại bằng 100%."))
    if UnitParent.objects.filter(parent=unit, during__upper_inf=True).exists():
        return Refusal(_("Đơn vị còn đơn vị trực thuộc. Hãy chuyển các đơn vị đó trước."))
    living = Hamlet.objects.filter(unit=unit, existed__upper_inf=True)
    if {h.pk for h in living} != {h.pk for h in hamlets}:
        return Refusal(_("Hãy chọn đơn vị mới cho từng thôn, tổ dân phố."))
    return when(first_day=first_day, decree=decree, today=today) or ends(unit, first_day=first_day)


def abolish(unit: Unit, *, first_day: date, decree: str, today: date) -> Refusal | None:
    """Nothing hangs on a unit that ends without a successor."""
    if UnitParent.objects.filter(parent=unit, during__upper_inf=True).exists():
        return Refusal(_("Đơn vị còn đơn vị trực thuộc. Hãy chuyển các đơn vị đó trước."))
    if Hamlet.objects.filter(unit=unit, existed__upper_inf=True).exists():
        return Refusal(_("Đơn vị còn thôn, tổ dân phố. Hãy chuyển hoặc kết thúc trước."))
    return when(first_day=first_day, decree=decree, today=today) or ends(unit, first_day=first_day)


def rename(unit: Unit, *, kind: str, name: str, first_day: date, decree: str, today: date) -> Refusal | None:
    """Another name or kind for a living unit."""
    now = unit.names.order_by("during").last()
    if kind not in Kind.values or not name.strip():
        return Refusal(_("Hãy ghi loại và tên mới của đơn vị."))
    if now is not None and (now.kind, now.name) == (kind, name.strip()):
        return Refusal(_("Tên mới giống tên đang dùng."))
    return when(first_day=first_day, decree=decree, today=today) or begin(unit, first_day=first_day)


def move(unit: Unit, *, to: Unit, first_day: date, decree: str, today: date) -> Refusal | None:
    """To another living unit of a higher tier."""
    if not above(to, unit.level, first_day):
        return Refusal(_("Đơn vị cấp trên không đúng cấp hoặc không còn hoạt động."))
    return when(first_day=first_day, decree=decree, today=today) or begin(unit, first_day=first_day)
