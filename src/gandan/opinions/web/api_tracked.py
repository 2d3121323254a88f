"""REST: following one's own opinion by its private code, and writing with the PIN. Neither is ever part of an address."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from ninja import Router
from ninja.params.functions import Header

from gandan.core import codes as core_codes
from gandan.core.access import Refusal
from gandan.core.rest.auth import open_to_all, sent_along
from gandan.core.rest.idempotency import idempotent
from gandan.core.rest.problems import Problem
from gandan.core.text import nfc
from gandan.denunciations import queries as denunciations
from gandan.denunciations.actions import SetAside
from gandan.opinions import actions, codes, queries
from gandan.opinions.enums import NEXT, Deed, State
from gandan.opinions.given import ContactGiven
from gandan.opinions.models import Opinion
from gandan.opinions.web import api_shown as shown
from gandan.opinions.web.api_saying import contact_of, paced
from gandan.opinions.web.pins import writer
from gandan.opinions.web.public_doing import put_aside
from gandan.opinions.web.schemas.by_pin import ByPin, ContactByPin, ReasonByPin, VerdictByPin, WordsByPin
from gandan.opinions.web.schemas.tracked import TrackedOut

router = Router(tags=["opinions"])
TRIES = 60
IN_HEADER: Any = Header(..., alias="Opinion-Code", min_length=1, max_length=60, description="The private code, in any spelling.")
DONE: dict[int, Any] = {200: TrackedOut, 401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem, 429: Problem}
WAYS = {Deed.REPLY: "reply", Deed.CONFIRM: "verdict", Deed.REOPEN: "verdict", Deed.ESCALATE: "escalation", Deed.WITHDRAW: "withdrawal"}
OF_WORDS = frozenset(
    {Deed.CONFIRM, Deed.ESCALATE}
)  # not of who joined with a click; "verdict" stays, by which they say how content they are


@router.get(
    "/tracked",
    auth=open_to_all,
    response={200: TrackedOut, 401: Problem, 404: Problem, 422: Problem, 429: Problem},
    summary="One's own opinion",
    operation_id="track_opinion",
)
def track(request: HttpRequest, response: HttpResponse, code: str = IN_HEADER) -> TrackedOut:
    """What its sender may read: own words, letters, answers, dates and why they are what they are."""
    paced(request, "opinions.code", TRIES)
    patch_cache_control(response, private=True, no_store=True)
    opinion = queries.of_code(code)
    if opinion is None:
        return _set_aside(code)
    return shown.tracked(opinion, may=_may(opinion), today=timezone.localdate())


@router.post("/tracked/reply", auth=open_to_all, response=DONE, summary="Add what was asked for", operation_id="reply_to_office")
@idempotent
def reply(request: HttpRequest, response: HttpResponse, body: WordsByPin) -> TrackedOut:
    """Where the office asked back; the clock goes on."""
    return _do(request, response, body, lambda o, who: actions.reply(o, text=nfc(body.text), **who))


@router.post("/tracked/words", auth=open_to_all, response=DONE, summary="Write to the office", operation_id="write_to_office")
@idempotent
def write(request: HttpRequest, response: HttpResponse, body: WordsByPin) -> TrackedOut:
    """A word that nobody asked for."""
    return _do(request, response, body, lambda o, who: actions.write(o, text=nfc(body.text), **who))


@router.post("/tracked/verdict", auth=open_to_all, response=DONE, summary="Was it done?", operation_id="give_verdict")
@idempotent
def verdict(request: HttpRequest, response: HttpResponse, body: VerdictByPin) -> TrackedOut:
    """Only who spoke says so."""
    return _do(
        request, response, body, lambda o, who: actions.give_verdict(o, is_done=body.done, rating=body.rating, text=nfc(body.text), **who)
    )


@router.post(
    "/tracked/escalation", auth=open_to_all, response=DONE, summary="Put it before those above", operation_id="escalate_own_opinion"
)
@idempotent
def escalate(request: HttpRequest, response: HttpResponse, body: ReasonByPin) -> TrackedOut:
    """When it is late, or was opened again."""
    return _do(request, response, body, lambda o, who: actions.escalate(o.case, reason=nfc(body.reason), **who))


@router.post("/tracked/withdrawal", auth=open_to_all, response=DONE, summary="Withdraw it", operation_id="withdraw_opinion")
@idempotent
def withdraw(request: HttpRequest, response: HttpResponse, body: ByPin) -> TrackedOut:
    """One's own opinion alone; what others said of the same goes on."""
    return _do(request, response, body, lambda o, who: actions.withdraw(o, **who))


@router.post("/tracked/contact", auth=open_to_all, response=DONE, summary="Leave a contact", operation_id="leave_contact")
@idempotent
def leave_contact(request: HttpRequest, response: HttpResponse, body: ContactByPin) -> TrackedOut:
    """Left or changed; encrypted."""
    contact = contact_of(body.contact) or ContactGiven()
    return _do(request, response, body, lambda o, who: actions.leave_contact(o, contact=contact, wish=body.wish, **who))


@router.post("/tracked/contact/removal", auth=open_to_all, response=DONE, summary="Take it away", operation_id="take_contact_away")
@idempotent
def take_contact_away(request: HttpRequest, response: HttpResponse, body: ByPin) -> TrackedOut:
    """Nothing of it stays."""
    return _do(request, response, body, lambda o, who: actions.take_contact_away(o, **who))


def _do(request: HttpRequest, response: HttpResponse, body: ByPin, deed: Callable[[Opinion, Any], object]) -> TrackedOut:
    """The deed of who holds code and PIN; a wrong PIN is told as one only to who has the code."""
    paced(request, "opinions.code", TRIES)
    patch_cache_control(response, private=True, no_store=True)
    opinion = queries.of_code(body.code)
    if opinion is None:
        if _is_set_aside(body.code):
            raise Refusal(_("Lời này đã được niêm phong và chuyển lên cấp trên; không viết thêm ở đây được."), status=409)
        raise Http404
    sender = writer(request, opinion, body.pin, behind=sent_along(request), now=timezone.now())
    done = deed(opinion, {"by": sender, "now": timezone.now()})
    after = Opinion.objects.select_related("case__office", "case__unit", "case__hamlet", "unit", "hamlet").get(pk=opinion.pk)
    told = shown.tracked(after, may=_may(after), today=timezone.localdate())
    return told.model_copy(update={"notice": put_aside()}) if isinstance(done, SetAside) else told


def _is_set_aside(typed: str) -> bool:
    code = core_codes.read(typed)
    return code is not None and denunciations.of_code_digest(codes.digest(code)) is not None


def _set_aside(typed: str) -> TrackedOut:
    if not _is_set_aside(typed):
        raise Http404
    return shown.set_aside()


def _may(opinion: Opinion) -> list[str]:
    """Open ways by the table of states; the deed itself says more."""
    ways = {deed: way for deed, way in WAYS.items() if opinion.reads_all or deed not in OF_WORDS}
    open_ways = [ways[deed] for deed in Deed if deed in ways and deed in NEXT[State(opinion.case.state)]]
    return list(dict.fromkeys([*open_ways, "words", "contact"]))
