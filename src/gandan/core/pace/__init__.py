"""How often one client may do something, without keeping who the client is.

A client is known by an HMAC of its network address under a random key that lives one day in the shared cache and is then gone: counts of
yesterday cannot be joined to anyone, not even by whoever runs the machine. A village behind one address is one client, so limits are wide.
Of an IPv6 address the network of 64 bits counts: that is what one customer is given, and the rest is theirs to make up.

A count must outlive the refusal that follows a wrong try: ask before the transaction of the deed, never inside one that is rolled back.

Keys and counts lie in the cache's table and are written by one statement each, not through the cache: it would read, count its whole table
and write with every try. The table is not logged (`gandan migrate`), so a try costs no write to the disk; a crash of the server empties it.
"""

import hmac
import ipaddress
import os
from datetime import datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.db import connection
from django.http import HttpRequest

KEY_LIFE = timedelta(days=1)
ONE_CUSTOMER = 64  # bits of an IPv6 address that its holder cannot choose
KEY = "SELECT value FROM gandan_cache WHERE cache_key = %s"
NEW_KEY = """
    INSERT INTO gandan_cache (cache_key, value, expires) VALUES (%s, %s, %s)
    ON CONFLICT (cache_key) DO UPDATE SET expires = excluded.expires RETURNING value
"""
ONE_MORE = """
    INSERT INTO gandan_cache AS c (cache_key, value, expires) VALUES (%s, '1', %s)
    ON CONFLICT (cache_key) DO UPDATE SET value = (c.value::bigint + 1)::text RETURNING value
"""


def address(request: HttpRequest) -> str:
    """Where a request comes from, for counting only. Behind a proxy of ours (`GANDAN_BEHIND_PROXY`) it is what that proxy added last;
    what stood in the header before it anybody can write."""
    if settings.BEHIND_PROXY:
        return str(request.META.get("HTTP_X_FORWARDED_FOR", "")).rsplit(",", 1)[-1].strip()
    return str(request.META.get("REMOTE_ADDR", ""))


def client(request: HttpRequest, *, now: datetime) -> str:
    """A name for the client that means nothing tomorrow."""
    return hmac.digest(_key(now), network(address(request)).encode(), sha256).hex()[:32]


def network(typed: str) -> str:
    """What one customer holds: the whole IPv4 address, the first 64 bits of an IPv6 one. What is no address stands for itself."""
    try:
        found = ipaddress.ip_address(typed.partition("%")[0])
    except ValueError:
        return typed
    if isinstance(found, ipaddress.IPv4Address):
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(ipaddress.ip_network((found, ONE_CUSTOMER), strict=False))


def allowed(request: HttpRequest, deed: str, *, most: int, seconds: int, now: datetime) -> bool:
    """Whether the client may do `deed` once more within the current window of so many seconds."""
    return within(f"{deed}:{client(request, now=now)}", most=most, seconds=seconds, now=now)


def within(deed: str, *, most: int, seconds: int, now: datetime) -> bool:
    """Whether `deed` may be done once more in this window, whoever does it: tries at one lock, from wherever they come. Tries that come at
    once are each counted: the row that one adds to waits for the other."""
    window = int(now.timestamp()) // seconds
    ends = now + timedelta(seconds=seconds * 2)
    with connection.cursor() as cursor:
        cursor.execute(ONE_MORE, [f"pace:{deed}:{window}", ends])
        return int(cursor.fetchone()[0]) <= most


def _key(now: datetime) -> bytes:
    """Today's key; whoever comes first makes it, and of several that do at once all take the same."""
    name = f"pace-key:{now.date().isoformat()}"
    with connection.cursor() as cursor:
        cursor.execute(KEY, [name])
        row = cursor.fetchone()
        if row is None:
            cursor.execute(NEW_KEY, [name, os.urandom(32).hex(), now + KEY_LIFE])
            row = cursor.fetchone()
    return bytes.fromhex(row[0])


def forget(*, now: datetime) -> int:
    """Delete keys and counts whose time is over; the cache itself leaves them lying until it is full. Returns how many."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM gandan_cache WHERE expires < %s", [now])
        return int(cursor.rowcount)
