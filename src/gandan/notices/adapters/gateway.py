"""Text messages through an HTTP gateway of the operator's choice. The protocol is written in docs/operate/notices.md.

POST {"id", "kind", "to", "text"} as JSON, `Idempotency-Key` the same id, `Authorization: Bearer` the token. 2xx: taken. 409: had that one
already, which is as good. 400, 404, 410, 413 and 422: never. Everything else: later.
"""

import http.client
import json
import ssl
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings

from gandan.accounts.models import User
from gandan.core import secrets
from gandan.notices.adapters.door import NotNow, Refused, Unreachable
from gandan.notices.enums import Channel
from gandan.notices.models import Preference
from gandan.notices.queries import Letter

TIMEOUT = 15
NEVER = frozenset({400, 404, 410, 413, 422})
NOT_US = frozenset({401, 403, 429, 502, 503, 504})  # our token, or the gateway as a whole
LONGEST = 300  # signs: two SMS in Vietnamese letters, and a bit


class GatewayDoor:
    """Each message is one request of its own."""

    channel = Channel.GATEWAY

    def __init__(self) -> None:
        self.closed = False

    def address(self, user: User, preference: Preference) -> str:
        """Kind and number, as `sms:+84…`; empty when the person took it away."""
        return f"{preference.gateway}:{secrets.decrypt(preference.gateway_address)}" if preference.gateway else ""

    def deliver(self, message_id: UUID, address: str, letter: Letter, *, at: datetime) -> None:
        """Returns when the gateway has taken it."""
        kind, _colon, number = address.partition(":")
        try:
            status = _post({"id": str(message_id), "kind": kind, "to": number, "text": _cut(letter)}, key=str(message_id))
            if status in NOT_US:
                raise Unreachable(str(status))
        except Unreachable:
            self.closed = True
            raise
        if status in NEVER:
            raise Refused(str(status))
        if not (200 <= status < 300 or status == 409):
            raise NotNow(str(status))


def _cut(letter: Letter) -> str:
    """The short words; if they are too long, that something waits, and where."""
    return letter.short if len(letter.short) <= LONGEST else f"{letter.subject[: LONGEST // 2]} {letter.all_address}"


def _post(body: dict[str, Any], *, key: str) -> int:
    given: dict[str, str] = settings.GATEWAY
    url = urlsplit(given["url"])
    headers = {"Content-Type": "application/json; charset=utf-8", "Idempotency-Key": key, "User-Agent": "gandan"}
    if given["token"]:
        headers["Authorization"] = f"Bearer {given['token']}"
    connection = _connection(url.scheme, url.hostname or "", url.port)
    try:
        path = (url.path or "/") + (f"?{url.query}" if url.query else "")
        connection.request("POST", path, json.dumps(body, ensure_ascii=False).encode(), headers)
        answer = connection.getresponse()
        answer.read(65_536)
    except (OSError, http.client.HTTPException) as broken:
        raise Unreachable(type(broken).__name__) from broken
    else:
        return answer.status
    finally:
        connection.close()


def _connection(scheme: str, host: str, port: int | None) -> http.client.HTTPConnection:
    if scheme == "https":
        return http.client.HTTPSConnection(host, port, timeout=TIMEOUT, context=ssl.create_default_context())
    return http.client.HTTPConnection(host, port, timeout=TIMEOUT)
