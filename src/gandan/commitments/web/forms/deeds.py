"""Forms of the deeds on one commitment."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.commitments.enums import CodeKind, ErasedFor, EvidenceKind
from gandan.commitments.policies.words import LONGEST
from gandan.commitments.web.forms.fields import day, public_reason, words

MOST_SLIPS = 50
TAKEN = "image/jpeg,image/png,image/webp,application/pdf,.docx,.xlsx,.odt,.ods"


class ProgressForm(forms.Form):
    """How far the work is."""

    note = words(_("Đã làm được gì"), longest=LONGEST["note"], help_text=_("Ngắn gọn: việc gì, ở đâu, còn vướng gì."))
    percent = forms.IntegerField(
        label=_("Đã xong bao nhiêu phần trăm"), required=False, min_value=0, max_value=100, help_text=_("Bỏ trống nếu không ước được.")
    )


class NoteForm(forms.Form):
    """The same progress of many."""

    note = words(_("Đã làm được gì"), longest=LONGEST["note"])


class EvidenceForm(forms.Form):
    """One piece of evidence: a file or photo, a link, or a note."""

    upload = forms.FileField(
        label=_("Ảnh hoặc tệp"),
        required=False,
        widget=forms.ClearableFileInput({"accept": TAKEN}),
        help_text=_("Ảnh chụp, PDF, Word, Excel, tối đa 25 MB. Vị trí chụp ghi trong ảnh được xoá khi nhận."),
    )
    url = forms.URLField(label=_("Hoặc đường dẫn"), required=False, max_length=LONGEST["url"], assume_scheme="https")
    note = words(
        _("Bằng chứng cho thấy điều gì"),
        longest=LONGEST["note"],
        required=False,
        help_text=_("Một hai câu. Nếu chưa có tệp hay đường dẫn, câu ghi này là bằng chứng, ví dụ số biên bản nghiệm thu."),
    )

    def clean(self) -> dict[str, Any]:
        """One at a time, and at least one."""
        typed = super().clean() or {}
        upload, url, note = typed.get("upload"), typed.get("url"), typed.get("note")
        if upload and url:
            raise forms.ValidationError(_("Xin thêm từng bằng chứng một: hoặc tệp, hoặc đường dẫn."))
        if not (upload or url or note) and not self.errors:
            raise forms.ValidationError(_("Xin chọn ảnh hoặc tệp, hoặc ghi đường dẫn, hoặc viết một câu."))
        return typed

    @property
    def kind(self) -> EvidenceKind:
        """What was handed in."""
        upload = self.cleaned_data["upload"]
        if upload:
            return EvidenceKind.PHOTO if (upload.content_type or "").startswith("image/") else EvidenceKind.FILE
        return EvidenceKind.LINK if self.cleaned_data["url"] else EvidenceKind.NOTE


class ReportForm(forms.Form):
    """The unit's own word that it is done."""

    summary = words(
        _("Đã làm xong những gì"),
        longest=LONGEST["summary"],
        help_text=_("Ít nhất 10 ký tự. Được niêm yết cùng bằng chứng để người dân đối chiếu."),
    )


class ExtendForm(forms.Form):
    """A later date, with its reason."""

    to = day(_("Hạn mới"))
    reason = public_reason()


class ReasonForm(forms.Form):
    """A reason for everybody to read."""

    reason = public_reason()


class AcceptForm(forms.Form):
    """Nothing is asked: the button is the deed."""


class CodeForm(forms.Form):
    """For whom a code is."""

    kind = forms.ChoiceField(label=_("Mã cho ai"), choices=CodeKind.choices, widget=forms.RadioSelect, initial=CodeKind.HOLDER)
    many = forms.IntegerField(
        label=_("Mấy phiếu"),
        required=False,
        min_value=1,
        max_value=MOST_SLIPS,
        initial=1,
        help_text=_("Chỉ cho hộ dân có mặt: mỗi hộ một phiếu. Người được hứa giữ một phiếu."),
    )


class ErasingForm(forms.Form):
    """Which words go, and why: from a closed list."""

    def __init__(self, *args: Any, rows: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["row"] = forms.ChoiceField(label=_("Xoá lời nào"), choices=rows, widget=forms.RadioSelect)
        self.fields["reason"] = forms.ChoiceField(
            label=_("Vì sao xoá"), choices=[(ErasedFor.PERSONAL_DATA, ErasedFor.PERSONAL_DATA.label)], widget=forms.RadioSelect
        )


class SuccessorForm(forms.Form):
    """Which office goes on with the work after a reorganisation."""

    to = forms.ChoiceField(label=_("Cơ quan nhận việc"))

    def __init__(self, *args: Any, offices: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"] = forms.ChoiceField(label=_("Cơ quan nhận việc"), choices=offices)
