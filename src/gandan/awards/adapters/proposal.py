"""Tờ trình: an office proposes whom it names."""

from collections.abc import Sequence
from datetime import date

from gandan.awards.adapters import lists, office
from gandan.awards.adapters.lists import Proposed
from gandan.awards.enums import NominationState, Whom
from gandan.awards.models import Nomination
from gandan.awards.queries import counted
from gandan.core.word import Paper


def proposal(nomination: Nomination, rows: Sequence[Proposed], *, files: Sequence[str], on: date) -> Paper:
    """Before it is handed in number and day are left to the hand; afterwards they are those of the dossier."""
    call, mine = nomination.call, nomination.office
    sent = nomination.state == NominationState.SUBMITTED and nomination.submitted_on
    name, giver = office.award(call, on=on)
    paper = office.paper_of(mine, on=on, title=f"Tờ trình {nomination.number}".strip())
    day = nomination.submitted_on if sent else None
    paper.letterhead(office.letterhead(mine, on=on, day=day, kind="TTr", number=nomination.number if sent else ""))
    paper.title("Tờ trình", f"Về việc đề nghị tặng {name} năm {call.year}")
    paper.word(f"Kính gửi: {call.office.name_on(on)}")
    paper.grounds(office.basis(call))
    persons = sum(r.nominee.whom == Whom.PERSON for r in rows)
    count = counted(persons, len(rows) - persons) or "…"
    host = call.office.name_on(on)
    asked = f"{host} xét tặng" if giver == host else f"{host} xét, trình {giver} tặng"
    paper.text(f"{mine.name_on(on)} đã xem xét thành tích và đề nghị {asked} {name} năm {call.year} cho {count}, theo danh sách sau:")
    for listing in lists.short(rows):
        paper.table(listing)
    paper.text("Số năm công tác và thành tích trong hồ sơ do cơ quan đề nghị khai và chịu trách nhiệm.")
    attached = ["Danh sách trích ngang", "Bản tóm tắt thành tích của từng trường hợp", *files]
    paper.text(f"Hồ sơ gửi kèm: {'; '.join(attached)}.")
    paper.text(f"Kính đề nghị {host} xem xét", closes=True)
    paper.signature(office.signature(mine), office.kept(paper, "Như trên"))
    return paper
