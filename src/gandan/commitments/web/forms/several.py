"""One task for several units: each becomes a task of its own."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.commitments.policies.words import LONGEST
from gandan.commitments.web.forms.fields import day, words
from gandan.commitments.web.forms.making import DueByRule
from gandan.commitments.web.forms.picking import Groups
from gandan.units.enums import OfficeKind

MOST_NAMES = 200


class SeveralForm(DueByRule):
    """What, from whom, which kind of office in which units. Units are ticked or their names pasted, old or new."""

    title = forms.CharField(label=_("Việc gì"), max_length=LONGEST["title"])
    deliverable = words(_("Kết quả phải đạt"), longest=LONGEST["deliverable"], rows=2)
    due = day(_("Hạn xong (kể cả ngày này)"), help_text=_("Hoặc bỏ trống và chọn quy định bên dưới, hạn sẽ được tính."))
    made_on = day(_("Ngày giao"))

    def __init__(self, *args: Any, own: list[tuple[str, str]], units: list[tuple[str, str]], rules: Groups, **kwargs: Any) -> None:
        super().__init__(*args, rules=rules, **kwargs)
        self.fields["assigned_by"] = forms.ChoiceField(label=_("Cơ quan giao việc"), choices=own)
        self.fields["kind"] = forms.ChoiceField(
            label=_("Giao cho cơ quan nào của mỗi đơn vị"), choices=[("", _("Xin chọn")), *OfficeKind.choices]
        )
        self.fields["names"] = words(
            _("Tên đơn vị, mỗi dòng một tên"),
            longest=MOST_NAMES * 80,
            required=False,
            help_text=_("Dán được từ văn bản hay bảng tính. Tên cũ hay mới đều được."),
        )
        self.fields["units"] = forms.MultipleChoiceField(
            label=_("Hoặc đánh dấu đơn vị"), choices=units, required=False, widget=forms.CheckboxSelectMultiple
        )
        self.order_fields(("title", "deliverable", "assigned_by", "kind", "names", "units", "due", "due_rule", "made_on"))

    def clean(self) -> dict[str, Any]:
        """At least one unit."""
        typed = super().clean() or {}
        names = [line.strip() for line in typed.get("names", "").splitlines() if line.strip()]
        if not names and not typed.get("units") and "names" not in self.errors:
            self.add_error("names", _("Xin đánh dấu ít nhất một đơn vị, hoặc ghi tên đơn vị."))
        if len(names) > MOST_NAMES:
            self.add_error("names", _("Mỗi lần giao cho nhiều nhất %(n)s đơn vị.") % {"n": MOST_NAMES})
        typed["names"] = names
        return typed
