"""The paper somebody takes away: a code that reads and a PIN that writes, made when the form is opened, shown until they are noted down.

Both travel encrypted inside the form. So a form that is sent twice over a line that dropped gives one opinion and the same receipt. After
sending they lie encrypted in the session of this browser, for half an hour or until the reader says that they are noted: a page that did
not arrive can be opened again, and nobody else ever sees them. Once noted down, or closed, the form that is still in the browser's history
brings them back no more.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

import segno
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from gandan.core import codes as core_codes
from gandan.core.access import public
from gandan.core.secrets import Undecipherable, decrypt, encrypt
from gandan.denunciations import queries as denunciations
from gandan.denunciations.web.receipt import receipt_opened
from gandan.opinions import codes, queries
from gandan.opinions.calc import urgent
from gandan.opinions.models import Opinion
from gandan.opinions.web import public_session, public_words
from gandan.units import queries as units

KEPT = "opinions-receipt"
KEPT_FOR = timedelta(minutes=30)
NOTED, MOST_NOTED = "opinions-noted", 20


@dataclass(frozen=True)
class Paper:
    """A code and a PIN that nobody has yet, and when the form was opened."""

    code: str
    pin: str
    at: datetime


def made(now: datetime) -> Paper:
    """For a form that is being opened."""
    return Paper(core_codes.new(), codes.new_pin(), now)


def sealed(paper: Paper) -> str:
    """As it stands in the form: unreadable but for this installation."""
    return encrypt(json.dumps([paper.code, paper.pin, paper.at.isoformat()]))


def opened(token: str) -> Paper | None:
    """Out of the form again; None for one that was made up, or made under keys that are gone."""
    try:
        code, pin, at = json.loads(decrypt(token))
        return Paper(str(code), str(pin), datetime.fromisoformat(at))
    except (Undecipherable, UnicodeEncodeError, ValueError):
        return None


def give(request: HttpRequest, code: str, pin: str, *, now: datetime) -> HttpResponse:
    """To the page that shows it, where it stays until it is noted down; what was noted down in this browser is not shown again."""
    if _noted(code) in request.session.get(NOTED, []):
        return redirect("opinions-public:receipt")
    request.session[KEPT] = sealed(Paper(code, pin, now))
    return redirect("opinions-public:receipt")


def kept(request: HttpRequest, *, now: datetime) -> Paper | None:
    """What waits to be noted down in this browser."""
    paper = opened(request.session.get(KEPT, ""))
    if paper is not None and now - paper.at > KEPT_FOR:
        drop(request)
        return None
    return paper


def drop(request: HttpRequest) -> None:
    """It is noted down, or closed, or its time is over. What stays is a mark that leads to no opinion."""
    paper = opened(request.session.pop(KEPT, ""))
    if paper is not None:
        request.session[NOTED] = [*request.session.get(NOTED, []), _noted(paper.code)][-MOST_NOTED:]


def _noted(code: str) -> str:
    return core_codes.digest(code, purpose=NOTED)  # of another purpose than the digest of the opinion: the two cannot be laid side by side


def picture(text: str) -> str:
    """A QR as SVG."""
    return str(segno.make(text, error="m").svg_inline(scale=4, border=2, light="#ffffff", dark="#14171c", omitsize=True))


@require_safe
@never_cache
@public
def receipt(request: HttpRequest) -> HttpResponse:
    """Code and PIN, the day by which an answer is owed and why.

    The picture opens the tracking page with the code behind a #: browsers keep that part to themselves, so no server log ever holds it.
    """
    now = timezone.now()
    paper = kept(request, now=now)
    if paper is None:
        return render(request, "opinions/public/receipt_gone.html", status=410)
    opinion = queries.of_code(paper.code)
    track = request.build_absolute_uri(reverse("opinions-public:track"))
    context = {
        "code": core_codes.shown(paper.code),
        "pin": paper.pin if is_pin(paper, opinion) else "",
        "picture": picture(f"{track}#{core_codes.shown(paper.code)}"),
        "address": track.split("://", 1)[-1],
        "opinion": opinion,
        "owed": public_words.owed(opinion.case, today=timezone.localdate(now)) if opinion else None,
        "here": units.one(opinion.unit_id) if opinion else None,
        "day": timezone.localdate(now),
        "urgent": urgent.numbers(opinion.text) if opinion else (),
    }
    return render(request, "opinions/public/receipt.html", context)


def is_pin(paper: Paper, opinion: Opinion | None) -> bool:
    """Whether the PIN opens it: not where the first sending of the form came with a PIN of one's own."""
    if opinion is not None:
        return queries.sender_of(opinion, pin=paper.pin).writes
    aside = denunciations.of_code_digest(codes.digest(paper.code))
    return aside is None or codes.fits(aside.pk, paper.pin, aside.pin_mac)


@require_POST
@never_cache
@public
def noted(request: HttpRequest) -> HttpResponse:
    """ "Tôi đã ghi lại": the receipt goes from this browser; whoever has it in hand may go on reading. Of what was set aside too: led
    elsewhere, its sender would stand out in the log."""
    now = timezone.now()
    paper = kept(request, now=now)
    drop(request)
    if paper is None:
        return redirect("opinions-public:home")
    opinion = queries.of_code(paper.code)
    if opinion is None:
        aside = denunciations.of_code_digest(codes.digest(paper.code))
        return receipt_opened(request, aside) if aside is not None else redirect("opinions-public:home")
    public_session.hold(request, opinion, now=now)
    return redirect("opinions-public:case")
