"""REST: topics, pledges, what is published. Saying something: api_saying.py; by code: api_tracked.py; for offices: api_staff.py."""

from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Query, Router

from gandan.core.rest.auth import open_to_all
from gandan.core.rest.etags import tagged
from gandan.core.rest.problems import Problem
from gandan.opinions import queries, topics
from gandan.opinions.queries.clock import pledge_of
from gandan.opinions.web import api_shown as shown
from gandan.opinions.web.api_above import router as above
from gandan.opinions.web.api_answering import router as answering
from gandan.opinions.web.api_contact import router as contact
from gandan.opinions.web.api_course import router as course
from gandan.opinions.web.api_desk import router as desk
from gandan.opinions.web.api_saying import SAID, read_calmly, say
from gandan.opinions.web.api_saying import router as saying
from gandan.opinions.web.api_staff import router as staff
from gandan.opinions.web.api_telling import router as telling
from gandan.opinions.web.api_together import router as together
from gandan.opinions.web.api_tracked import router as tracked
from gandan.opinions.web.schemas.published import PublishedAsked, PublishedOut, PublishedPage
from gandan.opinions.web.schemas.topics import PledgeAsked, PledgeOut, TopicList
from gandan.units.models import Unit

router = Router(tags=["opinions"])
READ: dict[int, Any] = {401: Problem, 404: Problem, 422: Problem, 429: Problem}


@router.get(
    "",
    auth=open_to_all,
    response={200: PublishedPage, 401: Problem, 422: Problem, 429: Problem},
    summary="Questions and answers",
    operation_id="list_published_opinions",
)
@tagged
def list_published(request: HttpRequest, asked: Query[PublishedAsked]) -> PublishedPage:
    """What offices made public, with personal data masked. The list without parameters is that of the whole installation."""
    read_calmly(request)
    return shown.published_page(asked)


@router.get(
    "/topics",
    auth=open_to_all,
    response={200: TopicList, 401: Problem, 422: Problem, 429: Problem},
    summary="The closed list of topics",
    operation_id="list_topics",
)
@tagged
def list_topics(request: HttpRequest) -> TopicList:
    """What people of a commune speak of."""
    read_calmly(request)
    return TopicList(items=[shown.topic(one) for one in topics.offered()])


@router.get("/pledge", auth=open_to_all, response={200: PledgeOut, **READ}, summary="A unit's pledge", operation_id="get_pledge")
@tagged
def get_pledge(request: HttpRequest, asked: Query[PledgeAsked]) -> PledgeOut:
    """Within how many working days it answers what people say here."""
    read_calmly(request)
    today = timezone.localdate()
    unit = Unit.objects.filter(pk=asked.unit).first()
    if unit is None:
        raise Http404
    found = pledge_of(unit, on=today)
    return PledgeOut(
        unit=shown.unit_ref(unit.pk), on=today, days=found.days, own=found.is_own, rule=found.rule.code, since=found.rule.valid_from
    )


@router.get(
    "/published/{number}",
    auth=open_to_all,
    response={200: PublishedOut, **READ},
    summary="One answer",
    operation_id="get_published_opinion",
)
@tagged
def get_published(request: HttpRequest, number: str) -> PublishedOut:
    """By its public number."""
    read_calmly(request)
    found = queries.published().filter(case__number=number.upper()).prefetch_related("case__office__names")[:1]
    if "\x00" in number or not found:
        raise Http404
    return shown.published(found)[0]


router.post("", auth=open_to_all, response=SAID, summary="Say something", operation_id="say")(say)
for part in (saying, tracked, staff, course, answering, together, telling, desk, above, contact):
    router.add_router("", part)
