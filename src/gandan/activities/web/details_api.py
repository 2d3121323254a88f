"""REST: details of an activity, added one by one and taken off by their `detail` id."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import File, Form, Router, Status
from ninja.files import UploadedFile

from gandan.activities import actions, models, queries
from gandan.activities.web.answers import whole
from gandan.activities.web.found import unit_of
from gandan.activities.web.schemas.activity import ActivityWhole
from gandan.activities.web.schemas.adding import AttendanceIn, DocumentIn, FigureIn, PlaceIn, SourceIn
from gandan.activities.web.schemas.words import Short
from gandan.core.access import actor_of
from gandan.core.rest.auth import Needs
from gandan.core.rest.etags import conditional, held
from gandan.core.rest.idempotency import idempotent
from gandan.core.rest.problems import Problem
from gandan.directives import queries as directives

router = Router(tags=["activities"])
ADDED: dict[int, Any] = {201: ActivityWhole, 401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem}
REMOVED: dict[int, Any] = {200: ActivityWhole, 401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem}
ADD, REMOVE = Needs("activities.add"), Needs("activities.remove")
SORTS: tuple[tuple[type[models.Part], Callable[..., object]], ...] = (
    (models.Host, actions.remove_host),
    (models.ActivityPlace, actions.remove_place),
    (models.Attendance, actions.remove_attendance),
    (models.ActivityDocument, actions.remove_document),
    (models.ActivityFigure, actions.remove_figure),
    (models.ActivitySource, actions.remove_source),
    (models.Photo, actions.remove_photo),
    (models.Request, actions.remove_request),
)


def _do(request: HttpRequest, key: UUID, act: Callable[..., object], **said: object) -> ActivityWhole:
    """The deed on an activity that the caller sees, and the activity afterwards."""
    actor = actor_of(request)
    with held(request, queries.visible_to(actor), key, show=lambda row: whole(row, actor)) as row:
        act(row, **said, by=actor, now=timezone.now())
    return whole(row, actor)


@router.post("/{key}/places", auth=ADD, response=ADDED, summary="Add a further unit", operation_id="add_activity_place")
@idempotent
@conditional
def add_place(request: HttpRequest, key: UUID, body: PlaceIn) -> Status[ActivityWhole]:
    """As it was on that day."""
    return Status(201, _do(request, key, actions.add_place, **{**body.dict(), "unit": unit_of(body.unit)}))


@router.post("/{key}/attendance", auth=ADD, response=ADDED, summary="Say how many took part", operation_id="add_activity_attendance")
@idempotent
@conditional
def add_attendance(request: HttpRequest, key: UUID, body: AttendanceIn) -> Status[ActivityWhole]:
    """One line for each sort of point."""
    return Status(201, _do(request, key, actions.add_attendance, **body.dict()))


@router.post("/{key}/documents", auth=ADD, response=ADDED, summary="Cite a document", operation_id="cite_activity_document")
@idempotent
@conditional
def cite_document(request: HttpRequest, key: UUID, body: DocumentIn) -> Status[ActivityWhole]:
    """One of the register that the caller sees."""
    document = directives.visible_to(actor_of(request)).filter(pk=body.document).first()
    if document is None:
        raise Http404
    return Status(201, _do(request, key, actions.cite_document, document=document, quote=body.quote))


@router.post("/{key}/figures", auth=ADD, response=ADDED, summary="State a figure", operation_id="note_activity_figure")
@idempotent
@conditional
def note_figure(request: HttpRequest, key: UUID, body: FigureIn) -> Status[ActivityWhole]:
    """With the sentence it stands in."""
    return Status(201, _do(request, key, actions.note_figure, **body.dict()))


@router.post("/{key}/sources", auth=ADD, response=ADDED, summary="Say where it is told", operation_id="add_activity_source")
@idempotent
@conditional
def add_source(request: HttpRequest, key: UUID, body: SourceIn) -> Status[ActivityWhole]:
    """An article or a report."""
    return Status(201, _do(request, key, actions.add_source, **body.dict()))


@router.post(
    "/{key}/photos", auth=ADD, response={**ADDED, 413: Problem, 415: Problem}, summary="Add a photograph", operation_id="add_activity_photo"
)
@idempotent
@conditional
def add_photo(request: HttpRequest, key: UUID, upload: File[UploadedFile], caption: Form[Short]) -> Status[ActivityWhole]:
    """Re-made here, so that no position data stays in it."""
    return Status(201, _do(request, key, actions.add_photo, upload=upload, caption=caption))


@router.post(
    "/{key}/details/{detail}/remove", auth=REMOVE, response=REMOVED, summary="Take a detail off", operation_id="remove_activity_detail"
)
@idempotent
@conditional
def remove_detail(request: HttpRequest, key: UUID, detail: UUID) -> ActivityWhole:
    """Its words are erased; a figure stays as a statement and is retracted among the figures."""

    def remove(activity: models.Activity, **who: Any) -> object:
        for model, action in SORTS:
            row = model._default_manager.filter(pk=detail, activity=activity, removed_at=None).first()
            if row is not None:
                return action(row, **who)
        raise Http404

    return _do(request, key, remove)
