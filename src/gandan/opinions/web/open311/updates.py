"""`servicerequestupdates`, the extension that FixMyStreet and others speak: what happened to requests since a time, and a word to one.

Read by anyone: changes of state, and the answer where it is published. Written only for whoever spoke: beside the key of the program the
call carries the private code and the PIN, for a key alone must not say in a person's name that something is done.
"""

from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from gandan.core import pace
from gandan.core.access import Actor
from gandan.core.events.models import Event
from gandan.core.rest.actions import keep_call
from gandan.core.rest.models import IdempotentCall
from gandan.core.text import nfc
from gandan.opinions import actions
from gandan.opinions.actor import Sender
from gandan.opinions.enums import ENDED, NEXT, Deed, State
from gandan.opinions.models import Case, Opinion
from gandan.opinions.queries import of_code
from gandan.opinions.queries import open311 as queries
from gandan.opinions.web.open311 import asked, keys, sending, shown, wire
from gandan.opinions.web.open311.faults import Fault, call, too_many, wrong
from gandan.opinions.web.pins import writer

ROOT = "service_request_updates"
TRIES, WINDOW = 60, 3600
DONE = frozenset({"closed", "fixed", "fixed - user", "fixed - council"})
"""What a client calls a matter that is settled; anything else says that it is not."""


@call("GET", "POST")
def updates(request: HttpRequest, *, fmt: str) -> HttpResponse:
    """GET: since `start_date`, oldest first. POST: a word of whoever spoke, or whether it was done."""
    now = timezone.now()
    if request.method == "POST":
        return wire.answer(ROOT, [_write(request, now)], fmt, status=201)
    start, end = asked.span(request.GET, now=now)
    told = queries.changes(
        start=start, end=end, units=asked.jurisdiction_of(request.GET), ids=asked.listed(request.GET, "service_request_id"), most=asked.MOST
    )
    return wire.answer(ROOT, [_update(event, case) for event, case in told], fmt)


def _update(event: Event, case: Case) -> dict[str, Any]:
    words = getattr(case, "publication", None)
    told = words.answer if words is not None and words.is_shown and event.verb == "opinions.published" else ""
    return {
        "update_id": str(event.id),
        "service_request_id": shown.identity(case),
        "status": shown.status(event.now),
        "updated_datetime": shown.moment(event.at),
        "description": shown.notes(event.now, told),
        "media_url": None,
    }


def _write(request: HttpRequest, now: datetime) -> dict[str, Any]:
    """Key, code and PIN are tried before the transaction begins: what counts a wrong try is not rolled back with it."""
    post = request.POST
    if (request.content_type or "") not in sending.FORMS:
        raise wrong(_("Xin gửi application/x-www-form-urlencoded; charset=utf-8."))
    behind = keys.holder(request, now=now)
    theirs, text = asked.text(post, "update_id"), nfc(asked.text(post, "description"))
    if not theirs or not asked.text(post, "status"):
        raise wrong(_("Thiếu update_id hoặc status."))
    if len(text) > shown.LONGEST:
        raise wrong(_("description dài nhất %(n)s ký tự.") % {"n": shown.LONGEST})
    by, opinion = _sender(request, behind, now)
    asked_for = asked.text(post, "service_request_id")
    if asked_for and opinion.case not in queries.several([asked_for]):
        raise wrong(_("service_request_id không phải của mã riêng này."))
    with transaction.atomic():
        _once(behind, theirs, now)
        _do(opinion, asked.text(post, "status").lower() in DONE, text, by, now)
    done = Event.objects.filter(thing_type="opinions.case", thing_id=opinion.case_id, actor=by.key).order_by("-seq").first()
    return {"update_id": str(done.id if done else opinion.pk)}


def _sender(request: HttpRequest, behind: Actor, now: datetime) -> tuple[Sender, Opinion]:
    """Whoever holds code and PIN of an opinion. What was set aside is answered like a code that opens nothing."""
    if not pace.allowed(request, "opinions.code", most=TRIES, seconds=WINDOW, now=now):
        raise too_many()
    opinion = of_code(asked.text(request.POST, "attribute[code]"))
    if opinion is None:
        raise Fault(403, (_("Chỉ người gửi viết tiếp được: xin gửi attribute[code] và attribute[pin] trên giấy của họ."),))
    return writer(request, opinion, asked.text(request.POST, "attribute[pin]"), behind=behind, now=now), opinion


def _once(behind: Actor, theirs: str, now: datetime) -> None:
    """A repeated update_id is refused, for as long as answers of calls are kept."""
    scope = sha256(f"open311:{behind.key}:{theirs}".encode()).hexdigest()
    if IdempotentCall.objects.filter(scope=scope).exists():
        raise Fault(400, (_("update_id này đã gửi rồi."),), 409)
    keep_call(scope=scope, asked="", status=201, answer="", by=behind, now=now)


def _do(opinion: Opinion, is_done: bool, text: str, by: Sender, now: datetime) -> None:
    """A verdict where one is asked for, an addition where the office asked back, else a word to the office."""
    state = State(opinion.case.state)
    if state in (State.ANSWERED, State.DONE) or (state in ENDED and not is_done):
        actions.give_verdict(opinion, is_done=is_done, by=by, now=now, text=text)
    elif not text:
        raise wrong(_("Thiếu description."))
    elif Deed.REPLY in NEXT[state]:
        actions.reply(opinion, text=text, by=by, now=now)
    else:
        actions.write(opinion, text=text, by=by, now=now)
