"""Word files (.docx): header, paragraphs and tables in the order they are read on paper."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from gandan.ingest.reading import legacy
from gandan.ingest.reading.limits import MOST_PARTS, MOST_UNPACKED, Unreadable

if TYPE_CHECKING:
    from docx.document import Document

Node = Any  # an lxml element; lxml ships no types
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GONE = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}pPr", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
"""Deleted by a tracked change, moved away, codes of a field, settings, or a second copy for older programs."""
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_BROKEN = (KeyError, ValueError, AttributeError, IndexError, SyntaxError, OSError, NotImplementedError, zipfile.BadZipFile, zlib.error)


def text_of(raw: bytes) -> tuple[str, str]:
    """The text as it stands after tracked changes, and the legacy alphabet it was in. Text boxes are read where they are anchored."""
    _check_archive(raw)
    import docx
    from docx.opc.exceptions import OpcError
    from docx.styles.style import CharacterStyle

    try:
        document = docx.Document(BytesIO(raw))
        fonts = {style.style_id: style.font.name or "" for style in document.styles if isinstance(style, CharacterStyle)}
        parts = [*_header(document), document.element.body]
        text = "\n".join(line for part in parts for line in _lines(part, fonts))
    except (OpcError, *_BROKEN) as broken:
        raise damaged() from broken
    return legacy.restore(text)


def _header(document: "Document") -> list[Node]:
    """The header of the first page, where offices put their name and the document its number."""
    if not document.sections:
        return []
    first = document.sections[0]
    header = first.first_page_header if first.different_first_page_header_footer else first.header
    return [] if header.is_linked_to_previous else [header._element]


def _lines(part: Node, fonts: dict[str, str]) -> Iterator[str]:
    """Paragraphs one a line, rows of a table one a line."""
    for block in part:
        if block.tag in _GONE:
            continue
        if block.tag == f"{_W}p":
            yield from _paragraph(block, fonts).split("\n")
        elif block.tag == f"{_W}tr":
            yield from _row([[line for line in _lines(cell, fonts) if line.strip()] for cell in block if cell.tag == f"{_W}tc"])
        else:
            yield from _lines(block, fonts)


def _row(cells: list[list[str]]) -> list[str]:
    """Cells of figures stand side by side on one line; cells of several lines are layout (the head of a letter), read one by one."""
    if any(len(cell) > 1 for cell in cells):
        return [line for cell in cells for line in cell]
    return ["\t".join(line for cell in cells for line in cell or [""])]


def _paragraph(paragraph: Node, fonts: dict[str, str]) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    usual = fonts.get("Normal" if style is None else style.get(f"{_W}val"), "") or fonts.get("Normal", "")
    pieces: list[tuple[str, str]] = []
    for text, font in _runs(paragraph, usual):
        if pieces and pieces[-1][1] == font:  # a letter and its mark may lie in two runs: convert them together
            pieces[-1] = (pieces[-1][0] + text, font)
        else:
            pieces.append((text, font))
    return "".join(legacy.with_font(text, font) for text, font in pieces)


def _runs(node: Node, font: str) -> Iterator[tuple[str, str]]:
    for child in node:
        if child.tag in _GONE:
            continue
        if child.tag == f"{_W}r":
            own = child.find(f"{_W}rPr/{_W}rFonts")
            yield from _runs(child, font if own is None else own.get(f"{_W}ascii") or font)
        elif child.tag == f"{_W}t":
            yield child.text or "", font
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag], font
        elif child.tag == f"{_W}p":  # a paragraph inside a text box
            yield "\n", font
            yield from _runs(child, font)
        else:
            yield from _runs(child, font)


def _check_archive(raw: bytes) -> None:
    """Refuse an archive that unpacks into more than a document can be, before anything is unpacked."""
    try:
        parts = zipfile.ZipFile(BytesIO(raw)).infolist()
    except (zipfile.BadZipFile, *_BROKEN) as broken:
        raise damaged() from broken
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable(_("Tệp Word có mật khẩu. Xin bỏ mật khẩu, lưu lại rồi chọn lại."))
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Unreadable(_("Tệp Word bung ra quá lớn nên không được mở. Xin chép phần chữ rồi dán vào ô văn bản."))


def damaged() -> Unreadable:
    """The sentence for a Word file that cannot be opened."""
    return Unreadable(_("Tệp Word bị hỏng hoặc tải về chưa trọn. Xin tải lại, hoặc mở bằng Word và lưu lại rồi chọn lại."))
