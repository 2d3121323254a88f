"""Tables: without lines for the letterhead and the signature, with lines for lists."""

from collections.abc import Sequence
from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from gandan.core.word.blocks import Listing
from gandan.core.word.forms import Sizes
from gandan.core.word.runs import lay, legible, letters


def frame(document: Any, widths: Sequence[float], rows: int = 1) -> Any:
    """A table without lines, with exact widths in millimetres: Word and LibreOffice both keep them only if every cell has one."""
    table = document.add_table(rows=rows, cols=len(widths))
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    _no_inner_margin(table)
    return table


def listing(document: Any, given: Listing, sizes: Sizes) -> Any:
    """A table with lines whose heading comes again on each page and whose rows are never torn between two."""
    total = sum(c.share for c in given.columns)
    table = frame(document, [sizes.width * c.share / total for c in given.columns], rows=1 + len(given.rows))
    table.style = "Table Grid"
    size = sizes.body - 2  # what stands in a table is smaller, as the forms of both sides have it
    for cell, column in zip(table.rows[0].cells, given.columns, strict=True):
        letters(lay(cell.paragraphs[0], align="center", before=2, after=2).add_run(legible(column.title)), size, bold=True)
    mark(table.rows[0], "w:tblHeader")
    cells = table._cells  # asked once: python-docx walks the whole table each time
    wide = len(given.columns)
    for n, values in enumerate(given.rows, start=1):
        for m, (column, value) in enumerate(zip(given.columns, values, strict=True)):
            letters(lay(cells[n * wide + m].paragraphs[0], align=column.align, before=2, after=2).add_run(legible(value)), size)
    for row in table.rows:
        mark(row, "w:cantSplit")
    return table


def mark(row: Any, what: str) -> None:
    """A property of a row that is there or not: "w:tblHeader", "w:cantSplit"."""
    element = OxmlElement(what)
    element.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(element)


def _no_inner_margin(table: Any) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), "60")  # twentieths of a point: about one millimetre
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    table._tbl.tblPr.append(margins)
