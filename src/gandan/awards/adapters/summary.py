"""Bản tóm tắt thành tích of one person or collective."""

from datetime import date

from gandan.awards.adapters import office
from gandan.awards.adapters.lists import ERASED, Proposed
from gandan.awards.enums import Whom
from gandan.awards.sealing import Dossier
from gandan.core.word import Column, Form, Listing, Paper


def summary(row: Proposed, *, on: date) -> Paper:
    """As the proposing office declares it; what is not declared is left open for the hand."""
    nominee, told = row.nominee, row.told
    nomination = nominee.nomination
    call, mine = nomination.call, nomination.office
    name, _giver = office.award(call, on=on)
    paper = office.paper_of(mine, on=on, title="Bản tóm tắt thành tích")
    paper.letterhead(office.letterhead(mine, on=on, day=None))
    paper.title("Bản tóm tắt thành tích", f"Đề nghị tặng {name} năm {call.year}")
    if told is None:
        paper.text(ERASED, closes=True)
        return paper
    mark = "-" if paper.form is Form.PARTY else "."
    paper.heading(f"I{mark} Sơ lược")
    facts = _person(row, told) if nominee.whom == Whom.PERSON else _collective(row, told)
    paper.table(Listing([Column("Nội dung", 4), Column("Khai báo của cơ quan đề nghị", 9)], [list(pair) for pair in facts]))
    paper.heading(f"II{mark} Thành tích")
    lines = [line.strip() for line in told.deeds.splitlines() if line.strip()] or ["…"]
    for line in lines[:-1]:
        paper.text(line)
    paper.text(lines[-1], closes=True)
    paper.signature(office.signature(mine), office.kept(paper, call.office.name_on(on)))
    return paper


def _person(row: Proposed, told: Dossier) -> list[tuple[str, str]]:
    born = f"{told.born_on[8:]}/{told.born_on[5:7]}/{told.born_on[:4]}" if told.born_on else str(told.born or "")
    years = "" if told.years is None else str(told.years)
    found = [
        ("Họ và tên", told.name),
        ("Ngày, năm sinh", born),
        ("Chức vụ", told.position),
        ("Nơi công tác", told.workplace),
        ("Số năm công tác", years),
        ("Là người đứng đầu", "Có" if told.is_head else "Không"),
        ("Thành tích về", row.nominee.ground),
    ]
    return [pair for pair in found if pair[1] or pair[0] != "Thành tích về"]


def _collective(row: Proposed, told: Dossier) -> list[tuple[str, str]]:
    found = [("Tên tập thể", told.name), ("Thuộc đơn vị", told.workplace), ("Thành tích về", row.nominee.ground)]
    return [pair for pair in found if pair[1]]
