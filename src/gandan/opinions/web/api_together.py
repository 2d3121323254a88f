"""REST for offices: cases are joined, and opinions taken out of one."""

from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Router

from gandan.core.access import Refusal, actor_of
from gandan.opinions import actions, queries
from gandan.opinions.web.api_deed import deed, do, one_of
from gandan.opinions.web.schemas.case import CaseWhole
from gandan.opinions.web.schemas.together import MergeIn, SplitIn

router = Router(tags=["opinions"])


@deed(router, "joining", "opinions.join", "Join it to another", "join_case")
def join(request: HttpRequest, key: UUID, body: MergeIn) -> CaseWhole:
    """Every sender keeps the code in hand."""
    into = queries.visible_to(actor_of(request)).filter(pk=body.into).first()
    if into is None:
        raise Refusal(_("Không có việc nào mang mã này."), status=422)
    return do(request, key, lambda c, who: actions.join(c, into=into, **who))


@deed(router, "splitting", "opinions.split", "Take opinions out of it", "split_case")
def split(request: HttpRequest, key: UUID, body: SplitIn) -> CaseWhole:
    """They become a case of their own; the answer is the case that they left."""
    return do(request, key, lambda c, who: actions.split([one_of(c, one) for one in body.opinions], **who))
