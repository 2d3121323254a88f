"""What somebody typed before a deed was refused: it stays on the page, to be copied. Nothing that was written is lost."""

from collections.abc import Iterator
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Typed:
    """One field as it was typed."""

    label: str
    text: str


def typed(form: forms.Form) -> list[Typed]:
    """The words of a form that was sent; what was picked or ticked is not worth copying."""
    return list(_words(form)) if form.is_bound else []


def _words(form: forms.Form) -> Iterator[Typed]:
    for field in form:
        value = field.value()
        if isinstance(field.field.widget, forms.TextInput | forms.Textarea) and isinstance(value, str) and value.strip():
            yield Typed(str(field.label), value.strip())


def ask_again_for_files(form: forms.Form) -> None:
    """A browser forgets which file was chosen when a form comes back; the form says so beside the field."""
    if not form.errors:
        return
    for name in form.files:
        if name in form.fields and name not in form.errors:
            form.add_error(name, _("Xin chọn lại ảnh hoặc tệp: trình duyệt không giữ tệp đã chọn khi trang mở lại."))
