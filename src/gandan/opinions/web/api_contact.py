"""REST for offices: one sender's contact is opened, with a reason that the sender reads."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from ninja import Router

from gandan.core.access import actor_of
from gandan.core.rest.auth import Needs
from gandan.core.rest.problems import Problem
from gandan.opinions import actions, queries
from gandan.opinions.web.api_deed import one_of
from gandan.opinions.web.schemas.contact import ContactOut, OpenContactIn

router = Router(tags=["opinions"])


@router.post(
    "/at-work/{key}/contact",
    auth=Needs("opinions.open_contact"),
    response={200: ContactOut, 401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem},
    summary="Open one sender's contact",
    operation_id="open_contact",
)
def open_contact(request: HttpRequest, response: HttpResponse, key: UUID, body: OpenContactIn) -> ContactOut:
    """One at a time, with a reason that its sender reads. Kept in no cache, and answered to no repeated call."""
    actor = actor_of(request)
    case = queries.visible_to(actor).filter(pk=key).first()
    if case is None:
        raise Http404
    opinion = one_of(case, body.opinion)
    given = actions.open_contact(opinion, reason=body.reason, by=actor, now=timezone.now())
    patch_cache_control(response, private=True, no_store=True)
    return ContactOut(name=given.name, phone=given.phone, mail=given.mail)
