"""REST: what is posted and decided, for everyone; objections by code; appraisals for who keeps their papers, sits, or owns the work."""

from typing import Any, TypeVar
from uuid import UUID

from django.conf import settings
from django.db.models import Model, Q, QuerySet
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Query, Router, Status

from gandan.appraisals import actions, queries
from gandan.appraisals.models import Posting
from gandan.appraisals.web import api_shown as shown
from gandan.appraisals.web.objecting import OBJECTIONS, TRIES, WINDOW
from gandan.appraisals.web.schemas import (
    AppraisalPage,
    AppraisalsAsked,
    AppraisalWhole,
    CodeIn,
    DecisionPage,
    ObjectedOut,
    ObjectionIn,
    ObjectionOut,
    PagesAsked,
    PostingOut,
    PostingPage,
    PostingsAsked,
)
from gandan.commitments.queries import past_of
from gandan.core import codes, pace
from gandan.core.access import Anyone, Refusal, actor_of
from gandan.core.rest.auth import Needs, open_to_all
from gandan.core.rest.etags import tagged
from gandan.core.rest.idempotency import idempotent
from gandan.core.rest.paging import cursor_after, key_of
from gandan.core.rest.problems import BadCursor, Problem

router = Router(tags=["appraisals"])
READS = 3600  # a page that follows a ward reads each second; a machine that copies all waits
OPEN: dict[int, Any] = {401: Problem, 422: Problem, 429: Problem}
DESK = Needs("appraisals.open_desk")
Row = TypeVar("Row", bound=Model)


@router.get("/postings", auth=open_to_all, response={200: PostingPage, **OPEN}, summary="What is posted", operation_id="list_postings")
@tagged
def list_postings(request: HttpRequest, asked: Query[PostingsAsked]) -> PostingPage:
    """Results that are shown before anybody decides, the newest first; what was posted stays readable."""
    _calmly(request)
    today = timezone.localdate()
    rows = queries.counted(Posting.objects.all()).select_related("office").prefetch_related("office__names")
    if asked.open is not None:
        now = Q(taken_down_on=None, posted_on__lte=today, until__gte=today)
        rows = rows.filter(now if asked.open else ~now)
    some, more = _page(_of_unit(rows, asked.unit), asked)
    return PostingPage(items=shown.postings(some, today=today), next=more)


@router.get(
    "/postings/{uuid:key}",
    auth=open_to_all,
    response={200: PostingOut, 404: Problem, **OPEN},
    summary="One posting",
    operation_id="get_posting",
)
@tagged
def get_posting(request: HttpRequest, key: UUID) -> PostingOut:
    """With how many objected and how they were answered: numbers only."""
    _calmly(request)
    rows = queries.counted(Posting.objects.filter(pk=key)).select_related("office").prefetch_related("office__names")
    found = shown.postings(rows, today=timezone.localdate())
    if not found:
        raise Http404
    return found[0]


@router.post(
    "/postings/{uuid:key}/objections",
    auth=open_to_all,
    response={201: ObjectedOut, 401: Problem, 403: Problem, 404: Problem, 422: Problem, 429: Problem},
    summary="Say why not",
    operation_id="object_to_posting",
)
@idempotent
def object_to(request: HttpRequest, key: UUID, body: ObjectionIn) -> Status[ObjectedOut]:
    """As long as it is posted. The answer holds the code, this once; nothing is kept of who said so."""
    _paced(request, "appraisals.object", OBJECTIONS)
    posting = Posting.objects.filter(pk=key).first()
    if posting is None:
        raise Http404
    done = actions.object_to(posting, text=body.text, about=body.about, by=Anyone(), now=timezone.now())
    return Status(201, ObjectedOut(code=codes.shown(done.code), track=settings.SITE + reverse("appraisals-public:follow")))


@router.post(
    "/objections",
    auth=open_to_all,
    response={200: ObjectionOut, 401: Problem, 422: Problem, 429: Problem},
    summary="Read the answer to an objection",
    operation_id="read_objection",
)
def read_objection(request: HttpRequest, body: CodeIn) -> ObjectionOut:
    """By its code. Tries are paced, so that nobody guesses one."""
    _paced(request, "appraisals.code", TRIES)
    found = queries.of_objection_code(body.code)
    if found is None:
        raise Refusal(_("Mã này không đúng. Xin xem lại từng nhóm bốn ký tự trên biên nhận."), status=422)
    said = {name: getattr(found, name) for name in ("state", "text", "filed_on", "reply", "replied_on")}
    return ObjectionOut(posting=found.posting_id, title=found.posting.title, **said)


@router.get("/decisions", auth=open_to_all, response={200: DecisionPage, **OPEN}, summary="What was decided", operation_id="list_decisions")
@tagged
def list_decisions(request: HttpRequest, asked: Query[PagesAsked]) -> DecisionPage:
    """Recognitions, commendations, revocations, with their numbers; the newest first."""
    _calmly(request)
    some, more = _page(_of_unit(queries.decisions(), asked.unit), asked)
    return DecisionPage(items=shown.decisions(some), next=more)


@router.get(
    "",
    auth=DESK,
    response={200: AppraisalPage, 401: Problem, 403: Problem, 422: Problem},
    summary="Appraisals that the owner of the token may read",
    operation_id="list_appraisals",
)
@tagged
def list_appraisals(request: HttpRequest, asked: Query[AppraisalsAsked]) -> AppraisalPage:
    """Of councils in which one sits or whose papers the own office keeps, and of the own office's work; the newest first."""
    actor = actor_of(request)
    rows = queries.visible_to(actor).select_related("council", "sheet", "grade")
    named = {"unit": asked.unit, "state": asked.state, "council": asked.council}
    some, more = _page(rows.filter(**{name: value for name, value in named.items() if value is not None}), asked)
    return AppraisalPage(items=shown.appraisals(some, actor), next=more)


@router.get(
    "/{uuid:key}",
    auth=DESK,
    response={200: AppraisalWhole, 401: Problem, 403: Problem, 404: Problem, 422: Problem},
    summary="One appraisal",
    operation_id="get_appraisal",
)
@tagged
def get_appraisal(request: HttpRequest, key: UUID) -> AppraisalWhole:
    """With its sheet and, once all cards are shown, the cards."""
    actor = actor_of(request)
    found = queries.visible_to(actor).filter(pk=key).first()
    if found is None:
        raise Http404
    return shown.whole(found, actor)


def _of_unit(rows: QuerySet[Row], unit: UUID | None) -> QuerySet[Row]:
    """Of this unit and those that went wholly into it."""
    return rows.filter(unit__in=[unit, *past_of([unit])]) if unit else rows


def _page(rows: QuerySet[Row], asked: PagesAsked) -> tuple[list[Row], str | None]:
    """By their ids, the newest first: a row added meanwhile is neither skipped nor shown twice."""
    if asked.cursor:
        try:
            rows = rows.filter(pk__lt=UUID(key_of(asked.cursor)))
        except ValueError as damaged:
            raise BadCursor(asked.cursor) from damaged
    found = list(rows.order_by("-pk")[: asked.limit + 1])
    some = found[: asked.limit]
    return some, cursor_after(str(some[-1].pk)) if len(found) > asked.limit else None


def _calmly(request: HttpRequest) -> None:
    if not pace.allowed(request, "appraisals.read", most=READS, seconds=WINDOW, now=timezone.now()):
        raise Refusal(_("Quá nhiều lần gọi trong một giờ. Xin gọi lại sau."), status=429)


def _paced(request: HttpRequest, deed: str, most: int) -> None:
    if not pace.allowed(request, deed, most=most, seconds=WINDOW, now=timezone.now()):
        raise Refusal(_("Từ mạng này đã có quá nhiều lần gửi trong một giờ. Xin thử lại sau."), status=429)
