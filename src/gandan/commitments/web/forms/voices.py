"""Forms of those to whom something was promised. They need no account."""

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.commitments.policies.words import LONGEST
from gandan.commitments.web.forms.fields import words


class ObjectionForm(forms.Form):
    """Why it is not done, as somebody sees it who lives there."""

    text = words(
        _("Chỗ nào chưa xong?"),
        longest=LONGEST["text"],
        help_text=_("Ít nhất 10 ký tự. Không cần ghi tên, số điện thoại hay địa chỉ của Ông/Bà."),
    )


class CodeEntryForm(forms.Form):
    """The private code, as it was typed from a slip of paper."""

    code = forms.CharField(
        label=_("Mã trên phiếu"),
        max_length=60,
        help_text=_("Có gạch, có khoảng trắng hay viết thường đều được."),
        widget=forms.TextInput(
            {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "class": "code", "inputmode": "text"}
        ),
    )
