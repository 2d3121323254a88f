"""Models in the search: what everybody may read of them. And the finder's index (`index.py`), kept in the same deeds.

The title of a person who is an exemplar is a name, and no search goes by a name: such a model is in neither.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from gandan.core.search import Document, SearchSource

if TYPE_CHECKING:
    from gandan.core.events import Event
    from gandan.movement.models import Practice

KIND = "model"
CHUNK = 2000
CHANGE = frozenset(f"movement.{verb}" for verb in ("registered", "completed", "told", "told_taken_back", "handed_over", "words_erased"))
"""Deeds after which a public model has other words or another place, or is public no more. While it stands registered nobody writes its
form anew."""


def documents() -> Iterator[Document]:
    """One for each public model, lapsed and stopped ones too: what was learnt there is still worth finding."""
    from gandan.movement.index import found
    from gandan.movement.models import Practice

    rows = found(Practice.objects.exclude(title="")).select_related("field", "office", "hamlet").prefetch_related("office__names")
    for practice in rows.order_by("pk").iterator(chunk_size=CHUNK):
        yield document(practice)


def document(practice: "Practice") -> Document:
    """The words of the form without what finds a person, its field, hamlet, owner and unit."""
    from gandan.movement.index import without_persons

    owner = str(practice.office) if practice.office else ""
    said = (practice.problem, practice.aim, practice.way, practice.audience, practice.output, practice.upkeep)
    return Document(
        kind=KIND,
        id=str(practice.pk),
        title=without_persons(practice.title),
        url=f"/mo-hinh/{practice.pk}/",
        names=tuple(part for part in (practice.field.name, str(practice.hamlet or ""), without_persons(practice.place)) if part),
        body=without_persons("\n".join(part for part in said if part)),
        summary=" · ".join(part for part in (practice.field.name, owner) if part),
        unit=practice.unit_id,
        day=practice.registered_on,
    )


def document_for(practice: Any) -> Document | None:
    """For a deed: the model if it may be found."""
    from gandan.movement.index import found
    from gandan.movement.models import Practice

    row = found(Practice.objects.filter(pk=practice.pk).exclude(title="")).select_related("field", "office", "hamlet").first()
    return document(row) if row else None


def follow(event: "Event") -> None:
    """Keep the search and the finder in the transaction of a deed that made a model public, moved it or took its words away."""
    from gandan.core import search
    from gandan.movement import index
    from gandan.movement.models import Practice

    if event.verb not in CHANGE or event.thing_type != "movement.practice":
        return
    now = document_for(Practice(pk=event.thing_id))
    search.put(now) if now else search.drop(KIND, event.thing_id)
    index.refresh(event.thing_id)


SOURCE = SearchSource(kind=KIND, label=_("Mô hình Dân vận khéo"), documents=documents, document_for=document_for)
