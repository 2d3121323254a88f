"""Every route says who may open it; a test walks all routes and fails on one that does not."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.cache import patch_cache_control

from gandan.core.access.actor import Actor
from gandan.core.access.permissions import require

WORTH = 10  # letters from which somebody would be sorry for what they typed
UNTOLD = frozenset({"csrfmiddlewaretoken", "password", "pin", "code", "sheet"})
View = Callable[..., HttpResponseBase]


def actor_of(request: HttpRequest) -> Actor:
    """The actor that the accounts middleware resolved for this request and day."""
    return cast(Actor, request.actor)  # type: ignore[attr-defined]


def public(view: View) -> View:
    """Open to everyone, by declaration."""
    view.guard = "public"  # type: ignore[attr-defined]
    return view


def _session_over(request: HttpRequest) -> HttpResponse | None:
    """Whoever signed out while writing gets their words back, to be sent once they signed in; nothing is done with them, nothing kept.

    A number of six digits, a choice or a mark is not worth copying, and a PIN or a password is not shown: only what has several words.
    """
    if request.method != "POST":
        return None
    said = [text.strip() for name in request.POST if name not in UNTOLD for text in request.POST.getlist(name)]
    texts = [text for text in said if len(text) >= WORTH and len(text.split()) > 1 and any(c.isalpha() for c in text)]
    if not texts:
        return None
    sign_in = redirect_to_login(request.get_full_path()).url
    answer = render(request, "session_over.html", {"texts": texts, "sign_in": sign_in, "files": bool(request.FILES)}, status=403)
    patch_cache_control(answer, private=True, no_store=True)
    return answer


def guarded(permission: str) -> Callable[[View], View]:
    """Only with this permission, asked without an object; what concerns one object is asked again in its action or query.

    What it answers is for this person alone: no cache keeps it, nor the browser of a machine that an office shares, after signing out.
    """

    def wrap(view: View) -> View:
        @wraps(view)
        def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            actor = actor_of(request)
            if actor.key == "anyone":
                return _session_over(request) or redirect_to_login(request.get_full_path())
            require(actor, permission)
            answer = view(request, *args, **kwargs)
            patch_cache_control(answer, private=True, no_store=True)
            return answer

        inner.guard = permission  # type: ignore[attr-defined]
        return inner

    return wrap
