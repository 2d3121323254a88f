"""WHEN a text may be read."""

from django.utils.translation import gettext as _

from gandan.core.access import Refusal


def read_prose(*, text: str, has_file: bool) -> Refusal | None:
    """One source at a time: two texts in one reading would mix their dates and places."""
    if text.strip() and has_file:
        return Refusal(_("Ông/Bà vừa dán văn bản vừa chọn tệp. Xin giữ một trong hai: xoá ô văn bản hoặc bỏ chọn tệp."))
    if not text.strip() and not has_file:
        return Refusal(_("Xin dán văn bản vào ô, hoặc chọn một tệp .txt, .html, .docx hay .pdf."))
    return None
