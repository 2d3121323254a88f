"""The foot of a paper: to whom it goes, who signs."""

from typing import Any

from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from gandan.core.word.blocks import Recipients, Signature
from gandan.core.word.forms import Form, Sizes
from gandan.core.word.runs import SEAM, lay, legible, letters
from gandan.core.word.tables import frame, mark

ROOM = 4  # empty lines for the hand and the seal


def end(document: Any, form: Form, signed: Signature, to: Recipients, sizes: Sizes) -> None:
    """Two columns in a row that no page tears, held to what stands before it, so that nobody signs an empty page."""
    _hold(document)
    left = sizes.width * 0.48
    table = frame(document, [left, sizes.width - left])
    a, b = table.rows[0].cells
    _recipients(a, form, to, sizes)
    _signed(b, form, signed, sizes)
    mark(table.rows[0], "w:cantSplit")


def pair(document: Any, form: Form, left: Signature, right: Signature, to: Recipients, sizes: Sizes) -> None:
    """Two signatures in one row that no page tears; recipients below over half the width."""
    _hold(document)
    signs = frame(document, [sizes.width / 2, sizes.width / 2])
    mark(signs.rows[0], "w:cantSplit")
    for cell, signed in zip(signs.rows[0].cells, (left, right), strict=True):
        _signed(cell, form, signed, sizes)
    lay(document.add_paragraph(), line=SEAM)  # else Word makes one table of two
    below = frame(document, [sizes.width * 0.48, sizes.width * 0.52])
    _recipients(below.rows[0].cells[0], form, to, sizes)


def _hold(document: Any) -> None:
    """What was written last, a line or the last row of a table, goes over the page together with what comes next."""
    last = document.element.body.xpath("./*[not(self::w:sectPr)]")[-1]
    inside = last.xpath("./w:tr[last()]//w:p") if last.tag == qn("w:tbl") else [last]
    for element in inside:
        Paragraph(element, document).paragraph_format.keep_with_next = True
    lay(document.add_paragraph(), line=1).paragraph_format.keep_with_next = True


def _recipients(cell: Any, form: Form, to: Recipients, sizes: Sizes) -> None:
    first = cell.paragraphs[0]
    if form is Form.STATE:
        letters(lay(first).add_run("Nơi nhận:"), sizes.recipients_title, bold=True, italic=True)
    else:
        letters(lay(first).add_run("Nơi nhận:"), sizes.recipients_title, underline=True)
    lines = [f"- {line.rstrip(' ;,.')};" if form is Form.STATE else f"- {line.rstrip(' ;,.')}," for line in to.lines]
    if to.kept:
        lines.append(f"- Lưu: {to.kept}." if form is Form.STATE else f"- Lưu {to.kept}.")
    for line in lines:
        letters(lay(cell.add_paragraph()).add_run(legible(line)), sizes.recipients)


def _signed(cell: Any, form: Form, signed: Signature, sizes: Sizes) -> None:
    """On whose behalf and the name in bold; the post too in the State's form, not in the Party's."""
    first = cell.paragraphs[0]
    if signed.behalf:
        letters(lay(first, align="center").add_run(legible(signed.behalf.upper())), sizes.signature, bold=True)
        first = cell.add_paragraph()
    letters(lay(first, align="center").add_run(legible(signed.post.upper())), sizes.signature, bold=form is Form.STATE)
    for _ in range(ROOM):
        cell.add_paragraph().paragraph_format.space_after = Pt(0)
    letters(lay(cell.add_paragraph(), align="center").add_run(legible(signed.name)), sizes.signature, bold=True)
