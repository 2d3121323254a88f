"""A number as people type it: 1.250, 74,77 or 7 tỷ đồng."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from gandan.core.text.numbers import find, parse
from gandan.indicators.enums import Measure
from gandan.indicators.models.exact import LARGEST

LONGEST = 60


class NumberField(forms.CharField):
    """Exactly one number, in the field's measure or in a larger unit of it; a bare number is taken in the measure itself."""

    def __init__(self, *, measure: str = "", **kwargs: Any) -> None:
        super().__init__(max_length=LONGEST, **kwargs)
        self.measure = measure
        self.widget.attrs.update(inputmode="decimal", autocomplete="off")

    def clean(self, value: Any) -> Any:
        """The number, exact."""
        typed = " ".join(str(super().clean(value) or "").split())
        if not typed:
            return None
        number = read(typed, self.measure)
        if number is None or abs(number) >= LARGEST:
            raise forms.ValidationError(_("Chưa đọc được con số này. Xin ghi như 1.250 hoặc 74,77; có thể ghi 7 tỷ đồng, 59 tấn."))
        return number


def read(typed: str, measure: str) -> Decimal | None:
    """The number that was typed; None when there is none, several, or another measure."""
    sign, rest = (-1, typed[1:].strip()) if typed[:1] in "-−" else (1, typed)
    found = find(rest)
    if len(found) != 1 or rest[: found[0].start].strip() or rest[found[0].end :].strip():
        return None
    one = found[0]
    if one.measure and one.measure != measure:
        # "5 triệu" of something counted: millions without a unit are money only by habit
        return sign * one.value if not one.named and one.measure == Measure.VND and measure == Measure.COUNT else None
    if not one.measure and one.scaled is False and measure == Measure.PERCENT:
        return sign * parse(one.written)
    return sign * one.value
