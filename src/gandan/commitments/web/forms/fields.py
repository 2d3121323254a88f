"""Fields that several forms share."""

from datetime import date
from typing import Any

from django import forms
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from gandan.commitments.policies.words import LONGEST
from gandan.core.text.days import written


def day(label: Any, *, help_text: Any = "", required: bool = True) -> forms.DateField:
    """A day, typed as people write it or picked."""
    formats = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"]
    widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=help_text, required=required, input_formats=formats, widget=widget)


def in_words(day: date) -> str:
    """Thứ Hai, 30/11/2026: the day of the week shows a slip of the fingers."""
    return f"{formats.date_format(day, 'l')}, {written(day)}"


def words(label: Any, *, longest: int, help_text: Any = "", required: bool = True, rows: int = 4) -> forms.CharField:
    """Several lines of a person's words."""
    widget = forms.Textarea({"rows": rows})
    return forms.CharField(label=label, help_text=help_text, required=required, max_length=longest, widget=widget)


def public_reason() -> forms.CharField:
    """Why something changed, for everybody to read."""
    said = _("Ít nhất 10 ký tự. Viết cho người dân hiểu. Không ghi tên người dân, số điện thoại, địa chỉ nhà.")
    return words(_("Lý do, ai cũng đọc được"), longest=LONGEST["reason"], help_text=said)
