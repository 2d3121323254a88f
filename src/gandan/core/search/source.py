"""What a room gives to the search: documents, and who sees those that are not public.

Never register persons, denunciations, contacts or recipients of help: no search goes by a person's name (product.md, what it never does).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.functional import Promise

from gandan.core.access import Actor


@dataclass(frozen=True)
class Document:
    """One thing that can be found. `names` are other names of it (old ones, numbers); `permission` "" means public.

    A document with a permission is seen by whoever the room's own `visible_to` lets see the thing (see `SearchSource.visible`).
    """

    kind: str
    id: str
    title: str
    url: str
    names: tuple[str, ...] = ()
    body: str = ""
    summary: str = ""
    unit: UUID | None = None
    day: date | None = None
    permission: str = ""


@dataclass(frozen=True)
class SearchSource:
    """A room's documents of one kind: all of them for a new index; that of one thing for its deeds (None: not to be found).

    `visible`: the room's own `visible_to`, asked at each search for documents with a permission. The index keeps no rights of its own,
    so a role, an office or an assigner that changes needs no new index. Where it is missing such documents are found by nobody.
    """

    kind: str
    label: str | Promise
    documents: Callable[[], Iterable[Document]]
    document_for: Callable[..., Document | None] | None = None
    visible: Callable[[Actor], QuerySet[Any]] | None = None


_sources: dict[str, SearchSource] = {}


def register(source: SearchSource) -> None:
    """Called from a room's `apps.ready`."""
    if _sources.setdefault(source.kind, source) is not source:
        raise ValueError(f"search documents of kind {source.kind} are declared twice")


def sources() -> Mapping[str, SearchSource]:
    """Every kind that can be found."""
    return _sources
