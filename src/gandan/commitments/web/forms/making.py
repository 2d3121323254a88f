"""Forms by which a commitment is made: one for each kind, since the three are never mixed."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gandan.commitments.policies.start import EARLIEST
from gandan.commitments.policies.words import LONGEST
from gandan.commitments.web.forms.fields import day, in_words, words
from gandan.commitments.web.forms.picking import Groups, OfficePicker
from gandan.core import legal


class DueByRule(forms.Form):
    """A day by which something is due: typed, or following from a rule. Without a rule it has to be typed."""

    def __init__(self, *args: Any, rules: Groups, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Không theo quy định, tự hẹn")), *rules]
        self.fields["due_rule"] = forms.ChoiceField(label=_("Hạn theo quy định nào"), choices=choices, required=False)
        self.fields["due"].required = not self.data.get("due_rule")
        self.fields["due"].error_messages["required"] = _("Xin ghi hạn, hoặc chọn quy định để tính hạn.")

    def clean(self) -> dict[str, Any]:
        """A day later than the rule allows is refused by the deed. What was typed is repeated in words, so that a slip is seen."""
        typed = super().clean() or {}
        rule, due, made_on = typed.get("due_rule"), typed.get("due"), typed.get("made_on")
        if made_on is not None and not EARLIEST <= made_on <= timezone.localdate():
            self.add_error("made_on", _("Ngày hứa hoặc giao việc từ năm 2000 đến hôm nay. Xin xem lại ngày, tháng, năm."))
        elif rule and due is None and made_on is not None and "due" not in self.errors:
            typed["due"] = legal.due(rule, start=made_on).date
        for name, value in (("due", due), ("made_on", made_on)):
            if value is not None:
                self[name].help_text = _("Ông/Bà chọn %(day)s.") % {"day": in_words(value)}
        return typed


class MakingForm(DueByRule, OfficePicker):
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
        _("Kết quả phải đạt"),
        longest=LONGEST["deliverable"],
        rows=2,
        help_text=_("Sản phẩm cụ thể, đếm được hoặc thấy được. Ví dụ: 14 bóng sáng cả đêm, có biên bản của tổ dân phố."),
    )
    due = day(_("Hạn xong (kể cả ngày này)"), help_text=_("Hoặc bỏ trống và chọn quy định bên dưới, hạn sẽ được tính."))
    made_on = day(_("Ngày hứa hoặc ngày giao"))
    beneficiary = forms.CharField(
        label=_("Ai được hưởng"),
        max_length=LONGEST["beneficiary"],
        required=False,
        help_text=_("Nhóm hoặc nơi, ví dụ: 27 hộ hẻm 12. Không ghi tên người."),
    )

    def __init__(
        self, *args: Any, offices: Groups, rules: Groups, hamlets: list[tuple[str, str]], leads: Groups | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, offices=offices, rules=rules, **kwargs)
        if leads is not None:
            self.fields["lead"] = forms.ChoiceField(label=self.LABEL, choices=[("", _("Xin chọn")), *leads])
        self.fields["hamlet"] = forms.ChoiceField(label=_("Thôn, tổ dân phố"), choices=[("", _("Cả đơn vị")), *hamlets], required=False)
        lead = "" if self.is_bound else str(self.initial.get("lead") or "")
        others = [(unit, [(key, name) for key, name in found if key != lead]) for unit, found in offices]
        self.fields["coordinators"] = forms.MultipleChoiceField(
            label=_("Cơ quan phối hợp"), choices=[g for g in others if g[1]], required=False, widget=forms.CheckboxSelectMultiple
        )
        self.order_fields(self.ORDER)

    def clean(self) -> dict[str, Any]:
        """The lead office answers for it and does not help itself."""
        typed = super().clean()
        if typed.get("lead") and typed["lead"] in typed.get("coordinators", []):
            self.add_error("coordinators", _("Cơ quan chủ trì không ghi thêm là cơ quan phối hợp."))
        return typed


class WordingForm(forms.Form):
    """The words of a commitment, mended."""

    title = forms.CharField(label=_("Việc gì"), max_length=LONGEST["title"])
    deliverable = words(_("Kết quả phải đạt"), longest=LONGEST["deliverable"], rows=2)
    beneficiary = forms.CharField(label=_("Ai được hưởng"), max_length=LONGEST["beneficiary"], required=False)


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
    """A request of people that an office takes up. What another office asked for is taken up at the activity where it asked."""
