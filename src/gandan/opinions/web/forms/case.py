"""Forms of the deeds on one case. Whatever is picked from is handed in, so that a form asks the database nothing."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.commitments.web.forms.fields import words
from gandan.commitments.web.forms.picking import Groups, OfficePicker
from gandan.opinions.enums import Content
from gandan.opinions.policies.words import LONGEST
from gandan.opinions.web.public_fields import files

REASON, LETTER, LABEL = LONGEST["reason"], LONGEST["text"], LONGEST["label"]
Pairs = list[tuple[str, str]]


def reason(label: Any = None, *, help_text: Any = None) -> Any:
    """Why something is done, for the sender to read."""
    read = _("Người gửi đọc lý do này trên trang theo dõi. Không ghi tên người dân.")
    return words(label or _("Lý do"), longest=REASON, help_text=help_text or read, rows=3)


class ClassifyForm(forms.Form):
    """What it is, in the words of the law, and what it is about. An officer decides; what the machine proposes stands beside."""

    def __init__(self, *args: Any, topics: Groups, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        contents = [(c.value, c.label) for c in Content if c != Content.UNSORTED]
        self.fields["content"] = forms.ChoiceField(label=_("Nội dung này là"), choices=contents, widget=forms.RadioSelect)
        self.fields["topic"] = forms.ChoiceField(label=_("Về việc gì"), choices=[("", _("Xin chọn")), *topics])
        self.fields["is_second_time"] = forms.BooleanField(label=_("Khiếu nại lần hai"), required=False)
        self.fields["is_complex"] = forms.BooleanField(label=_("Vụ việc phức tạp"), required=False)
        self.fields["is_remote"] = forms.BooleanField(
            label=_("Vùng sâu, vùng xa, đi lại khó khăn"),
            required=False,
            help_text=_("Ba ô này chỉ dùng cho khiếu nại: luật cho thời hạn khác nhau."),
        )


class ForwardForm(OfficePicker):
    """To whom it goes, and why."""

    LABEL = _("Cơ quan giải quyết")
    ORDER = ("to", "where", "reason")
    reason = reason(_("Vì sao chuyển"))


class PersonForm(forms.Form):
    """Who of the office looks after it."""

    def __init__(self, *args: Any, people: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Chưa giao cho ai")), *people]
        self.fields["person"] = forms.ChoiceField(label=_("Người phụ trách"), choices=choices, required=False)


class LetterForm(forms.Form):
    """A word to one sender or to all of them."""

    def __init__(self, *args: Any, senders: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(senders) > 1:
            self.fields["opinion"] = forms.ChoiceField(label=_("Gửi cho ai"), choices=[("", _("Mọi người gửi")), *senders], required=False)
        said = _("Ngắn, lịch sự, gọi Ông/Bà. Người gửi đọc và trả lời bằng mã của mình.")
        self.fields["text"] = words(_("Lời của cơ quan"), longest=LETTER, rows=5, help_text=said)
        self.fields["uploads"] = files(_("Ảnh hoặc tệp kèm theo"))


class ReasonForm(forms.Form):
    """A reason for the sender to read."""

    reason = reason()


class ReportForm(forms.Form):
    """The office's own word that it is done."""

    summary = words(
        _("Đã làm xong những gì"),
        longest=REASON,
        rows=4,
        help_text=_("Người gửi đọc và nói đúng hay chưa xong. Cơ quan không tự xác nhận được."),
    )


class JoinForm(forms.Form):
    """Into which case it goes: one of those alike, or one whose page address is pasted."""

    def __init__(self, *args: Any, alike: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if alike:
            self.fields["into"] = forms.ChoiceField(label=_("Gộp vào"), choices=alike, required=False, widget=forms.RadioSelect)
        self.fields["address"] = forms.CharField(
            label=_("Hoặc dán địa chỉ trang của việc kia") if alike else _("Địa chỉ trang của việc kia"),
            required=not alike,
            max_length=300,
            widget=forms.TextInput({"autocomplete": "off"}),
        )

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        typed = super().clean() or {}
        if not self.errors and not (typed.get("into") or typed.get("address")):
            raise forms.ValidationError(_("Xin chọn một việc, hoặc dán địa chỉ trang của việc đó."))
        return typed


class SplitForm(forms.Form):
    """Which opinions speak of another thing."""

    def __init__(self, *args: Any, senders: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["opinions"] = forms.MultipleChoiceField(
            label=_("Tách những ý kiến nào"),
            choices=senders,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": _("Xin đánh dấu ít nhất một ý kiến.")},
        )


class TagForm(forms.Form):
    """A word by which the office keeps cases together."""

    def __init__(self, *args: Any, tags: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if tags:
            self.fields["known"] = forms.ChoiceField(
                label=_("Nhãn đã dùng"), choices=[("", _("Xin chọn")), *((t, t) for t in tags)], required=False
            )
        self.fields["label"] = forms.CharField(
            label=_("Nhãn mới") if tags else _("Nhãn"),
            max_length=LABEL,
            required=not tags,
            help_text=_("Nói về việc, ví dụ: chờ kinh phí, họp giao ban. Không ghi tên người."),
        )

    def clean(self) -> dict[str, Any]:
        """One of the two; what was typed counts."""
        typed = super().clean() or {}
        typed["label"] = typed.get("label") or typed.get("known") or ""
        if not typed["label"] and not self.errors:
            self.add_error("label", _("Xin ghi nhãn hoặc chọn nhãn đã dùng."))
        return typed


class UntagForm(forms.Form):
    """Which of them goes."""

    def __init__(self, *args: Any, tags: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["label"] = forms.ChoiceField(label=_("Bỏ nhãn nào"), choices=[(t, t) for t in tags], widget=forms.RadioSelect)


class NothingForm(forms.Form):
    """Nothing is asked: the button is the deed."""
