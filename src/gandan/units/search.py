"""Units in the search: by today's and all earlier names, with what became of those that are no more."""

from collections.abc import Iterator

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from procrastinate.exceptions import AlreadyEnqueued

from gandan.core.search import Document, SearchSource
from gandan.units.gazetteer import Place

KIND = "unit"


def documents() -> Iterator[Document]:
    """One document for each unit; its other names are those it had before, and those of the units that went into it."""
    from gandan.units.queries.picture import picture

    tree = picture()
    for times in tree.times.values():
        place = times[-1]
        yield document(place, chain=tree.ancestors(place), older=[*times[:-1], *(b.place for b in tree.came_from(place) if b.share)])


def document(place: Place, *, chain: list[Place], older: list[Place]) -> Document:
    """What the index holds of a unit. Public."""
    names = {p.full_name for p in older} - {place.full_name}
    return Document(
        kind=KIND,
        id=str(place.id),
        title=place.full_name,
        url=f"/don-vi/{place.id}/",
        names=(*sorted(names), *([place.code] if place.code else [])),
        body=", ".join(p.full_name for p in chain),
        summary=", ".join(p.full_name for p in chain),
        day=place.valid_to,
    )


def refresh_later() -> None:
    """Have the worker build the units' documents anew, once, after this transaction."""
    from gandan.core.search.tasks import reindex

    try:
        with transaction.atomic():
            reindex.defer(kind=KIND)
    except AlreadyEnqueued:
        pass


SOURCE = SearchSource(kind=KIND, label=_("Đơn vị"), documents=documents)
