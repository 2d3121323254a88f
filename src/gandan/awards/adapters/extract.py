"""Danh sách trích ngang: of one dossier, or of everybody proposed in a call. The page lies across."""

from collections.abc import Sequence
from datetime import date

from gandan.awards.adapters import lists, office
from gandan.awards.adapters.lists import Proposed
from gandan.awards.models import Call
from gandan.core.word import Paper
from gandan.units.models import Office


def extract(call: Call, rows: Sequence[Proposed], *, of: Office, on: date, offices: bool) -> Paper:
    """`of`: whose list it is, the proposing office or that of the call."""
    name, _giver = office.award(call, on=on)
    paper = office.paper_of(of, on=on, title="Danh sách trích ngang", wide=True)
    paper.letterhead(office.letterhead(of, on=on, day=None))
    paper.title("Danh sách trích ngang", f"Đề nghị tặng {name} năm {call.year}")
    if not rows:
        paper.text("Chưa có trường hợp nào.", closes=True)
    for listing in lists.whole(rows, offices=offices):
        paper.table(listing)
    to = [call.office.name_on(on)] if of.pk != call.office_id else []
    paper.signature(office.signature(of), office.kept(paper, *to))
    return paper
