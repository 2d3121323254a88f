"""The rows of the registration form: what shall be different in numbers, who does what, what it takes, and by when."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from gandan.commitments.web.forms.picking import Groups
from gandan.core.text import fold
from gandan.indicators.enums import Measure
from gandan.indicators.web.numbers import read
from gandan.movement.enums import ForcePart, ResourceKind
from gandan.movement.web.forms.fields import day, short
from gandan.movement.web.forms.rows import RowForm

LARGEST = Decimal(10) ** 15
MEASURES = [
    (Measure.COUNT.value, _("số đếm: hộ, người, căn, lượt…")),
    (Measure.PERCENT.value, _("phần trăm (%)")),
    (Measure.VND.value, _("đồng")),
    (Measure.KG.value, _("kg")),
    (Measure.M.value, _("mét dài")),
    (Measure.M2.value, _("mét vuông")),
]
MEASURED = {  # what each kind of resource is measured in, and the noun where it is counted
    ResourceKind.BUDGET: (Measure.VND, ""),
    ResourceKind.SOCIALISED: (Measure.VND, ""),
    ResourceKind.PEOPLE: (Measure.COUNT, _("người")),
    ResourceKind.LABOUR: (Measure.COUNT, _("ngày công")),
    ResourceKind.LAND: (Measure.M2, ""),
}


def number(typed: str, measure: str) -> Decimal | None:
    """The number that was typed; a sentence for a person where there is none."""
    said = " ".join(typed.split())
    if not said:
        return None
    value = read(said, measure)
    if value is None or abs(value) >= LARGEST:
        raise forms.ValidationError(_now("Chưa đọc được con số này. Xin ghi như 1.250 hoặc 74,77; có thể ghi 12 triệu đồng, 59 tấn."))
    if value < 0:
        raise forms.ValidationError(_now("Con số ở đây không nhỏ hơn 0."))
    return value.quantize(Decimal("0.01"))


class AimRow(RowForm):
    """One measurable criterion: what, from where to where, by when."""

    ASKED = ("name", "before", "target", "noun", "due")

    name = short(_("Đo điều gì"), most=200, placeholder=_("Số hộ phân loại rác tại nhà"))
    measure = forms.ChoiceField(label=_("Đo bằng"), choices=MEASURES, required=False, initial=Measure.COUNT)
    noun = short(_("Đếm cái gì"), most=60, placeholder=_("hộ"))
    before = short(_("Hiện nay"), most=60, inputmode="decimal")
    target = short(_("Cần đạt"), most=60, inputmode="decimal")
    due = day(_("Đạt vào ngày"), required=False)

    def clean(self) -> dict[str, Any]:
        """A row that was begun is whole: otherwise nobody can measure it."""
        typed = super().clean() or {}
        measure = typed.get("measure") or Measure.COUNT
        for name in ("before", "target"):
            try:
                typed[name] = number(typed.get(name) or "", measure)
            except forms.ValidationError as wrong:
                self.add_error(name, wrong)
        if not typed.get("name"):
            self.add_error("name", _now("Xin ghi đo điều gì."))
        if typed.get("target") is None and "target" not in self.errors:
            self.add_error("target", _now("Xin ghi con số cần đạt."))
        if typed.get("due") is None and "due" not in self.errors:
            self.add_error("due", _now("Xin ghi ngày đạt."))
        if measure == Measure.COUNT and not typed.get("noun"):
            self.add_error("noun", _now("Xin ghi đếm cái gì: hộ, người, căn…"))
        return {**typed, "measure": Measure(measure), "noun": typed.get("noun", "") if measure == Measure.COUNT else ""}


class ForceRow(RowForm):
    """Who takes part, and what they do. A group or an office, never a person."""

    ASKED = ("office", "name", "task")

    part = forms.ChoiceField(label=_("Vai trò"), choices=ForcePart.choices, required=False, initial=ForcePart.TAKE_PART)
    name = short(_("Hoặc nhóm, tổ chức khác"), most=200, placeholder=_("Tổ tự quản hẻm 51"))
    task = short(_("Làm gì"), most=500, placeholder=_("Thu gom thứ Bảy hằng tuần"))

    def __init__(self, *args: Any, offices: Groups, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["office"] = forms.ChoiceField(label=_("Cơ quan"), choices=[("", _("Chọn cơ quan")), *offices], required=False)
        self.order_fields(["part", "office", "name", "task"])

    def clean(self) -> dict[str, Any]:
        """Named by its office or in words."""
        typed = super().clean() or {}
        if not typed.get("office") and not typed.get("name") and "office" not in self.errors:
            self.add_error("name", _now("Xin chọn cơ quan hoặc ghi tên nhóm."))
        return {**typed, "part": ForcePart(typed.get("part") or ForcePart.TAKE_PART)}


class ResourceRow(RowForm):
    """What it takes of one kind. Kinds are never added up."""

    ASKED = ("planned", "used", "noun")

    kind = forms.ChoiceField(label=_("Loại"), choices=ResourceKind.choices, required=False, initial=ResourceKind.BUDGET)
    planned = short(_("Dự kiến"), most=60, placeholder=_("12 triệu đồng"), inputmode="text")
    used = short(_("Đã dùng"), most=60, inputmode="text")
    noun = short(_("Vật chất gì"), most=60, placeholder=_("thùng rác, kg gạo"))

    def clean(self) -> dict[str, Any]:
        """Money, land and work have a measure of their own; only of goods it has to be said what they are."""
        typed = super().clean() or {}
        kind = ResourceKind(typed.get("kind") or ResourceKind.BUDGET)
        noun = (typed.get("noun") or "").strip()
        if kind == ResourceKind.GOODS:
            weighed = fold(noun).split()[:1] == ["kg"]
            measure, noun = (Measure.KG, " ".join(noun.split()[1:])) if weighed else (Measure.COUNT, noun)
            if measure == Measure.COUNT and not noun:
                self.add_error("noun", _now("Xin ghi vật chất gì, ví dụ thùng rác."))
        else:
            measure, noun = MEASURED[kind][0], str(MEASURED[kind][1])
        for name in ("planned", "used"):
            try:
                typed[name] = number(_bare(typed.get(name) or "", noun), measure)
            except forms.ValidationError as wrong:
                self.add_error(name, wrong)
        if typed.get("planned") is None and typed.get("used") is None and not {"planned", "used"} & set(self.errors):
            self.add_error("planned", _now("Xin ghi dự kiến bao nhiêu, hoặc đã dùng bao nhiêu."))
        return {**typed, "kind": kind, "measure": measure, "noun": noun}


def _bare(typed: str, noun: str) -> str:
    """ "40 ngày công" of working days is 40: what is counted may be said once more."""
    said = " ".join(typed.split())
    return said[: -len(noun)].strip() if noun and said.casefold().endswith(noun.casefold()) else said


class MilestoneRow(RowForm):
    """A line of the timetable."""

    ASKED = ("due", "what")

    due = day(_("Đến ngày"), required=False)
    what = short(_("Việc gì"), most=300, placeholder=_("Họp dân thống nhất cách làm"))

    def clean(self) -> dict[str, Any]:
        """A day and a thing."""
        typed = super().clean() or {}
        if not typed.get("what"):
            self.add_error("what", _now("Xin ghi việc gì."))
        if typed.get("due") is None and "due" not in self.errors:
            self.add_error("due", _now("Xin ghi đến ngày nào."))
        return typed
