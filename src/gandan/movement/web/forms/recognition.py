"""One decision that recognises several models."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.appraisals.enums import Level
from gandan.movement.web.forms.fields import day, short


class DecisionForm(forms.Form):
    """The paper: who decides at which level, its number and day, who signs."""

    level = forms.ChoiceField(label=_("Công nhận ở cấp"), widget=forms.RadioSelect)
    issuer = short(
        _("Cơ quan trung ương ban hành"),
        most=120,
        help_text=_("Chỉ ghi khi trung ương công nhận: số, ngày ký và người ký dưới đây là của quyết định ấy."),
    )
    number = short(_("Số, ký hiệu quyết định"), most=60, required=True, help_text=_("Ví dụ: 45-QĐ/ĐU"))
    decided_on = day(_("Ngày ký"))
    signed_as = short(_("Chức vụ người ký"), most=120, required=True, help_text=_("Ví dụ: T/M Ban Thường vụ, Bí thư"))
    signed_by = short(_("Họ tên người ký"), most=80)

    def __init__(self, *args: Any, offices: list[tuple[str, str]], levels: list[Level], **kwargs: Any) -> None:
        """`levels`: those that one of the offices decides for; who issued it is asked only of the centre's."""
        super().__init__(*args, **kwargs)
        self.fields["level"].choices = [(level.value, level.label) for level in levels]  # type: ignore[attr-defined]
        self.fields["level"].initial = levels[0] if levels else None
        if Level.CENTRE not in levels:
            del self.fields["issuer"]
        self.fields["office"] = forms.ChoiceField(label=_("Cơ quan quyết định"), choices=offices)
        self.order_fields(["level", "office", "issuer", "number", "decided_on", "signed_as", "signed_by"])
