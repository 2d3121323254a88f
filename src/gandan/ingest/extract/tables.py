"""Figures in the rows of a table: a cell that is only a number counts what the head of its column names.

Word reports give their tables as lines of cells between tabs. The unit may stand in the head: "Kinh phí (triệu đồng)", "Tỷ lệ %".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from gandan.core.text import numbers
from gandan.core.text.numbers import Quantity
from gandan.ingest.document import Document
from gandan.ingest.sentences import Sentence

_CELL = re.compile(r"[^\t]+")
_UNIT_OF_HEAD = re.compile(r"\(\s*(?:đơn vị(?: tính)?\s*:?\s*|đvt\s*:?\s*)?(?P<unit>[^()\d]{1,30})\)|(?P<percent>%)", re.IGNORECASE)
_NOT_COUNTED = re.compile(r"(?i)^(?:s?tt|số tt|số thứ tự|năm|tháng|ngày.*|mã.*|số hiệu|điện thoại|số điện thoại|ghi chú|năm sinh|tuổi)\.?$")


def find(doc: Document) -> Iterator[tuple[Sentence, Quantity, str]]:
    """Each number of a table with its row and what it counts."""
    head: Sequence[str] = ()
    for sentence in doc.sentences:
        if "\t" not in sentence.text:
            head = ()
            continue
        cells = list(_CELL.finditer(sentence.text))
        texts = [cell.group().strip() for cell in cells]
        if not any(char.isdigit() for char in "".join(texts)):
            head = texts
            continue
        if len(head) != len(cells):
            continue
        for title, cell in zip(head, cells, strict=True):
            quantity = _alone(cell)
            if quantity is not None and not _NOT_COUNTED.match(title):
                yield sentence, _measured(quantity, title), f"{title}, {texts[0]}" if texts[0] != cell.group().strip() else title


def _alone(cell: re.Match[str]) -> Quantity | None:
    """The bare number that is all the cell holds."""
    found = numbers.find(cell.group())
    if len(found) != 1 or found[0].measure or found[0].written != cell.group().strip():
        return None
    return replace(found[0], start=cell.start() + found[0].start, end=cell.start() + found[0].end)


def _measured(quantity: Quantity, title: str) -> Quantity:
    """The number in the unit that the head of its column states."""
    match = _UNIT_OF_HEAD.search(title)
    unit = (match["unit"] or match["percent"]) if match else None
    one = next(iter(numbers.find(f"1 {unit.strip()}")), None) if unit else None
    if one is None or not one.measure:
        return quantity
    return replace(quantity, value=quantity.value * Decimal(one.value), measure=one.measure)
