"""Who has typed a code in this browser: half an hour after the last look it is forgotten, on a shared telephone at once by a button.

The session keeps which opinion was opened, never the code or the PIN. Who may write keeps a mark of the PIN that was typed: with another
PIN that right ends everywhere but where it was changed. A code or a PIN typed gives the browser a new session key, so that a key somebody
noted down before opens nothing.
"""

from datetime import datetime, timedelta
from uuid import UUID

from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.dateparse import parse_datetime

from gandan.core.access import actor_of
from gandan.opinions.actor import Sender
from gandan.opinions.models import Opinion

HOLDS = "opinions-code"
IDLE = timedelta(minutes=30)
WOUND = timedelta(minutes=1)  # looks within it are one: a page that is only read writes nothing


def hold(request: HttpRequest, opinion: Opinion, *, now: datetime, writes: bool = False) -> None:
    """From now on this browser reads the opinion; with the PIN typed, it writes."""
    renew(request)
    request.session[HOLDS] = {"opinion": str(opinion.pk), "at": now.isoformat(), "writes": _mark(opinion) if writes else ""}


def renew(request: HttpRequest) -> None:
    """A new session key. Who is signed in has got one when they signed in, and their sessions are listed by it."""
    if not request.user.is_authenticated:
        request.session.cycle_key()


def held(request: HttpRequest, *, now: datetime) -> tuple[Sender, Opinion] | None:
    """Who holds a code here, and what it opens. A look winds the half hour up again, once a minute."""
    kept = request.session.get(HOLDS)
    if not kept:
        return None
    at = parse_datetime(kept["at"])
    if at is None or now - at > IDLE:
        leave(request)
        return None
    opinion = Opinion.objects.select_related("case", "unit", "hamlet").filter(pk=UUID(kept["opinion"])).first()
    if opinion is None:
        return None
    if now - at >= WOUND:
        request.session[HOLDS] = {**kept, "at": now.isoformat()}
    writes = bool(opinion.pin_mac) and constant_time_compare(str(kept["writes"]), _mark(opinion))
    return Sender(opinion=opinion.pk, case=opinion.case_id, writes=writes, behind=actor_of(request)), opinion


def leave(request: HttpRequest) -> None:
    """The browser forgets the opinion."""
    request.session.pop(HOLDS, None)


def _mark(opinion: Opinion) -> str:
    """Changes with the PIN, and says nothing of it."""
    return salted_hmac("gandan.opinions.session", f"{opinion.pk}:{opinion.pin_mac}", algorithm="sha256").hexdigest()
