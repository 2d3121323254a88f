"""Fields that several forms of this room share."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

DAY = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"]


def day(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    """A day, typed or picked."""
    widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, help_text=help_text, input_formats=DAY, widget=widget)


def long(label: Any, *, required: bool = False, rows: int = 4, most: int = 5000, help_text: Any = "") -> forms.CharField:
    """Some sentences."""
    return forms.CharField(label=label, required=required, max_length=most, help_text=help_text, widget=forms.Textarea({"rows": rows}))


def quote() -> forms.CharField:
    """The sentence of the text from which something was taken."""
    return long(_("Câu trong văn bản, bài báo"), rows=3, help_text=_("Chép đúng câu, để ai cũng đối chiếu được."))
