"""Fields that several forms of this room share."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.commitments.web.forms.fields import day, words
from gandan.core.text.numbers import vietnamese
from gandan.movement.policies.form import LONGEST

__all__ = ["as_typed", "day", "longest", "public_reason", "short", "words"]


def longest(name: str) -> int:
    """How many letters a part of the registration form holds."""
    return LONGEST[name]


def short(label: Any, *, most: int, help_text: Any = "", required: bool = False, **attrs: Any) -> forms.CharField:
    """One line."""
    widget = forms.TextInput({"autocomplete": "off", **attrs})
    return forms.CharField(label=label, max_length=most, help_text=help_text, required=required, widget=widget)


def public_reason(label: Any = None, *, most: int = 1000) -> forms.CharField:
    """Why something was done, for everybody to read."""
    said = _("Viết cho người dân hiểu. Không ghi tên người dân, số điện thoại, địa chỉ nhà.")
    return words(label or _("Lý do, ai cũng đọc được"), longest=most, help_text=said)


def as_typed(value: Decimal | None) -> str:
    """A number of the database as somebody would type it."""
    return "" if value is None else vietnamese(value)
