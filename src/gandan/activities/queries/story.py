"""READ one activity whole: everything its page tells, in a constant number of questions to the database."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from gandan.activities.calc.attendance import Line, Total, total
from gandan.activities.enums import Point, RequestState
from gandan.activities.models import (
    Activity,
    ActivityDocument,
    ActivityFigure,
    ActivityPlace,
    ActivitySource,
    Attendance,
    Host,
    Participant,
    Photo,
    Request,
)
from gandan.activities.queries.activities import called
from gandan.core.access import Actor
from gandan.directives import queries as directives
from gandan.indicators import queries as indicators
from gandan.units.gazetteer import Place
from gandan.units.queries.picture import Picture, picture


@dataclass(frozen=True)
class Where:
    """A unit as it was then, and those that hold it today when it is no more."""

    place: Place
    chain: tuple[Place, ...]
    today: tuple[Place, ...]
    row: ActivityPlace | None = None


@dataclass(frozen=True)
class Asked:
    """A request and the unit it was put to, as it was then."""

    request: Request
    place: Place | None


@dataclass(frozen=True)
class Story:
    """All details that the reader may see."""

    activity: Activity
    main: Where | None
    hosts: list[Host]
    places: list[Where]
    attendance: list[Attendance]
    total: Total | None
    documents: list[ActivityDocument]
    figures: list[ActivityFigure]
    photos: list[Photo]
    requests: list[Asked]
    sources: list[ActivitySource]
    participants: list[Participant]


def story(activity: Activity, *, actor: Actor, inside: bool) -> Story:
    """Everything of one activity; `inside` adds the office holders who took part, which no public page lists."""
    tree, on = picture(), activity.starts_on
    live = {"activity": activity, "removed_at": None}
    attendance = sorted(Attendance.objects.filter(**live), key=lambda a: Point.values.index(a.point))
    asked = Request.objects.filter(**live).exclude(state=RequestState.WITHDRAWN).select_related("commitment", "commitment__lead")
    seen = directives.visible_to(actor).values("pk")
    return Story(
        activity=activity,
        main=_where(tree, activity.unit_id, activity),
        hosts=list(Host.objects.filter(**live)),
        places=[w for p in ActivityPlace.objects.filter(**live) if (w := _where(tree, p.unit_id, activity, p))],
        attendance=attendance,
        total=total(Line(a.point, a.people, a.bound) for a in attendance),
        documents=list(ActivityDocument.objects.filter(**live, document__in=seen).select_related("document")),
        figures=list(figures(activity, actor)),
        photos=list(Photo.objects.filter(**live).select_related("file")),
        requests=[Asked(r, called(tree, r.addressed_id, on) if r.addressed_id else None) for r in asked],
        sources=list(ActivitySource.objects.filter(**live)),
        participants=list(Participant.objects.filter(**live)) if inside else [],
    )


def figures(activity: Activity, actor: Actor) -> QuerySet[ActivityFigure]:
    """Figures that still stand and that the actor may see."""
    rows = ActivityFigure.objects.filter(activity=activity, removed_at=None)
    seen = indicators.visible_to(actor).values("pk")
    return rows.filter(statement__in=seen, statement__retraction=None, statement__corrected_by=None).select_related("statement")


def _where(tree: Picture, unit: UUID, activity: Activity, row: ActivityPlace | None = None) -> Where | None:
    place = called(tree, unit, activity.starts_on)
    if place is None:
        return None
    last = tree.times[place.key][-1]
    today = () if last.is_open else tuple(b.place for b in tree.became(last))
    renamed = (last,) if last.is_open and last.full_name != place.full_name else ()
    return Where(place, tuple(tree.ancestors(place, activity.starts_on)), today or renamed, row)
