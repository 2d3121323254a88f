"""Biên bản of the council: who sat, who took no part in what, and what each came to.

Whose card says what stands in it only where the council's cards were shown (`cards`, read by `appraisals.queries.cards_shown`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gandan.awards.adapters import lists, office
from gandan.awards.adapters.lists import Proposed
from gandan.awards.enums import NomineeState, Whom
from gandan.awards.models import Call
from gandan.core.word import Column, Form, Listing, Paper, Recipients, Signature


@dataclass(frozen=True)
class Sat:
    """A member: name, part, and of how many cases they took no part because of a tie."""

    name: str
    part: str
    tied: int = 0


@dataclass(frozen=True)
class Cards:
    """Shown cards of one: (member, points) of the round that counts."""

    name: str
    marks: Sequence[tuple[str, str]]


def minutes(
    call: Call, rows: Sequence[Proposed], *, sat: Sequence[Sat], sheet: str, cards: Sequence[Cards], on: date, council: str
) -> Paper:
    """Numbers are those frozen when each was closed; nothing of a round that is still scored."""
    name, _giver = office.award(call, on=on)
    paper = office.paper_of(call.office, on=on, title="Biên bản họp hội đồng")
    paper.letterhead(office.letterhead(call.office, on=on, day=None, kind="BB"))
    paper.title("Biên bản", f"Họp {council} xét tặng {name} năm {call.year}")
    parts = _Numbered(paper.form)
    paper.heading(parts("Thành phần"))
    paper.table(_members(sat))
    paper.heading(parts("Cách xét"))
    paper.text(f"Mỗi thành viên chấm riêng theo {sheet}, không biết điểm của nhau cho đến khi mở phiếu. Điểm là trung bình các phiếu.")
    paper.heading(parts("Kết quả"))
    for listing in _results(rows):
        paper.table(listing)
    chosen = [r for r in rows if r.nominee.state in (NomineeState.CHOSEN, NomineeState.CONFERRED)]
    persons = sum(r.nominee.whom == Whom.PERSON for r in chosen)
    said = office.counted(persons, len(chosen) - persons)
    if cards:
        paper.heading(parts("Điểm của từng phiếu, đã mở trong hội đồng"))
        paper.table(_cards(cards))
    paper.text(f"Hội đồng thống nhất đề nghị tặng {name} cho {said}" if said else "Hội đồng chưa chọn trường hợp nào", closes=True)
    chair = next((s.name for s in sat if s.part.startswith("Chủ tịch")), "")
    paper.signature(Signature(post="Chủ tịch hội đồng", name=chair), Recipients([], kept=office.KEPT[paper.form]))
    return paper


def _members(sat: Sequence[Sat]) -> Listing:
    columns = [
        Column("TT", 1, "center"),
        Column("Họ và tên", 6),
        Column("Nhiệm vụ trong hội đồng", 5),
        Column("Không chấm do có liên quan", 4, "center"),
    ]
    return Listing(columns, [[str(n), s.name, s.part, f"{s.tied} trường hợp" if s.tied else ""] for n, s in enumerate(sat, start=1)])


def _results(rows: Sequence[Proposed]) -> list[Listing]:
    return [
        Listing(
            [
                Column("TT", 1, "center"),
                Column(lists.NAME[whom], 5),
                Column("Cơ quan đề nghị", 4.4),
                Column("Điểm", 1.7, "center"),
                Column("Chênh lệch", 1.8, "center"),
                Column("Xếp loại", 2.2, "center"),
                Column("Kết luận", 3.2),
            ],
            [[str(n), r.name, r.office, r.points, r.spread, r.grade, r.result] for n, r in enumerate(kept, start=1)],
            title=f"{lists.TITLE[whom]}: {len(kept)}",
        )
        for whom, kept in lists.apart(rows)
    ]


def _cards(cards: Sequence[Cards]) -> Listing:
    cells = [[str(n), c.name, "; ".join(f"{who}: {points}" for who, points in c.marks)] for n, c in enumerate(cards, start=1)]
    return Listing([Column("TT", 1, "center"), Column("Trường hợp", 5), Column("Điểm của từng thành viên", 9)], cells)


class _Numbered:
    """Counts headings as they are used."""

    SIGNS = ("I", "II", "III", "IV", "V")

    def __init__(self, form: Form) -> None:
        self.n, self.mark = 0, "-" if form is Form.PARTY else "."

    def __call__(self, text: str) -> str:
        self.n += 1
        return f"{self.SIGNS[self.n - 1]}{self.mark} {text}"
