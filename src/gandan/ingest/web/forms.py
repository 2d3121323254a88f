"""The one form: a pasted text or a file."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

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
        label=_("Dán bài viết, báo cáo"), required=False, strip=False, widget=forms.Textarea(attrs={"rows": 9, "spellcheck": "false"})
    )
    file = forms.FileField(
        label=_("Hoặc chọn tệp"),
        required=False,
        allow_empty_file=True,
        help_text=_("Tệp .txt, .html, .docx hoặc .pdf có chữ, tối đa %(most)d MB.") % {"most": LARGEST_FILE // MEGABYTE},
        widget=forms.ClearableFileInput(attrs={"accept": KNOWN}),
    )

    def __init__(self, *args: Any, too_large_came: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.too_large_came = too_large_came
        self.reading: Reading | None = None

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
            self.reading = queries.propose_from(upload.read(), name=upload.name) if upload else queries.propose_text(text)
        except Unreadable as unreadable:
            self.add_error("file" if upload else "text", unreadable.sentence)
        return data
