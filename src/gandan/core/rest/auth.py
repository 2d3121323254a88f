"""Who asks over REST: anyone, or the bearer of a token. A browser's session never counts here, so a page elsewhere cannot use it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja.errors import AuthenticationError
from ninja.security import HttpBearer

from gandan.core.access import Actor, Anyone, require

Resolver = Callable[[str, datetime], Actor | None]
_resolver: list[Resolver] = []


def provide_tokens(resolve: Resolver) -> None:
    """`accounts` registers how a token becomes an actor; core knows no accounts."""
    _resolver[:] = [resolve]


def bearer(token: str, now: datetime) -> Actor | None:
    """The actor of a token, or None when it is unknown, ended or revoked."""
    return _resolver[0](token, now) if _resolver and token else None


def open_to_all(request: HttpRequest) -> Actor:
    """Declares a call public: what it answers is what anyone may see. A token that is sent along and no longer counts is told (401)."""
    scheme, _space, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "bearer" and bearer(token.strip(), timezone.now()) is None:
        raise AuthenticationError
    request.actor = Anyone()  # type: ignore[attr-defined]
    return request.actor  # type: ignore[attr-defined,no-any-return]


def sent_along(request: HttpRequest) -> Actor:
    """Whose token came along with a call that needs none; Anyone where none did. It opens nothing: a deed may ask who is behind it."""
    token = request.headers.get("Authorization", "").partition(" ")[2].strip()
    return bearer(token, timezone.now()) or Anyone()


class Needs(HttpBearer):
    """Declares a call open to the bearer of a token whose owner has the permission."""

    def __init__(self, permission: str) -> None:
        super().__init__()
        self.permission = permission

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        """The actor; None answers 401, a missing right raises Refusal and answers 403."""
        actor = bearer(token, timezone.now())
        if actor is None:
            return None
        require(actor, self.permission)
        request.actor = actor  # type: ignore[attr-defined]
        return actor
