"""Forms of the pages of figures."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.indicators.enums import SPANS, Bound, ErasedFor, Measure, Nature, Span, Topic
from gandan.indicators.models import Indicator
from gandan.indicators.web.numbers import NumberField
from gandan.indicators.writing import counted

BOUNDS = [(Bound.EXACT, _("Đúng số này")), (Bound.OVER, _("Hơn số này")), (Bound.UNDER, _("Gần số này")), (Bound.ABOUT, _("Khoảng số này"))]
SPOKEN = [(Span.POINT, _("Đến một ngày")), (Span.PERIOD, _("Trong kỳ")), (Span.CUMULATIVE, _("Lũy kế từ ngày đầu đến ngày cuối"))]
Choices = Sequence[tuple[str, str]]


def day(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    """A day, typed or picked."""
    formats = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"]
    widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, help_text=help_text, input_formats=formats, widget=widget)


def lines(typed: str) -> list[str]:
    """One entry a line."""
    return [line.strip() for line in typed.splitlines() if line.strip()]


class TimeForm(forms.Form):
    """Of which time a value is; what the indicator has no use for is not asked."""

    def __init__(self, *args: Any, indicator: Indicator, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        spans = SPANS[Nature(indicator.nature)]
        last = today.replace(day=1) - timedelta(days=1)
        if len(spans) > 1:
            choices = [(value, label) for value, label in SPOKEN if value in spans]
            radio = forms.RadioSelect
            self.fields["span"] = forms.ChoiceField(label=_("Số liệu này là"), choices=choices, widget=radio, initial=Span.PERIOD)
        if Span.POINT in spans:
            self.fields["on"] = day(_("Ngày"), required=len(spans) == 1, help_text=_("Ngày chốt số, không phải ngày nhập."))
        if Span.PERIOD in spans:
            self.fields["period_from"] = day(_("Ngày đầu kỳ"), required=len(spans) == 2 and Span.CUMULATIVE in spans)
            self.fields["period_to"] = day(_("Ngày cuối kỳ"), required=len(spans) == 2 and Span.CUMULATIVE in spans)
            self.fields["period_from"].initial, self.fields["period_to"].initial = last.replace(day=1), last
        if self.initial.get("span") not in spans:  # the sentence names a day, the indicator has none
            self.initial.pop("span", None)
        self.only = next(iter(spans)) if len(spans) == 1 else None

    def time(self) -> dict[str, Any]:
        """As the action takes it: a day or a period, never both."""
        span = self.only or self.cleaned_data["span"]
        if span == Span.POINT:
            return {"span": span, "on": self.cleaned_data.get("on")}
        return {"span": span, "period_from": self.cleaned_data.get("period_from"), "period_to": self.cleaned_data.get("period_to")}


class Asked(forms.Form):
    """A form that may come back with a question: the tick stands there only then."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.data.get("sure"):
            self.ask()

    def ask(self) -> None:
        """Let the person say that they meant it."""
        self.fields["sure"] = forms.BooleanField(label=_("Tôi đã xem lại, số này đúng"), required=False)


class ValueForm(Asked, TimeForm):
    """A value of a unit."""

    unit = forms.ChoiceField(label=_("Đơn vị"))
    bound = forms.ChoiceField(label=_("Con số là"), choices=BOUNDS, initial=Bound.EXACT)

    def __init__(self, *args: Any, indicator: Indicator, units: Choices, today: date, **kwargs: Any) -> None:
        super().__init__(*args, indicator=indicator, today=today, **kwargs)
        self.fields["unit"] = unit_field(units)
        label = _("Số liệu (%(measure)s)") % {"measure": measured(indicator)}
        help_text = _("Dấu phẩy cho phần lẻ: 74,77. Dấu chấm cho hàng nghìn: 1.250.")
        self.fields["value"] = NumberField(label=label, measure=indicator.measure, help_text=help_text)
        self.order_fields(["unit", "span", "on", "period_from", "period_to", "value", "bound"])


class ReadForm(TimeForm):
    """A statement as the value of an indicator: of which unit and time the sentence speaks."""

    unit = forms.ChoiceField(label=_("Đơn vị"))

    def __init__(self, *args: Any, indicator: Indicator, units: Choices, today: date, **kwargs: Any) -> None:
        super().__init__(*args, indicator=indicator, today=today, **kwargs)
        self.fields["unit"] = unit_field(units)
        self.order_fields(["unit", "span", "on", "period_from", "period_to"])


class CorrectionForm(Asked):
    """Another number, and why. `seen` is the row that stood on the page when it was opened."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    bound = forms.ChoiceField(label=_("Con số là"), choices=BOUNDS)
    reason = forms.CharField(label=_("Lý do"), max_length=500, widget=forms.Textarea({"rows": 3}))

    def __init__(self, *args: Any, indicator: Indicator, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label = _("Số đúng (%(measure)s)") % {"measure": measured(indicator)}
        self.fields["number"] = NumberField(label=label, measure=indicator.measure)
        self.fields["reason"].help_text = _("Ai xem số liệu cũng đọc được. Xin không ghi tên riêng của người dân.")
        self.order_fields(["number", "bound", "reason", "sure"])


class ReasonForm(forms.Form):
    """Why something is taken away."""

    reason = forms.CharField(
        label=_("Lý do"),
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Ai xem số liệu cũng đọc được. Xin không ghi tên riêng của người dân."),
    )


class TakeAwayForm(ReasonForm):
    """Why a value goes; `seen` as in a correction."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)


class EraseForm(forms.Form):
    """Why words are taken away."""

    reason = forms.ChoiceField(label=_("Lý do"), choices=[("", _("Xin chọn")), *ErasedFor.choices])


class WordingForm(forms.Form):
    """How an indicator is called and explained."""

    name = forms.CharField(label=_("Tên chỉ tiêu"), max_length=200)
    noun = forms.CharField(label=_("Đếm cái gì"), max_length=60, required=False, help_text=_("Ví dụ: hộ, cuộc, căn, mô hình."))
    words = forms.CharField(
        label=_("Cách gọi trong văn bản"),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Mỗi dòng một cách gọi; dùng để gợi ý chỉ tiêu cho số liệu đọc được."),
    )
    explained = forms.CharField(label=_("Cách tính"), required=False, max_length=1000, widget=forms.Textarea({"rows": 3}))
    source = forms.CharField(label=_("Căn cứ"), max_length=300, help_text=_("Văn bản hoặc cơ quan đặt ra chỉ tiêu này."))

    def clean_words(self) -> list[str]:
        """The entries."""
        entries = lines(self.cleaned_data["words"])
        if any(len(entry) > 80 for entry in entries):
            raise forms.ValidationError(_("Mỗi cách gọi nhiều nhất 80 ký tự."))
        return entries


class DefinitionForm(WordingForm):
    """A new indicator."""

    code = forms.CharField(label=_("Mã"), max_length=60, help_text=_("Không dấu, không đổi về sau; ví dụ works.wells."))
    topic = forms.ChoiceField(label=_("Thuộc phần"), choices=Topic.choices)
    measure = forms.ChoiceField(label=_("Đơn vị đo"), choices=Measure.choices)
    nature = forms.ChoiceField(label=_("Loại số liệu"), choices=Nature.choices, widget=forms.RadioSelect)
    is_public = forms.BooleanField(label=_("Công khai số liệu của chỉ tiêu này"), required=False, initial=True)

    field_order = ("name", "code", "topic", "measure", "noun", "nature", "words", "explained", "source", "is_public")


class RedefinitionForm(WordingForm):
    """Another name or explanation, from a day on."""

    first = day(_("Dùng từ ngày"))


class EndForm(forms.Form):
    """The last day."""

    last = day(_("Ngày cuối cùng"), help_text=_("Số liệu đã ghi vẫn được giữ."))


def unit_field(units: Choices) -> forms.ChoiceField:
    """Units in which the reader may write."""
    return forms.ChoiceField(label=_("Đơn vị"), choices=units, help_text=_("Số liệu giữ theo đơn vị của lúc đó."))


def measured(indicator: Indicator) -> str:
    """What the number is counted in: hộ, đồng, %."""
    return counted(indicator) if indicator.measure == Measure.COUNT else str(indicator.get_measure_display())
