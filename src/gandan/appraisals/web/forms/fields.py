"""Fields that several forms share."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.appraisals.policies.words import LONGEST


class PointsField(forms.DecimalField):
    """Points as people type them, 87,5 or 87.5, at most two places; the keyboard of a phone shows digits."""

    def __init__(self, **more: Any) -> None:
        attrs = {"inputmode": "decimal", "autocomplete": "off", "class": "points"}
        given: dict[str, Any] = {"max_digits": 6, "decimal_places": 2, "widget": forms.TextInput(attrs)}
        super().__init__(**(given | more))
        self.error_messages["invalid"] = _("Xin ghi một số, ví dụ 8 hoặc 7,5.")

    def to_python(self, value: Any) -> Any:
        """The comma is the point here."""
        return super().to_python(value.replace(",", ".").strip() if isinstance(value, str) else value)

    def prepare_value(self, value: object) -> object:
        """Back into the field as it would be written by hand."""
        return f"{value.normalize():f}".replace(".", ",") if isinstance(value, Decimal) else value

    def bound_data(self, data: object, initial: object) -> object:
        """What was typed stays as it was typed."""
        return data


def day(label: Any, *, help_text: Any = "", required: bool = True) -> forms.DateField:
    """A day, typed as people write it or picked."""
    formats = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"]
    widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=help_text, required=required, input_formats=formats, widget=widget)


def words(label: Any, *, what: str, help_text: Any = "", required: bool = True, rows: int = 4) -> forms.CharField:
    """Several lines of somebody's words; `what` names the longest that fits."""
    widget = forms.Textarea({"rows": rows})
    return forms.CharField(label=label, help_text=help_text, required=required, max_length=LONGEST[what], widget=widget)


def line(label: Any, *, what: str, help_text: Any = "", required: bool = True) -> forms.CharField:
    """One line."""
    return forms.CharField(label=label, help_text=help_text, required=required, max_length=LONGEST[what])
