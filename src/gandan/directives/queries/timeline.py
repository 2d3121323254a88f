"""What happened to a document's record, from its events: no second book is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.core import events
from gandan.core.events import Event
from gandan.core.text.days import written
from gandan.directives.enums import Adopted, RelationKind
from gandan.directives.models import Document
from gandan.units.models import Office

SAID = {
    "directives.document_registered": gettext_lazy("Đã ghi vào sổ"),
    "directives.document_corrected": gettext_lazy("Đã sửa thông tin"),
    "directives.document_withdrawn": gettext_lazy("Đã rút khỏi sổ"),
    "directives.file_attached": gettext_lazy("Đã thêm tệp"),
    "directives.file_removed": gettext_lazy("Đã bỏ tệp"),
    "directives.related": gettext_lazy("Đã ghi quan hệ"),
    "directives.relation_taken_back": gettext_lazy("Đã bỏ quan hệ ghi nhầm"),
    "directives.advice_noted": gettext_lazy("Đã ghi ý kiến tham mưu"),
    "directives.advice_settled": gettext_lazy("Đã ghi kết quả tham mưu"),
}


@dataclass(frozen=True)
class Step:
    """One line: what was done, when, from which office."""

    title: str
    at: datetime
    detail: str
    office: str


def timeline(document: Document) -> list[Step]:
    """Every deed on a document, oldest first; two questions to the database."""
    rows = [event for event in events.of(document) if event.verb in SAID]
    offices = _offices({event.office for event in rows if event.office})
    return [Step(str(SAID[e.verb]), e.at, _detail(e), offices.get(e.office, "") if e.office else "") for e in rows]


def _offices(keys: set[UUID]) -> Mapping[UUID, str]:
    return {o.pk: str(o) for o in Office.objects.filter(pk__in=keys).prefetch_related("names")} if keys else {}


def _detail(event: Event) -> str:
    """What an event says beside its verb: states and numbers, as words."""
    if event.verb in ("directives.related", "directives.relation_taken_back"):
        kind = RelationKind(event.now or event.was).label
        day = event.facts.get("from_day")
        since = " " + _("từ %(day)s") % {"day": written(date.fromisoformat(day))} if day else ""
        return f"{kind}: {event.facts['other_number']}{since}"
    if event.verb in ("directives.advice_noted", "directives.advice_settled"):
        return str(Adopted(event.now).label)
    number = event.facts.get("number")
    return str(number) if event.verb == "directives.document_corrected" and number else ""
