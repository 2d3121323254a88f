"""A number typed by a person, in Vietnamese writing."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from gandan.core.text import numbers

_DIGITS = re.compile(r"\d{1,18}([.,]\d{1,6})?|\d{1,3}([. ]\d{3}){1,5}(,\d{1,6})?")


class NumberField(forms.CharField):
    """7.000.000.000, 74,77 or 2071; shown again as Vietnamese text writes it."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def prepare_value(self, value: Any) -> Any:
        """A value of the record in Vietnamese writing; what was typed stays as it was typed."""
        return numbers.vietnamese(value) if isinstance(value, int | float | Decimal) else value

    def to_python(self, value: Any) -> Any:
        """The value, or an error that shows how numbers are written."""
        typed = " ".join((super().to_python(value) or "").split())
        if not typed:
            return None
        try:
            if not _DIGITS.fullmatch(typed):
                raise InvalidOperation
            return numbers.parse(typed)
        except InvalidOperation as strange:
            raise ValidationError(_("Xin ghi bằng chữ số, ví dụ 7.000.000.000 hoặc 74,77.")) from strange
