"""Who writes to an opinion from a program: code and PIN in the body of a call. Wrong PINs are counted by opinion, calls by client."""

from datetime import datetime

from django.http import HttpRequest
from django.utils.translation import gettext as _

from gandan.core import pace
from gandan.core.access import Actor, Refusal
from gandan.opinions import queries
from gandan.opinions.actor import Sender
from gandan.opinions.models import Opinion
from gandan.opinions.web.public_doing import LETTERS, PIN_WINDOW, PINS, WINDOW


def writer(request: HttpRequest, opinion: Opinion, pin: str, *, behind: Actor, now: datetime) -> Sender:
    """The sender, with the right to write. Raises Refusal: 429 after too many tries, 403 for a wrong PIN."""
    if not pace.allowed(request, "opinions.write", most=LETTERS, seconds=WINDOW, now=now):
        raise Refusal(_("Từ mạng này đã có nhiều lời gửi trong một giờ. Xin gửi lại sau ít phút."), status=429)
    if not pace.within(f"opinions.pin:{opinion.pk}", most=PINS, seconds=PIN_WINDOW, now=now):
        raise Refusal(_("Mã PIN đã sai nhiều lần. Xin thử lại sau một giờ."), status=429)
    sender = queries.sender_of(opinion, pin=pin.strip(), behind=behind)
    if not sender.writes:
        raise Refusal(_("Mã PIN này không đúng. Xin xem lại 6 chữ số trên biên nhận."))
    return sender
