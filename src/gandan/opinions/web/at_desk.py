"""An officer writes what somebody says at the desk; that person sets the PIN with their own hand and takes a receipt home.

The officer's screen never shows a PIN: what the person typed is masked and not sent back, what the machine made is seen on paper only.
"""

import json
from datetime import datetime, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from gandan.core import codes
from gandan.core.access import Actor, Refusal, actor_of, guarded
from gandan.core.secrets import Undecipherable, decrypt, encrypt
from gandan.opinions import actions, queries
from gandan.opinions.calc import suggest
from gandan.opinions.enums import Channel
from gandan.opinions.given import ContactGiven, Said
from gandan.opinions.queries import clock
from gandan.opinions.web import office_choices, public_again, receipt
from gandan.opinions.web.forms.at_desk import OWN, AtDeskForm
from gandan.opinions.web.office_choices import Seat
from gandan.units.models import Hamlet

KEPT = "opinions-desk-receipt"
KEPT_FOR = timedelta(minutes=30)
SUGGEST = "goi-y"


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@guarded("opinions.open_desk")
def write_down(request: HttpRequest) -> HttpResponse:
    """One screen in two parts: the officer's, and the one that is turned to the person."""
    actor, now = actor_of(request), timezone.now()
    today = timezone.localdate(now)
    seats = office_choices.seats(actor, today=today)
    if request.method != "POST":
        return _page(request, AtDeskForm(seats=seats, today=today), receipt.made(now))
    paper = receipt.opened(request.POST.get("sheet", "")) or receipt.made(now)
    if SUGGEST in request.POST:
        return _suggested(request, seats, paper, now)
    form = AtDeskForm(request.POST, request.FILES, seats=seats, today=today)
    if form.is_valid():
        seat = office_choices.seat_of(form, seats)
        match public_again.was_sent(paper, text=form.cleaned_data["text"], today=today):
            case public_again.Sent.SAME:
                return _handed(request, code=paper.code, pin="" if form.cleaned_data["own_pin"] else paper.pin, aside=False, now=now)
            case public_again.Sent.OTHER:
                paper = receipt.made(now)
        try:
            said = _say(form, seat, paper, actor, now)
        except Refusal as refused:
            form.add_error(None, refused.sentence)
        else:
            pin = "" if form.cleaned_data["pin_by"] == OWN else said.pin
            return _handed(request, code=said.code, pin=pin, aside=said.is_set_aside, now=now)
    return _page(request, form, paper, status=422)


def _page(request: HttpRequest, form: AtDeskForm, paper: receipt.Paper, *, status: int = 200, hint: object = None) -> HttpResponse:
    context = {
        "form": form,
        "sheet": receipt.sealed(paper),
        "contact": [form[name] for name in AtDeskForm.CONTACT if name in form.fields],
        "files_again": bool(request.FILES),
        "hint": hint,
        "suggest": SUGGEST,
    }
    return render(request, "opinions/staff/desk/write.html", context, status=status)


def _suggested(request: HttpRequest, seats: list[Seat], paper: receipt.Paper, now: datetime) -> HttpResponse:
    """The same form, unchecked, with the topic that the words point to; the PIN is not asked for before the end."""
    hint = suggest.topic_of(request.POST.get("text", ""))
    kept = {**request.POST.dict(), "own_pin": "", "own_pin_again": ""}
    if hint is not None:
        kept["topic"] = hint.code
    else:
        messages.info(request, _("Lời kể chưa đủ rõ để gợi ý lĩnh vực. Xin chọn, hoặc để trống."))
    return _page(request, AtDeskForm(initial=kept, seats=seats, today=timezone.localdate(now)), paper, hint=hint)


def _say(form: AtDeskForm, seat: Seat, paper: receipt.Paper, actor: Actor, now: datetime) -> Said:
    typed = form.cleaned_data
    hamlet = Hamlet.objects.get(pk=form.hamlet_id) if form.hamlet_id else None
    contact = ContactGiven(typed["name"], typed["phone"], typed["mail"])
    return actions.say(
        text=typed["text"],
        place=typed["place"],
        unit=hamlet.unit if hamlet else seat.office.unit,
        hamlet=hamlet,
        topic=typed["topic"],
        channel=Channel(typed["channel"]),
        uploads=typed["uploads"],
        contact=contact or None,
        wish=typed["wish"],
        code=paper.code,
        pin=typed["own_pin"] or paper.pin,
        pin_by_office=not typed["own_pin"],
        language=typed.get("language") or "vi",
        marked=typed["marked"],
        said_on=typed["said_on"],
        by=actor,
        now=now,
    )


def _handed(request: HttpRequest, *, code: str, pin: str, aside: bool, now: datetime) -> HttpResponse:
    """Kept encrypted in the officer's session for half an hour or until the receipt is handed over: a printer jams."""
    request.session[KEPT] = encrypt(json.dumps([code, pin, aside, now.isoformat()]))
    return redirect("opinions:desk_receipt")


@sensitive_variables()
@require_http_methods(["GET", "POST"])
@guarded("opinions.open_desk")
def desk_receipt(request: HttpRequest) -> HttpResponse:
    """The receipt to print; POST says that it is handed over, and the code goes from this machine."""
    if request.method == "POST":
        request.session.pop(KEPT, None)
        messages.success(request, _("Đã trao phiếu. Máy này không còn giữ mã."))
        return redirect("opinions:at_desk")
    now = timezone.now()
    kept = _kept(request, now)
    if kept is None:
        messages.info(request, _("Phiếu đã trao, hoặc đã quá nửa giờ: mã không xem lại được nữa."))
        return redirect("opinions:at_desk")
    code, pin, aside = kept
    opinion = None if aside else queries.of_code(code)
    address = request.build_absolute_uri(reverse("opinions-public:track"))
    context = {
        "code": codes.shown(code),
        "pin": pin if receipt.is_pin(receipt.Paper(code, pin, now), opinion) else "",
        "aside": aside or opinion is None,
        "opinion": opinion,
        "held": next(iter(clock.explain(opinion.case)), None) if opinion else None,
        "day": timezone.localdate(now),
        "address": address.split("://", 1)[-1],
        "picture": receipt.picture(address),
    }
    return render(request, "opinions/staff/desk/receipt.html", context)


def _kept(request: HttpRequest, now: datetime) -> tuple[str, str, bool] | None:
    try:
        code, pin, aside, at = json.loads(decrypt(request.session.get(KEPT, "")))
    except (Undecipherable, UnicodeEncodeError, ValueError):
        return None
    if now - datetime.fromisoformat(at) > KEPT_FOR:
        request.session.pop(KEPT, None)
        return None
    return code, pin, aside
