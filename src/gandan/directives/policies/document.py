"""WHEN a document may be registered, corrected, given a file, withdrawn."""

from datetime import date

from django.utils.translation import gettext as _

from gandan.core.access import Actor, Refusal, may
from gandan.core.files.models import StoredFile
from gandan.core.text import fold
from gandan.directives import numbers
from gandan.directives.enums import State
from gandan.directives.models import Document
from gandan.directives.queries.visibility import visible_to
from gandan.units.models import Office, Unit

FIRST_YEAR = 1930
LONGEST = {"kind": 60, "issuer": 200, "abstract": 1000, "source": 400}


def issuer_key(issuer: str) -> str:
    """Two spellings of one issuer are one: accents, capitals and signs aside."""
    return numbers.plain(issuer)


def readable(typed: str) -> Refusal | None:
    """What was typed is a number of a document."""
    if numbers.parse(typed) is not None:
        return None
    said = _("Chưa đọc được số, ký hiệu này. Xin ghi như trên văn bản, ví dụ 23-QĐ/TW, 59/2023/NĐ-CP hoặc 05/BC-UBND.")
    return Refusal(said, status=422)


def wording(*, kind: str, issuer: str, abstract: str, source: str) -> Refusal | None:
    """A kind is always known; nothing is longer than the register keeps."""
    if not kind:
        return Refusal(_("Hãy ghi tên loại văn bản, ví dụ Quyết định, Kế hoạch."), status=422)
    given = {"kind": kind, "issuer": issuer, "abstract": abstract, "source": source}
    names = {"kind": _("Tên loại"), "issuer": _("Cơ quan ban hành"), "abstract": _("Trích yếu"), "source": _("Nguồn")}
    for name, longest in LONGEST.items():
        if len(given[name]) > longest:
            return Refusal(_("%(field)s dài quá %(n)s chữ. Xin ghi gọn lại.") % {"field": names[name], "n": longest}, status=422)
    return None


def dated(issued_on: date | None, number: numbers.Number, *, today: date) -> Refusal | None:
    """Nothing was issued tomorrow, nor in another year than its number says."""
    if issued_on is None:
        return None
    if issued_on > today:
        return Refusal(_("Ngày ban hành ở sau hôm nay. Xin xem lại ngày trên văn bản."), status=422)
    if issued_on.year < FIRST_YEAR:
        return Refusal(_("Ngày ban hành trước năm %(year)s. Xin xem lại ngày trên văn bản.") % {"year": FIRST_YEAR}, status=422)
    if number.year and number.year != issued_on.year:
        return Refusal(
            _("Trong số, ký hiệu ghi năm %(year)s, khác năm của ngày ban hành. Xin xem lại.") % {"year": number.year}, status=422
        )
    return None


def placed(*, unit: Unit | None, is_public: bool, office: Office | None, today: date) -> Refusal | None:
    """An internal document belongs to a unit; an issuing office had to exist."""
    if not is_public and unit is None:
        return Refusal(_("Văn bản nội bộ phải thuộc một đơn vị. Xin chọn đơn vị, hoặc ghi là văn bản công khai."), status=422)
    if office is not None and office.existed.lower is not None and office.existed.lower > today:
        return Refusal(_("Cơ quan ban hành này chưa hoạt động."), status=422)
    return None


def twin(
    number: numbers.Number, *, issuer: str, year: int | None, is_public: bool, unit: Unit | None, by: Actor, but: Document | None = None
) -> Document | None:
    """The same document in the register already: same number, no other issuer and no other year. What the actor may not see is not told."""
    rows = visible_to(by).filter(state=State.RECORDED, key=number.key)
    rows = rows.exclude(pk=but.pk) if but else rows
    rows = rows.filter(is_public=True) if is_public else rows.filter(is_public=False, unit=unit) | rows.filter(is_public=True)
    mine = issuer_key(issuer)
    for there in rows:
        if (not mine or not there.issuer_key or there.issuer_key == mine) and (year is None or there.year is None or there.year == year):
            return there
    return None


def register(there: Document | None) -> Refusal | None:
    """Once is enough."""
    if there is None:
        return None
    issuer = there.issuer or _("chưa rõ cơ quan ban hành")
    return Refusal(
        _("Sổ đã có %(document)s (%(issuer)s). Xin mở văn bản đó; nếu là văn bản khác, hãy ghi rõ cơ quan ban hành và ngày.")
        % {"document": str(there), "issuer": issuer},
        status=409,
    )


def check(checked: bool, *, by: Actor) -> Refusal | None:
    """Who says that a record was compared with the document itself answers for it before everyone."""
    if not checked or may(by, "directives.check"):
        return None
    return Refusal(_("Chỉ người quản trị ghi là đã đối chiếu văn bản gốc. Xin bỏ mục này rồi lưu; tệp gốc vẫn kèm được."))


def told(document: Document) -> tuple[object, ...]:
    """What is compared with the document itself."""
    return (document.key, document.kind, document.issuer, document.issued_on, document.abstract)


def change(document: Document) -> Refusal | None:
    """What was withdrawn rests."""
    return Refusal(_("Văn bản này đã được rút khỏi sổ, không sửa được nữa.")) if document.state == State.WITHDRAWN else None


def withdraw(document: Document, *, reason: str) -> Refusal | None:
    """With a reason, once."""
    if (refusal := change(document)) is not None:
        return refusal
    if len(fold(reason)) < 5:
        return Refusal(_("Hãy ghi lý do rút, để người sau còn hiểu."), status=422)
    return Refusal(_("Lý do dài quá 500 chữ. Xin ghi gọn lại."), status=422) if len(reason) > 500 else None


def remove_file(document: Document, file: StoredFile) -> Refusal | None:
    """A file of this document that still has its content."""
    if file.owner_type != document._meta.label_lower or file.owner_id != str(document.pk) or file.is_erased:
        return Refusal(_("Tệp này không còn ở văn bản này."), status=404)
    return change(document)
