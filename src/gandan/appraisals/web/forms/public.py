"""What people fill in beside the notice board."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.appraisals.web.forms.fields import words


class ObjectionForm(forms.Form):
    """Why not: a text, and where several are posted together, which of them. No name is asked. `sheet` is the code, sealed, so that a form
    sent twice over a line that dropped is one objection."""

    sheet = forms.CharField(required=False, widget=forms.HiddenInput)
    about = forms.ChoiceField(label=_("Ông/Bà phản đối về"), required=False)
    text = words(
        _("Điều Ông/Bà phản đối, và vì sao"),
        what="objection",
        rows=8,
        help_text=_("Ít nhất 10 ký tự. Nói rõ việc gì, ở đâu, bao giờ. Không cần ghi tên, số điện thoại hay địa chỉ của Ông/Bà."),
    )

    def __init__(self, *args: Any, about: Mapping[str, str], **more: Any) -> None:
        super().__init__(*args, **more)
        if about:
            choices = self.fields["about"]
            assert isinstance(choices, forms.ChoiceField)  # noqa: S101
            choices.choices = [("", _("Toàn bộ bản niêm yết")), *about.items()]
        else:
            del self.fields["about"]


class CodeForm(forms.Form):
    """The code of an objection."""

    code = forms.CharField(
        label=_("Mã phản đối"),
        max_length=40,
        help_text=_("12 ký tự trên biên nhận, ví dụ 7K2M-9PQR-4TVX. Gõ chữ thường hay bỏ gạch nối đều được."),
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "class": "short"}),
    )
