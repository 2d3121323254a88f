"""The list of certificates of a decision: who holds which number."""

from collections.abc import Sequence
from datetime import date

from gandan.awards.adapters import lists, office
from gandan.awards.enums import Whom
from gandan.awards.models import Call, Holder
from gandan.core.word import Column, Listing, Paper


def certificates(call: Call, holders: Sequence[Holder], *, on: date) -> Paper:
    """In the order of the decision, collectives and persons apart; those whose award was taken back are marked."""
    name, _giver = office.award(call, on=call.decision.decided_on if call.decision else on)
    paper = office.paper_of(call.office, on=on, title="Danh sách cấp giấy chứng nhận")
    paper.letterhead(office.letterhead(call.office, on=on, day=None))
    paper.title("Danh sách cấp giấy chứng nhận", f"{name} năm {call.year}")
    if call.decision is not None:
        paper.text(f"Theo Quyết định số {call.decision.number}, ngày {office.said_day(call.decision.decided_on)}.")
    for whom in (Whom.COLLECTIVE, Whom.PERSON):
        kept = [h for h in holders if h.whom == whom]
        if kept:
            paper.table(listing(kept, whom))
    paper.signature(office.signature(call.office), office.kept(paper))
    return paper


def listing(holders: Sequence[Holder], whom: Whom) -> Listing:
    """One table."""
    columns = [
        Column("TT", 1, "center"),
        Column(lists.NAME[whom], 5),
        Column(lists.WHERE[whom], 6),
        Column("Thành tích về", 4),
        Column("Số giấy chứng nhận", 3, "center"),
    ]
    cells = [[str(n), h.name, h.workplace, h.conferral.ground, _number(h)] for n, h in enumerate(holders, start=1)]
    return Listing(columns, cells, title=f"{lists.TITLE[whom]}: {len(holders)}")


def _number(holder: Holder) -> str:
    return f"{holder.certificate} (đã thu hồi)".strip() if holder.revoked_on else holder.certificate
