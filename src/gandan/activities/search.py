"""Activities in the search: by title, places with their old names, numbers of documents, and what was done. Never by who took part."""

from collections.abc import Iterable, Iterator
from itertools import islice
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from gandan.activities.enums import State
from gandan.activities.models import Activity, ActivityDocument, ActivityPlace, Host
from gandan.activities.queries.lineage import answering
from gandan.core import search
from gandan.core.search import Document, SearchSource
from gandan.units.queries.picture import Picture, picture

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
    places = _lists(ActivityPlace.objects.live().filter(activity__in=keys), "unit_id")
    numbers = _lists(ActivityDocument.objects.live().filter(activity__in=keys, document__is_public=True), "document__number")
    hosts = _lists(Host.objects.live().filter(activity__in=keys), "name")
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


def _lists(rows: "QuerySet[object]", column: str) -> dict[UUID, list[object]]:
    out: dict[UUID, list[object]] = {}
    for activity, value in rows.values_list("activity_id", column):
        out.setdefault(activity, []).append(value)
    return out


SOURCE = SearchSource(kind=KIND, label=_("Hoạt động"), documents=documents, document_for=document_for, permissions=(INSIDE,))
