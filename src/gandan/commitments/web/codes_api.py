"""REST: codes by which people confirm a commitment."""

from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Status

from gandan.commitments import actions, queries
from gandan.commitments.web import shown
from gandan.commitments.web.api_deed import DONE
from gandan.commitments.web.schemas.voices import CodeIn, CodeOut
from gandan.core import codes
from gandan.core.access import actor_of
from gandan.core.rest.auth import Needs
from gandan.core.rest.etags import conditional, held

router = Router(tags=["commitments"])


@router.post(
    "/{key}/codes", auth=Needs("commitments.issue_code"), response={**DONE, 201: CodeOut}, summary="Make a code", operation_id="issue_code"
)
@conditional
def issue_code(request: HttpRequest, key: UUID, body: CodeIn) -> Status[CodeOut]:
    """Shown this once. It takes no `Idempotency-Key`: a kept answer would keep the code."""
    actor = actor_of(request)
    with held(request, queries.visible_to(actor), key, show=lambda row: shown.whole(row, actor)) as thing:
        code = actions.issue_code(thing, kind=body.kind, by=actor, now=timezone.now())
    return Status(201, CodeOut(code=codes.shown(code)))
