"""Spreadsheets on the way out: text stays text, whatever it begins with, so that no cell runs in the program of whoever opens it."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

_RISKY = ("=", "+", "-", "@", "\t", "\r")
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_HEAD = PatternFill("solid", fgColor="FFE7EAF3")
_WRONG = PatternFill("solid", fgColor="FFFBE9E7")


@dataclass(frozen=True)
class Column:
    """One column: its heading, how wide, and what may be chosen in it."""

    title: str
    width: int = 18
    choices: Sequence[str] = ()
    optional: bool = True


def write(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], *, title: str, notes: Sequence[str] = (), wrong: int | None = None
) -> bytes:
    """A workbook: the table, a sheet of explanations, and a hidden one with the lists. `wrong` is the column that says what is amiss."""
    book = Workbook()
    table = book.active
    table.title = title
    for at, column in enumerate(columns, start=1):
        _put(table.cell(1, at), column.title)
        table.cell(1, at).font, table.cell(1, at).fill = Font(bold=True), _HEAD
        table.column_dimensions[get_column_letter(at)].width = column.width
    for line, row in enumerate(rows, start=2):
        for at, text in enumerate(row, start=1):
            cell = table.cell(line, at)
            _put(cell, text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if wrong is not None and at - 1 == wrong:
                cell.fill = _WRONG
    table.freeze_panes = "A2"
    _lists(book, table, columns)
    if notes:
        said = book.create_sheet("Huong dan")
        said.column_dimensions["A"].width = 100
        for line, note in enumerate(notes, start=1):
            _put(said.cell(line, 1), note)
            said.cell(line, 1).alignment = Alignment(wrap_text=True, vertical="top")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _put(cell: Cell, text: str) -> None:
    """Always a text, never a formula; what looks like one is marked as quoted, so that it stays text when somebody edits the cell."""
    cell.value = _NOT_XML.sub("", text)
    cell.data_type = "s"
    if text.startswith(_RISKY):
        cell.quotePrefix = True


def _lists(book: Workbook, table: Worksheet, columns: Sequence[Column]) -> None:
    """What may be chosen lies on a hidden sheet: a list inside the rule itself may have 255 letters, one of hamlets has more."""
    chosen = [(at, column) for at, column in enumerate(columns, start=1) if column.choices]
    if not chosen:
        return
    lists = book.create_sheet("Danh muc")
    lists.sheet_state = "hidden"
    for place, (at, column) in enumerate(chosen, start=1):
        for line, choice in enumerate(column.choices, start=1):
            _put(lists.cell(line, place), choice)
        letter = get_column_letter(place)
        rule = DataValidation("list", formula1=f"'Danh muc'!${letter}$1:${letter}${len(column.choices)}", allow_blank=column.optional)
        rule.add(f"{get_column_letter(at)}2:{get_column_letter(at)}2001")
        table.add_data_validation(rule)
