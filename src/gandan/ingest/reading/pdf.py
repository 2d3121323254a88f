"""PDF with a text layer. A scan has none and is refused: guessing letters from pictures would invent quotes."""

import logging
import re
import zlib
from io import BytesIO

from django.utils.translation import gettext as _

from gandan.ingest.reading import legacy
from gandan.ingest.reading.limits import LONGEST_TEXT, MOST_PAGES, Unreadable
from gandan.ingest.reading.reflow import reflow

_LEAST_A_PAGE = 25
"""Letters. A page number and a stamp are fewer, the shortest page of prose has more."""


def text_of(raw: bytes) -> tuple[str, str]:
    """Pages in order, lines joined to paragraphs; and the legacy alphabet the letters were in."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.ERROR)  # its remarks on odd files tell an officer nothing
    try:
        reader = PdfReader(BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable(_("Tệp PDF có mật khẩu. Xin lưu lại một bản không mật khẩu rồi chọn lại."))
        if len(reader.pages) > MOST_PAGES:
            raise Unreadable(_("Tệp PDF có quá %(most)d trang. Xin tách ra, mỗi lần đọc một phần.") % {"most": MOST_PAGES})
        pages: list[str] = []
        for page in reader.pages:
            pages.append(page.extract_text() or "")
            if sum(map(len, pages)) > LONGEST_TEXT:
                break  # the caller refuses it by its length; no need to read on
    except DependencyError as locked:
        raise Unreadable(_("Tệp PDF có mật khẩu. Xin lưu lại một bản không mật khẩu rồi chọn lại.")) from locked
    except (
        PyPdfError,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
        OSError,
        zlib.error,
        AssertionError,
    ) as broken:
        raise Unreadable(_("Tệp PDF bị hỏng hoặc tải về chưa trọn. Xin tải lại, hoặc mở tệp và in lại thành PDF rồi chọn lại.")) from broken
    if sum(len(re.findall(r"[^\W\d_]", page)) for page in pages) < _LEAST_A_PAGE * max(len(pages), 1):
        raise Unreadable(
            _("Tệp PDF này là bản chụp (scan), không có lớp chữ. Xin tìm bản Word hoặc PDF có chữ, hoặc gõ lại nội dung vào ô văn bản.")
        )
    restored, converted_from = legacy.restore("\n\f".join(pages))
    return reflow(restored.split("\f")), converted_from
