"""Correcting a figure: its value, what it is of, when and where; people who took part; the indicator it is a value of."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.activities.enums import Point
from gandan.indicators import queries as indicators
from gandan.ingest.proposal import Record
from gandan.ingest.web.corrections import CorrectionForm, day
from gandan.ingest.web.numbers import NumberField
from gandan.ingest.web.unit_search import SearchesUnit, choice_field, named, search_field
from gandan.ingest.web.words import BOUNDS, MEASURES

_EXACTLY = gettext_lazy("đúng số này")
_COUNTED = gettext_lazy("đếm được (hộ, người, cuộc…)")
_NONE = ("", gettext_lazy("Không, chỉ là số liệu trong bài"))
_NO_POINT = ("", gettext_lazy("Không phải số người dự"))


class FigureForm(SearchesUnit, CorrectionForm):
    """The value in the measure that stands beside it; the rest may stay as it is."""

    more = ("where", "unit", "on", "period_from", "period_to", "cumulative", "point", "points")

    bound = forms.ChoiceField(label=gettext_lazy("Mức"), choices=[(b.value, w or _EXACTLY) for b, w in BOUNDS.items()])
    value = NumberField(label=gettext_lazy("Con số"))
    measure = forms.ChoiceField(label=gettext_lazy("Đo bằng"), choices=[(m.value, w or _COUNTED) for m, w in MEASURES.items()])
    noun = forms.CharField(label=gettext_lazy("Về việc gì, đơn vị gì"), max_length=200, required=False)
    indicator = forms.ChoiceField(label=gettext_lazy("Là số của chỉ tiêu"), required=False)
    on = day(gettext_lazy("Tính đến ngày"))
    period_from = day(gettext_lazy("Hoặc trong kỳ, từ ngày"))
    period_to = day(gettext_lazy("đến ngày"))
    cumulative = forms.BooleanField(label=gettext_lazy("Cộng dồn từ đầu kỳ"), required=False)
    where = search_field(gettext_lazy("Của đơn vị nào"), help_text=gettext_lazy("Để trống thì lấy đơn vị của sự việc."))
    unit = choice_field()
    point = forms.ChoiceField(label=gettext_lazy("Là số người dự"), choices=[_NO_POINT, *Point.choices], required=False)
    points = forms.IntegerField(label=gettext_lazy("Số điểm cầu"), min_value=1, max_value=100_000, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        given = self.data if self.is_bound else self.initial
        found = indicators.suggest(str(given.get("noun") or ""), str(given.get("measure") or ""))
        chosen = str(given.get("indicator") or "")
        self.fields["indicator"].choices = [_NONE, *((str(one.pk), str(one)) for one in found)]  # type: ignore[attr-defined]
        if not found and not chosen:
            self.fields["indicator"].widget = forms.HiddenInput()

    @classmethod
    def of(cls, record: Record) -> dict[str, Any]:
        """With the unit that was chosen before."""
        return {**super().of(record), "where": named(getattr(record, "unit", None))}

    def clean(self) -> dict[str, Any]:
        """A day or a period, not both; a period has two ends in order."""
        data = super().clean() or {}
        begin, end = data.get("period_from"), data.get("period_to")
        if data.get("on") and (begin or end):
            self.add_error("on", _("Xin ghi một ngày, hoặc một kỳ từ ngày đến ngày, không ghi cả hai."))
        elif (begin is None) != (end is None):
            self.add_error("period_to" if begin else "period_from", _("Kỳ cần đủ cả ngày đầu và ngày cuối."))
        elif begin and end and begin > end:
            self.add_error("period_to", _("Ngày cuối phải sau ngày đầu."))
        if data.get("cumulative") and not (begin and end):
            self.add_error("cumulative", _("Số cộng dồn cần ghi từ ngày nào đến ngày nào."))
        return data

    def corrections(self) -> dict[str, Any]:
        """The value as a whole number where it is one; the unit by its id."""
        found = super().corrections()
        found.pop("where")
        value = found["value"]
        whole = int(value) if value == int(value) else float(value)
        return found | {"value": whole, "noun": found["noun"] or "", "cumulative": bool(found["cumulative"]), "unit": self.unit_id}
