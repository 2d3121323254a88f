"""REST: what is owed, counts, and every deed. What is owed to people is read without a token; the deeds are in deeds_api.py."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Query, Router

from gandan.commitments import queries
from gandan.commitments.models import Commitment
from gandan.commitments.queries import Counts
from gandan.commitments.web import shown
from gandan.commitments.web.board import oversees
from gandan.commitments.web.codes_api import router as codes
from gandan.commitments.web.coordinators_api import router as coordinators
from gandan.commitments.web.deeds_api import router as deeds
from gandan.commitments.web.ending_api import router as ending
from gandan.commitments.web.making_api import router as making
from gandan.commitments.web.moving_api import router as moving
from gandan.commitments.web.schemas.commitment import CommitmentPage, CommitmentWhole, ListAsked
from gandan.commitments.web.schemas.counts import CountsAsked, PromiseNumbers, PublicCounts, TaskNumbers, WorkCounts
from gandan.commitments.web.voices_api import router as voices
from gandan.core.access import Actor, Anyone, actor_of
from gandan.core.rest.auth import Needs, open_to_all
from gandan.core.rest.etags import tagged
from gandan.core.rest.problems import Problem

router = Router(tags=["commitments"])
READ: dict[int, Any] = {401: Problem, 404: Problem, 422: Problem}
DESK = Needs("commitments.open_desk")


@router.get(
    "",
    auth=open_to_all,
    response={200: CommitmentPage, 401: Problem, 422: Problem},
    summary="What is owed",
    operation_id="list_commitments",
)
@tagged
def list_commitments(request: HttpRequest, asked: Query[ListAsked]) -> CommitmentPage:
    """Promises and requests, which are public."""
    return shown.page(Anyone(), asked, today=timezone.localdate())


@router.get(
    "/at-work",
    auth=DESK,
    response={200: CommitmentPage, 401: Problem, 403: Problem, 422: Problem},
    summary="What is owed, tasks included",
    operation_id="list_commitments_at_work",
)
@tagged
def list_commitments_at_work(request: HttpRequest, asked: Query[ListAsked]) -> CommitmentPage:
    """What the owner of the token may see."""
    return shown.page(actor_of(request), asked, today=timezone.localdate())


@router.get(
    "/counts",
    auth=open_to_all,
    response={200: PublicCounts, **READ},
    summary="A unit's promises by state",
    operation_id="count_commitments",
)
@tagged
def count_commitments(request: HttpRequest, asked: Query[CountsAsked]) -> PublicCounts:
    """With those of the units that went wholly into it. The numbers stand side by side; adding them would say nothing true."""
    counts = _counts(asked.unit)
    return PublicCounts(
        unit=shown.unit_ref(asked.unit),
        on=timezone.localdate(),
        promises=PromiseNumbers(**vars(counts.promises)),
        requests=PromiseNumbers(**vars(counts.requests)),
    )


@router.get(
    "/at-work/counts",
    auth=Needs("commitments.see_board"),
    response={200: WorkCounts, 403: Problem, **READ},
    summary="A unit's commitments of all three kinds by state",
    operation_id="count_commitments_at_work",
)
@tagged
def count_commitments_at_work(request: HttpRequest, asked: Query[CountsAsked]) -> WorkCounts:
    """For leaders and specialists of the unit or above it."""
    if not oversees(actor_of(request), asked.unit, today=timezone.localdate()):
        raise Http404
    counts = _counts(asked.unit)
    return WorkCounts(
        unit=shown.unit_ref(asked.unit),
        on=timezone.localdate(),
        promises=PromiseNumbers(**vars(counts.promises)),
        requests=PromiseNumbers(**vars(counts.requests)),
        tasks=TaskNumbers(**vars(counts.tasks)),
    )


@router.get(
    "/at-work/{key}",
    auth=DESK,
    response={200: CommitmentWhole, 403: Problem, **READ},
    summary="One, also a task",
    operation_id="get_commitment_at_work",
)
@tagged
def get_commitment_at_work(request: HttpRequest, key: UUID) -> CommitmentWhole:
    """As the owner of the token may see it; its ETag is the one that deeds compare."""
    return _one(key, actor_of(request))


@router.get("/{uuid:key}", auth=open_to_all, response={200: CommitmentWhole, **READ}, summary="One promise", operation_id="get_commitment")
@tagged
def get_commitment(request: HttpRequest, key: UUID) -> CommitmentWhole:
    """With evidence, every date it was given, and when somebody objected."""
    return _one(key, Anyone())


def _one(key: UUID, actor: Actor) -> CommitmentWhole:
    found: Commitment | None = queries.visible_to(actor).filter(pk=key).first()
    if found is None:
        raise Http404
    return shown.whole(found, actor)


def _counts(unit: UUID) -> Counts:
    shown.unit_ref(unit)
    return queries.counts([unit, *queries.past_of([unit])], today=timezone.localdate())


for part in (making, deeds, moving, ending, coordinators, codes, voices):
    router.add_router("", part)
