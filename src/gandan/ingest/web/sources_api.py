"""REST: take a text in, look at what it proposes, decide. The same deeds and the same desks as on the pages."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Query, Router, Schema, Status
from pydantic import Field

from gandan.activities.models import Activity
from gandan.core.access import Actor, Refusal, actor_of
from gandan.core.rest.asked import Asked
from gandan.core.rest.auth import Needs
from gandan.core.rest.days import Day
from gandan.core.rest.etags import conditional, held, tagged
from gandan.core.rest.idempotency import idempotent
from gandan.core.rest.paging import cursor_after, key_of
from gandan.core.rest.problems import BadCursor, Problem
from gandan.ingest import actions, queries
from gandan.ingest.enums import RecordKind, RecordState
from gandan.ingest.models import ProposedRecord, Source
from gandan.ingest.permissions import TAKES
from gandan.ingest.reading.limits import LONGEST_TEXT
from gandan.units import queries as units
from gandan.units.models import Unit

router = Router(tags=["reading"])
opens = Needs("ingest.open_sources")
DEED: dict[int, Any] = {401: Problem, 403: Problem, 404: Problem, 409: Problem, 410: Problem, 422: Problem}


class SourceIn(Schema):
    """A text to take in."""

    text: str = Field(max_length=LONGEST_TEXT + 1, description="Plain text, or the source of a web page.")
    unit: str | None = Field(
        None,
        max_length=8,
        description="Code of the commune or province at whose desk it is taken in; needed when the owner of the token works in several.",
    )
    title: str = Field("", max_length=300)
    publisher: str = Field("", max_length=160)
    url: str = Field("", max_length=500)
    published: Day | None = None
    is_public: bool = Field(False, description="Whether it was published: what is accepted from it may then be seen by everyone.")


class RecordOut(Schema):
    """A proposed record, what was decided of it, and what came of that."""

    id: UUID
    kind: RecordKind
    position: int
    state: RecordState
    payload: dict[str, Any] = Field(description="What was read; its shape is that of the same kind in `read_text`.")
    corrected: dict[str, Any] | None
    quote: str
    thing_type: str
    thing_id: str
    activity: UUID | None


class SourceRef(Schema):
    """A text of a list."""

    id: UUID
    title: str
    published: dt.date | None
    taken_at: dt.datetime
    is_public: bool
    waiting: int
    taken: int
    rejected: int


class SourcePage(Schema):
    """Texts, newest first."""

    items: list[SourceRef]
    next: str | None


class SourceOut(Schema):
    """A text with everything it proposes. `known` says that it had been taken in before."""

    id: UUID
    title: str
    publisher: str
    url: str
    published: dt.date | None
    is_public: bool
    taken_at: dt.datetime
    known: bool = False
    records: list[RecordOut]


class SourcesAsked(Asked):
    """Which page."""

    cursor: str | None = Field(None, max_length=400)
    limit: int = Field(50, ge=1, le=200)


class AcceptIn(Schema):
    """What the person corrected; fields as in the payload. `activity` is the one it hangs on, else the nearest accepted one of the text."""

    corrections: dict[str, Any] = Field(default_factory=dict)
    activity: UUID | None = None


class AllOut(Schema):
    """What became of a whole text."""

    accepted: list[UUID]
    left: list["LeftOut"]


class LeftOut(Schema):
    """A record that waits on, and why."""

    record: UUID
    sentence: str


@router.get(
    "",
    auth=opens,
    response={200: SourcePage, 401: Problem, 403: Problem, 422: Problem},
    summary="Texts taken in",
    operation_id="list_sources",
)
@tagged
def list_sources(request: HttpRequest, asked: Query[SourcesAsked]) -> SourcePage:
    """Those of the desk of the token's owner, newest first, with how many records wait."""
    rows = queries.visible_to(actor_of(request)).order_by("-id")
    if asked.cursor:
        rows = rows.filter(pk__lt=_after(asked.cursor))
    found = list(rows[: asked.limit + 1])
    shown, tallies = found[: asked.limit], queries.tallies(row.pk for row in found)
    items = [_ref(row, tallies.get(row.pk, queries.Tally())) for row in shown]
    return SourcePage(items=items, next=cursor_after(str(shown[-1].pk)) if len(found) > asked.limit else None)


@router.post(
    "",
    auth=Needs("ingest.take_in"),
    response={200: SourceOut, 201: SourceOut, **DEED},
    summary="Take a text in",
    operation_id="take_in_source",
)
@idempotent
def take_in_source(request: HttpRequest, body: SourceIn) -> Status[SourceOut]:
    """Read and kept with what it proposes: 201. The same words again answer with the text that is there: 200."""
    actor = actor_of(request)
    said = body.dict(exclude={"unit"})
    taken = actions.take_in_text(**said, unit=_unit(actor, body.unit), by=actor, now=timezone.now())
    return Status(200 if taken.known else 201, _whole(taken.source, known=taken.known))


@router.get(
    "/{key}",
    auth=opens,
    response={200: SourceOut, 401: Problem, 403: Problem, 404: Problem, 422: Problem},
    summary="A text with what it proposes",
    operation_id="get_source",
)
@tagged
def get_source(request: HttpRequest, key: UUID) -> SourceOut:
    """Only for the desk that took it in."""
    return _whole(_one(request, key))


@router.post(
    "/{key}/accept-all",
    auth=Needs("ingest.accept"),
    response={200: AllOut, **DEED},
    summary="Accept what waits",
    operation_id="accept_source",
)
@idempotent
def accept_source(request: HttpRequest, key: UUID) -> AllOut:
    """Activities first, the rest to the nearest. What a rule refuses is left, with its sentence."""
    done = actions.accept_all(_one(request, key), by=actor_of(request), now=timezone.now())
    left = [LeftOut(record=one.record.pk, sentence=one.sentence) for one in done.left]
    return AllOut(accepted=[row.pk for row in done.accepted], left=left)


@router.post(
    "/records/{key}/accept",
    auth=Needs("ingest.accept"),
    response={200: RecordOut, **DEED},
    summary="Accept a record",
    operation_id="accept_record",
)
@idempotent
@conditional
def accept_record(request: HttpRequest, key: UUID, body: AcceptIn) -> RecordOut:
    """It goes through the deeds of its room. What stands there already is merged into, and the state says so."""
    actor = actor_of(request)
    activity = Activity(pk=body.activity) if body.activity else None
    with held(request, _records(actor), key, show=_out, first=_source_first) as row:
        done = actions.accept(row, corrections=body.corrections, activity=activity, by=actor, now=timezone.now())
    return _out(done)


@router.post(
    "/records/{key}/reject",
    auth=Needs("ingest.reject"),
    response={200: RecordOut, **DEED},
    summary="Reject a record",
    operation_id="reject_record",
)
@idempotent
@conditional
def reject_record(request: HttpRequest, key: UUID) -> RecordOut:
    """Its words are kept for a while, so that it can be undone."""
    actor = actor_of(request)
    with held(request, _records(actor), key, show=_out, first=_source_first) as row:
        done = actions.reject(row, by=actor, now=timezone.now())
    return _out(done)


@router.post(
    "/records/{key}/undo",
    auth=Needs("ingest.undo"),
    response={200: RecordOut, **DEED},
    summary="Undo a decision",
    operation_id="undo_record",
)
@idempotent
@conditional
def undo_record(request: HttpRequest, key: UUID) -> RecordOut:
    """Takes back what the decision wrote; 409 when something else hangs on it by now."""
    actor = actor_of(request)
    with held(request, _records(actor), key, show=_out, first=_source_first) as row:
        done = actions.undo(row, by=actor, now=timezone.now())
    return _out(done)


def _source_first(row: ProposedRecord) -> None:
    """Every deed on a record locks its text before it."""
    Source.objects.select_for_update(of=("self",)).get(pk=row.source_id)


def _records(actor: Actor) -> Any:
    return ProposedRecord.objects.filter(source__in=queries.visible_to(actor).order_by().values("pk"))


def _one(request: HttpRequest, key: UUID) -> Source:
    row = queries.visible_to(actor_of(request)).filter(pk=key).first()
    if row is None:
        raise Http404
    return row


def _after(cursor: str) -> UUID:
    try:
        return UUID(key_of(cursor))
    except ValueError as damaged:
        raise BadCursor(cursor) from damaged


def _unit(actor: Actor, code: str | None) -> Unit:
    """The unit whose desk takes it in: the one named, or the only one."""
    mine = {h.unit for h in actor.holdings if h.role in TAKES and h.unit is not None}
    if code is None:
        chosen = next(iter(mine)) if len(mine) == 1 else None
    else:
        place = units.by_code(code)
        chosen = place.id if place is not None and place.id in mine else None
    unit = Unit.objects.filter(pk=chosen).first() if chosen else None
    if unit is None:
        raise Refusal(_("Xin ghi ở trường unit mã đơn vị nơi Ông/Bà công tác."), status=422)
    return unit


def _out(row: ProposedRecord) -> RecordOut:
    return RecordOut(
        id=row.pk,
        kind=RecordKind(row.kind),
        position=row.position,
        state=RecordState(row.state),
        payload=row.payload,
        corrected=row.corrected,
        quote=row.quote,
        thing_type=row.thing_type,
        thing_id=row.thing_id,
        activity=row.activity_id,
    )


def _ref(row: Source, tally: queries.Tally) -> SourceRef:
    counts = {"waiting": tally.waiting, "taken": tally.taken, "rejected": tally.rejected}
    return SourceRef(id=row.pk, title=row.title, published=row.published, taken_at=row.taken_at, is_public=row.is_public, **counts)


def _whole(row: Source, *, known: bool = False) -> SourceOut:
    said = {name: getattr(row, name) for name in ("title", "publisher", "url", "published", "is_public", "taken_at")}
    return SourceOut(id=row.pk, known=known, records=[_out(r) for r in queries.records_of(row)], **said)
