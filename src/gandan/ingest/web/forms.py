"""The one form: a pasted text or a file."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.core.access import refuse_if
from gandan.core.access.refusal import Refusal
from gandan.ingest import policies, queries
from gandan.ingest.queries import Reading
from gandan.ingest.reading import LARGEST_FILE, Unreadable
from gandan.ingest.reading.limits import MEGABYTE, too_large

KNOWN = ".txt,.html,.htm,.docx,.pdf,text/plain,text/html,application/pdf"


class ProseForm(forms.Form):
    """Refusals of policy and of reading stand at the field they are about; what was pasted stays in its field."""

    text = forms.CharField(
        label=gettext_lazy("Dán bài viết, báo cáo"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 9, "spellcheck": "false"}),
    )
    file = forms.FileField(
        label=gettext_lazy("Hoặc chọn tệp"),
        required=False,
        allow_empty_file=True,
        help_text=gettext_lazy("Tệp .txt, .html, .docx hoặc .pdf có chữ, tối đa %(most)d MB.") % {"most": LARGEST_FILE // MEGABYTE},
        widget=forms.ClearableFileInput(attrs={"accept": KNOWN}),
    )

    def __init__(self, *args: Any, too_large_came: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.too_large_came = too_large_came
        self.reading: Reading | None = None

    @property
    def what_is_kept(self) -> str:
        """The sentence over a refusal. A browser keeps no chosen file in its field, so only what was typed is said to be kept."""
        chosen = self.too_large_came or bool(self.files.get("file"))
        if chosen and self.data.get("text", "").strip():
            return _("Máy chưa đọc gì. Phần chữ đã dán vẫn còn nguyên; nếu muốn đọc tệp, xin chọn lại tệp.")
        if chosen:
            return _("Tệp Ông/Bà chọn chưa đọc được. Lý do ghi ở ô chọn tệp; xin chọn lại tệp.")
        if self.data.get("text", "").strip():
            return _("Máy chưa đọc được. Lý do ghi ở ô bên dưới; phần chữ đã dán vẫn còn nguyên.")
        return _("Chưa có gì để đọc.")

    def clean(self) -> dict[str, Any]:
        """Read what came; the result is `reading`."""
        data = super().clean() or {}
        text, upload = data.get("text") or "", data.get("file")
        if self.too_large_came:
            self.add_error("file", too_large(0).sentence)
            return data
        try:
            refuse_if(policies.read_prose(text=text, has_file=upload is not None))
        except Refusal as refusal:
            self.add_error("text", refusal.sentence)
            return data
        try:
            self.reading = queries.propose_from(upload.read(), name=upload.name) if upload else queries.propose_pasted(text)
        except Unreadable as unreadable:
            self.add_error("file" if upload else "text", unreadable.sentence)
        return data
