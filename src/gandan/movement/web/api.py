"""REST: public models, drives, families, numbers, the finder. What offices do: api_staff.py; the word of people by code: api_voice.py."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Query, Router

from gandan.core import pace
from gandan.core.access import Anyone, Refusal
from gandan.core.rest.auth import Needs, open_to_all
from gandan.core.rest.etags import tagged
from gandan.core.rest.paging import cursor_after, key_of
from gandan.core.rest.problems import BadCursor, Problem
from gandan.core.text import clean
from gandan.movement import queries
from gandan.movement.enums import Kind, Subject
from gandan.movement.models import Drive, Field, Practice
from gandan.movement.queries import finder, gallery
from gandan.movement.queries.family import tree
from gandan.movement.web import api_shown as shown
from gandan.movement.web.api_counts import counts_row
from gandan.movement.web.api_drives import drives
from gandan.movement.web.api_family import family
from gandan.movement.web.api_staff import router as staff
from gandan.movement.web.api_voice import router as voice
from gandan.movement.web.api_whole import whole
from gandan.movement.web.schemas.counts import CountsAsked, CountsOut
from gandan.movement.web.schemas.drive import DriveList, DriveOut, DrivesAsked
from gandan.movement.web.schemas.family import FamilyOut
from gandan.movement.web.schemas.finding import FindAsked, FoundList
from gandan.movement.web.schemas.listed import PracticePage, PracticesAsked
from gandan.movement.web.schemas.practice import PracticeWhole
from gandan.units import queries as units
from gandan.units.gazetteer import Place

router = Router(tags=["movement"])
OPEN: dict[int, Any] = {401: Problem, 422: Problem, 429: Problem}
READS, WINDOW = 3600, 3600  # a page that follows a ward reads each second; a machine that copies all waits


@router.get(
    "", auth=open_to_all, response={200: PracticePage, 404: Problem, **OPEN}, summary="Good-practice models", operation_id="list_models"
)
@tagged
def list_models(request: HttpRequest, asked: Query[PracticesAsked]) -> PracticePage:
    """Registered ones, also those that lapsed or stopped. A person's stand here only once they are recognised.
    With `q` those that deal with a problem, still the newest first; /find ranks and explains them."""
    _calmly(request)
    words = clean.line(asked.q or "")
    wanted = gallery.Wanted(_place(asked.unit), asked.field or "", asked.kind or "", asked.level or "", words=words)
    found = gallery.page(wanted, today=timezone.localdate(), after=_mark(asked.cursor), size=asked.limit)
    more = cursor_after(f"{found.older.day.isoformat()} {found.older.key}") if found.older else None
    return PracticePage(items=shown.practices(found.rows, today=timezone.localdate()), next=more)


@router.get(
    "/find",
    auth=Needs("movement.find"),
    response={200: FoundList, 401: Problem, 403: Problem, 422: Problem},
    summary="Who has dealt with this?",
    operation_id="find_models",
)
@tagged
def find_models(request: HttpRequest, asked: Query[FindAsked]) -> FoundList:
    """A problem in own words, with accents or without: models that dealt with it, best first, each with why. The question is not kept."""
    today = timezone.localdate()
    answer = finder.ask(asked.words, actor=Anyone(), today=today, limit=asked.limit, as_typed=asked.as_typed)
    return FoundList(
        items=shown.found(answer.items, today=today),
        read=answer.read,
        corrected=[list(pair) for pair in answer.corrected],
        things=list(answer.things),
    )


@router.get("/drives", auth=open_to_all, response={200: DriveList, **OPEN}, summary="Emulation drives", operation_id="list_drives")
@tagged
def list_drives(request: HttpRequest, asked: Query[DrivesAsked]) -> DriveList:
    """Launched ones and those that were summed up, with their fields and windows."""
    _calmly(request)
    rows = _drives().order_by("-id")
    if asked.cursor:
        rows = rows.filter(pk__lt=_uuid(asked.cursor))
    found = list(rows[: asked.limit + 1])
    some = found[: asked.limit]
    more = cursor_after(str(some[-1].pk)) if len(found) > asked.limit else None
    return DriveList(items=drives(some), next=more)


@router.get(
    "/drives/{uuid:key}", auth=open_to_all, response={200: DriveOut, 404: Problem, **OPEN}, summary="One drive", operation_id="get_drive"
)
@tagged
def get_drive(request: HttpRequest, key: UUID) -> DriveOut:
    """With what was said of it as a whole."""
    _calmly(request)
    found = list(_drives().filter(pk=key))
    if not found:
        raise Http404
    return drives(found)[0]


@router.get(
    "/counts", auth=open_to_all, response={200: CountsOut, 404: Problem, **OPEN}, summary="Numbers of models", operation_id="count_models"
)
@tagged
def count_models(request: HttpRequest, asked: Query[CountsAsked]) -> CountsOut:
    """Registered, effective, lapsed, recognised by level: side by side, never added; ways of working, exemplary collectives and exemplary
    persons apart, and each by field."""
    _calmly(request)
    today, place = timezone.localdate(), _place(asked.unit)
    rows = Practice.objects.filter(gallery.within(place)) if place else Practice.objects.all()
    if asked.drive is not None:
        if not _drives().filter(pk=asked.drive).exists():
            raise Http404
        rows = rows.filter(drive=asked.drive)
    grouped = queries.grouped(rows, "field", "kind", "subject", on=today)
    names = dict(Field.objects.filter(pk__in=[key[0] for key in grouped]).values_list("pk", "name"))
    apart = queries.apart(grouped, kind=1, subject=2)
    ordered = sorted(grouped.items(), key=lambda g: (names[g[0][0]], str(g[0])))
    return CountsOut(
        unit=shown.unit_refs([place.id])[place.id] if place else None,
        on=today,
        models=counts_row(apart.models, kind=Kind.MODEL),
        collectives=counts_row(apart.collectives, kind=Kind.EXEMPLAR, subject=Subject.COLLECTIVE),
        persons=counts_row(apart.persons, kind=Kind.EXEMPLAR, subject=Subject.PERSON),
        groups=[counts_row(c, field=names[field], kind=kind, subject=subject) for (field, kind, subject), c in ordered],
    )


router.add_router("", staff)
router.add_router("", voice)


@router.get(
    "/{uuid:key}", auth=open_to_all, response={200: PracticeWhole, 404: Problem, **OPEN}, summary="One model", operation_id="get_model"
)
@tagged
def get_model(request: HttpRequest, key: UUID) -> PracticeWhole:
    """With its whole form, measures, evidence, reviews and recognitions."""
    _calmly(request)
    return whole(_public(key), Anyone(), today=timezone.localdate())


@router.get(
    "/{uuid:key}/family",
    auth=open_to_all,
    response={200: FamilyOut, 404: Problem, **OPEN},
    summary="Who learnt it from whom",
    operation_id="get_model_family",
)
@tagged
def get_family(request: HttpRequest, key: UUID) -> FamilyOut:
    """The whole family of a model, across units and mergers: what each changed, what came of it, what it says of the original."""
    _calmly(request)
    return family(tree(_public(key)), today=timezone.localdate())


def _public(key: UUID) -> Practice:
    found = queries.public().filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def _drives() -> QuerySet[Drive]:
    rows = queries.drives_visible_to(Anyone()).prefetch_related("fields", "windows", "summings_up", "office__names")
    return rows.order_by("-starts_on", "-id")


def _place(key: UUID | None) -> Place | None:
    if key is None:
        return None
    found = units.one(key)
    if found is None:
        raise Http404
    return found


def _mark(cursor: str | None) -> gallery.Mark | None:
    if not cursor:
        return None
    day, _space, key = key_of(cursor).partition(" ")
    try:
        return gallery.Mark(date.fromisoformat(day), UUID(key))
    except ValueError as damaged:
        raise BadCursor(cursor) from damaged


def _uuid(cursor: str) -> UUID:
    try:
        return UUID(key_of(cursor))
    except ValueError as damaged:
        raise BadCursor(cursor) from damaged


def _calmly(request: HttpRequest) -> None:
    if not pace.allowed(request, "movement.read", most=READS, seconds=WINDOW, now=timezone.now()):
        raise Refusal(_("Quá nhiều lần gọi trong một giờ. Xin gọi lại sau."), status=429)
