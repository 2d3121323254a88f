"""Commitments in the search: what is owed to people for everyone, tasks for those who work in the unit. Never who holds a code."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from gandan.core.search import Document, SearchSource

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from gandan.commitments.models import Commitment
    from gandan.core.access import Actor
    from gandan.core.events import Event

KIND = "commitment"
INTERNAL = "commitments.read_tasks"
CHUNK = 2000


def documents() -> Iterator[Document]:
    """One for each commitment, ended ones too: people look for what was promised long ago."""
    from gandan.commitments.models import Commitment

    rows = Commitment.objects.select_related("lead").prefetch_related("lead__names").order_by("pk")
    for commitment in rows.iterator(chunk_size=CHUNK):
        yield document(commitment)


def document(commitment: "Commitment") -> Document:
    """What the index holds: the words that are public with it, its office, its unit and its date."""
    public = commitment.is_public
    return Document(
        kind=KIND,
        id=str(commitment.pk),
        title=commitment.title,
        url=f"/loi-hua/{commitment.pk}/" if public else f"/lam-viec/viec/{commitment.pk}/",
        body=" ".join(part for part in (commitment.deliverable, commitment.beneficiary) if part),
        summary=str(commitment.lead),
        unit=commitment.unit_id,
        day=commitment.made_on,
        permission="" if public else INTERNAL,
    )


def document_for(commitment: Any) -> Document | None:
    """For a deed that changes its words or its office."""
    return document(commitment)


CHANGE = frozenset(f"commitments.{verb}" for verb in ("promised", "assigned", "taken_up", "reworded", "handed_over", "words_erased"))


def visible(actor: "Actor") -> "QuerySet[Commitment]":
    """What the room's lists and pages show somebody."""
    from gandan.commitments import queries

    return queries.visible_to(actor)


def follow(event: "Event") -> None:
    """Keep the index in the transaction of a deed that changed words or office."""
    from gandan.commitments.models import Commitment
    from gandan.core import search

    if event.verb in CHANGE:
        search.put(document(Commitment.objects.select_related("lead").get(pk=event.thing_id)))


SOURCE = SearchSource(kind=KIND, label=_("Lời hứa, việc được giao"), documents=documents, document_for=document_for, visible=visible)
