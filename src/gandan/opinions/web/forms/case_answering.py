"""Forms of the two deeds that decide a case: the answer, perhaps with a promise, and the refusal with its article."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.commitments.policies.words import LONGEST as PROMISED
from gandan.commitments.web.forms.fields import day, words
from gandan.commitments.web.forms.picking import Groups
from gandan.core.access import Refusal
from gandan.opinions.policies.words import LONGEST
from gandan.opinions.web.forms.case import LETTER, Pairs, reason
from gandan.opinions.web.public_fields import files

LAW = LONGEST["law"]


class RefuseForm(forms.Form):
    """Why it is not taken up, and by which article. One may begin from a usual reason."""

    FILLS = "lay-ly-do"

    def __init__(self, *args: Any, grounds: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if grounds:
            self.fields["ground"] = forms.ChoiceField(label=_("Lý do hay gặp"), choices=grounds, required=False, widget=forms.RadioSelect)
        self.fields["reason"] = reason(
            _("Lý do, viết cho người gửi"), help_text=_("Nói rõ vì sao và người gửi có thể đến đâu. Không ghi tên người dân.")
        )
        self.fields["law"] = forms.CharField(label=_("Căn cứ: điều nào, văn bản nào"), max_length=LAW)


class AnswerForm(forms.Form):
    """The answer, perhaps of a part only, perhaps with a promise that has an owner and a date."""

    FILLS = "lay-mau"
    PROMISE = ("title", "deliverable", "due", "lead")

    def __init__(self, *args: Any, templates: Pairs, offices: Groups, refused: Callable[[date], Refusal | None], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.refused = refused
        if templates:
            self.fields["template"] = forms.ChoiceField(
                label=_("Mẫu của cơ quan"), choices=[("", _("Xin chọn")), *templates], required=False
            )
        self.fields["text"] = words(
            _("Câu trả lời"),
            longest=LETTER,
            rows=9,
            help_text=_("Trả lời đúng điều được hỏi: việc thế nào, làm gì, khi nào. Mọi người gửi đọc được câu này."),
        )
        self.fields["law"] = forms.CharField(label=_("Căn cứ"), max_length=LAW, required=False)
        self.fields["uploads"] = files(_("Ảnh hoặc tệp kèm theo"))
        self.fields["title"] = forms.CharField(label=_("Hứa làm việc gì"), max_length=PROMISED["title"], required=False)
        seen = _("Thứ mà người dân nhìn thấy hoặc đếm được.")
        deliverable = words(_("Làm xong thì thấy được gì"), longest=PROMISED["deliverable"], rows=2, required=False, help_text=seen)
        self.fields["deliverable"] = deliverable
        self.fields["due"] = day(_("Xong trước hoặc trong ngày"), required=False)
        self.fields["lead"] = forms.ChoiceField(label=_("Cơ quan giữ lời hứa"), choices=[("", _("Xin chọn")), *offices], required=False)

    @property
    def promises(self) -> list[Any]:
        """The four fields of a promise, which stand together."""
        return [self[name] for name in self.PROMISE]

    def clean(self) -> dict[str, Any]:
        """A promise is whole or is none: who, what, by when, and how one sees it. A day that cannot be promised is said at the day."""
        typed = super().clean() or {}
        asked = [name for name in self.PROMISE if name not in self.errors]
        if any(typed.get(name) for name in self.PROMISE if name != "lead"):
            for name in asked:
                if not typed.get(name):
                    self.add_error(name, _("Lời hứa cần đủ: việc gì, thấy được gì, ngày nào, cơ quan nào giữ. Xin ghi nốt ô này."))
        due = typed.get("due")
        if due is not None and (refusal := self.refused(due)) is not None:
            self.add_error("due", refusal.sentence + (f" ({refusal.law})" if refusal.law else ""))
        return typed

    @property
    def has_promise(self) -> bool:
        """Whether something is promised. The office alone, picked already, promises nothing."""
        return any(self.cleaned_data.get(name) for name in self.PROMISE if name != "lead")
