"""Whose paper it is: by which form, under whose name, signed as what. Papers are Vietnamese whoever asks, so nothing here is translated."""

from datetime import date
from uuid import UUID

from gandan.awards.models import Call
from gandan.awards.queries import called
from gandan.core.word import Form, Letterhead, Paper, Signature
from gandan.units import queries as units
from gandan.units.enums import OfficeKind
from gandan.units.models import Office

PARTY = frozenset({OfficeKind.PARTY_COMMITTEE, OfficeKind.DAN_VAN_BOARD})
UNDER_ABOVE = frozenset(OfficeKind) - {OfficeKind.PEOPLE_COMMITTEE, OfficeKind.PEOPLE_COUNCIL}  # whose letterhead names the body above
SIGNED: dict[str, tuple[str, str]] = {
    OfficeKind.PARTY_COMMITTEE: ("T/M Ban Thường vụ", "Bí thư"),
    OfficeKind.DAN_VAN_BOARD: ("", "Trưởng ban"),
    OfficeKind.FRONT: ("TM. Ban Thường trực", "Chủ tịch"),
    OfficeKind.PEOPLE_COMMITTEE: ("TM. Ủy ban nhân dân", "Chủ tịch"),
    OfficeKind.PEOPLE_COUNCIL: ("TM. Hội đồng nhân dân", "Chủ tịch"),
    OfficeKind.YOUTH: ("TM. Ban Thường vụ", "Bí thư"),
}
KEPT = {Form.STATE: "VT", Form.PARTY: "Văn phòng"}
SIGN = {Form.STATE: "/{kind}-", Form.PARTY: "-{kind}/"}


def form_of(office: Office) -> Form:
    """Offices of the Party write in the Party's form; the State, the Front and its organisations in that of the State."""
    return Form.PARTY if office.kind in PARTY else Form.STATE


def paper_of(office: Office, *, on: date, title: str, wide: bool = False) -> Paper:
    """An empty paper in the form of the office."""
    return Paper(form_of(office), on=on, title=title, wide=wide)


def letterhead(office: Office, *, on: date, day: date | None, kind: str, number: str = "") -> Letterhead:
    """`kind` is the sign of the paper ("TTr"). What the office's own sign is nobody told us: it is written by hand behind it."""
    place = units.one(office.unit_id, on=on) or units.one(office.unit_id)
    mark = SIGN[form_of(office)].format(kind=kind) if kind else ""
    return Letterhead(
        issuer=office.name_on(on), place=place.name if place else "", day=day, above=_above(office, on), number=number, mark=mark
    )


def signature(office: Office) -> Signature:
    """As the head of such an office signs; the name is left to the hand."""
    behalf, post = SIGNED.get(office.kind, ("TM. Ban Thường vụ", "Chủ tịch"))
    return Signature(post=post, behalf=behalf)


def award(call: Call, *, on: date) -> tuple[str, str]:
    """(what is given, by whom) on a day."""
    return called(call, on=on)


def basis(call: Call) -> list[str]:
    """What a paper may rest on: the source of the conditions only where somebody read it, and the call itself."""
    rules = call.eligibility
    lines = [f"Căn cứ {rules.source}"] if rules is not None and rules.checked else []
    return [*lines, f"Căn cứ thể lệ đợt “{call.title}” của {call.office.name_on(call.opens_on)}"]


def said_day(day: date) -> str:
    """20/11/2026, as papers write a day inside a sentence."""
    return f"{day:%d/%m/%Y}"


def counted(persons: int, collectives: int) -> str:
    """ "2 tập thể và 3 cá nhân"."""
    parts = [f"{n} {noun}" for n, noun in ((collectives, "tập thể"), (persons, "cá nhân")) if n]
    return " và ".join(parts)


def _above(office: Office, on: date) -> str:
    """The office of the same kind one level up; for a board of the Party its committee."""
    if office.kind not in UNDER_ABOVE:
        return ""
    there: UUID | None
    if office.kind == OfficeKind.DAN_VAN_BOARD:
        there, kind = office.unit_id, OfficeKind.PARTY_COMMITTEE
    else:
        place = units.one(office.unit_id, on=on)
        parents = units.ancestors(place.id, on=on) if place else []
        there, kind = (parents[0].id if parents else None), OfficeKind(office.kind)
    if there is None:
        return ""
    row = Office.objects.filter(unit=there, kind=kind, existed__contains=on).prefetch_related("names").first()
    return row.name_on(on) if row else ""
