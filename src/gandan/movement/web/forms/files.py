"""Several files at once."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

TAKEN = "image/jpeg,image/png,image/webp,application/pdf,.docx,.xlsx,.odt,.ods"
MOST_FILES = 10


class Several(forms.ClearableFileInput):
    """A field in which more than one file can be chosen."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """A list of files; each is looked at by the deed that keeps them."""

    def __init__(self, **kwargs: Any) -> None:
        said = _(
            "Ảnh chụp, PDF, Word, Excel, tối đa 25 MB mỗi tệp. Vị trí chụp ghi trong ảnh được xoá khi nhận. Ảnh không nên có mặt người dân."
        )
        super().__init__(widget=Several({"accept": TAKEN}), **{"help_text": said, **kwargs})

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Each file by itself, a few at a time."""
        given = [one for one in (data if isinstance(data, list | tuple) else [data]) if one]
        if self.required and not given:
            raise forms.ValidationError(self.error_messages["required"])
        if len(given) > MOST_FILES:
            said = ngettext("Mỗi lần thêm nhiều nhất %(n)s tệp.", "Mỗi lần thêm nhiều nhất %(n)s tệp.", MOST_FILES)
            raise forms.ValidationError(said % {"n": MOST_FILES})
        clean = super().clean
        return [clean(one, initial) for one in given]
