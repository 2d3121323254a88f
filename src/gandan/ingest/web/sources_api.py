"""REST: take a text in, look at what it proposes, accept all of it. One record: records_api.py."""

from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Query, Router, Status

from gandan.core.access import Actor, Refusal, actor_of
from gandan.core.rest.auth import Needs
from gandan.core.rest.etags import tagged
from gandan.core.rest.idempotency import idempotent
from gandan.core.rest.paging import cursor_after, key_of
from gandan.core.rest.problems import BadCursor, Problem
from gandan.ingest import actions, queries
from gandan.ingest.models import Source
from gandan.ingest.permissions import TAKES
from gandan.ingest.web.records_api import DEED
from gandan.ingest.web.records_api import router as records
from gandan.ingest.web.sources_schemas import AllOut, LeftOut, SourceIn, SourceOut, SourcePage, SourcesAsked
from gandan.ingest.web.sources_shown import source_ref, source_whole
from gandan.units import queries as units
from gandan.units.models import Unit

router = Router(tags=["reading"])
opens = Needs("ingest.open_sources")


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
    items = [source_ref(row, tallies.get(row.pk, queries.Tally())) for row in shown]
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
    return Status(200 if taken.known else 201, source_whole(taken.source, known=taken.known))


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
    return source_whole(_one(request, key))


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


router.add_router("", records)


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
