"""Forms of the units' pages."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.units.enums import HamletKind, OfficeKind


def day(label: Any, *, help_text: Any = "") -> forms.DateField:
    """A day, typed or picked."""
    formats = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"]
    return forms.DateField(
        label=label, help_text=help_text, input_formats=formats, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )


class HamletForm(forms.Form):
    """A hamlet's kind, name and first day."""

    kind = forms.ChoiceField(label=_("Loại"), choices=HamletKind.choices)
    name = forms.CharField(label=_("Tên hoặc số"), max_length=100, help_text=_("Chỉ ghi tên, ví dụ “1” hoặc “Đông Thịnh”."))
    since = day(_("Có từ ngày"))


class HamletNameForm(forms.Form):
    """A hamlet's kind and name."""

    kind = forms.ChoiceField(label=_("Loại"), choices=HamletKind.choices)
    name = forms.CharField(label=_("Tên hoặc số"), max_length=100)


class LastDayForm(forms.Form):
    """The last day."""

    after = day(_("Ngày cuối cùng"))


class CountForm(forms.Form):
    """Households counted on a day; a second count of one day corrects the first."""

    households = forms.IntegerField(label=_("Số hộ"), min_value=1, max_value=100_000)
    counted_on = day(_("Đếm ngày"), help_text=_("Ngày chốt danh sách hộ, không phải ngày nhập."))
    correct = forms.BooleanField(label=_("Số đã ghi cho ngày này bị sai, đây là số đính chính"), required=False)


class OfficeForm(forms.Form):
    """An office's kind, name and first day."""

    kind = forms.ChoiceField(label=_("Loại cơ quan"), choices=OfficeKind.choices)
    name = forms.CharField(label=_("Tên đầy đủ"), max_length=160)
    since = day(_("Có từ ngày"))


class OfficeNameForm(forms.Form):
    """A new name from a day on."""

    name = forms.CharField(label=_("Tên mới"), max_length=160)
    since = day(_("Dùng từ ngày"))


class OwnerForm(forms.Form):
    """Which office holds dân vận work, from a day on."""

    office = forms.ChoiceField(label=_("Cơ quan giữ việc dân vận"))
    since = day(_("Từ ngày"))

    def __init__(self, *args: Any, offices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["office"] = forms.ChoiceField(label=_("Cơ quan giữ việc dân vận"), choices=offices)


def today_first(today: date) -> dict[str, date]:
    """What day fields hold before anybody types."""
    return {"since": today, "after": today, "counted_on": today}
