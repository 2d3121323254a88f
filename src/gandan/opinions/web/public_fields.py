"""Fields of the forms that people fill in."""

from typing import Any

from django import forms
from django.core.files.base import File
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from gandan.core.files import archives
from gandan.core.files import policies as file_policies
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
        return [_checked(super(FilesField, self).clean(one, initial)) for one in given]


def _checked(file: "File[Any]") -> "File[Any]":
    """Size and kind are said at the field, with the name of the file, beside what else is amiss; the deed looks into the whole of it."""
    if not file.size:
        raise forms.ValidationError(_("%(name)s: tệp trống, không có gì bên trong. Xin chọn lại tệp."), params={"name": file.name})
    refusal = file_policies.too_large(file.size)
    if refusal is None and not _is_known(file):
        refusal = file_policies.not_taken()
    if refusal is not None:
        raise forms.ValidationError("%(name)s: %(said)s", params={"name": file.name, "said": refusal.sentence})
    return file


def _is_known(file: "File[Any]") -> bool:
    raw = file.read(file_policies.LARGEST)
    file.seek(0)
    try:
        return file_policies.kind_of(raw) is not None
    except archives.Broken:
        return True  # a kind that is taken, and broken: the deed has a sentence for it


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
    said = {"required": _("Xin viết vài chữ về sự việc."), **too_long()}
    widget = forms.Textarea({"rows": rows})
    return whole(
        forms.CharField(label=label, help_text=help_text, required=required, max_length=longest, widget=widget, error_messages=said)
    )


def where(label: Any, *, longest: int, help_text: Any) -> forms.CharField:
    """A few words about the place; needed or not, the form says."""
    return whole(forms.CharField(label=label, max_length=longest, required=False, help_text=help_text, error_messages=too_long()))


def too_long() -> dict[str, Any]:
    """What is written to who wrote more than fits."""
    return {"max_length": _("Đoạn này dài %(show_value)s ký tự, nhiều nhất là %(limit_value)s. Chữ còn nguyên; xin viết gọn lại.")}


def whole(field: forms.CharField) -> forms.CharField:
    """A browser silently cuts what is pasted at `maxlength`; without it all of it arrives, and a sentence says what is too long."""
    field.widget.attrs.pop("maxlength", None)
    return field


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
