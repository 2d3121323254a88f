"""A score sheet while it is written: its head, and rows of lines and grades. A row without a name is no row."""

import re
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from gandan.appraisals.given import CriterionGiven, GradeGiven, SheetGiven
from gandan.appraisals.policies.words import LONGEST
from gandan.appraisals.web.forms.fields import PointsField, line

COUNTED = re.compile(r"[0-9]{1,3}")
MORE = 3  # empty rows that come with every page


class HeadForm(forms.Form):
    """What a sheet is called and when its result counts."""

    title = line(_("Tên phiếu chấm"), what="title")
    source = line(_("Theo văn bản nào"), what="source", help_text=_("Số, ký hiệu, ngày; nếu đơn vị tự đặt, xin ghi “Đơn vị tự đặt”."))
    checked = forms.BooleanField(label=_("Tôi đã đối chiếu các con số dưới đây với văn bản ấy"), required=False)
    pass_points = PointsField(label=_("Đạt từ bao nhiêu điểm"))
    members_least = forms.IntegerField(label=_("Cần ít nhất bao nhiêu phiếu"), help_text=_("Ít hơn số này thì chưa có kết quả."))
    spread_most = PointsField(
        label=_("Chênh lệch nhiều nhất"),
        help_text=_("Phiếu cao nhất và thấp nhất cách nhau hơn mức này thì hội đồng trao đổi và chấm lại một lần."),
    )


class FirstForm(HeadForm):
    """The first version of a series also says which series, of which unit, for what."""

    unit = forms.ChoiceField(label=_("Đơn vị"))
    purpose = forms.ChoiceField(label=_("Dùng để chấm"))
    code = forms.CharField(label=_("Mã phiếu"), max_length=60, help_text=_("Chữ thường không dấu, số, gạch nối. Ví dụ: dan-van-kheo."))
    field_order = ("unit", "purpose", "code", "title", "source", "checked", "pass_points", "members_least", "spread_most")

    def __init__(self, *args: Any, units: list[tuple[str, str]], purposes: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        for name, choices in (("unit", units), ("purpose", purposes)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101
            field.choices = choices


class CriterionForm(forms.Form):
    """One line."""

    name = forms.CharField(label=_("Tiêu chí"), required=False, max_length=LONGEST["criterion"])
    explained = forms.CharField(
        label=_("Xem xét điều gì"), required=False, max_length=LONGEST["explained"], widget=forms.Textarea({"rows": 2})
    )
    least = PointsField(label=_("Thấp nhất"), required=False, help_text="")
    most = PointsField(label=_("Cao nhất"), required=False)
    is_bonus = forms.BooleanField(label=_("Điểm thưởng, ngoài tổng điểm"), required=False)

    def clean(self) -> dict[str, Any]:
        """A line with a name has its highest points; numbers without a name are a line somebody forgot to name."""
        typed = super().clean() or {}
        if typed.get("name") and typed.get("most") is None and "most" not in self.errors:
            self.add_error("most", _("Xin ghi điểm cao nhất của dòng này."))
        if not typed.get("name") and (typed.get("most") is not None or typed.get("explained")):
            self.add_error("name", _("Xin ghi tên tiêu chí, hoặc xoá hết dòng này."))
        return typed


class GradeForm(forms.Form):
    """One grade."""

    name = forms.CharField(label=_("Xếp loại"), required=False, max_length=LONGEST["grade"])
    from_points = PointsField(label=_("Từ bao nhiêu điểm"), required=False)

    def clean(self) -> dict[str, Any]:
        """Both or neither."""
        typed = super().clean() or {}
        if bool(typed.get("name")) != (typed.get("from_points") is not None) and not self.errors:
            raise forms.ValidationError(_("Xin ghi cả tên xếp loại và điểm bắt đầu, hoặc xoá cả hai."))
        return typed


ASKED = {"empty_permitted": False}  # else a row that says what it said before counts as nothing
LINES = formset_factory(CriterionForm, extra=MORE, max_num=60, validate_max=True)
GRADES = formset_factory(GradeForm, extra=MORE, max_num=12, validate_max=True)


class Writing:
    """The three parts of a sheet as one form. `more`: how many empty rows somebody asked for."""

    def __init__(self, data: Any, *, head: HeadForm, given: SheetGiven | None = None) -> None:
        self.head = head
        kept = {"criteria": [], "grades": []} if given is None else rows(given)
        self.lines: BaseFormSet[Any] = LINES(data, initial=kept["criteria"], prefix="lines", form_kwargs=ASKED)
        self.grades: BaseFormSet[Any] = GRADES(data, initial=kept["grades"], prefix="grades", form_kwargs=ASKED)

    def is_valid(self) -> bool:
        """Every part is asked, so that all that is wrong is said at once."""
        return all([self.head.is_valid(), self.lines.is_valid(), self.grades.is_valid()])

    @property
    def criteria(self) -> list[CriterionGiven]:
        """Lines that have a name, in their order."""
        typed = [f.cleaned_data for f in self.lines if f.cleaned_data.get("name")]
        return [CriterionGiven(t["name"], t["most"], t["explained"], t["least"] or CriterionGiven.least, t["is_bonus"]) for t in typed]

    @property
    def given_grades(self) -> list[GradeGiven]:
        """Grades that have a name."""
        return [GradeGiven(t["name"], t["from_points"]) for t in (f.cleaned_data for f in self.grades) if t.get("name")]


def rows(given: SheetGiven) -> dict[str, list[dict[str, Any]]]:
    """A sheet as the rows of the form."""
    lines = [{"name": c.name, "explained": c.explained, "least": c.least, "most": c.most, "is_bonus": c.is_bonus} for c in given.criteria]
    return {"criteria": lines, "grades": [{"name": g.name, "from_points": g.from_points} for g in given.grades]}


def head_of(given: SheetGiven) -> dict[str, Any]:
    """A sheet as the head of the form."""
    names = ("title", "source", "checked", "pass_points", "members_least", "spread_most", "purpose", "code")
    return {name: getattr(given, name) for name in names}


def grown(data: Any) -> Any:
    """The same data with more empty rows: the answer to "Thêm dòng", which works without a script and loses nothing typed."""
    out = data.copy()
    for prefix in ("lines", "grades"):
        if f"more-{prefix}" in data:
            name = f"{prefix}-TOTAL_FORMS"
            rows_ = str(data.get(name, ""))
            out[name] = str(min(60, int(rows_) + MORE)) if COUNTED.fullmatch(rows_) else str(MORE)
    return out
