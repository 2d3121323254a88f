"""Activities in the search: by title, places with their old names, numbers of documents, and what was done. Never by who took part."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from gandan.activities.enums import State
from gandan.activities.models import Activity, ActivityDocument, ActivityPlace, Host
from gandan.activities.queries.activities import visible_to
from gandan.activities.queries.lineage import answering
from gandan.core import search
from gandan.core.search import Document, SearchSource
from gandan.units.queries.picture import Picture, picture

T = TypeVar("T")
KIND = "activity"
INSIDE = "activities.open_desk"
BATCH = 500
SUMMARY = 200


def documents() -> Iterator[Document]:
    """All that stand, some hundreds at a time."""
    rows = Activity.objects.filter(state=State.RECORDED).order_by("pk").iterator(chunk_size=BATCH)
    while batch := list(islice(rows, BATCH)):
        yield from of(batch)


def document_for(activity: Activity) -> Document | None:
    """The document of one activity; a withdrawn one is not to be found."""
    return None if activity.is_withdrawn else next(iter(of([activity])))


def refresh(activity: Activity) -> None:
    """Put or drop it, in the deed's transaction."""
    document = document_for(activity)
    if document is None:
        search.drop(KIND, activity.pk)
    else:
        search.put(document)


def of(activities: Iterable[Activity]) -> Iterator[Document]:
    """Documents of several, in four questions to the database."""
    rows = list(activities)
    tree, keys = picture(), [a.pk for a in rows]
    places = _lists(ActivityPlace.objects.filter(removed_at=None, activity__in=keys).values_list("activity_id", "unit_id"))
    cited = ActivityDocument.objects.filter(removed_at=None, activity__in=keys, document__is_public=True)
    numbers = _lists(cited.values_list("activity_id", "document__number"))
    hosts = _lists(Host.objects.filter(removed_at=None, activity__in=keys).values_list("activity_id", "name"))
    for a in rows:
        units = [a.unit_id, *places.get(a.pk, [])]
        around = _names(tree, units)
        yield Document(
            kind=KIND,
            id=str(a.pk),
            title=a.title,
            url=a.get_absolute_url(),
            names=(*around, *numbers.get(a.pk, [])),
            body=" ".join([a.place, *hosts.get(a.pk, []), a.text]),
            summary=(a.text[:SUMMARY].rsplit(" ", 1)[0] + "…") if len(a.text) > SUMMARY else a.text or ", ".join(around[:1]),
            unit=None if a.is_public else (a.kept_by_id or next(iter(answering(a.unit_id) - {a.unit_id}), a.unit_id)),
            day=a.starts_on,
            permission="" if a.is_public else INSIDE,
        )


def _names(tree: Picture, units: list[UUID]) -> tuple[str, ...]:
    """Every name the places ever had, and those of the units that hold them now."""
    found: dict[str, None] = {}
    for unit in units:
        key = tree.keys.get(unit)
        times = tree.times[key] if key else []
        found |= dict.fromkeys(p.full_name for p in times)
        if times and not times[-1].is_open:
            found |= dict.fromkeys(b.place.full_name for b in tree.became(times[-1]) if b.share is not None)
    return tuple(found)


def _lists(pairs: Iterable[tuple[UUID, T]]) -> dict[UUID, list[T]]:
    out: dict[UUID, list[T]] = {}
    for activity, value in pairs:
        out.setdefault(activity, []).append(value)
    return out


SOURCE = SearchSource(kind=KIND, label=_("Hoạt động"), documents=documents, document_for=document_for, visible=visible_to)
