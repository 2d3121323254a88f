"""REST for offices: tags of a case, and who works on it."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from gandan.opinions import actions
from gandan.opinions.web.api_deed import deed, do, person_of
from gandan.opinions.web.schemas.case import CaseWhole
from gandan.opinions.web.schemas.course import LabelIn, PersonIn

router = Router(tags=["opinions"])


@deed(router, "tag", "opinions.tag", "Tag it", "tag_case")
def tag(request: HttpRequest, key: UUID, body: LabelIn) -> CaseWhole:
    """A word of the office's own."""
    return do(request, key, lambda c, who: actions.tag(c, label=body.label, **who))


@deed(router, "untag", "opinions.tag", "Take a tag off", "untag_case")
def untag(request: HttpRequest, key: UUID, body: LabelIn) -> CaseWhole:
    """Nothing else changes."""
    return do(request, key, lambda c, who: actions.untag(c, label=body.label, **who))


@deed(router, "person", "opinions.name_person", "Say who works on it", "name_person")
def name_person(request: HttpRequest, key: UUID, body: PersonIn) -> CaseWhole:
    """Somebody of the office, or nobody."""
    return do(request, key, lambda c, who: actions.name_person(c, person=person_of(body.person), **who))
