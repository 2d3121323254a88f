"""Fields of the forms that people fill in."""

from typing import Any

from django import forms
from django.core.files.base import File
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from gandan.opinions.policies.say import MOST_FILES

KNOWN = "image/jpeg,image/png,image/webp,application/pdf,.pdf,.docx,.xlsx,.odt,.ods"


class Files(forms.ClearableFileInput):
    """Many files at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Every file that came; what is inside them is judged by the deed, with a sentence for each kind of fault."""

    widget = Files

    def clean(self, data: Any, initial: Any = None) -> list["File[Any]"]:
        """A list of files, in the order they came."""
        given = data if isinstance(data, list | tuple) else [data] if data else []
        if len(given) > MOST_FILES:
            raise forms.ValidationError(_("Mỗi lần nhiều nhất %(n)d tệp; còn lại gửi thêm sau ở trang theo dõi.") % {"n": MOST_FILES})
        return [super(FilesField, self).clean(one, initial) for one in given]


def files(label: Any) -> FilesField:
    """Photos and documents, none needed."""
    return FilesField(
        label=label,
        required=False,
        allow_empty_file=True,
        help_text=_("Ảnh hoặc tệp PDF, Word, Excel; mỗi tệp tối đa 25 MB. Nơi chụp và ngày giờ ghi ẩn trong ảnh được xoá trước khi lưu."),
        widget=Files({"accept": KNOWN, "multiple": True}),
    )


def words(label: Any, *, longest: int, help_text: Any = "", required: bool = True, rows: int = 5) -> forms.CharField:
    """Several lines of a person's words."""
    missing = {"required": _("Xin viết vài chữ về sự việc.")}
    widget = forms.Textarea({"rows": rows})
    return forms.CharField(label=label, help_text=help_text, required=required, max_length=longest, widget=widget, error_messages=missing)


def pin(label: Any, *, help_text: Any = "", required: bool = True) -> forms.CharField:
    """Six digits, typed in the open: who stands beside sees less than who loses count under dots."""
    six = RegexValidator(r"^\d{6}$", _("Mã PIN gồm đúng 6 chữ số."))
    widget = forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "maxlength": "6", "class": "short pin"})
    return forms.CharField(label=label, help_text=help_text, required=required, validators=[six], widget=widget)


def code(label: Any) -> forms.CharField:
    """The private code, as it was typed from a slip of paper."""
    look = {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "class": "code", "inputmode": "text"}
    said = _("Mười hai chữ và số trên biên nhận. Có gạch, có khoảng trắng hay viết thường đều được.")
    return forms.CharField(label=label, max_length=60, help_text=said, widget=forms.TextInput(look))
