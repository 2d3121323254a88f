"""WHEN one document may be said to replace, amend, guide or repeal another."""

from datetime import date

from django.db import connection
from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.directives.enums import ENDING, RelationKind, State
from gandan.directives.models import Document, Relation

YEARS_AHEAD = 10
# Whether the first can be reached from the second along some kinds.
REACHED = """
    WITH RECURSIVE reached AS (
        SELECT other_id AS id FROM directives_relation WHERE document_id = %(start)s AND kind = ANY(%(kinds)s)
        UNION
        SELECT r.other_id FROM reached JOIN directives_relation r ON r.document_id = reached.id WHERE r.kind = ANY(%(kinds)s)
    )
    SELECT EXISTS (SELECT 1 FROM reached WHERE id = %(goal)s)
"""


def relate(document: Document, other: Document, *, kind: str, from_day: date | None, today: date) -> Refusal | None:
    """Both stand in the register, they are two, the days can be, and there is no circle."""
    if kind not in RelationKind.values:
        return Refusal(_("Hãy chọn quan hệ: thay thế, sửa đổi, hướng dẫn hoặc bãi bỏ."), status=422)
    if document.pk == other.pk:
        return Refusal(_("Một văn bản không thể có quan hệ này với chính nó. Xin chọn văn bản khác."), status=422)
    if State.WITHDRAWN in (document.state, other.state):
        return Refusal(_("Một trong hai văn bản đã được rút khỏi sổ."))
    if (refusal := _days(document, other, kind=kind, from_day=from_day, today=today)) is not None:
        return refusal
    if Relation.objects.filter(document=document, other=other, kind=kind).exists():
        return Refusal(_("Quan hệ này đã được ghi."), status=409)
    if circle(document, other, kind=kind):
        return Refusal(_("Ghi như vậy thì các văn bản thay thế, bãi bỏ nhau thành vòng tròn. Xin xem lại văn bản nào ra sau."), status=409)
    return None


def _days(document: Document, other: Document, *, kind: str, from_day: date | None, today: date) -> Refusal | None:
    if from_day is not None:
        if document.issued_on is not None and from_day < document.issued_on:
            return Refusal(_("Ngày bắt đầu ở trước ngày ban hành của văn bản mới. Xin xem lại."), status=422)
        if from_day.year > today.year + YEARS_AHEAD:
            return Refusal(_("Ngày bắt đầu quá xa. Xin xem lại."), status=422)
    if kind != RelationKind.GUIDES and document.issued_on and other.issued_on and document.issued_on < other.issued_on:
        return Refusal(_("Văn bản ra trước không thể thay thế, sửa đổi hay bãi bỏ văn bản ra sau. Xin xem lại ngày ban hành."), status=422)
    return None


def circle(document: Document, other: Document, *, kind: str) -> bool:
    """Whether `other` already leads to `document`: along this kind, or along any of those that end a document."""
    kinds = [str(k) for k in ENDING] if kind in ENDING else [str(kind)]
    with connection.cursor() as cursor:
        cursor.execute(REACHED, {"start": other.pk, "goal": document.pk, "kinds": kinds})
        return bool(cursor.fetchone()[0])
