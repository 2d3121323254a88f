"""Forms by which a commitment is made: one for each kind, since the three are never mixed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.commitments.policies.words import LONGEST
from gandan.commitments.web.forms.fields import day, words
from gandan.commitments.web.forms.picking import Groups, OfficePicker
from gandan.core import legal


class MakingForm(OfficePicker):
    """Who owes what to whom by when, and why by then. The due day is typed, or follows from a rule."""

    PICKED = "lead"
    LABEL = _("Cơ quan chủ trì, chỉ một")
    ORDER: tuple[str, ...] = (
        "title",
        "deliverable",
        "lead",
        "where",
        "due",
        "due_rule",
        "made_on",
        "beneficiary",
        "hamlet",
        "coordinators",
    )

    title = forms.CharField(
        label=_("Việc gì"), max_length=LONGEST["title"], help_text=_("Một câu, ví dụ: Sửa 14 bóng đèn hẻm 12 và hẻm 25.")
    )
    deliverable = words(
        _("Nhìn vào đâu thì biết là xong"),
        longest=LONGEST["deliverable"],
        rows=2,
        help_text=_("Sản phẩm cụ thể, đếm được hoặc thấy được. Ví dụ: 14 bóng sáng cả đêm, có biên bản của tổ dân phố."),
    )
    due = day(_("Hạn xong"), required=False, help_text=_("Hoặc bỏ trống và chọn quy định bên dưới, hạn sẽ được tính."))
    made_on = day(_("Ngày hứa hoặc ngày giao"))
    beneficiary = forms.CharField(
        label=_("Ai được hưởng"),
        max_length=LONGEST["beneficiary"],
        required=False,
        help_text=_("Nhóm hoặc nơi, ví dụ: 27 hộ hẻm 12. Không ghi tên người."),
    )

    def __init__(self, *args: Any, offices: Groups, rules: Groups, hamlets: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, offices=offices, **kwargs)
        self.fields["due_rule"] = forms.ChoiceField(
            label=_("Hạn theo quy định nào"), choices=[("", _("Không theo quy định, tự hẹn")), *rules], required=False
        )
        self.fields["hamlet"] = forms.ChoiceField(label=_("Thôn, tổ dân phố"), choices=[("", _("Cả đơn vị")), *hamlets], required=False)
        self.fields["coordinators"] = forms.MultipleChoiceField(
            label=_("Cơ quan phối hợp"), choices=offices, required=False, widget=forms.CheckboxSelectMultiple
        )
        self.order_fields(self.ORDER)

    def clean(self) -> dict[str, Any]:
        """A day or a rule; a day later than the rule allows is refused by the deed."""
        typed = super().clean() or {}
        rule, due, made_on = typed.get("due_rule"), typed.get("due"), typed.get("made_on")
        if "due" in self.errors or made_on is None:
            return typed
        if not rule and due is None:
            self.add_error("due", _("Xin ghi hạn, hoặc chọn quy định để tính hạn."))
        elif rule and due is None:
            typed["due"] = legal.due(rule, start=made_on).date
        if typed.get("lead") and typed["lead"] in typed.get("coordinators", []):
            self.add_error("coordinators", _("Cơ quan chủ trì không ghi thêm là cơ quan phối hợp."))
        return typed


class PromiseForm(MakingForm):
    """A promise to people."""


class AssignForm(MakingForm):
    """A task given by one office to another."""

    ORDER = ("title", "deliverable", "assigned_by", *MakingForm.ORDER[2:])

    def __init__(self, *args: Any, own: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["assigned_by"] = forms.ChoiceField(label=_("Cơ quan giao việc"), choices=own)
        self.order_fields(self.ORDER)


class TakeUpForm(MakingForm):
    """A request that an office takes up. Who asked may be people at a meeting: then no office is named."""

    ORDER = ("title", "deliverable", "asked_by", *MakingForm.ORDER[2:])

    def __init__(self, *args: Any, offices: Groups, **kwargs: Any) -> None:
        super().__init__(*args, offices=offices, **kwargs)
        self.fields["asked_by"] = forms.ChoiceField(
            label=_("Cơ quan đề nghị"), choices=[("", _("Người dân, không phải cơ quan")), *offices], required=False
        )
        self.order_fields(self.ORDER)
