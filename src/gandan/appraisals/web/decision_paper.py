"""A decision as an official Word paper, in the form of the office that decided."""

from gandan.appraisals.decided import Said
from gandan.appraisals.enums import DecisionKind
from gandan.appraisals.models import Decision
from gandan.appraisals.papers import KEPT, form_of, letterhead, signed
from gandan.core.word import Paper, Recipients, Signature
from gandan.units.enums import OfficeKind

NAMED = {DecisionKind.RECOGNISE: "công nhận", DecisionKind.COMMEND: "khen thưởng", DecisionKind.REVOKE: "thu hồi"}
EMPTY = "Nội dung quyết định theo hồ sơ kèm theo."


def paper(decision: Decision, said: list[Said]) -> Paper:
    """The whole paper: head, grounds, articles, signature, and the lists as annexes. Words are Vietnamese, whoever asks."""
    form, day, office = form_of(decision.office), decision.decided_on, decision.office.name_on(decision.decided_on)
    out = Paper(form, on=day, title=f"Quyết định {decision.number}")
    out.letterhead(letterhead(decision.office, on=day, day=day, number=decision.number))
    out.title("Quyết định", decision.title)
    out.authority(_authority(decision, office))
    grounds = [ground for s in said for ground in s.grounds]
    proposal = next((s.proposal for s in said if s.proposal), "")
    if grounds or proposal:
        out.grounds(grounds, proposal)
    out.word("QUYẾT ĐỊNH:")
    out.articles(_articles(said))
    out.signature(
        Signature(post=decision.signed_as, name=decision.signed_by, behalf=_behalf(decision)),
        Recipients(["Như Điều 3", *dict.fromkeys(r for s in said for r in s.recipients)], kept=KEPT[form]),
    )
    listings = [listing for s in said for listing in s.listings if listing.rows]
    if listings:
        number = f"Quyết định số {decision.number}, ngày {decision.decided_on:%d/%m/%Y} của {office}"
        out.annexe(f"Danh sách {NAMED[DecisionKind(decision.kind)]}", f"(Kèm theo {number})")
        for listing in listings:
            out.table(listing)
    return out


def _authority(decision: Decision, office: str) -> str:
    """A head decides for an office that has one head; of a body that decides as such its standing part."""
    if decision.office.kind == OfficeKind.PEOPLE_COMMITTEE:
        return f"{decision.signed_as} {office}"
    body = _body(decision)
    return f"{body} {office}" if body and decision.office.kind != OfficeKind.PEOPLE_COUNCIL else office


def _behalf(decision: Decision) -> str:
    """In the name of a body that decides as such; not again where the signer's post says it already."""
    says = decision.signed_as.upper().startswith(("TM", "T/M", "KT", "K/T", "TL", "T/L", "TUQ"))
    return signed(decision.office)[0] if _body(decision) and not says else ""


def _body(decision: Decision) -> str:
    """ "Ban Thường vụ": what decides, without the sign before it; empty where one head does."""
    if decision.office.kind == OfficeKind.PEOPLE_COMMITTEE:
        return ""
    return signed(decision.office)[0].partition(" ")[2]


def _articles(said: list[Said]) -> list[str]:
    listed = any(listing.rows for s in said for listing in s.listings)
    gives = "\n".join(s.gives.rstrip(".") + (" (có danh sách kèm theo)." if listed else ".") for s in said) or EMPTY
    last = next((s.carries_out for s in said if s.carries_out), "Các cơ quan, đơn vị, cá nhân có tên tại Điều 1")
    return [gives, "Quyết định này có hiệu lực kể từ ngày ký.", f"{last} chịu trách nhiệm thi hành Quyết định này."]
