"""Every route says who may open it; a test walks all routes and fails on one that does not."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_cache_control

from gandan.core.access.actor import Actor
from gandan.core.access.permissions import require

View = Callable[..., HttpResponseBase]


def actor_of(request: HttpRequest) -> Actor:
    """The actor that the accounts middleware resolved for this request and day."""
    return cast(Actor, request.actor)  # type: ignore[attr-defined]


def public(view: View) -> View:
    """Open to everyone, by declaration."""
    view.guard = "public"  # type: ignore[attr-defined]
    return view


def guarded(permission: str) -> Callable[[View], View]:
    """Only with this permission, asked without an object; what concerns one object is asked again in its action or query.

    What it answers is for this person alone: no cache keeps it, nor the browser of a machine that an office shares, after signing out.
    """

    def wrap(view: View) -> View:
        @wraps(view)
        def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            actor = actor_of(request)
            if actor.key == "anyone":
                return redirect_to_login(request.get_full_path())
            require(actor, permission)
            answer = view(request, *args, **kwargs)
            patch_cache_control(answer, private=True, no_store=True)
            return answer

        inner.guard = permission  # type: ignore[attr-defined]
        return inner

    return wrap
