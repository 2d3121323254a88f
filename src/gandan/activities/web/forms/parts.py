"""Details of an activity, one form each."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gandan.activities.enums import Point
from gandan.activities.policies.part import MOST, NAME, PERSON
from gandan.activities.web.forms.fields import day, long, quote
from gandan.activities.web.places import unit_named
from gandan.core.access import Actor, Refusal
from gandan.core.text import numbers
from gandan.core.text.days import written
from gandan.directives import queries as directives
from gandan.directives.models import Document
from gandan.indicators.enums import Bound
from gandan.units.models import Office, Unit


class HostForm(forms.Form):
    """An office of the unit, or the name of another body."""

    office = forms.ChoiceField(label=_("Cơ quan của đơn vị"), required=False)
    name = forms.CharField(label=_("Hoặc cơ quan, tổ chức khác"), max_length=NAME, required=False)

    def __init__(self, *args: Any, offices: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("— không chọn —")), *offices]
        self.fields["office"] = forms.ChoiceField(label=_("Cơ quan của đơn vị"), required=False, choices=choices)

    def clean_office(self) -> Office | None:
        """The row."""
        chosen = self.cleaned_data.get("office")
        return Office.objects.prefetch_related("names").filter(pk=chosen).first() if chosen else None


class PlaceForm(forms.Form):
    """A further unit, by the name it had on that day."""

    unit = forms.CharField(
        label=_("Tên đơn vị"), max_length=120, help_text=_("Ghi tên của ngày hôm đó, ví dụ “phường Xuân Khánh, Cần Thơ”.")
    )

    def __init__(self, *args: Any, on: date | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on

    def clean_unit(self) -> Unit:
        """The unit of the day."""
        try:
            return unit_named(self.cleaned_data["unit"], on=self.on)
        except Refusal as refusal:
            raise forms.ValidationError(refusal.sentence) from refusal


class AttendanceForm(forms.Form):
    """How many took part, by sort of point of an online conference."""

    point = forms.ChoiceField(label=_("Dự ở đâu"), choices=Point.choices)
    people = forms.IntegerField(label=_("Số người"), min_value=1, max_value=MOST, required=False)
    bound = forms.ChoiceField(label=_("Số này là"), choices=Bound.choices, help_text=_("“Hơn 100 người” thì chọn “hơn”."))
    points = forms.IntegerField(
        label=_("Số điểm cầu"), min_value=1, max_value=MOST, required=False, help_text=_("Chỉ ghi khi họp trực tuyến.")
    )
    quote = quote()


class ParticipantForm(forms.Form):
    """An office holder in office."""

    name = forms.CharField(
        label=_("Họ tên người giữ chức vụ"), max_length=PERSON, help_text=_("Người dân thì không ghi tên, chỉ ghi số người dự.")
    )
    positions = long(_("Chức vụ"), required=True, rows=3, most=2000, help_text=_("Mỗi dòng một chức vụ."))
    quote = quote()

    def clean_positions(self) -> list[str]:
        """One a line."""
        return [line for line in self.cleaned_data["positions"].splitlines() if line.strip()]


class DocumentForm(forms.Form):
    """A document by its number, however typed; the same number may stand for several."""

    number = forms.CharField(label=_("Số hiệu văn bản"), max_length=80, help_text=_("Gõ cách nào cũng được: “290-QĐ/TW”, “290 qđ tw”."))
    which = forms.ChoiceField(label=_("Văn bản nào"), required=False)
    quote = quote()

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        typed = self.data.get("number", "") if self.is_bound else ""
        self.found: list[Document] = directives.find_number(typed, actor=actor) if typed else []
        if len(self.found) > 1:
            choices = [(str(d.pk), _told(d)) for d in self.found]
            self.fields["which"] = forms.ChoiceField(label=_("Văn bản nào"), choices=choices, required=False, widget=forms.RadioSelect)
        else:
            del self.fields["which"]

    def clean(self) -> dict[str, Any]:
        """The one document that is meant."""
        typed = super().clean() or self.cleaned_data
        which = typed.pop("which", "")
        if typed.pop("number", None) is None:
            return typed
        chosen = [d for d in self.found if str(d.pk) == which] if which else self.found
        if not chosen:
            self.add_error("number", gettext("Trong sổ chưa có văn bản số này. Hãy vào sổ ở mục Văn bản trước, rồi dẫn ở đây."))
        elif len(chosen) > 1:
            self.add_error("which", gettext("Có %(n)s văn bản cùng số. Hãy chọn đúng văn bản.") % {"n": len(chosen)})
        else:
            typed["document"] = chosen[0]
        return typed


def _told(document: Document) -> str:
    parts = [str(document), document.issuer, written(document.issued_on) if document.issued_on else "", document.abstract[:80]]
    return " · ".join(p for p in parts if p)


class FigureForm(forms.Form):
    """A figure as people write it; value, measure and bound are read from it."""

    figure = forms.CharField(
        label=_("Số liệu"), max_length=80, help_text=_("Ghi như trong văn bản: “hơn 7 tỉ đồng”, “59 tấn”, “74,77%”, “13”.")
    )
    noun = forms.CharField(label=_("Là số gì"), max_length=200, help_text=_("Ví dụ “phần quà trao hộ nghèo”, “ý kiến của bà con”."))
    quote = quote()

    def clean_figure(self) -> numbers.Quantity:
        """The one quantity that is written."""
        found = numbers.find(self.cleaned_data["figure"])
        if len(found) != 1:
            raise forms.ValidationError(gettext("Hãy ghi đúng một con số, kèm đơn vị đo nếu có."))
        return found[0]

    def clean_quote(self) -> str:
        """A figure without its sentence proves nothing."""
        if not self.cleaned_data["quote"].strip():
            raise forms.ValidationError(gettext("Hãy chép câu có con số này."))
        return str(self.cleaned_data["quote"])


class PhotoForm(forms.Form):
    """A photograph with its caption."""

    upload = forms.FileField(
        label=_("Ảnh"),
        help_text=_("JPEG, PNG hoặc WebP. Vị trí chụp ghi trong ảnh được xoá khi gửi lên."),
        widget=forms.FileInput({"accept": "image/jpeg,image/png,image/webp"}),
    )
    caption = forms.CharField(label=_("Ảnh chụp gì"), max_length=NAME, help_text=_("Không ghi tên người dân trong ảnh."))


class SourceForm(forms.Form):
    """An article or a report."""

    title = forms.CharField(label=_("Tên bài, tên báo cáo"), max_length=300)
    publisher = forms.CharField(label=_("Nơi đăng"), max_length=200, required=False)
    url = forms.URLField(label=_("Địa chỉ trên mạng"), max_length=500, required=False, assume_scheme="https")
    published_on = day(_("Ngày đăng"), required=False)
