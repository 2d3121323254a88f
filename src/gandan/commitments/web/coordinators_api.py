"""REST: offices that help with a commitment."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from gandan.commitments import actions
from gandan.commitments.web.api_deed import DONE, do
from gandan.commitments.web.making_api import office
from gandan.commitments.web.schemas.commitment import CommitmentWhole
from gandan.commitments.web.schemas.deeds import OfficeIn
from gandan.core.rest.auth import Needs
from gandan.core.rest.etags import conditional
from gandan.core.rest.idempotency import idempotent

router = Router(tags=["commitments"])


@router.post(
    "/{key}/coordinators",
    auth=Needs("commitments.change_coordinators"),
    response=DONE,
    summary="Add an office that helps",
    operation_id="add_coordinator",
)
@idempotent
@conditional
def add_coordinator(request: HttpRequest, key: UUID, body: OfficeIn) -> CommitmentWhole:
    """It works along and answers for nothing."""
    return do(request, key, lambda c, who: actions.add_coordinator(c, office=office(body.office), **who))


@router.post(
    "/{key}/coordinators/removal",
    auth=Needs("commitments.change_coordinators"),
    response=DONE,
    summary="Take an office out",
    operation_id="remove_coordinator",
)
@idempotent
@conditional
def remove_coordinator(request: HttpRequest, key: UUID, body: OfficeIn) -> CommitmentWhole:
    """It helps no longer."""
    return do(request, key, lambda c, who: actions.remove_coordinator(c, office=office(body.office), **who))
