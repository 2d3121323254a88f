"""REST: saying something (its route stands in api.py, beside the list at the same address), meeting the same, looking for what is alike.

No token is needed; tries are paced."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Router, Status

from gandan.core import pace
from gandan.core.access import Anyone, Refusal
from gandan.core.rest.auth import open_to_all, sent_along
from gandan.core.rest.idempotency import idempotent
from gandan.core.rest.problems import Problem
from gandan.core.text import nfc
from gandan.denunciations.hands import works
from gandan.opinions import actions
from gandan.opinions.given import ContactGiven, Said
from gandan.opinions.queries.clock import days_pledged
from gandan.opinions.queries.similar import case_named, handle_of, similar
from gandan.opinions.web.schemas.saying import ContactIn, JoinIn, SaidOut, SayIn
from gandan.opinions.web.schemas.similar import SimilarIn, SimilarList, SimilarOut
from gandan.units.models import Hamlet, Unit

router = Router(tags=["opinions"])
SAYS, LOOKS, READS, WINDOW = 60, 120, 3600, 3600  # a page that follows a ward reads each second; a machine that copies all waits
DIGITS = Decimal("0.00001")
SAID: dict[int, Any] = {201: SaidOut, 401: Problem, 403: Problem, 422: Problem, 429: Problem}


@idempotent
def say(request: HttpRequest, body: SayIn) -> Status[SaidOut]:
    """About one place. The answer holds code and PIN, this once; what looks like a denunciation is answered alike and lies sealed."""
    paced(request, "opinions.say", SAYS)
    unit = unit_of(body.unit)
    said = actions.say(
        text=nfc(body.text),
        unit=unit,
        by=Anyone(),
        now=timezone.now(),
        place=nfc(body.place),
        hamlet=hamlet_of(body.hamlet),
        topic=body.topic,
        latitude=_degrees(body.latitude),
        longitude=_degrees(body.longitude),
        contact=contact_of(body.contact),
        wish=body.wish,
        language=body.language,
        marked=body.denunciation,
        accused=body.accused,
        pin_by_office=works(sent_along(request)),
    )
    return Status(201, receipt(said, unit))


@router.post(
    "/cases/{handle}/me-too",
    auth=open_to_all,
    response={**SAID, 404: Problem, 409: Problem},
    summary="Meet the same",
    operation_id="join_in",
)
@idempotent
def join_in(request: HttpRequest, handle: str, body: JoinIn) -> Status[SaidOut]:
    """Joins a case that `similar` showed, with a code of one's own."""
    paced(request, "opinions.say", SAYS)
    case = case_named(handle)
    if case is None:
        raise Http404
    said = actions.join_in(case, by=Anyone(), now=timezone.now(), place=nfc(body.place), contact=contact_of(body.contact), wish=body.wish)
    return Status(201, receipt(said, case.unit))


@router.post(
    "/similar",
    auth=open_to_all,
    response={200: SimilarList, 401: Problem, 422: Problem, 429: Problem},
    summary="Has somebody said this?",
    operation_id="find_similar_opinions",
)
def find_similar(request: HttpRequest, body: SimilarIn) -> SimilarList:
    """The asked text is compared and forgotten; of what is not published nobody's words are shown."""
    paced(request, "opinions.look", LOOKS)
    unit = unit_of(body.unit)
    found = similar(body.text, unit=unit, hamlet=hamlet_of(body.hamlet), today=timezone.localdate(), place=body.place)
    return SimilarList(
        items=[
            SimilarOut(
                handle=handle_of(one.case),
                topic=one.topic,
                hamlet=one.hamlet,
                state=one.state,
                day=one.day,
                people=one.people,
                may_join=one.may_join,
                title=one.title,
                number=one.number,
                url=settings.SITE + one.url if one.url else "",
            )
            for one in found
        ]
    )


def receipt(said: Said, unit: Unit) -> SaidOut:
    """The same whatever became of it."""
    days = days_pledged(unit, on=timezone.localdate())
    return SaidOut(code=said.code, pin=said.pin, track=f"{settings.SITE}/y-kien/tra-cuu/", days=days)


def unit_of(key: UUID) -> Unit:
    """A unit by its id."""
    found = Unit.objects.filter(pk=key).first()
    if found is None:
        raise Refusal(_("Không có đơn vị nào mang mã này."), status=422)
    return found


def hamlet_of(key: UUID | None) -> Hamlet | None:
    """A hamlet by its id."""
    if key is None:
        return None
    found = Hamlet.objects.filter(pk=key).first()
    if found is None:
        raise Refusal(_("Không có thôn, tổ dân phố nào mang mã này."), status=422)
    return found


def contact_of(given: ContactIn | None) -> ContactGiven | None:
    """What was left to be reached by; nothing where every part is empty."""
    found = ContactGiven(nfc(given.name).strip(), given.phone.strip(), given.mail.strip()) if given else None
    return found or None


def _degrees(value: float | None) -> Decimal | None:
    """About a metre is near enough."""
    return None if value is None else Decimal(str(value)).quantize(DIGITS)


def read_calmly(request: HttpRequest) -> None:
    """Lists that everybody reads, here and over Open311: as often as a page that follows a ward needs, together."""
    if not pace.allowed(request, "opinions.read", most=READS, seconds=WINDOW, now=timezone.now()):
        raise Refusal(_("Quá nhiều lần gọi trong một giờ. Xin gọi lại sau."), status=429)


def paced(request: HttpRequest, deed: str, most: int) -> None:
    """A village behind one address is one client."""
    if not pace.allowed(request, deed, most=most, seconds=WINDOW, now=timezone.now()):
        raise Refusal(_("Từ mạng này đã có quá nhiều lần gửi trong một giờ. Xin thử lại sau."), status=429)
