"""Requests: noting one, taking it up, declining it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.activities.policies.request import BY, REASON, TEXT, TO
from gandan.activities.web.forms.fields import day, long
from gandan.activities.web.places import unit_named
from gandan.core.access import Refusal
from gandan.units.models import Office, Unit


class RequestForm(forms.Form):
    """Who asked whom for what. The unit that is to answer is named as of the day; empty means the unit of the activity."""

    text = long(_("Đề nghị việc gì"), required=True, most=TEXT)
    by_text = forms.CharField(
        label=_("Ai đề nghị"),
        max_length=BY,
        required=False,
        help_text=_("Chức vụ, cơ quan hoặc “bà con khu phố 3”; không ghi tên người dân."),
    )
    to_text = forms.CharField(label=_("Đề nghị với ai"), max_length=TO, required=False, help_text=_("Như lời người đề nghị."))
    addressed = forms.CharField(
        label=_("Đơn vị trả lời"), max_length=120, required=False, help_text=_("Bỏ trống nếu là chính đơn vị của hoạt động này.")
    )

    def __init__(self, *args: Any, on: date | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on

    def clean_addressed(self) -> Unit | None:
        """The unit of the day."""
        typed = self.cleaned_data["addressed"].strip()
        if not typed:
            return None
        try:
            return unit_named(typed, on=self.on)
        except Refusal as refusal:
            raise forms.ValidationError(refusal.sentence) from refusal


class TakeUpForm(forms.Form):
    """An owner, a product, a date: what makes a commitment out of a request."""

    title = forms.CharField(label=_("Việc sẽ làm"), max_length=200)
    deliverable = forms.CharField(
        label=_("Sản phẩm phải thấy được"),
        max_length=300,
        help_text=_("Xong thì người đề nghị nhìn vào đâu? Ví dụ “cống hẻm 51 thông, có biên bản”."),
    )
    lead = forms.ChoiceField(label=_("Cơ quan chủ trì"))
    due = day(_("Xong trước ngày"))
    asked_by = forms.ChoiceField(label=_("Cơ quan đã đề nghị"), required=False)

    def __init__(self, *args: Any, leads: Sequence[Office], askers: Sequence[tuple[str, str]], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.leads = {str(o.pk): o for o in leads}
        choices = [(key, office.name_on(today)) for key, office in self.leads.items()]
        self.fields["lead"] = forms.ChoiceField(label=_("Cơ quan chủ trì"), choices=[("", _("Xin chọn")), *choices])
        if askers:
            asked = [("", _("— không phải cơ quan nào dưới đây —")), *askers]
            help_text = _("Cơ quan này sẽ xác nhận khi việc báo xong.")
            self.fields["asked_by"] = forms.ChoiceField(label=_("Cơ quan đã đề nghị"), required=False, choices=asked, help_text=help_text)
        else:
            del self.fields["asked_by"]

    def clean_lead(self) -> Office:
        """The row."""
        return self.leads[self.cleaned_data["lead"]]

    def clean_asked_by(self) -> Office | None:
        """The row."""
        chosen = self.cleaned_data.get("asked_by")
        return Office.objects.filter(pk=chosen).first() if chosen else None


class DeclineForm(forms.Form):
    """Why not."""

    reason = forms.CharField(
        label=_("Lý do không nhận"), max_length=REASON, widget=forms.Textarea({"rows": 3}), help_text=_("Người đề nghị sẽ đọc được.")
    )
