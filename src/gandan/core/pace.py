"""How often one client may do something, without keeping who the client is.

A client is known by an HMAC of its network address under a random key that lives one day in the shared cache and is then gone: counts of
yesterday cannot be joined to anyone, not even by whoever runs the machine. A village behind one address is one client, so limits are wide.
"""

import hmac
import os
from datetime import date, datetime
from hashlib import sha256

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

KEY_LIFE = 2 * 86400


def address(request: HttpRequest) -> str:
    """Where a request comes from, for counting only. Behind a proxy of ours (`GANDAN_BEHIND_PROXY`) it is what that proxy added last;
    what stood in the header before it anybody can write."""
    if settings.BEHIND_PROXY:
        return str(request.META.get("HTTP_X_FORWARDED_FOR", "")).rsplit(",", 1)[-1].strip()
    return str(request.META.get("REMOTE_ADDR", ""))


def client(request: HttpRequest, *, today: date) -> str:
    """A name for the client that means nothing tomorrow."""
    key = cache.get_or_set(f"pace-key:{today.isoformat()}", lambda: os.urandom(32), KEY_LIFE)
    return hmac.digest(key or b"", address(request).encode(), sha256).hex()[:32]


def allowed(request: HttpRequest, deed: str, *, most: int, seconds: int, now: datetime) -> bool:
    """Whether the client may do `deed` once more within the current window of so many seconds."""
    window = int(now.timestamp()) // seconds
    name = f"pace:{deed}:{window}:{client(request, today=now.date())}"
    cache.add(name, 0, seconds * 2)
    try:
        return cache.incr(name) <= most
    except ValueError:  # the entry went between the two calls
        return True
