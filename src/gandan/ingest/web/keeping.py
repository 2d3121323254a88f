"""Forms by which a text, or many, are taken in."""

from typing import Any

from django import forms
from django.core.files.base import File
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.ingest.reading import LARGEST_FILE
from gandan.ingest.reading.archive import LARGEST_ARCHIVE, MOST_FILES
from gandan.ingest.reading.limits import LONGEST_TEXT, MEGABYTE, too_large
from gandan.ingest.web.places import Desk

_PUBLIC = (
    ("public", gettext_lazy("Đã đăng công khai (báo, cổng thông tin): những gì nhận vào sổ thì ai cũng xem được")),
    ("internal", gettext_lazy("Nội bộ: những gì nhận vào sổ chỉ cơ quan xem được")),
)


class _Kept(forms.Form):
    """Who sees what comes of it, and for which office of the person it is kept."""

    def __init__(self, *args: Any, desks: list[Desk], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.desks = desks
        if len(desks) > 1:
            self.fields["desk"] = forms.ChoiceField(label=_("Cơ quan"), choices=[(desk.value, desk.words) for desk in desks])

    @property
    def desk(self) -> Desk:
        """The chosen desk, or the only one."""
        value = self.cleaned_data.get("desk")
        return next((desk for desk in self.desks if desk.value == value), self.desks[0])

    @property
    def is_public(self) -> bool:
        """Whether the text was published already."""
        return bool(self.cleaned_data["seen_by"] == "public")


class KeepForm(_Kept):
    """A text that was just read: it comes back with the request."""

    text = forms.CharField(widget=forms.HiddenInput, strip=False, max_length=LONGEST_TEXT + 1)
    seen_by = forms.ChoiceField(label=gettext_lazy("Văn bản này"), choices=_PUBLIC, widget=forms.RadioSelect)
    publisher = forms.CharField(
        label=gettext_lazy("Nơi đăng hoặc nơi gửi"), required=False, max_length=160, help_text=gettext_lazy("Ví dụ: Báo Cần Thơ.")
    )
    url = forms.URLField(
        label=gettext_lazy("Địa chỉ trang"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=gettext_lazy("Để người sau mở lại được bài gốc."),
    )

    @property
    def first_fields(self) -> list[forms.BoundField]:
        """What must be said."""
        return [field for field in self if field.name not in ("publisher", "url")]

    @property
    def about_fields(self) -> list[forms.BoundField]:
        """What may be said."""
        return [self["publisher"], self["url"]]


class DescribeForm(forms.Form):
    """What is known about a text that was taken in."""

    title = forms.CharField(label=gettext_lazy("Tên bài, tên báo cáo"), required=False, max_length=300)
    published = forms.DateField(
        label=gettext_lazy("Ngày đăng"),
        required=False,
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"],
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )
    publisher = forms.CharField(label=gettext_lazy("Nơi đăng hoặc nơi gửi"), required=False, max_length=160)
    url = forms.URLField(label=gettext_lazy("Địa chỉ trang"), required=False, max_length=500, assume_scheme="https")
    seen_by = forms.ChoiceField(label=gettext_lazy("Văn bản này"), choices=_PUBLIC, widget=forms.RadioSelect)


class Files(forms.ClearableFileInput):
    """Many files at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Every file that came; an empty one is judged where it is read, so that its name is told."""

    widget = Files

    def clean(self, data: Any, initial: Any = None) -> list["File[Any]"]:
        """A list of files, in the order they came."""
        given = data if isinstance(data, list | tuple) else [data] if data else []
        if self.required and not given:
            super().clean(None, initial)
        return [super(FilesField, self).clean(one, initial) for one in given]


class BatchForm(_Kept):
    """Files or archives, and a title by which the batch is found again."""

    uploads = FilesField(
        label=gettext_lazy("Chọn các tệp, hoặc một tệp .zip"),
        allow_empty_file=True,
        help_text=gettext_lazy(
            "Tối đa %(files)d tệp .txt, .html, .docx, .pdf có chữ, mỗi tệp %(one)d MB; tệp .zip tối đa %(zip)d MB. "
            "Giữ phím Ctrl (hoặc Shift) để chọn nhiều tệp."
        )
        % {"files": MOST_FILES, "one": LARGEST_FILE // MEGABYTE, "zip": LARGEST_ARCHIVE // MEGABYTE},
        error_messages={"required": gettext_lazy("Xin chọn ít nhất một tệp.")},
        widget=Files(attrs={"accept": ".txt,.html,.htm,.docx,.pdf,.zip,text/plain,text/html,application/pdf,application/zip"}),
    )
    title = forms.CharField(
        label=gettext_lazy("Gọi đợt này là"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Ví dụ: Báo cáo quý III. Để trống thì lấy ngày hôm nay."),
    )
    seen_by = forms.ChoiceField(label=gettext_lazy("Các văn bản này"), choices=_PUBLIC, widget=forms.RadioSelect)

    def __init__(self, *args: Any, dropped: list[str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.dropped = dropped or []

    @property
    def what_is_kept(self) -> str:
        """The sentence over a refusal: a browser keeps no chosen file in its field."""
        return _("Chưa đọc tệp nào. Những gì Ông/Bà đã ghi vẫn còn; riêng các tệp, xin chọn lại.")

    def clean(self) -> dict[str, Any]:
        """Files that were too large to come are named."""
        data = super().clean() or {}
        if self.dropped:
            names = ", ".join(self.dropped)
            self.errors.pop("uploads", None)
            self.add_error("uploads", _("Tệp quá lớn: %(names)s. %(why)s") % {"names": names, "why": too_large(0).sentence})
        return data
