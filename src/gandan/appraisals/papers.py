"""Whose paper it is: in which form, under whose name and sign, on whose behalf. Papers are Vietnamese whoever asks: nothing is translated.

Decisions of this room are printed by it, and papers of the rooms above.
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from gandan.appraisals.enums import Level as Deciding
from gandan.appraisals.models import Decision
from gandan.core.word import Form, Letterhead
from gandan.directives import numbers
from gandan.directives.models import Document
from gandan.units import queries as units
from gandan.units.enums import Level, OfficeKind
from gandan.units.models import Office

PARTY = frozenset({OfficeKind.PARTY_COMMITTEE, OfficeKind.DAN_VAN_BOARD})
ALONE = frozenset({OfficeKind.PEOPLE_COMMITTEE, OfficeKind.PEOPLE_COUNCIL})  # their letterhead names nobody above
KEPT = {Form.STATE: "VT", Form.PARTY: "Văn phòng"}
SIGNED: dict[str, tuple[str, str]] = {
    OfficeKind.PARTY_COMMITTEE: ("T/M Ban Thường vụ", "Bí thư"),
    OfficeKind.DAN_VAN_BOARD: ("", "Trưởng ban"),
    OfficeKind.FRONT: ("TM. Ban Thường trực", "Chủ tịch"),
    OfficeKind.PEOPLE_COMMITTEE: ("TM. Ủy ban nhân dân", "Chủ tịch"),
    OfficeKind.PEOPLE_COUNCIL: ("TM. Hội đồng nhân dân", "Chủ tịch"),
    OfficeKind.YOUTH: ("TM. Ban Thường vụ", "Bí thư"),
}
SIGNS: dict[str, str] = {OfficeKind.PEOPLE_COMMITTEE: "UBND", OfficeKind.PEOPLE_COUNCIL: "HĐND", OfficeKind.FRONT: "MTTQ"}
COMMITTEES: dict[str, str] = {Level.PROVINCE: "TU", Level.COMMUNE: "ĐU"}
UNKNOWN = "…………"  # room to write the sign of an office in by hand
MARK = {Form.STATE: "/{kind}-{sign}", Form.PARTY: "-{kind}/{sign}"}
NEWEST = 3  # papers of an office that are read for its sign


def form_of(office: Office) -> Form:
    """Offices of the Party write in the Party's form; the State, the Front and its organisations in that of the State."""
    return Form.PARTY if office.kind in PARTY else Form.STATE


def signed(office: Office) -> tuple[str, str]:
    """(on whose behalf, as what) the head of such an office signs."""
    return SIGNED.get(office.kind, ("TM. Ban Thường vụ", "Chủ tịch"))


def letterhead(office: Office, *, on: date, day: date | None, kind: str = "", number: str = "", used: Iterable[str] = ()) -> Letterhead:
    """`kind` is the sign of the paper ("TTr"); a paper with neither kind nor number has no line for one. `used`: numbers of papers of the
    office that the caller knows."""
    place = units.one(office.unit_id, on=on) or units.one(office.unit_id)
    mark = MARK[form_of(office)].format(kind=kind, sign=sign_of(office, used=used) or UNKNOWN) if kind and not number else ""
    return Letterhead(
        issuer=office.name_on(on),
        place=place.name if place else "",
        day=day,
        above=above(office, on=on),
        number=number,
        mark=mark,
        numbered=bool(kind or number),
    )


def sign_of(office: Office, *, used: Iterable[str] = ()) -> str:
    """What stands for the office in a number ("UBND", "BTGDVTU"): as it stood in the last papers of the office that are known here, else as
    every office of the kind writes it; empty where neither tells."""
    own = Decision.objects.filter(office=office).exclude(level=Deciding.CENTRE)  # the centre's paper bears the centre's sign
    signed = own.order_by("-decided_on", "-pk").values_list("number", flat=True)[:NEWEST]
    issued = Document.objects.filter(issuer_office=office).order_by("-issued_on", "-pk").values_list("number", flat=True)[:NEWEST]
    for number in (*used, *signed, *issued):
        found = numbers.parse(number)
        if found is not None and found.issuer:
            return found.issuer
    if office.kind == OfficeKind.PARTY_COMMITTEE:
        place = units.one(office.unit_id)
        return COMMITTEES.get(place.level, "") if place else ""
    return SIGNS.get(office.kind, "")


def above(office: Office, *, on: date) -> str:
    """The body over it, as a letterhead names it: over a board of the Party its committee, over a committee the Party's organisation one
    level up, over the Front and its organisations the office of the same kind one level up; none over what the people elected."""
    if office.kind in ALONE:
        return ""
    if office.kind == OfficeKind.DAN_VAN_BOARD:
        return _named(Office.objects.filter(unit=office.unit_id, kind=OfficeKind.PARTY_COMMITTEE), on)
    place = units.one(office.unit_id, on=on)
    parent = next(iter(units.ancestors(place.id, on=on)), None) if place else None
    if parent is None:
        return ""
    if office.kind == OfficeKind.PARTY_COMMITTEE:
        return f"Đảng bộ {parent.full_name}"
    return _named(Office.objects.filter(unit=parent.id, kind=office.kind), on)


def _named(rows: QuerySet[Office], on: date) -> str:
    row = rows.filter(existed__contains=on).prefetch_related("names").first()
    return row.name_on(on) if row else ""
