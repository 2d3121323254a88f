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
from django.db import connection, transaction
from django.http import HttpRequest

KEY_LIFE = 86400


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
    return within(f"{deed}:{client(request, today=now.date())}", most=most, seconds=seconds, now=now)


def within(deed: str, *, most: int, seconds: int, now: datetime) -> bool:
    """Whether `deed` may be done once more in this window, whoever does it: tries at one lock, from wherever they come."""
    window = int(now.timestamp()) // seconds
    name = f"pace:{deed}:{window}"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [name])  # tries that come at once are counted one by one
        count = cache.get(name, 0) + 1
        cache.set(name, count, seconds * 2)
    return bool(count <= most)


def forget(*, now: datetime) -> int:
    """Delete keys and counts whose time is over; the cache itself leaves them lying until it is full. Returns how many."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM gandan_cache WHERE expires < %s", [now])
        return int(cursor.rowcount)
