"""REST for offices: their cases, and one whole. Deeds: api_course.py and those beside it; a sender's contact: api_contact.py."""

from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Query, Router

from gandan.core.access import actor_of
from gandan.core.rest.auth import Needs
from gandan.core.rest.etags import tagged
from gandan.core.rest.problems import Problem
from gandan.opinions import queries
from gandan.opinions.web import api_cases as shown
from gandan.opinions.web.schemas.case import CaseWhole
from gandan.opinions.web.schemas.cases import CasePage, CasesAsked

router = Router(tags=["opinions"])
READS = Needs("opinions.read")


@router.get(
    "/at-work",
    auth=READS,
    response={200: CasePage, 401: Problem, 403: Problem, 422: Problem},
    summary="Cases that the owner of the token may read",
    operation_id="list_cases",
)
@tagged
def list_cases(request: HttpRequest, asked: Query[CasesAsked]) -> CasePage:
    """Of the own office; a leader's of the unit; those above what was escalated to them. A list has nobody's words."""
    return shown.page(actor_of(request), asked, today=timezone.localdate())


@router.get(
    "/at-work/{key}",
    auth=READS,
    response={200: CaseWhole, 401: Problem, 403: Problem, 404: Problem, 422: Problem},
    summary="One case whole",
    operation_id="get_case",
)
@tagged
def get_case(request: HttpRequest, key: UUID) -> CaseWhole:
    """Its ETag is the one that deeds compare."""
    found = queries.visible_to(actor_of(request)).filter(pk=key).first()
    if found is None:
        raise Http404
    return shown.whole(found)
