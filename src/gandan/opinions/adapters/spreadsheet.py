"""Spreadsheets: what an office typed into .xlsx or .csv, as plain text cell by cell. Nothing is ever evaluated.

A spreadsheet is a stranger's archive: it is measured before it is unpacked, its XML may declare nothing of its own, and a formula is no
text.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import openpyxl
from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.core.files import archives, policies
from gandan.core.files.enums import FileKind
from gandan.core.text import nfc

LARGEST = 5 * 1024 * 1024
UNPACKED = 40 * 1024 * 1024
MOST_LINES = 2_000
MOST_COLUMNS = 40
MOST_BLANK = 200  # so many empty lines one after the other end a table
OLD_EXCEL = b"\xd0\xcf\x11\xe0"  # .xls of before 2007, and whatever else lies in such a container
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True)
class Line:
    """One line under the heading, by the number that the spreadsheet itself gives it; at `formulas` stands no text of its own."""

    number: int
    cells: tuple[str, ...]
    formulas: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Table:
    """The heading and what stands under it."""

    head: tuple[str, ...]
    lines: tuple[Line, ...]


def read(raw: bytes) -> Table:
    """The first sheet of a file. Raises Refusal with a sentence that says what to do."""
    if not raw:
        raise Refusal(_("Tệp trống, không có gì bên trong. Xin chọn lại tệp."), status=422)
    if len(raw) > LARGEST:
        raise Refusal(_("Tệp lớn hơn %(mb)s MB. Xin chia thành nhiều tệp nhỏ hơn.") % {"mb": LARGEST // 1024 // 1024}, status=413)
    if not raw.startswith(b"PK") and (raw.startswith(OLD_EXCEL) or policies.kind_of(raw) is not None):  # a photo, a PDF, an .xls
        raise _no_sheet()
    found = _of_workbook(raw) if raw.startswith(b"PK") else _of_text(raw)
    return _table(found)


def _table(found: Iterable[Line]) -> Table:
    """The first line with words is the heading; lines without any word are left out."""
    head: tuple[str, ...] = ()
    kept: list[Line] = []
    blank = 0
    for line in found:
        if not any(line.cells) and not line.formulas:
            blank += 1
            if blank > MOST_BLANK:
                break
            continue
        blank = 0
        if not head:
            head = line.cells
            continue
        if len(kept) >= MOST_LINES:
            raise Refusal(_("Tệp có hơn %(most)s dòng. Xin chia thành nhiều tệp.") % {"most": MOST_LINES}, status=413)
        kept.append(line)
    if not kept:
        raise Refusal(_("Tệp chưa có dòng ý kiến nào dưới dòng tiêu đề. Xin điền vào tệp mẫu rồi gửi lại."), status=422)
    return Table(head, tuple(kept))


def _of_workbook(raw: bytes) -> Iterator[Line]:
    _look_inside(raw)
    try:
        book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=False, keep_links=False)
        sheet = book.worksheets[0]
        for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), start=1):
            cells = tuple("" if cell.data_type in ("f", "e") else text_of(cell.value) for cell in row)
            yield Line(number, cells, frozenset(at for at, cell in enumerate(row) if cell.data_type in ("f", "e")))
    except Refusal:
        raise
    except Exception as broken:  # whatever the library meets in a hostile or half-saved archive
        raise _broken() from broken


def _look_inside(raw: bytes) -> None:
    """Sizes first, then that no part declares entities."""
    try:
        if archives.kind_of(raw) is not FileKind.XLSX:
            raise _no_sheet()
        archives.inspect(raw)
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > UNPACKED:
                raise archives.Bomb
            if any(_DECLARES.search(_plain(archive.read(entry))) for entry in archive.infolist() if _is_xml(entry.filename)):
                raise archives.Bomb
    except archives.Bomb:
        raise Refusal(_("Tệp bung ra lớn bất thường nên không nhận. Xin lưu lại tệp từ phần mềm văn phòng rồi gửi."), status=422) from None
    except archives.Macros:
        raise Refusal(_("Tệp có chứa chương trình (macro). Xin lưu thành bản không có macro rồi gửi lại."), status=422) from None
    except (archives.Broken, zipfile.BadZipFile, NotImplementedError, OSError, RuntimeError, EOFError, ValueError) as broken:
        raise _broken() from broken


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels", ".vml"))


def _plain(part: bytes) -> bytes:
    """XML may be written two bytes a letter; a declaration must not hide in that."""
    return part.replace(b"\x00", b"")


def _no_sheet() -> Refusal:
    return Refusal(_("Tệp này không phải bảng tính Excel (.xlsx). Xin điền vào tệp mẫu, hoặc lưu thành .xlsx hay .csv."), status=415)


def _broken() -> Refusal:
    return Refusal(_("Tệp bị hỏng hoặc có mật khẩu nên không mở được. Xin kiểm tra rồi gửi lại."), status=422)


def _of_text(raw: bytes) -> Iterator[Line]:
    text = _decoded(raw)
    first = next((line for line in text.splitlines() if line.strip()), "")
    mark = max(",;\t", key=first.count)
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True), start=1):
            cells = tuple(text_of(cell) for cell in row[:MOST_COLUMNS])
            formulas = frozenset(at for at, cell in enumerate(cells) if cell.startswith("="))
            yield Line(number, tuple("" if at in formulas else cell for at, cell in enumerate(cells)), formulas)
    except csv.Error as wrong:
        raise Refusal(_("Tệp .csv có dấu ngoặc kép hoặc dấu phân cách đặt sai. Xin lưu lại thành .xlsx rồi gửi."), status=422) from wrong


def _decoded(raw: bytes) -> str:
    kind = "utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = raw.decode(kind)
    except UnicodeDecodeError as wrong:
        sentence = _("Chữ trong tệp .csv không đọc được. Xin lưu lại với bảng mã UTF-8, hoặc lưu thành .xlsx, rồi gửi.")
        raise Refusal(sentence, status=422) from wrong
    if "\x00" in text:
        raise _no_sheet()
    return text


def text_of(value: Any) -> str:
    """One cell as people would write it: days as 30/6/2025, whole numbers without a point, one spelling, no control characters."""
    match value:
        case None | bool():
            return ""
        case datetime() | date():
            return f"{value.day}/{value.month}/{value.year}"
        case float() if value.is_integer():
            return str(int(value))
    return _CONTROL.sub("", nfc(str(value)).replace("\r\n", "\n").replace("\r", "\n")).strip()
