"""Documents in the search: by their number in every spelling, by kind, issuer and what they say."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from gandan.core.search import Document as Found
from gandan.core.search import SearchSource
from gandan.directives import numbers

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from gandan.core.access import Actor
    from gandan.directives.models import Document

KIND = "document"


def documents() -> Iterator[Found]:
    """Every document that stands in the register."""
    from gandan.directives.enums import State
    from gandan.directives.models import Document

    for row in Document.objects.filter(state=State.RECORDED).order_by("pk").iterator(chunk_size=500):
        if (found := document_for(row)) is not None:
            yield found


def document_for(row: "Document") -> Found | None:
    """What the index holds of one. Internal ones are found by those who work in their unit."""
    number = numbers.with_kind(row.number, row.kind)
    if number is None or not row.is_recorded:
        return None
    return Found(
        kind=KIND,
        id=str(row.pk),
        title=str(row),
        url=f"/van-ban/{row.pk}/" if row.is_public else f"/lam-viec/van-ban/{row.pk}/",
        names=numbers.spellings(number),
        body=f"{row.issuer} {row.abstract}",
        summary=row.abstract or row.issuer,
        unit=None if row.is_public else row.unit_id,
        day=row.issued_on,
        permission="" if row.is_public else "directives.open_desk",
    )


def visible(actor: "Actor") -> "QuerySet[Document]":
    """What the room's register shows somebody."""
    from gandan.directives import queries

    return queries.visible_to(actor)


SOURCE = SearchSource(kind=KIND, label=_("Văn bản"), documents=documents, document_for=document_for, visible=visible)
