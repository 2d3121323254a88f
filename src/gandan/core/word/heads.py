"""The top of the first page in each form: who issues, the motto of the State or the name of the Party, number, place and date."""

from datetime import date
from typing import Any

from gandan.core.word.blocks import Letterhead
from gandan.core.word.forms import Form, Sizes
from gandan.core.word.runs import lay, legible, letters, rule_under
from gandan.core.word.tables import frame

STATE_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
STATE_SLOGAN = "Độc lập - Tự do - Hạnh phúc"
PARTY_NAME = "ĐẢNG CỘNG SẢN VIỆT NAM"
LEFT_SHARE = {Form.STATE: 0.37, Form.PARTY: 0.5}  # the name of the State needs more room, that of the Party leaves it to the issuer
NUMBER_ROOM = "        "  # to write it in by hand
DAY_ROOM = "    "


def said_day(place: str, day: date | None) -> str:
    """Place and date as papers write them: a nought before days under ten and the first two months, so that nobody adds a digit."""
    if day is None:
        return f"{place}, ngày {DAY_ROOM} tháng {DAY_ROOM} năm {DAY_ROOM}"
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{place}, ngày {day.day:02d} tháng {month} năm {day.year}"


def said_number(form: Form, given: Letterhead) -> str:
    """ "Số: 05/QĐ-UBND" in the State's form, "Số 05-QĐ/ĐU" without a colon in the Party's."""
    number = given.number or f"{NUMBER_ROOM}{given.mark}"
    return f"Số: {number}" if form is Form.STATE else f"Số {number}"


def head(document: Any, form: Form, given: Letterhead, sizes: Sizes) -> None:
    """Two columns and two rows: names over names, number beside date."""
    left = sizes.width * LEFT_SHARE[form]
    table = frame(document, [left, sizes.width - left], rows=2)
    (a, b), (c, d) = (row.cells for row in table.rows)
    _issuer(a, form, given, sizes, width=left)
    _names(b, form, sizes, width=sizes.width - left)
    number = said_number(form, given) if given.numbered else ""
    letters(lay(c.paragraphs[0], align="center", before=6).add_run(legible(number)), sizes.number)
    letters(lay(d.paragraphs[0], align="center", before=6).add_run(legible(said_day(given.place, given.day))), sizes.place, italic=True)


def _issuer(cell: Any, form: Form, given: Letterhead, sizes: Sizes, *, width: float) -> None:
    first = cell.paragraphs[0]
    if given.above:
        letters(lay(first, align="center").add_run(legible(given.above.upper())), sizes.above)
        first = cell.add_paragraph()
    letters(lay(first, align="center").add_run(legible(given.issuer.upper())), sizes.issuer, bold=True)
    if form is Form.PARTY:
        letters(lay(cell.add_paragraph(), align="center").add_run("*"), sizes.issuer, bold=True)
    else:
        _rule(cell, inset=width / 3)


def _rule(cell: Any, *, inset: float) -> None:
    """A short line on a low paragraph of its own, so that the name above keeps the width of its column."""
    line = lay(cell.add_paragraph(), align="center", line=4)
    letters(line.add_run(), 2)
    rule_under(line, inset=inset, gap=0)


def _names(cell: Any, form: Form, sizes: Sizes, *, width: float) -> None:
    if form is Form.PARTY:
        line = lay(cell.paragraphs[0], align="center")
        letters(line.add_run(PARTY_NAME), sizes.motto, bold=True)
        rule_under(line, inset=width * 0.02)
        return
    letters(lay(cell.paragraphs[0], align="center").add_run(STATE_NAME), sizes.motto, bold=True)
    line = lay(cell.add_paragraph(), align="center")
    letters(line.add_run(STATE_SLOGAN), sizes.slogan, bold=True)
    rule_under(line, inset=width * 0.15)
