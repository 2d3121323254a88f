"""A decision as an official Word paper, in the form of the office that decided."""

from gandan.appraisals.decided import Said
from gandan.appraisals.enums import DecisionKind
from gandan.appraisals.models import Decision
from gandan.core.word import Form, Letterhead, Paper, Recipients, Signature
from gandan.units import queries as units
from gandan.units.enums import OfficeKind

PARTY = frozenset({OfficeKind.PARTY_COMMITTEE, OfficeKind.DAN_VAN_BOARD})
KEPT = {Form.STATE: "VT", Form.PARTY: "Văn phòng"}
NAMED = {DecisionKind.RECOGNISE: "công nhận", DecisionKind.COMMEND: "khen thưởng", DecisionKind.REVOKE: "thu hồi"}
EMPTY = "Nội dung quyết định theo hồ sơ kèm theo."


def form_of(decision: Decision) -> Form:
    """Offices of the Party write in its form; those of the State, the Front and mass organisations in the State's."""
    return Form.PARTY if decision.office.kind in PARTY else Form.STATE


def paper(decision: Decision, said: list[Said]) -> Paper:
    """The whole paper: head, grounds, articles, signature, and the lists as annexes. Words are Vietnamese, whoever asks."""
    form, office = form_of(decision), decision.office.name_on(decision.decided_on)
    place = units.one(decision.unit_id, on=decision.decided_on)
    out = Paper(form, on=decision.decided_on, title=f"Quyết định {decision.number}")
    here = place.name if place else ""
    out.letterhead(Letterhead(issuer=office, place=here, day=decision.decided_on, number=decision.number))
    out.title("Quyết định", decision.title)
    out.authority(_authority(decision, office))
    grounds = [ground for s in said for ground in s.grounds]
    proposal = next((s.proposal for s in said if s.proposal), "")
    if grounds or proposal:
        out.grounds(grounds, proposal)
    out.word("QUYẾT ĐỊNH:")
    out.articles(_articles(said))
    out.signature(
        Signature(post=decision.signed_as, name=decision.signed_by),
        Recipients([*dict.fromkeys(r for s in said for r in s.recipients)] or ["Như trên"], kept=KEPT[form]),
    )
    listings = [listing for s in said for listing in s.listings if listing.rows]
    if listings:
        number = f"Quyết định số {decision.number}, ngày {decision.decided_on:%d/%m/%Y} của {office}"
        out.annexe(f"Danh sách {NAMED[DecisionKind(decision.kind)]}", f"(Kèm theo {number})")
        for listing in listings:
            out.table(listing)
    return out


def _authority(decision: Decision, office: str) -> str:
    """A head signs for an office that has one head; a committee decides as such."""
    return f"{decision.signed_as} {office}" if decision.office.kind == OfficeKind.PEOPLE_COMMITTEE else office


def _articles(said: list[Said]) -> list[str]:
    listed = any(listing.rows for s in said for listing in s.listings)
    gives = "\n".join(s.gives.rstrip(".") + (" (có danh sách kèm theo)." if listed else ".") for s in said) or EMPTY
    last = next((s.carries_out for s in said if s.carries_out), "Các cơ quan, đơn vị, cá nhân có tên tại Điều 1")
    return [gives, "Quyết định này có hiệu lực kể từ ngày ký.", f"{last} chịu trách nhiệm thi hành Quyết định này."]
