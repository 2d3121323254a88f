"""Activities as REST shows them."""

from typing import Any

from django.urls import reverse

from gandan.activities import queries
from gandan.activities.enums import Point, RequestState
from gandan.activities.models import Activity, Request
from gandan.activities.queries import Row
from gandan.activities.queries.story import Where
from gandan.activities.web.schemas.activity import ActivityOut, ActivityWhole
from gandan.activities.web.schemas.details import AttendanceOut, DocumentOut, FigureOut, HostOut, PhotoOut, PlaceOut, SourceOut, UnitRef
from gandan.activities.web.schemas.requests import RequestOut
from gandan.activities.web.shown import asker
from gandan.core.access import Actor, Anyone
from gandan.indicators.enums import Bound


def row_out(row: Row) -> ActivityOut:
    """One line of a list."""
    return ActivityOut(**_said(row))


def whole(activity: Activity, actor: Actor) -> ActivityWhole:
    """Everything the actor may see, but for the names of people: no program lists who took part."""
    story = queries.story(activity, actor=actor, inside=False)
    return ActivityWhole(
        **_said(queries.lines([activity])[0]),
        text=activity.text,
        reason=activity.reason,
        hosts=[HostOut(detail=h.pk, name=h.name, office=h.office_id) for h in story.hosts],
        places=[_place(w) for w in story.places],
        attendance=[
            AttendanceOut(detail=a.pk, point=Point(a.point), points=a.points, people=a.people, bound=Bound(a.bound), quote=a.quote)
            for a in story.attendance
        ],
        documents=[DocumentOut(detail=d.pk, id=d.document_id, number=d.document.number, quote=d.quote) for d in story.documents],
        figures=[_figure(f) for f in story.figures],
        sources=[
            SourceOut(detail=x.pk, title=x.title, publisher=x.publisher, url=x.url, published_on=x.published_on) for x in story.sources
        ],
        photos=[PhotoOut(detail=p.pk, caption=p.caption, url=reverse("files:download", args=[p.file_id])) for p in story.photos],
        requests=[request_out(a.request, public=isinstance(actor, Anyone)) for a in story.requests],
    )


def request_out(row: Request, *, public: bool = False) -> RequestOut:
    """One request; `public`: as everyone may read it."""
    return RequestOut(
        id=row.pk,
        state=RequestState(row.state),
        text=row.text,
        by_text=asker(row.by_text) if public else row.by_text,
        to_text=row.to_text,
        addressed=row.addressed_id,
        answered_on=row.answered_on,
        reason=row.reason,
        commitment=row.commitment_id,
    )


def _said(row: Row) -> dict[str, Any]:
    a = row.activity
    return {
        "id": a.pk,
        "kind": a.kind,
        "state": a.state,
        "title": a.title,
        "starts_on": a.starts_on,
        "ends_on": a.ends_on,
        "unit": UnitRef(id=a.unit_id, name=row.place.full_name if row.place else ""),
        "place": a.place,
        "is_public": a.is_public,
        "people": row.total.people if row.total else None,
        "people_bound": row.total.bound if row.total else None,
    }


def _place(where: Where) -> PlaceOut:
    row = where.row
    if row is None:
        raise ValueError("a further place has a row")
    return PlaceOut(detail=row.pk, id=row.unit_id, name=where.place.full_name, mention=row.mention)


def _figure(row: Any) -> FigureOut:
    told = row.statement
    return FigureOut(
        detail=row.pk, id=told.pk, value=format(told.value, "f"), measure=told.measure, bound=told.bound, noun=told.noun, quote=told.quote
    )
