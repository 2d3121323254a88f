"""HTML to the article it carries: title, date line, paragraphs; menus, advertisements and other news left out."""

import logging
import re
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from gandan.ingest.reading.limits import Unreadable, check_rough_length

_LEAST = 0.35
"""Below this share of a small page's words, what was left out was probably the article itself (a fragment, a table, a bare <div>)."""
_SMALL_PAGE = 1_500
_HIDDEN = re.compile(r"(?is)<(script|style)\b.*?(?:</\1\s*>|\Z)")
_TAG = re.compile(r"<[^<>]*>")
_TOP = 8
"""A date line stands among the first lines, if it is in the body at all."""


def article(page: str) -> str:
    """Title, date as the page gives it, and body. Works on the characters alone: nothing is ever fetched.

    A page whose words alone are far too many is refused first: taking 19 MB of it apart would cost half a minute.
    """
    check_rough_length(_TAG.sub("", _HIDDEN.sub("", page)))
    from trafilatura import bare_extraction, html2txt

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its remarks on odd pages tell an officer nothing
    found: Any = bare_extraction(
        _tree(page),
        include_comments=False,
        favor_recall=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    whole = html2txt(_tree(page)) or ""
    body = (found.text if found else "") or ""
    if (len(body) < _LEAST * len(whole) and len(whole) < _SMALL_PAGE) or not body.strip():
        return _with_lines(whole)
    title = " ".join((found.title or "").split()) if found else ""
    lines = [line for line in body.splitlines() if " ".join(line.split()) != title]
    shown = _as_shown(date.fromisoformat(found.date), page) if found and found.date else ""
    return "\n".join([*filter(None, (title, "" if shown in lines[:_TOP] else shown)), *lines])


def _tree(page: str) -> Any:
    """The page as a tree. It is parsed here, since fragments and pages without <html> are pages to a reader."""
    from lxml.etree import ParserError  # type: ignore[import-untyped, unused-ignore]
    from lxml.html import document_fromstring  # type: ignore[import-untyped, unused-ignore]

    try:
        return document_fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", page))
    except (ParserError, ValueError) as broken:
        raise Unreadable(_("Trang HTML bị hỏng. Xin mở trang bằng trình duyệt, chép nội dung rồi dán vào ô văn bản.")) from broken


def _as_shown(day: date, page: str) -> str:
    """The date as readers of the page see it (with its clock time where there is one), else in plain figures."""
    plain = rf"0?{day.day}\s*[/.-]\s*0?{day.month}\s*[/.-]\s*{day.year}"
    clock = r"(?:[ ,|–-]{0,4}\d{1,2}[:h]\d{2})?"
    shown = re.search(rf">\s*([^<>]{{0,40}}?\b{plain}{clock}[^<>]{{0,20}}?)\s*<", page)
    return " ".join(shown[1].split()) if shown else f"{day.day}/{day.month}/{day.year}"


def _with_lines(text: str) -> str:
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())
