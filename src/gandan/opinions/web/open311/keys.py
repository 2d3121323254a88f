"""Who calls with an `api_key`: a token of an account (`accounts.ApiToken`), as for REST. Keys are counted one by one, tries by network."""

from datetime import datetime
from hashlib import sha256

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from gandan.core import pace
from gandan.core.access import Actor
from gandan.core.rest.auth import bearer
from gandan.opinions.web.open311 import asked
from gandan.opinions.web.open311.faults import Fault, too_many

SENT, TRIED, WINDOW = 2000, 60, 3600  # a key stands for an app with many people behind it


def holder(request: HttpRequest, *, now: datetime) -> Actor:
    """Whose key came along, in the body or the address. Raises Fault 403 for one that opens nothing, 429 for too many calls."""
    key = asked.text(request.POST, "api_key") or asked.text(request.GET, "api_key")
    actor = bearer(key, timezone.now()) if key else None
    if actor is None:
        if not pace.allowed(request, "open311.key", most=TRIED, seconds=WINDOW, now=now):
            raise too_many()
        raise Fault(403, (_("api_key không có, không đúng hoặc đã hết hạn."),))
    if not pace.allowed(request, f"open311:{sha256(key.encode()).hexdigest()[:16]}", most=SENT, seconds=WINDOW, now=now):
        raise too_many()
    return actor
