"""Fields that several forms share, and the forms that ask one thing."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.awards.policies.words import LONGEST

DAY_FORMATS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y")
Pairs = list[tuple[str, str]]


def day(label: Any, *, help_text: Any = "", required: bool = True, initial: Any = None) -> forms.DateField:
    """A day, typed as people write it or picked."""
    widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=help_text, required=required, initial=initial, input_formats=DAY_FORMATS, widget=widget)


def line(label: Any, *, longest: int, help_text: Any = "", required: bool = True, autocomplete: str = "off") -> forms.CharField:
    """One line. The browser keeps none of it: a machine of an office is shared."""
    widget = forms.TextInput({"autocomplete": autocomplete})
    return forms.CharField(label=label, help_text=help_text, required=required, max_length=longest, widget=widget)


def words(label: Any, *, longest: int, help_text: Any = "", required: bool = True, rows: int = 4) -> forms.CharField:
    """Several lines of a person's words."""
    return forms.CharField(label=label, help_text=help_text, required=required, max_length=longest, widget=forms.Textarea({"rows": rows}))


def number(label: Any, *, least: int = 0, most: int = 9999, help_text: Any = "", required: bool = False) -> forms.IntegerField:
    """A whole number."""
    return forms.IntegerField(label=label, help_text=help_text, required=required, min_value=least, max_value=most)


class NothingForm(forms.Form):
    """Nothing is asked: the button is the deed."""


class ReasonForm(forms.Form):
    """Why, for those who are concerned."""

    reason = words(
        _("Lý do"), longest=LONGEST["reason"], help_text=_("Ít nhất 10 ký tự. Cơ quan đề nghị đọc được; công chúng không đọc được.")
    )


class OfficeForm(forms.Form):
    """One of some offices."""

    def __init__(self, *args: Any, offices: Pairs, label: Any = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = offices if len(offices) == 1 else [("", _("Xin chọn")), *offices]
        self.fields["office"] = forms.ChoiceField(label=label or _("Cơ quan"), choices=choices)
