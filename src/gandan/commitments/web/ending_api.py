"""REST: those who asked or oversee say whether a commitment is done, or ask after it."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from gandan.commitments import actions
from gandan.commitments.web.api_deed import DONE, do
from gandan.commitments.web.schemas.commitment import CommitmentWhole
from gandan.commitments.web.schemas.deeds import ReasonIn
from gandan.core.rest.auth import Needs
from gandan.core.rest.etags import conditional
from gandan.core.rest.idempotency import idempotent

router = Router(tags=["commitments"])


@router.post("/{key}/acceptance", auth=Needs("commitments.accept"), response=DONE, summary="Accept a task", operation_id="accept_task")
@idempotent
@conditional
def accept(request: HttpRequest, key: UUID) -> CommitmentWhole:
    """By the office that assigned it."""
    return do(request, key, lambda c, who: actions.accept(c, **who))


@router.post(
    "/{key}/send-back", auth=Needs("commitments.send_back"), response=DONE, summary="Send a task back", operation_id="send_back_task"
)
@idempotent
@conditional
def send_back(request: HttpRequest, key: UUID, body: ReasonIn) -> CommitmentWhole:
    """It is open again with the date it had."""
    return do(request, key, lambda c, who: actions.send_back(c, reason=body.reason, **who))


@router.post(
    "/{key}/confirmation", auth=Needs("commitments.confirm"), response=DONE, summary="Confirm it", operation_id="confirm_commitment"
)
@idempotent
@conditional
def confirm(request: HttpRequest, key: UUID) -> CommitmentWhole:
    """By the supervision board or the office that asked, never by the unit that owes it."""
    return do(request, key, lambda c, who: actions.confirm(c, **who))


@router.post(
    "/{key}/reminder", auth=Needs("commitments.remind"), response=DONE, summary="Ask after it", operation_id="remind_of_commitment"
)
@idempotent
@conditional
def remind(request: HttpRequest, key: UUID) -> CommitmentWhole:
    """Once a day."""
    return do(request, key, lambda c, who: actions.remind(c, **who))
