"""REST: a commitment gets a later date, another office, or is withdrawn."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from ninja import Router

from gandan.commitments import actions, queries
from gandan.commitments.models import Commitment
from gandan.commitments.web.api_deed import DONE, do
from gandan.commitments.web.making_api import office
from gandan.commitments.web.schemas.commitment import CommitmentWhole
from gandan.commitments.web.schemas.deeds import ExtendIn, HandOverIn, OfficeIn, ReasonIn
from gandan.core.rest.auth import Needs
from gandan.core.rest.etags import conditional
from gandan.core.rest.idempotency import idempotent

router = Router(tags=["commitments"])


@router.post(
    "/{key}/extension", auth=Needs("commitments.extend"), response=DONE, summary="Give a later date", operation_id="extend_commitment"
)
@idempotent
@conditional
def extend(request: HttpRequest, key: UUID, body: ExtendIn) -> CommitmentWhole:
    """Before the date has passed, with a reason for everybody."""
    return do(request, key, lambda c, who: actions.extend(c, to=body.to, reason=body.reason, **who))


@router.post(
    "/{key}/handover", auth=Needs("commitments.hand_over"), response=DONE, summary="Hand it over", operation_id="hand_over_commitment"
)
@idempotent
@conditional
def hand_over(request: HttpRequest, key: UUID, body: HandOverIn) -> CommitmentWhole:
    """To another office; between units by those above both."""
    return do(request, key, lambda c, who: actions.hand_over(c, to=office(body.office), reason=body.reason, **who))


@router.post(
    "/{key}/successor",
    auth=Needs("commitments.choose_successor"),
    response=DONE,
    summary="Choose who goes on with it",
    operation_id="choose_successor",
)
@idempotent
@conditional
def choose_successor(request: HttpRequest, key: UUID, body: OfficeIn) -> CommitmentWhole:
    """After a reorganisation; 404 where nothing waits for a choice."""

    def choose(c: Commitment, who: Any) -> object:
        pending = queries.pending(c)
        if pending is None:
            raise Http404
        return actions.choose_successor(pending, to=office(body.office), **who)

    return do(request, key, choose)


@router.post(
    "/{key}/withdrawal", auth=Needs("commitments.withdraw"), response=DONE, summary="Withdraw it", operation_id="withdraw_commitment"
)
@idempotent
@conditional
def withdraw(request: HttpRequest, key: UUID, body: ReasonIn) -> CommitmentWhole:
    """It stays where it is, with its reason."""
    return do(request, key, lambda c, who: actions.withdraw(c, reason=body.reason, **who))
