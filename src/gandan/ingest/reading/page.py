"""HTML to the article it carries: title, date line, paragraphs; menus, advertisements and other news left out."""

import re
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from gandan.ingest.reading.limits import Unreadable

_LEAST = 0.35
"""Below this share of a small page's words, what was left out was probably the article itself (a fragment, a table, a bare <div>)."""
_SMALL_PAGE = 1_500


def article(page: str) -> str:
    """Title, date as the page gives it, and body. Works on the characters alone: nothing is ever fetched."""
    from trafilatura import bare_extraction, html2txt
    from trafilatura.utils import load_html

    tree = load_html(page)
    if tree is None:
        raise Unreadable(_("Trang HTML bị hỏng. Xin mở trang bằng trình duyệt, chép nội dung rồi dán vào ô văn bản."))
    found: Any = bare_extraction(tree, url=None, include_comments=False, include_tables=True, favor_recall=True, with_metadata=True,
                            date_extraction_params={"extensive_search": False, "original_date": True})  # fmt: skip
    whole = html2txt(page) or ""
    body = (found.text if found else "") or ""
    if (len(body) < _LEAST * len(whole) and len(whole) < _SMALL_PAGE) or not body.strip():
        return _with_lines(whole)
    title, day = (found.title or "", found.date or "") if found else ("", "")
    return "\n".join(part for part in (*_head(title, day, body, page), body) if part)


def _head(title: str, day: str, body: str, page: str) -> list[str]:
    """Title and date line, each unless the body already begins with it."""
    opening = body[:600]
    title = " ".join(title.split())
    head = [title] if title and title not in " ".join(opening.split()) else []
    if not day:
        return head
    told = date.fromisoformat(day)
    return [*head, _as_shown(told, page)]


def _as_shown(day: date, page: str) -> str:
    """The date as readers of the page see it (with its clock time where there is one), else in plain figures."""
    plain = rf"0?{day.day}\s*[/.-]\s*0?{day.month}\s*[/.-]\s*{day.year}"
    clock = r"(?:[ ,|–-]{0,4}\d{1,2}[:h]\d{2})?"
    shown = re.search(rf">\s*([^<>]{{0,40}}?\b{plain}{clock}[^<>]{{0,20}}?)\s*<", page)
    return " ".join(shown[1].split()) if shown else f"{day.day}/{day.month}/{day.year}"


def _with_lines(text: str) -> str:
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())
