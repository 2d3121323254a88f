"""The form of a visit: who went, when, what was seen, what was found."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.movement.enums import FindingKind
from gandan.movement.web.forms.fields import day, short, words
from gandan.movement.web.forms.files import FilesField
from gandan.movement.web.forms.rows import RowForm

PEOPLE = "people"


class FindingRow(RowForm):
    """One thing that the team found."""

    ASKED = ("text",)

    kind = forms.ChoiceField(label=_("Loại"), choices=FindingKind.choices, required=False, initial=FindingKind.GOOD)
    text = short(_("Thấy gì"), most=1000, placeholder=_("Điểm tập kết sạch, có lịch thu gom dán trước hẻm"))


class VisitForm(forms.Form):
    """A team goes and looks. Nobody of the owning office is in it."""

    use_required_attribute = False

    visited_on = day(_("Thăm ngày"))
    seen = words(
        _("Đoàn thấy gì"),
        longest=4000,
        rows=6,
        help_text=_("Việc thấy tận mắt, người gặp là nhóm nào. Không ghi tên người dân. Ai cũng đọc được."),
    )
    uploads = FilesField(label=_("Ảnh chụp"), required=False)

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["members"] = forms.MultipleChoiceField(
            label=_("Thành viên đoàn"),
            choices=people,
            widget=forms.CheckboxSelectMultiple,
            help_text=_("Trang công khai chỉ cho biết đoàn có mấy người."),
        )
        self.fields["head"] = forms.ChoiceField(label=_("Trưởng đoàn"), choices=[("", _("Xin chọn")), *people])
        self.order_fields(["visited_on", "members", "head", "seen", "uploads"])

    def clean(self) -> dict[str, Any]:
        """The head is one of the team."""
        typed = super().clean() or {}
        head = typed.get("head")
        if head and "members" in typed and head not in typed["members"]:
            typed["members"] = [*typed["members"], head]
        return typed
