"""Biên bản of the council: who sat, who took no part in what, and what each came to.

Whose card says what stands in it only where the council's cards were shown (`cards`, read by `appraisals.queries.cards_shown`).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gandan.appraisals.enums import Part
from gandan.appraisals.models import ScoreSheet
from gandan.appraisals.templatetags.appraisal import points
from gandan.awards.adapters import lists, office
from gandan.awards.adapters.lists import Proposed
from gandan.awards.enums import NomineeState, Whom
from gandan.awards.models import Call
from gandan.awards.queries import counted
from gandan.awards.queries.council import Sat, Session
from gandan.core.word import Column, Form, Listing, Paper, Signature

ROOM = "……………"  # to be filled in by hand
WHEN = "…… giờ ……, ngày …… tháng …… năm ………"


@dataclass(frozen=True)
class Cards:
    """Shown cards of one: (member, points) of the round that counts."""

    name: str
    marks: Sequence[tuple[str, str]]


def minutes(
    call: Call,
    rows: Sequence[Proposed],
    *,
    session: Session,
    sheets: Collection[ScoreSheet],
    cards: Sequence[Cards],
    on: date,
    council: str,
) -> Paper:
    """Of `rows` everybody who was before the council, each with what it said then (`said`). Numbers are those frozen when each was closed;
    nothing of a round that is still scored. Hour and place nobody told us: they are written by hand."""
    name, _giver = office.award(call, on=on)
    paper = office.paper_of(call.office, on=on, title="Biên bản họp hội đồng")
    paper.letterhead(office.letterhead(call.office, on=on, day=None, kind="BB"))
    paper.title("Biên bản", f"Họp {council} xét tặng {name} năm {call.year}")
    parts = _Numbered(paper.form)
    paper.heading(parts("Thời gian, địa điểm"))
    paper.text(f"Bắt đầu lúc {WHEN}, tại {ROOM}{ROOM}.")
    if session.first:
        ended = f"chốt kết quả ngày {office.said_day(session.last)}" if session.last else "chưa chốt hết"
        paper.text(f"Hội đồng nhận hồ sơ, phát phiếu từ ngày {office.said_day(session.first)}; {ended}.")
    paper.heading(parts("Thành phần"))
    paper.table(_members(session.seats, {r.nominee.appraisal_id: r.name for r in rows}))
    paper.text(_present(session.seats))
    paper.heading(parts("Cách xét"))
    for sheet in sorted(sheets, key=lambda s: (s.title, s.version)):
        paper.text(
            f"{sheet.title}, phiên bản {sheet.version}: đạt từ {points(sheet.pass_points)} điểm; phiếu cao nhất và phiếu thấp nhất"
            f" cách nhau quá {points(sheet.spread_most)} điểm thì hội đồng trao đổi và chấm lần hai."
        )
    paper.text("Mỗi thành viên chấm riêng, không biết điểm của nhau cho đến khi mở phiếu. Điểm là trung bình các phiếu của lần chấm cuối.")
    paper.heading(parts("Kết quả"))
    for listing in _results(rows):
        paper.table(listing)
    again = [r.name for r in rows if r.points and r.nominee.appraisal and r.nominee.appraisal.round > 1]
    if again:
        paper.text(f"Chấm lần hai do điểm lần đầu cách nhau nhiều: {', '.join(again)}.")
    if cards:
        paper.heading(parts("Điểm của từng phiếu, đã mở trong hội đồng"))
        paper.table(_cards(cards))
    paper.heading(parts("Kết luận"))
    chosen = [r for r in rows if r.said == NomineeState.CHOSEN]
    persons = sum(r.nominee.whom == Whom.PERSON for r in chosen)
    said = counted(persons, len(chosen) - persons)
    paper.text(f"Hội đồng thống nhất đề nghị tặng {name} cho {said}." if said else "Hội đồng chưa chọn trường hợp nào.")
    paper.text(f"Biên bản đọc lại cho các thành viên cùng nghe, lập xong lúc {WHEN}", closes=True)
    secretary, chair = (_signs(session.seats, part) for part in (Part.SECRETARY, Part.CHAIR))
    paper.signatures(secretary, chair, office.kept(paper))
    return paper


def _signs(seats: Sequence[Sat], part: Part) -> Signature:
    """Whoever sat there last; a council without a secretary leaves the name to the hand."""
    return Signature(post=PARTS[part], name=next((s.name for s in reversed(seats) if s.part == part), ""))


def _members(seats: Sequence[Sat], names: Mapping[UUID | None, str]) -> Listing:
    columns = [
        Column("TT", 1, "center"),
        Column("Họ và tên", 5),
        Column("Nhiệm vụ trong hội đồng", 4.4),
        Column("Phiếu đã chấm", 2.6, "center"),
        Column("Không chấm do có liên quan", 5.4),
    ]
    cells = [
        [str(n), s.name, PARTS[s.part], _cast(s), "; ".join(sorted(names[one] for one in s.tied if one in names))]
        for n, s in enumerate(seats, start=1)
    ]
    return Listing(columns, cells)


PARTS = {Part.CHAIR: "Chủ tịch hội đồng", Part.MEMBER: "Thành viên", Part.SECRETARY: "Thư ký"}  # as kept words, in no reader's language


def _cast(seat: Sat) -> str:
    if not seat.scores:
        return "không chấm"
    return "vắng mặt" if seat.is_absent else f"{seat.cards}/{seat.owed}" if seat.owed else ""


def _present(seats: Sequence[Sat]) -> str:
    """By the cards: whoever owed some and gave none was absent."""
    scoring = [s for s in seats if s.scores]
    absent = [s.name for s in scoring if s.is_absent]
    away = f"vắng mặt: {', '.join(absent)}" if absent else "không ai vắng mặt"
    return f"Thành viên có quyền chấm: {len(scoring)}; có mặt: {len(scoring) - len(absent)}; {away}."


RESULT = {NomineeState.CHOSEN: "Chọn", NomineeState.NOT_CHOSEN: "Không chọn", NomineeState.EXCLUDED: "Thôi xét khi đang chấm"}


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
            [[str(n), r.name, r.office, r.points, r.spread, r.grade, RESULT.get(r.said, "")] for n, r in enumerate(kept, start=1)],
            title=f"{lists.TITLE[whom]}: {len(kept)}",
        )
        for whom, kept in lists.apart(rows)
    ]


def _cards(cards: Sequence[Cards]) -> Listing:
    cells = [[str(n), c.name, "; ".join(f"{who}: {points}" for who, points in c.marks)] for n, c in enumerate(cards, start=1)]
    return Listing([Column("TT", 1, "center"), Column("Trường hợp", 5), Column("Điểm của từng thành viên", 9)], cells)


class _Numbered:
    """Counts headings as they are used."""

    SIGNS = ("I", "II", "III", "IV", "V", "VI")

    def __init__(self, form: Form) -> None:
        self.n, self.mark = 0, "-" if form is Form.PARTY else "."

    def __call__(self, text: str) -> str:
        self.n += 1
        return f"{self.SIGNS[self.n - 1]}{self.mark} {text}"
