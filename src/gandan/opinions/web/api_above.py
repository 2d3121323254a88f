"""REST for offices: a case is put before those above, and what these order."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from gandan.opinions import actions
from gandan.opinions.web.api_deed import deed, do
from gandan.opinions.web.schemas.case import CaseWhole
from gandan.opinions.web.schemas.course import ReasonIn

router = Router(tags=["opinions"])


@deed(router, "escalation", "opinions.escalate", "Put it before those above", "escalate_case")
def escalate(request: HttpRequest, key: UUID, body: ReasonIn) -> CaseWhole:
    """By who leads the unit. From now on those above read it."""
    return do(request, key, lambda c, who: actions.escalate(c, reason=body.reason, **who))


@deed(router, "reopening", "opinions.order_reopen", "Order that it is done again", "order_reopening")
def order_reopen(request: HttpRequest, key: UUID, body: ReasonIn) -> CaseWhole:
    """By who leads the unit, or stands above once it was escalated."""
    return do(request, key, lambda c, who: actions.order_reopen(c, reason=body.reason, **who))


@deed(router, "ending", "opinions.end_objected", "End it against a sender's no", "end_objected")
def end_objected(request: HttpRequest, key: UUID, body: ReasonIn) -> CaseWhole:
    """By who stands above, with a reason that its senders read. It is counted as ended without their agreement."""
    return do(request, key, lambda c, who: actions.end_objected(c, reason=body.reason, **who))
