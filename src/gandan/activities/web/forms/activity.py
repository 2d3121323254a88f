"""Writing an activity down: little first, so that it is done on a phone at the door; the rest can come later."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gandan.activities.enums import Kind
from gandan.activities.policies.activity import PLACE, REASON, TEXT, TITLE
from gandan.activities.web.forms.fields import day, long
from gandan.activities.web.places import unit_named
from gandan.core.access import Refusal
from gandan.units.gazetteer import Place
from gandan.units.models import Unit

ELSEWHERE = "khac"


class RecordForm(forms.Form):
    """Kind, what, when, where. The unit is one of one's own, or any other that is named, as of the day."""

    kind = forms.ChoiceField(
        label=_("Loại hoạt động"), choices=Kind.choices, help_text=_("Chọn loại gần nhất; không loại nào hợp thì chọn “Việc khác”.")
    )
    title = forms.CharField(
        label=_("Đã làm gì"), max_length=TITLE, help_text=_("Một dòng, ví dụ “Đối thoại với bà con khu phố 3 về ngập hẻm 51”.")
    )
    starts_on = day(_("Ngày làm"))
    unit = forms.ChoiceField(label=_("Ở đơn vị nào"))
    elsewhere = forms.CharField(
        label=_("Nếu ở nơi khác hoặc đơn vị cũ: tên đơn vị"),
        max_length=120,
        required=False,
        help_text=_("Ghi tên của ngày hôm đó, ví dụ “quận Ninh Kiều, Cần Thơ”."),
    )
    place = forms.CharField(label=_("Tại đâu"), max_length=PLACE, required=False, help_text=_("Ví dụ “nhà sinh hoạt cộng đồng khu phố 3”."))
    is_public = forms.BooleanField(
        label=_("Cho mọi người xem trên trang công khai"),
        required=False,
        help_text=_("Bỏ trống thì người làm việc trong đơn vị, lãnh đạo và chuyên viên cấp trên xem được."),
    )

    def __init__(self, *args: Any, places: Sequence[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(p.id), p.full_name) for p in places]
        self.fields["unit"] = forms.ChoiceField(
            label=_("Ở đơn vị nào"),
            choices=[*choices, (ELSEWHERE, _("Nơi khác, ghi tên ở dưới"))],
            initial=choices[0][0] if choices else ELSEWHERE,
        )

    def clean(self) -> dict[str, Any]:
        """Find the unit of the day."""
        typed = super().clean() or self.cleaned_data
        chosen, named = typed.get("unit", ""), typed.pop("elsewhere", "").strip()
        if named and chosen != ELSEWHERE:
            self.add_error("unit", gettext("Đã ghi tên nơi khác: hãy chọn “Nơi khác”, hoặc xoá tên đã ghi ở ô dưới."))
        elif chosen == ELSEWHERE and not named:
            self.add_error("elsewhere", gettext("Hãy ghi tên đơn vị."))
        elif chosen == ELSEWHERE:
            typed["unit"] = self._named(named, typed.get("starts_on"))
        elif chosen:
            typed["unit"] = Unit.objects.filter(pk=chosen).first()
        return typed

    def _named(self, named: str, on: date | None) -> Unit | None:
        try:
            return unit_named(named, on=on)
        except Refusal as refusal:
            self.add_error("elsewhere", refusal.sentence)
            return None


class CorrectForm(RecordForm):
    """The whole of it: also the last day and the text."""

    ends_on = day(_("Ngày kết thúc"), required=False, help_text=_("Chỉ ghi khi kéo dài nhiều ngày."))
    text = long(_("Nội dung"), rows=10, most=TEXT, help_text=_("Đã bàn gì, làm gì, kết quả ra sao."))
    field_order = ("kind", "title", "starts_on", "ends_on", "unit", "elsewhere", "place", "text", "is_public")


class ReasonForm(forms.Form):
    """Why something is taken back."""

    reason = forms.CharField(label=_("Lý do"), max_length=REASON, widget=forms.Textarea({"rows": 3}))
