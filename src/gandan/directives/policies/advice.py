"""WHEN advice may be written down or settled."""

from datetime import date

from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.directives.enums import Adopted
from gandan.directives.models import Advice, Document
from gandan.directives.policies.document import change
from gandan.units.models import Office

LONGEST = 1000


def note_advice(
    document: Document,
    office: Office,
    *,
    asked_on: date | None,
    given_on: date | None,
    adopted: str,
    decided_on: date | None,
    note: str,
    today: date,
) -> Refusal | None:
    """On a document that stands, once an office and day, in an order that time allows."""
    said = outcome(adopted=adopted, decided_on=decided_on, note=note, given_on=given_on, today=today)
    if (refusal := change(document) or said) is not None:
        return refusal
    if any(day is not None and day > today for day in (asked_on, given_on)):
        return Refusal(_("Ngày ở sau hôm nay. Xin xem lại."), status=422)
    if asked_on and given_on and given_on < asked_on:
        return Refusal(_("Ngày tham mưu ở trước ngày được giao. Xin xem lại."), status=422)
    if Advice.objects.filter(document=document, office=office, given_on=given_on).exists():
        return Refusal(_("Ý kiến tham mưu này đã được ghi."), status=409)
    return None


def outcome(*, adopted: str, decided_on: date | None, note: str, given_on: date | None, today: date) -> Refusal | None:
    """What became of it: one of the list, with a day only when it was decided."""
    if adopted not in Adopted.values:
        return Refusal(_("Hãy chọn kết quả: được tiếp thu, một phần, không, hoặc chưa rõ."), status=422)
    if adopted == Adopted.UNKNOWN and decided_on is not None:
        return Refusal(_("Đã có ngày quyết định thì xin chọn kết quả."), status=422)
    if decided_on is not None and (decided_on > today or (given_on is not None and decided_on < given_on)):
        return Refusal(_("Ngày quyết định ở trước ngày tham mưu hoặc ở sau hôm nay. Xin xem lại."), status=422)
    if len(note) > LONGEST:
        return Refusal(_("Ghi chú dài quá %(n)s chữ. Xin ghi gọn lại.") % {"n": LONGEST}, status=422)
    return None


def settle_advice(advice: Advice, *, adopted: str, decided_on: date | None, note: str, today: date) -> Refusal | None:
    """On a document that stands."""
    return change(advice.document) or outcome(adopted=adopted, decided_on=decided_on, note=note, given_on=advice.given_on, today=today)
