"""Forms of the rules' pages: they read what a person typed and say plainly what does not fit."""

from datetime import date
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.core.legal.enums import DAYS, SHARES, Bound, Measure
from gandan.core.legal.models import LegalRule
from gandan.core.legal.policies import FIRST_YEAR, YEARS_AHEAD

MAX_VALUE = 10_000


class ChangeForm(forms.Form):
    """A new version of a rule."""

    value = forms.CharField(label=_("Giá trị mới"), max_length=12, help_text=_("Số nguyên, hoặc phân số như 2/3."))
    measure = forms.ChoiceField(label=_("Đơn vị tính"), choices=Measure.choices)
    bound = forms.ChoiceField(label=_("Cách ràng buộc"), choices=Bound.choices)
    first = forms.DateField(label=_("Có hiệu lực từ ngày"), widget=forms.DateInput(attrs={"type": "date"}))
    source = forms.CharField(
        label=_("Văn bản quy định"), max_length=200, help_text=_("Tên loại, số và ký hiệu, ví dụ: Nghị định số 155/2026/NĐ-CP.")
    )
    article = forms.CharField(label=_("Điều, khoản"), max_length=120, required=False)
    checked = forms.BooleanField(label=_("Tôi đã đối chiếu con số này với văn bản gốc"), required=False)
    note = forms.CharField(label=_("Ghi chú"), max_length=300, required=False)

    def clean_value(self) -> Fraction:
        """An exact number that is not negative."""
        try:
            value = Fraction(self.cleaned_data["value"].replace(" ", "").replace(",", "."))
        except (ValueError, ZeroDivisionError):
            raise forms.ValidationError(_("Xin nhập một số nguyên như 10, hoặc một phân số như 2/3.")) from None
        if not 0 <= value <= MAX_VALUE:
            raise forms.ValidationError(_("Giá trị phải từ 0 đến %(max)s.") % {"max": MAX_VALUE})
        return value

    def clean(self) -> dict[str, Any]:
        """Days are whole; a share lies between 0 and 1."""
        data = super().clean() or {}
        value, measure = data.get("value"), data.get("measure")
        if value is not None and measure in DAYS and value.denominator != 1:
            self.add_error("value", _("Số ngày phải là số nguyên."))
        if value is not None and measure in SHARES and value > 1:
            self.add_error("value", _("Tỷ lệ phải từ 0 đến 1, ví dụ 1/2 hoặc 2/3."))
        return data

    @classmethod
    def suggested(cls, rule: LegalRule) -> "ChangeForm":
        """Filled with the version that holds, so that only what changed is typed."""
        value = str(Fraction(rule.numerator, rule.denominator))
        return cls(initial={"value": value, "measure": rule.measure, "bound": rule.bound, "source": "", "article": "", "note": rule.note})


class DayForm(forms.Form):
    """One day that a decree takes off or makes up."""

    day = forms.DateField(label=_("Ngày"), widget=forms.DateInput(attrs={"type": "date"}))
    working = forms.TypedChoiceField(
        label=_("Ngày này"),
        choices=[("off", _("được nghỉ")), ("work", _("đi làm"))],
        coerce=lambda v: v == "work",
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(label=_("Lý do"), max_length=120)
    source = forms.CharField(label=_("Văn bản thông báo"), max_length=200)
    checked = forms.BooleanField(label=_("Tôi đã đối chiếu với văn bản gốc"), required=False)


def year_or_this(typed: str, *, today: date) -> int:
    """The year asked for, within what the calendar knows; else this year."""
    return int(typed) if typed.isdigit() and FIRST_YEAR <= int(typed) <= today.year + YEARS_AHEAD else today.year
