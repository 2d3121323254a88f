"""Forms of kinds of commendation: what it is, its name, its conditions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.appraisals.enums import Level
from gandan.awards.enums import Form
from gandan.awards.policies.kind import MOST_YEARS
from gandan.awards.policies.words import LONGEST
from gandan.awards.web.forms.fields import day, line, number, words
from gandan.units.enums import OfficeKind

LEVELS = [(level.value, level.label) for level in Level if level != Level.DISTRICT]
CHECKED_HELP = _("Chỉ đánh dấu khi chính Ông/Bà đã đọc trong văn bản. Chưa thì trang nào dẫn cũng ghi “chưa đối chiếu văn bản gốc”.")


class _Named(forms.Form):
    """Name, issuer and how we know."""

    name = line(_("Tên hình thức khen"), longest=LONGEST["name"])
    issuer = line(_("Ai tặng"), longest=LONGEST["name"], help_text=_("Ví dụ: Chủ tịch Ủy ban nhân dân phường"))
    issuer_kind = forms.ChoiceField(
        label=_("Loại cơ quan mở đợt xét"), required=False, choices=[("", _("Cơ quan nào cũng được")), *OfficeKind.choices]
    )
    source = line(_("Theo văn bản nào"), longest=LONGEST["source"], required=False)
    checked = forms.BooleanField(label=_("Đã đối chiếu văn bản gốc"), required=False, help_text=CHECKED_HELP)


class KindForm(_Named):
    """A new kind."""

    field_order = (
        *("name", "form", "level", "issuer", "issuer_kind", "to_persons", "to_collectives", "once_a_person"),
        *("code", "from_day", "source", "checked"),
    )

    form = forms.ChoiceField(label=_("Loại"), choices=Form.choices)
    level = forms.ChoiceField(label=_("Cấp tặng"), choices=LEVELS)
    to_persons = forms.BooleanField(label=_("Tặng cho cá nhân"), required=False, initial=True)
    to_collectives = forms.BooleanField(label=_("Tặng cho tập thể"), required=False, initial=True)
    once_a_person = forms.BooleanField(label=_("Mỗi người chỉ một lần"), required=False)
    code = line(_("Mã"), longest=60, help_text=_("Chữ thường không dấu, ví dụ: giay_khen.phuong. Dùng trong dữ liệu mở, không đổi về sau."))
    from_day = day(_("Dùng từ ngày"), required=False, help_text=_("Để trống nếu không rõ từ bao giờ."))


class RenameForm(_Named):
    """Another name or issuer from a day on."""

    from_day = day(_("Từ ngày"), help_text=_("Những gì đã tặng trước ngày này giữ tên cũ."))


class EligibilityForm(forms.Form):
    """Conditions from a day on, each left empty where the text sets none."""

    from_day = day(_("Áp dụng từ ngày"), help_text=_("Đợt xét đang mở vẫn theo điều kiện lúc mở."))
    years = number(_("Số năm công tác tối thiểu"), least=1, most=MOST_YEARS)
    years_head = number(_("Số năm với người đứng đầu"), least=1, most=MOST_YEARS)
    deadline_day = number(_("Hạn gửi hồ sơ hằng năm: ngày"), least=1, most=31)
    deadline_month = number(_("Hạn gửi hồ sơ hằng năm: tháng"), least=1, most=12)
    others = words(
        _("Điều kiện khác"),
        longest=LONGEST["conditions"],
        required=False,
        help_text=_("Mỗi dòng một điều kiện. Hội đồng tự xem, máy không kết luận."),
    )
    papers = words(_("Giấy tờ cần có"), longest=LONGEST["conditions"], required=False, help_text=_("Mỗi dòng một loại giấy tờ."))
    source = line(_("Nguồn"), longest=LONGEST["source"], help_text=_("Số, ngày, điều khoản của văn bản; hoặc vì sao đặt như vậy."))
    checked = forms.BooleanField(label=_("Đã đối chiếu văn bản gốc"), required=False, help_text=CHECKED_HELP)

    def clean(self) -> dict[str, Any]:
        """Both of the day and the month, or neither."""
        typed = super().clean() or {}
        if (typed.get("deadline_day") is None) != (typed.get("deadline_month") is None) and not self.errors:
            self.add_error("deadline_day", _("Xin ghi cả ngày và tháng của hạn gửi, hoặc để trống cả hai."))
        return typed
