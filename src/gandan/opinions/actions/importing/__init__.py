"""WRITE a spreadsheet of opinions: read it, take its rows one by one, hand out its receipts once, forget it.

What stood in the cells lies encrypted until the row is taken; then code and PIN lie there until they are printed. Nothing leads from a
sheet to the opinions that came of it. Only the officer who handed it in sees it; the job acts for the system, row by row, and a row that
was taken is never taken twice, whatever dies meanwhile.
"""

from gandan.opinions.actions.importing.forgetting import drop_sheet, forget_sheets
from gandan.opinions.actions.importing.reading import Read, read_sheet
from gandan.opinions.actions.importing.receipts import Receipt, Slips, print_receipts
from gandan.opinions.actions.importing.rows import take_row
from gandan.opinions.actions.importing.taking import begin_sheet, pick_up_sheets, take_sheet

__all__ = [
    "Read",
    "Receipt",
    "Slips",
    "begin_sheet",
    "drop_sheet",
    "forget_sheets",
    "pick_up_sheets",
    "print_receipts",
    "read_sheet",
    "take_row",
    "take_sheet",
]
