"""The proposals of a text as a file to keep: a table for a spreadsheet or Word, or the JSON that `gandan ingest --json` prints."""

import csv
from io import StringIO

from django.http import HttpResponse
from django.utils.translation import gettext as _

from gandan.ingest.proposal import Proposal
from gandan.ingest.web.records import groups_of

BOM = "\ufeff"
"""Without it Excel takes UTF-8 for the alphabet of the machine and shows broken letters."""
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def table(proposal: Proposal) -> HttpResponse:
    """One line a record: label, kind, what, details, sentence."""
    out = StringIO(newline="")
    lines = csv.writer(out)
    lines.writerow([_("Nhãn"), _("Nhóm"), _("Nội dung"), _("Chi tiết"), _("Câu gốc")])
    for group in groups_of(proposal):
        for card in group.cards:
            facts = "; ".join([f"{name}: {value}" for name, value in card.facts] + ([card.note] if card.note else []))
            lines.writerow([card.label, str(group.title), *map(_plain, (card.heading, facts, card.quote))])
    return _file(BOM + out.getvalue(), "text/csv; charset=utf-8", "csv")


def whole(proposal: Proposal) -> HttpResponse:
    """All of the proposal, for another program."""
    return _file(proposal.model_dump_json(indent=1), "application/json", "json")


def _plain(cell: str) -> str:
    """A text that a spreadsheet would calculate (it may come from anybody's page) is kept a text by a leading apostrophe."""
    return f"'{cell}" if cell.startswith(_FORMULAS) else cell


def _file(content: str, kind: str, ending: str) -> HttpResponse:
    return HttpResponse(
        content,
        content_type=kind,
        headers={"Content-Disposition": f'attachment; filename="ban-ghi-de-xuat.{ending}"', "Cache-Control": "no-store"},
    )


FORMATS = {"csv": table, "json": whole}
